"""What is said of a database that fails."""

from language.both import Both

DATABASE = Both(
    "{name}: {what}. {remedy} Feilnummer {number}.",
    "{name}: {what}. {remedy} Feilnummer {number}.",
)
