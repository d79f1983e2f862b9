"""Words for the phases and where they overlap: page, paper and alternative text take them from here."""

from collections.abc import Sequence
from datetime import date

from language import DASH, DAYS, day, listed, sentence, short_day
from language.reports.plan import phase_wording as words
from scoring.proof.phases import Overlap, Phase, Phases

PHASES = words.PHASES
ON_MOVING = words.ON_MOVING


def overlaps_text(phases: Phases) -> str:
    """«Løsningen bygges fortsatt når testen begynner (12 dager før byggestopp).»; nothing where nothing overlaps."""
    if not phases.overlaps:
        return ""
    told = [words.BEGINS(phase=words.THE[each.phase], days=DAYS(each.days)) for each in phases.overlaps]
    return words.OVERLAPS(what=listed(told))


def phase_rows(phases: Phases) -> list[tuple[str, str, str, str]]:
    """Phase, from, to, and how long it overlaps the build, in words."""
    over = {each.phase: each for each in phases.overlaps}
    return [
        (sentence(PHASES[Phase.BUILD]), "", _day(phases.build_stop), ""),
        (sentence(PHASES[Phase.TEST]), _day(phases.test_start), _day(phases.test_end), _days(over.get(Phase.TEST))),
        (sentence(PHASES[Phase.TRAINING]), _day(phases.training_start), words.START(), _days(over.get(Phase.TRAINING))),
    ]


def phases_described(phases: Phases, go_live: date | None) -> str:
    """The picture in words."""
    told = [
        words.SPAN(name=name, first=first or DASH, last=last or DASH) for name, first, last, _ in phase_rows(phases)
    ]
    end = [words.STARTS_ON(day=day(go_live))] if go_live else []
    return ". ".join([*_sentences(told), *end, *_sentences([overlaps_text(phases)])])


def _sentences(told: Sequence[str]) -> list[str]:
    return [each.rstrip(".") for each in told if each]


def _day(found: date | None) -> str:
    return "" if found is None else short_day(found)


def _days(found: Overlap | None) -> str:
    return "" if found is None else DAYS(found.days)
