"""What stands in the pictures along time: the chain that decides the date, and how a customer has come along."""

from language.both import Both

EARLIEST = Both("tidligst {day}", "tidlegast {day}")
LINK = Both(
    "{title}: ferdig {finish}, tidligste oppstart {allows}", "{title}: ferdig {finish}, tidlegaste oppstart {allows}"
)
HISTORY = Both("{name} (historie, laveste)", "{name} (historie, lågaste)")
HIGHEST = Both("høyeste mulige", "høgaste moglege")
LOWEST = Both("laveste mulige", "lågaste moglege")
EXPECTED = Both("forventet", "venta")
IN_PLACE = Both("på plass", "på plass")
TITLE = Both("Utvikling mot oppstart", "Utvikling mot oppstart")
DAYS_LEFT = Both("dager til oppstart", "dagar til oppstart")
PERCENT_IN_PLACE = Both("prosent på plass", "prosent på plass")
# The signs with a % are for plotly to fill in.
HOVER = Both("%{{x}} dager: %{{y:.0f}}", "%{{x}} dagar: %{{y:.0f}}")
DAYS_BEFORE = Both("{n} dager før: {ready}", "{n} dagar før: {ready}")
