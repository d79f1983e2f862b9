"""What is said of the phases towards a go-live, and of where they overlap."""

from language.both import Both, Words
from scoring.proof.phases import Phase

PHASES = Words({Phase.BUILD: "bygging", Phase.TEST: "test", Phase.TRAINING: "opplæring"})
THE = Words({Phase.TEST: "testen", Phase.TRAINING: ("opplæringen", "opplæringa")})
BEGINS = Both("{phase} begynner ({days} før byggestopp)", "{phase} byrjar ({days} før byggjestopp)")
OVERLAPS = Both("Løsningen bygges fortsatt når {what}.", "Løysinga blir framleis bygd når {what}.")
START = Both("oppstart", "oppstart")
SPAN = Both("{name} fra {first} til {last}", "{name} frå {first} til {last}")
STARTS_ON = Both("Oppstart {day}", "Oppstart {day}")
ON_MOVING = Both(
    "Prøvd på en løsning i bevegelse. Siste trinn teller ikke før det er gjort på nytt.",
    "Prøvd på ei løysing i rørsle. Siste trinn tel ikkje før det er gjort på nytt.",
)
