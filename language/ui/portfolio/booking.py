"""What booking a shared role says."""

from language.both import Both, Words

KINDS = Words({"wave": ("En oppstart", "Ein oppstart"), "customer": ("En kunde", "Ein kunde")})
OF_WAVE = Both("oppstart {day}", "oppstart {day}")
SET_UP_ROLE = Both("Sett opp en rolle", "Set opp ei rolle")
FOR = Both("Gjelder", "Gjeld")
ROLE = Both("Rolle eller funksjon", "Rolle eller funksjon")
NOT_A_NAME = Both("Rollen, ikke hva noen heter", "Rolla, ikkje kva nokon heiter")
FIRST = Both("Fra og med", "Frå og med")
LAST = Both("Til og med", "Til og med")
SHARE = Both("Andel i prosent", "Del i prosent")
SET_UP = Both("Sett opp", "Set opp")
CHOOSE_GO_LIVE = Both("Velg en oppstart", "Vel ein oppstart")
SEARCH = Both("Søk etter kunden", "Søk etter kunden")
NAME = Both("Navn", "Namn")
FIRST_ONES = Both(
    "De {most} første av {all} kan velges. Søk for å finne de andre.",
    "Dei {most} første av {all} kan veljast. Søk for å finne dei andre.",
)
CHOOSE_CUSTOMER = Both("Velg kunde", "Vel kunde")
IS_SET_UP = Both("Rollen er satt opp.", "Rolla er sett opp.")
LINE = Both("{role}, {whom}, fra {day}", "{role}, {whom}, frå {day}")
TAKE_LINE_AWAY = Both("Ta bort en linje", "Ta bort ei linje")
CHOOSE_LINE = Both("Velg linjen", "Vel linja")
TAKE_AWAY = Both("Ta bort", "Ta bort")
IS_TAKEN_AWAY = Both("Linjen er tatt bort.", "Linja er teken bort.")
