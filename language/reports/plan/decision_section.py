"""What the paper says of the decision that both have signed."""

from language.both import Both

TITLE = Both("Beslutningen", "Avgjerda")
REASON = Both("Begrunnelse: {reason}", "Grunngiving: {reason}")
CONDITION = Both("Vilkår: {text}. Ansvarlig: {owner}. {how}", "Vilkår: {text}. Ansvarleg: {owner}. {how}")
HEAD = (Both("Skrevet under for", "Skrive under for"), Both("Av", "Av"), Both("Når", "Når"))
