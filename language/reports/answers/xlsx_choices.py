"""What the workbook to fill in says of how to answer, and when what is typed does not fit."""

from language.both import Both

YES_OR_NO = Both("ja eller nei", "ja eller nei")
A_NUMBER = Both("Et tall fra 0 og opp: {unit}", "Eit tal frå 0 og opp: {unit}")
A_DAY = Both("En dato, for eksempel 01.02.2027", "Ein dato, til dømes 01.02.2027")
A_LINE_A_ROW = Both("En linje per rad.\n{numbers}", "Ei linje per rad.\n{numbers}")
OR_CHOOSE = Both("{how}\nEller velg «{none_yet}» i feltet «Svar».", "{how}\nEller vel «{none_yet}» i feltet «Svar».")
TWO_NUMBERS = Both("Antall: {done}\nAv i alt: {all}", "Antal: {done}\nAv i alt: {all}")
WHOLE_OF_PROFILE = Both(
    "Antall: {done}\nAv i alt: {all} (hentes fra «Om virksomheten»)",
    "Antal: {done}\nAv i alt: {all} (blir henta frå «Om verksemda»)",
)

# Headings of hints and messages: 32 signs at most.
LEVEL = Both("Nivå", "Nivå")
NUMBER = Both("Tall", "Tal")
DONE = Both("Antall", "Antal")
ALL = Both("Av i alt", "Av i alt")
DOES_NOT_FIT = Both("Passer ikke", "Passar ikkje")

# Hints and messages: 255 signs at most.
CHOOSE_WAITING_ON = Both("Velg hvem dere venter på fra listen.", "Vel frå lista kven de ventar på.")
YES_OR_NOTHING = Both("Velg ja, eller la feltet stå tomt.", "Vel ja, eller lat feltet stå tomt.")
WHAT_LEVELS_MEAN = Both(
    "Velg 0–4. Hva hvert nivå betyr, står i «Slik svarer du».",
    "Vel 0–4. Kva kvart nivå betyr, står i «Slik svarar du».",
)
CHOOSE_LEVEL = Both("Velg 0, 1, 2, 3 eller 4.", "Vel 0, 1, 2, 3 eller 4.")
CHOOSE_YES_OR_NO = Both("Velg ja eller nei.", "Vel ja eller nei.")
WRITE_NUMBER = Both("Skriv et tall fra 0 og opp.", "Skriv eit tal frå 0 og opp.")
WRITE_DAY = Both("Skriv en dato, for eksempel 01.02.2027.", "Skriv ein dato, til dømes 01.02.2027.")
CHOOSE_OR_WRITE = Both(
    "Velg «{none_yet}», eller skriv to tall til høyre.", "Vel «{none_yet}», eller skriv to tal til høgre."
)
DONE_WHOLE = Both(
    "Skriv et helt tall fra 0 og opp, ikke mer enn «Av i alt».",
    "Skriv eit heilt tal frå 0 og opp, ikkje meir enn «Av i alt».",
)
DONE_ANY = Both(
    "Skriv et tall fra 0 og opp, ikke mer enn «Av i alt».", "Skriv eit tal frå 0 og opp, ikkje meir enn «Av i alt»."
)
ALL_WHOLE = Both(
    "Skriv et helt tall over 0, ikke mindre enn «Antall».", "Skriv eit heilt tal over 0, ikkje mindre enn «Antal»."
)
ALL_ANY = Both("Skriv et tall over 0, ikke mindre enn «Antall».", "Skriv eit tal over 0, ikkje mindre enn «Antal».")
