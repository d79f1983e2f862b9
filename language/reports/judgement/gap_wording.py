"""When something that is missing must begin, must be in place, and can still be caught up."""

from language.both import Both

LATE_BRIEFLY = Both("{days} på etterskudd", "{days} på etterskot")
NOW_BRIEFLY = Both("skal være på plass nå", "skal vere på plass no")
HURRIES = Both("haster", "hastar")
BEGIN_BRIEFLY = Both("begynn senest {day}", "byrj seinast {day}")
DUE_BRIEFLY = Both("frist {day}", "frist {day}")
TOO_FEW_DAYS = Both(
    "Med vanlig arbeid er det {days} for lite til at datoen holder.",
    "Med vanleg arbeid er det {days} for lite til at datoen held.",
)
TOO_FEW_BRIEFLY = Both(" ({days} for lite)", " ({days} for lite)")
CATCH_UP = Both("Datoen kan hentes inn til {day}.", "Datoen kan hentast inn til {day}.")
CATCH_UP_BRIEFLY = Both(" (kan hentes inn til {day})", " (kan hentast inn til {day})")
TODAY = Both("Skal være på plass i dag, {day}.", "Skal vere på plass i dag, {day}.")
LATE = Both(
    "Skulle vært på plass {day}, {days} på etterskudd.",
    "Skulle vore på plass {day}, {days} på etterskot.",
)
IN_PLACE = Both("Skal være på plass {day}.", "Skal vere på plass {day}.")
SHOULD_HAVE_BEGUN = Both(
    "Måtte vært begynt {begin} for å være på plass {day}.", "Måtte vore byrja {begin} for å vere på plass {day}."
)
BEGIN_TODAY = Both("Må begynne i dag for å være på plass {day}.", "Må byrje i dag for å vere på plass {day}.")
BEGIN = Both(
    "Begynn senest {begin}, om {days}. Skal være på plass {day}.",
    "Byrj seinast {begin}, om {days}. Skal vere på plass {day}.",
)
