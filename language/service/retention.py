"""What is wrong with the settings of how long things are kept."""

from language.both import Both

NO_TABLE = Both("må være en tabell. Se secrets.example.toml.", "må vere ein tabell. Sjå secrets.example.toml.")
UNKNOWN = Both("er ukjent. Dette finnes: {known}.", "er ukjend. Dette finst: {known}.")
NOT_DAYS = Both(
    "må være et antall dager fra {shortest} til {longest}.", "må vere eit tal på dagar frå {shortest} til {longest}."
)
