"""What the page of questions says: how far, what is shown, and what a search has found."""

from language.both import Both

BY_FACTOR = Both("Ett tema om gangen", "Eitt tema om gongen")
ALL_OF_THESE = Both("Alle disse", "Alle desse")
ANSWERED = Both("{n} av {all} spørsmål besvart", "{n} av {all} spørsmål har svar")
IN_TOPIC = Both(", {n} av {all} i dette temaet", ", {n} av {all} i dette temaet")
OF_THESE = Both(", {n} av {all} av disse", ", {n} av {all} av desse")
NOT_KNOWN = Both(". Vet ikke ennå: {n}", ". Veit ikkje enno: {n}")
SHOW = Both("Vis", "Vis")
SEARCH = Both("Søk", "Søk")
WORD_OR_ID = Both("Ord eller id", "Ord eller id")
NONE_FOUND = Both(
    "Ingen spørsmål har disse ordene. Prøv et annet ord, eller en id som KO-0211.",
    "Ingen spørsmål har desse orda. Prøv eit anna ord, eller ein id som KO-0211.",
)
FOUND = Both("{questions} funnet. Velg ett for å åpne det.", "{questions} funne. Vel eitt for å opne det.")
FIRST_SHOWN = Both(
    "De {n} første vises. Skriv flere ord for å finne færre.",
    "Her er dei {n} første. Skriv fleire ord for å finne færre.",
)
FACTOR = Both("Suksessfaktor", "Suksessfaktor")
ONLY_READ = Both(
    "Du kan lese svarene, men ikke endre dem i denne rollen.", "Du kan lese svara, men ikkje endre dei i denne rolla."
)
NOTHING_FITS = Both("Ingen spørsmål passer til dette valget.", "Ingen spørsmål passar til dette valet.")
LATER = Both("{questions} som ikke må begynne ennå", "{questions} som ikkje må byrje enno")
BEGINS_WITH = Both(
    "Begynner med {question}. De andre i temaet følger etter.",
    "Byrjar med {question}. Dei andre i temaet følgjer etter.",
)
AT_A_TIME = Both("{questions}, {n} om gangen", "{questions}, {n} om gongen")
BACK = Both("Forrige: {factor}", "Førre: {factor}")
FORWARD = Both("Neste: {factor}", "Neste: {factor}")
