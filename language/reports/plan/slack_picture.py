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
