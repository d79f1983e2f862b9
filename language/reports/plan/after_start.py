"""What the paper for who decides says once the customer has started."""

from language.both import Both, Plural

COSTS = Both(
    "Klarsjekk spør ikke om kroner. Hva det som gjenstår, koster, må regnes ut.",
    "Klarsjekk spør ikkje om kroner. Kva det som står igjen, kostar, må reknast ut.",
)
IN_USE = Both("Løsningen er i bruk siden {day}. {rest}", "Løysinga er i bruk sidan {day}. {rest}")
GETS_AN_OWNER = Both(
    "Det som ikke var på plass ved oppstarten, får en eier og en frist.",
    "Det som ikkje var på plass ved oppstarten, får ein eigar og ein frist.",
)
NOTHING_LEFT = Both("Ingenting gjenstår.", "Ingenting står igjen.")
FIGURES_ON = Both(
    "Prosjektlederen fører tallene etter oppstart {days}.", "Prosjektleiaren fører tala etter oppstart {days}."
)
TAKEN_INTO_USE = Both("Løsningen ble tatt i bruk {day}.", "Løysinga blei teken i bruk {day}.")
OTHER_PLAN = Both(
    "Løsningen ble tatt i bruk {day}. Oppstarten var satt til {planned}.",
    "Løysinga blei teken i bruk {day}. Oppstarten var sett til {planned}.",
)
AS_OF = Both("Per", "Per")
IN_USE_SINCE = Both("I bruk siden", "I bruk sidan")
THAT_IS = Both("Det er", "Det er")
LEFT = Both("Gjenstår etter oppstart", "Står igjen etter oppstart")
WHAT = Both("Hva", "Kva")
ABOUT = Both(
    "Stoppkrav som ikke er oppfylt, og tiltak som er åpne.", "Stoppkrav som ikkje er oppfylte, og tiltak som er opne."
)
NO_STOPS_OR_ACTIONS = Both("Ingen stoppkrav eller tiltak gjenstår.", "Ingen stoppkrav eller tiltak står igjen.")
LACKING = Plural(
    ("{n}\u00a0av dem mangler eier eller frist.",) * 2, ("{n}\u00a0av dei manglar eigar eller frist.",) * 2
)
