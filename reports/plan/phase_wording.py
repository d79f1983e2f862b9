"""Words for the phases and where they overlap: page, paper and alternative text take them from here."""

from collections.abc import Sequence
from datetime import date

from language import DASH, count, day, listed, sentence, short_day
from scoring.proof.phases import Overlap, Phase, Phases

PHASES = {Phase.BUILD: "bygging", Phase.TEST: "test", Phase.TRAINING: "opplæring"}
_THE = {Phase.TEST: "testen", Phase.TRAINING: "opplæringen"}
ON_MOVING = "Prøvd på en løsning i bevegelse. Siste trinn teller ikke før det er gjort på nytt."


def overlaps_text(phases: Phases) -> str:
    """«Løsningen bygges fortsatt når testen begynner (12 dager før byggestopp).»; nothing where nothing overlaps."""
    if not phases.overlaps:
        return ""
    told = [
        f"{_THE[each.phase]} begynner ({count(each.days, 'dag', 'dager')} før byggestopp)" for each in phases.overlaps
    ]
    return f"Løsningen bygges fortsatt når {listed(told)}."


def phase_rows(phases: Phases) -> list[tuple[str, str, str, str]]:
    """Phase, from, to, and how long it overlaps the build, in words."""
    over = {each.phase: each for each in phases.overlaps}
    return [
        (sentence(PHASES[Phase.BUILD]), "", _day(phases.build_stop), ""),
        (sentence(PHASES[Phase.TEST]), _day(phases.test_start), _day(phases.test_end), _days(over.get(Phase.TEST))),
        (sentence(PHASES[Phase.TRAINING]), _day(phases.training_start), "oppstart", _days(over.get(Phase.TRAINING))),
    ]


def phases_described(phases: Phases, go_live: date | None) -> str:
    """The picture in words."""
    told = [f"{name} fra {first or DASH} til {last or DASH}" for name, first, last, _ in phase_rows(phases)]
    end = [f"Oppstart {day(go_live)}"] if go_live else []
    return ". ".join([*_sentences(told), *end, *_sentences([overlaps_text(phases)])])


def _sentences(told: Sequence[str]) -> list[str]:
    return [each.rstrip(".") for each in told if each]


def _day(found: date | None) -> str:
    return "" if found is None else short_day(found)


def _days(found: Overlap | None) -> str:
    return "" if found is None else count(found.days, "dag", "dager")
