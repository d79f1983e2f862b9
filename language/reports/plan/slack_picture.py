"""What stands in the picture of slack."""

from language.both import Both, Words

# The days before the go-live on which the work of each bar begins.
BEGUN = Words(
    {
        110: ("Begynt 110 dager før: 20 dager å gå på", "Byrja 110 dagar før: 20 dagar å gå på"),
        90: ("Begynt 90 dager før: siste dag det kan begynne", "Byrja 90 dagar før: siste dag det kan byrje"),
        75: ("Begynt 75 dager før: 15 dager for sent", "Byrja 75 dagar før: 15 dagar for seint"),
    }
)
STEP = Both("trinnet", "trinnet")
BEFORE = Both("{n} dager før", "{n} dagar før")
DESCRIBED = Both(
    "Tre like lange felt på en tidslinje fram mot oppstart, med en strek 60 dager før der trinnet er. Arbeidet tar 30 dager. "
    "Begynner det 110 dager før, er det ferdig 20 dager før trinnet. Begynner det 90 dager før, er det ferdig på dagen. "
    "Begynner det 75 dager før, er det ferdig 15 dager for sent.",
    "Tre like lange felt på ei tidslinje fram mot oppstart, med ein strek 60 dagar før der trinnet er. Arbeidet tek 30 dagar. "
    "Byrjar det 110 dagar før, er det ferdig 20 dagar før trinnet. Byrjar det 90 dagar før, er det ferdig på dagen. "
    "Byrjar det 75 dagar før, er det ferdig 15 dagar for seint.",
)
