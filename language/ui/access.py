"""What is said to who may not come in, or cannot begin."""

from language.both import Both

NOT_LOGGED_IN = Both(
    "Du er ikke logget inn. Last siden på nytt.",
    "Du er ikkje logga inn. Last sida på nytt.",
)
REAL_CUSTOMERS = Both(
    "Databasen har kunder som ikke er oppdiktet, og innlogging er ikke satt opp. Sett opp [auth] i "
    ".streamlit/secrets.toml, eller velg en annen database.",
    "Databasen har kundar som ikkje er oppdikta, og innlogging er ikkje sett opp. Set opp [auth] i "
    ".streamlit/secrets.toml, eller vel ein annan database.",
)
NO_ADMINISTRATOR = Both(
    "Databasen · ingen administrator. Kjør «python cli.py invite --role admin --email ADRESSE» først.",
    "Databasen · ingen administrator. Køyr «python cli.py invite --role admin --email ADRESSE» først.",
)
# Where one may set the go-live oneself, and where HPAS does: after a sentence about the date.
SET_IT = Both("Skriv den under «Tilgang».", "Skriv han under «Tilgang».")
ASK_HPAS = Both("Be HPAS legge den inn.", "Be HPAS leggje han inn.")
