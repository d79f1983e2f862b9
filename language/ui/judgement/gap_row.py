"""What one gap says where it stands."""

from language.both import Both, Plural

CLOSED = Both("Mangler ikke lenger.", "Manglar ikkje lenger.")
LACKS_NO_MORE = Both("mangler ikke lenger", "manglar ikkje lenger")
DO_THIS = Both("**Gjør dette:** {action}", "**Gjer dette:** {action}")
GAPS_NOW = Plural(("{n}\u00a0mangel nå", "{n}\u00a0mangler nå"), ("{n}\u00a0mangel no", "{n}\u00a0manglar no"))
COMING = Both("{n} som kommer", "{n} som kjem")
WITHOUT_ACTION = Both("Uten tiltak: {what}", "Utan tiltak: {what}")
WAITS_BRIEFLY = Both("venter på {who}", "ventar på {who}")
PLANNED = Both("i planen", "i planen")
WAITS_ON = Both("Venter på {who}.", "Ventar på {who}.")
GIVEN_TO = Both("Gitt til {name}.", "Gitt til {name}.")
IN_PLAN = Both("**I planen:** {action}.", "**I planen:** {action}.")
NEW_ACTION = Both("Nytt tiltak", "Nytt tiltak")
PLAN = Both("Planlegg", "Planlegg")
GIVE = Both("Gi til", "Gi til")
ANSWER = Both("Svar", "Svar")
SEE_QUESTION = Both("Se spørsmålet", "Sjå spørsmålet")
ASK = Both("Be om unntak", "Be om unntak")
