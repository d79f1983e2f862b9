"""What the decision says in a line on the first page of a customer."""

from language.both import Both

FALLEN = Both(
    "**Beslutningen «{what}» gjelder ikke lenger:** {changes}.", "**Avgjerda «{what}» gjeld ikkje lenger:** {changes}."
)
DECIDED = Both("**Besluttet: {what}.** Begge har skrevet under.", "**Avgjort: {what}.** Begge har skrive under.")
SEE_DECISION = Both("Se beslutningen", "Sjå avgjerda")
