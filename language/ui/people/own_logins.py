"""What is said of where one is logged in."""

from language.both import Both

LOGINS = Both("Innlogginger", "Innloggingar")
HERE = Both("Her er du logget inn", "Her er du logga inn")
ABOUT = Both(
    "Kjenner du ikke igjen en av dem, avslutt den, og si fra til den som drifter Klarsjekk hos dere.",
    "Kjenner du ikkje igjen ei av dei, avslutt henne, og sei frå til den som driftar Klarsjekk hos dykk.",
)
UNKNOWN_BROWSER = Both("Ukjent nettleser", "Ukjend nettlesar")
THIS_ONE = Both(" (denne)", " (denne)")
USED = Both(
    "Sist brukt {used}, logget inn {began}",
    "Sist brukt {used}, logga inn {began}",
)
END = Both("Avslutt", "Avslutt")
ENDED = Both("Innloggingen er avsluttet.", "Innlogginga er avslutta.")
