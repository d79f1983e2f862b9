"""What the files of customers, log and access are called, and what is in them."""

from language.both import Both

CUSTOMERS = Both("Kundene", "Kundane")
ABOUT_CUSTOMERS = Both(
    "Hvem kundene er, hvilken gruppe de hører til, og når de starter.",
    "Kven kundane er, kva gruppe dei høyrer til, og når dei startar.",
)
LOG = Both("Logg", "Logg")
ABOUT_LOG = Both("Hvem som har gjort hva og når.", "Kven som har gjort kva og når.")
ACCESS = Both("Tilganger", "Tilgangar")
ABOUT_ACCESS = Both("Alle som har eller har hatt tilgang.", "Alle som har eller har hatt tilgang.")
