"""What stands around every page: who is here, what is invented, and what is wrong."""

from language.both import Both, Words

INVENTED = Both(
    "**Demodata.** Kundene er oppdiktet, og svarene er ikke fra noen virkelig kunde.",
    "**Demodata.** Kundane er oppdikta, og svara er ikkje frå nokon verkeleg kunde.",
)
AGAIN = Both("Hent siden på nytt", "Hent sida på nytt")
LOCAL_USE = Both(
    "**Lokal bruk uten innlogging.** Du velger selv hvem du er.",
    "**Lokal bruk utan innlogging.** Du vel sjølv kven du er.",
)
OWN_MACHINE = Both("På egen maskin, uten innlogging", "På eiga maskin, utan innlogging")
LOG_OUT = Both("Logg ut", "Logg ut")
CUSTOMER = Both("Kunde", "Kunde")
CHOOSE_CUSTOMER = Both("Velg kunde", "Vel kunde")
ROLE = Both("Rolle", "Rolle")
NO_DATE = Both("ingen dato for oppstart ennå", "ingen dato for oppstart enno")
IN_USE = Both("i bruk siden {day}", "i bruk sidan {day}")
GO_LIVE = Both("oppstart {day} · {how_far}", "oppstart {day} · {how_far}")
# What `web/login_failed.py` puts into the address, in words.
LOGIN_FAILED = Words(
    {
        "borte": (
            "Vi får ikke kontakt med innloggingstjenesten. Prøv igjen om litt. Det dere har lagret, er trygt.",
            "Vi får ikkje kontakt med innloggingstenesta. Prøv igjen om litt. Det de har lagra, er trygt.",
        ),
        "avbrutt": (
            "Innloggingen ble ikke fullført. Prøv igjen.",
            "Innlogginga blei ikkje fullført. Prøv igjen.",
        ),
    }
)
LOG_IN_TO_BEGIN = Both(
    "Her ser dere hva som mangler før oppstart, mens det ennå er tid. Logg inn for å begynne.",
    "Her ser de kva som manglar før oppstart, medan det enno er tid. Logg inn for å byrje.",
)
LOG_IN_WITH = Both("Logg inn med {provider}", "Logg inn med {provider}")
NO_ACCESS = Both("Ingen tilgang", "Ingen tilgang")
CANNOT_OPEN = Both("Klarsjekk kan ikke åpnes", "Klarsjekk kan ikkje opnast")
NO_SUCH_CUSTOMER = Both("Vi finner ikke kunden", "Vi finn ikkje kunden")
NOT_HERE = Both(
    "Lenken gjelder en kunde som ikke finnes her, eller som du ikke har tilgang til.",
    "Lenkja gjeld ein kunde som ikkje finst her, eller som du ikkje har tilgang til.",
)
CHOOSE_IN_MENU = Both("Velg kunden i menyen.", "Vel kunden i menyen.")
GO_TO = Both("Gå til {customer}", "Gå til {customer}")
