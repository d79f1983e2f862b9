"""What the roll-out says."""

from language.both import Both, Plural

SHOW_PAST = Both("Vis også oppstarter som har vært", "Vis også oppstartar som har vore")
NONE_LEFT = Both("Ingen oppstarter er igjen.", "Ingen oppstartar er igjen.")
BY_MONTH = Both(
    "Det er {n} oppstarter. Bildet viser dem måned for måned, og tabellen dag for dag.",
    "Det er {n} oppstartar. Biletet viser dei månad for månad, og tabellen dag for dag.",
)
SIGNS = Both(
    "▲ er hvor mange stoppkrav som ikke rekker datoen, lagt sammen. Grå felt er tider der ingen bør starte. "
    "Den stiplede linjen er hvor mange kunder HPAS kan følge på én gang.",
    "▲ er kor mange stoppkrav som ikkje rekk datoen, lagt saman. Grå felt er tider der ingen bør starte. "
    "Den stipla linja er kor mange kundar HPAS kan følgje på éin gong.",
)
BEDS = Both("Senger", "Senger")
WEAKEST = Both("Svakeste konklusjon", "Svakaste konklusjon")
DECISIONS = Both("Beslutninger", "Avgjerder")
DAYS_SINCE = Both("Dager siden forrige", "Dagar sidan førre")
NOT_READY = Both("Datoen holder ikke", "Datoen held ikkje")
DESCRIBED = Both(
    "Oppstartene med kunder, konklusjon, stoppkrav, dager siden forrige, og hva de er merket med",
    "Oppstartane med kundar, konklusjon, stoppkrav, dagar sidan førre, og kva dei er merkte med",
)
SO_MANY = Both("{n} {standing}", "{n} {standing}")
LOOK_AT_ONE = Both("Se på én oppstart", "Sjå på éin oppstart")
CHOOSE_DAY = Both("Velg en dag", "Vel ein dag")
HELD_AGAINST = Both("Hva oppstartene måles mot", "Kva oppstartane blir målte mot")
LIMIT = Both("**{title}: {value}.** {basis} Kilde: {source}.", "**{title}: {value}.** {basis} Kjelde: {source}.")
CLOSED = Both(
    "**Ingen bør starte i {title}, {first} til {last}.** {basis} Kilde: {source}.",
    "**Ingen bør starte i {title}, {first} til {last}.** {basis} Kjelde: {source}.",
)
HEADLINE = Plural(
    ("Oppstart {day}: {n}\u00a0kunde", "Oppstart {day}: {n}\u00a0kunder"),
    ("Oppstart {day}: {n}\u00a0kunde", "Oppstart {day}: {n}\u00a0kundar"),
)
TAKE_AWAY = Both("Ta bølgene med deg", "Ta bølgjene med deg")
