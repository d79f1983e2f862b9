"""How far ahead of the plan or behind it, in five steps."""

from language.both import Both

FAR_AFTER = Both("mer enn {far} dager etter planen", "meir enn {far} dagar etter planen")
AFTER = Both("{near} til {far} dager etter", "{near} til {far} dagar etter")
ON_PLAN = Both("på planen, innenfor {near} dager", "på planen, innanfor {near} dagar")
AHEAD = Both("{near} til {far} dager foran", "{near} til {far} dagar føre")
FAR_AHEAD = Both("mer enn {far} dager foran", "meir enn {far} dagar føre")
