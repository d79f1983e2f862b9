"""What the go-lives that have been are told with."""

from language.both import Both

TITLE = Both("Oppstarter som har vært, prosent på plass", "Oppstartar som har vore, prosent på plass")
HEADING = Both("Oppstarter som har vært", "Oppstartar som har vore")
ABOUT = Both(
    "Historie, {days} dager før oppstart: vår lesning av sluttrapporten, gjort etterpå. Det meste er ukjent, og kundene har "
    "ikke svart selv. Tallet er det minste som kan ha vært på plass, i prosent. Det kan ikke sammenlignes med tallene over.",
    "Historie, {days} dagar før oppstart: vår lesing av sluttrapporten, gjord etterpå. Det meste er ukjent, og kundane har "
    "ikkje svart sjølve. Talet er det minste som kan ha vore på plass, i prosent. Det kan ikkje samanliknast med tala over.",
)
CASE = Both("{name} (historie)", "{name} (historie)")
DESCRIBED = Both(
    "{title}: det minste som kan ha vært på plass for {n} oppstarter som har vært.",
    "{title}: det minste som kan ha vore på plass for {n} oppstartar som har vore.",
)
