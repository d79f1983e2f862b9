"""What the documents of one customer are called, and what is in them."""

from language.both import Both

WORKBOOK = Both("Arbeidsbok for Excel", "Arbeidsbok for Excel")
ABOUT_WORKBOOK = Both(
    "Oversikt, svar, mangler, tiltak og unntak for en kunde, hvert på sitt ark.",
    "Oversikt, svar, manglar, tiltak og unntak for ein kunde, kvart på sitt ark.",
)
DECISION_BASIS = Both("Beslutningsgrunnlag", "Avgjerdsgrunnlag")
ABOUT_DECISION_BASIS = Both(
    "Forslag til vedtak for en kunde, med alternativer, vilkår og dato.",
    "Forslag til vedtak for ein kunde, med alternativ, vilkår og dato.",
)
CALENDAR = Both("Frister til kalenderen", "Fristar til kalenderen")
ABOUT_CALENDAR = Both(
    "Oppstarten, stoppkravene og fristene i planen til en kunde.",
    "Oppstarten, stoppkrava og fristane i planen til ein kunde.",
)
WORK_ITEMS = Both("Tiltakene som oppgaver", "Tiltaka som oppgåver")
ABOUT_WORK_ITEMS = Both(
    "De åpne tiltakene til en kunde, slik Azure DevOps henter dem inn.",
    "Dei opne tiltaka til ein kunde, slik Azure DevOps hentar dei inn.",
)
LOCAL_USER = Both("lokal bruker", "lokal brukar")
UNKNOWN = Both("ukjent", "ukjend")
