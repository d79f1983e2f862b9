"""What the files of answers are called, and what is in them."""

from language.both import Both

ANSWERS = Both("Svarene", "Svara")
ABOUT_ANSWERS = Both(
    "Alt en kunde har svart, med kommentarer og dokumentasjon. Kan hentes inn igjen uten at noe går tapt.",
    "Alt ein kunde har svart, med kommentarar og dokumentasjon. Kan hentast inn igjen utan at noko går tapt.",
)
ANSWERS_BOOK = Both("Excel-fil til å fylle ut", "Excel-fil til å fylle ut")
ABOUT_ANSWERS_BOOK = Both(
    "Spørsmålene til en kunde med det som er svart, til den som svarer uten å logge inn.",
    "Spørsmåla til ein kunde med det som er svart, til den som svarar utan å logge inn.",
)
ALL_ANSWERS = Both("Alle svar fra alle kunder", "Alle svar frå alle kundar")
ABOUT_ALL_ANSWERS = Both(
    "Én linje per kunde og spørsmål, slik svaret teller i tallene.",
    "Éi linje per kunde og spørsmål, slik svaret tel i tala.",
)
