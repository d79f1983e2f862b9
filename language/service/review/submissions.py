"""What is said when something has changed since the page was drawn, or is not looked at."""

from language.both import Both

CHANGED_SINCE = Both(
    "{changed} svar er endret siden du åpnet siden. Se over og send inn på nytt.",
    "{changed} svar er endra sidan du opna sida. Sjå over og send inn på nytt.",
)
MOVED_ON = Both(
    "En annen har gått videre med vurderingen siden du åpnet siden. Se over, og prøv på nytt.",
    "Ein annan har gått vidare med vurderinga sidan du opna sida. Sjå over, og prøv på nytt.",
)
NOT_SEEN = Both(
    "{unseen} svar er ikke sett på. Se over, og si fra at du vet det, før du blir ferdig.",
    "{unseen} svar er ikkje sett på. Sjå over, og sei frå at du veit det, før du blir ferdig.",
)
