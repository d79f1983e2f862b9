"""What «Dette først» says on the first page of a customer."""

from language.both import Both

FIRST = Both("Dette først", "Dette først")
NOTHING_LEFT = Both(
    "Det er ingenting igjen for dere selv å gjøre. Svar på nytt når noe endrer seg.",
    "Det er ingenting igjen for dykk sjølve å gjere. Svar på nytt når noko endrar seg.",
)
SEE_AND_CONFIRM = Both("Se dem, og bekreft", "Sjå dei, og stadfest")
WAITS_ON_OTHERS = Both("Dette venter på andre", "Dette ventar på andre")
