"""What the address of a calendar says when there is none to fetch."""

from language.both import Both

NOT_FOUND = Both(
    "Kalenderen finnes ikke, eller adressen er stoppet. Be prosjektlederen om en ny.",
    "Kalenderen finst ikkje, eller adressa er stoppa. Be prosjektleiaren om ei ny.",
)
TOO_OFTEN = Both(
    "Kalenderen er hentet for ofte. Vent et minutt.",
    "Kalenderen er henta for ofte. Vent eit minutt.",
)
