"""How late an answer of HPAS's is."""

from language.both import Both, Words

# The keys are those of `reports.portfolio.owed_bars.Lateness`.
LATENESS = Words[str](
    {
        "long": ("mer enn 30 dager over fristen", "meir enn 30 dagar over fristen"),
        "late": "over fristen",
        "coming": ("kommer", "kjem"),
    }
)
NOTHING = Both("ingenting", "ingenting")
