"""What the files of gaps and of how the figures come about are called, and what is in them."""

from language.both import Both

GAPS = Both("Det som mangler", "Det som manglar")
ABOUT_GAPS = Both(
    "Hva en kunde mangler, når det skulle vært på plass, og hva som kan gjøres med det.",
    "Kva ein kunde manglar, når det skulle vore på plass, og kva som kan gjerast med det.",
)
WORKING = Both("Slik er tallene regnet ut", "Slik er tala rekna ut")
ABOUT_WORKING = Both(
    "Hvert spørsmål en kunde får, med vekt, oppnåelse og det som er forventet.",
    "Kvart spørsmål ein kunde får, med vekt, oppnåing og det som er venta.",
)
