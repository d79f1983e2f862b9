"""What the files of what was sent in and reviewed are called, and what is in them."""

from language.both import Both

SNAPSHOTS = Both("Sendt inn", "Sendt inn")
ABOUT_SNAPSHOTS = Both(
    "Hver gang en kunde har sendt inn, og hva som er blitt av det.",
    "Kvar gong ein kunde har sendt inn, og kva som er blitt av det.",
)
ALL_SNAPSHOTS = Both("Sendt inn av alle", "Sendt inn av alle")
ABOUT_ALL_SNAPSHOTS = Both(
    "Hver gang en kunde har sendt inn, og hva som er blitt av det.",
    "Kvar gong ein kunde har sendt inn, og kva som er blitt av det.",
)
CHANGES = Both("Endret siden sist", "Endra sidan sist")
ABOUT_CHANGES = Both(
    "Hvert spørsmål en kunde får, med svaret da den sendte inn sist og svaret nå.",
    "Kvart spørsmål ein kunde får, med svaret då kunden sende inn sist og svaret no.",
)
RATINGS = Both("HPAS' vurderinger", "HPAS' vurderingar")
ABOUT_RATINGS = Both(
    "Hva HPAS har sagt om hvert svar som er sendt inn, og hvorfor.",
    "Kva HPAS har sagt om kvart svar som er sendt inn, og kvifor.",
)
DISAGREEMENT = Both("Uenighet", "Usemje")
ABOUT_DISAGREEMENT = Both(
    "Hvor HPAS og kunden vurderer et svar ulikt, i det som er sendt inn sist.",
    "Kvar HPAS og kunden vurderer eit svar ulikt, i det som er sendt inn sist.",
)
