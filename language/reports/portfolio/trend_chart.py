"""What the picture of all that come along says."""

from language.both import Both, Words

# The keys are those of `reports.portfolio.trend_chart.TrendAxis`.
TITLES = Words[str](
    {
        "distance": ("Avstand til forventet", "Avstand til det som er venta"),
        "readiness": "På plass",
        "days": ("Dager foran planen", "Dagar føre planen"),
    }
)
UNITS = Words[str](
    {
        "distance": (
            "poeng over (+) eller under (−) forventet",
            "poeng over (+) eller under (−) det som er venta",
        ),
        "readiness": "prosent på plass",
        "days": ("dager foran (+) eller etter (−) planen", "dagar føre (+) eller etter (−) planen"),
    }
)
PAST = Both("{name} (historie, laveste)", "{name} (historie, lågaste)")
TO_START = Both("dager til oppstart", "dagar til oppstart")
UPPER = Both("øvre", "øvre")
HALF = Both("halvparten i midten", "halvparten i midten")
MIDDLE = Both("midterste kunde", "midtarste kunde")
MIDDLE_HOVER = Both(
    "midterste av %{{customdata}} kunder: %{{y:.0f}}<extra></extra>",
    "midtarste av %{{customdata}} kundar: %{{y:.0f}}<extra></extra>",
)
TODAY = Both("kundene i dag", "kundane i dag")
HOVER = Both(
    "{name}: %{{y:.0f}}, %{{x}} dager til oppstart<extra></extra>",
    "{name}: %{{y:.0f}}, %{{x}} dagar til oppstart<extra></extra>",
)
