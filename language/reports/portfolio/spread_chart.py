"""What the strip plot of all customers says."""

from language.both import Both

TITLE = Both("Spredning: dager foran eller etter planen", "Spreiing: dagar føre eller etter planen")
AXIS = Both("dager etter (−) eller foran (+) planen", "dagar etter (−) eller føre (+) planen")
AND_MORE = Both("og {left} til", "og {left} til")
DAYS = Both("{days} dager", "{days} dagar")
