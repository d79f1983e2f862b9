"""One past go-live as the back-test sees it: its judgement at each distance, and the shapes its pages are written in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from textwrap import fill

from language import count
from scoring.hindsight.past import failing as failing_stops
from scoring.judgement import Judged, Judgement, judge
from scoring.questionnaire import Form
from scoring.reference_cases import REPORT, ReadingKind, ReferenceCase, ReportFinding
from scoring.vocabulary import Status
from scoring.yardstick import yardstick

DISTANCES = (365, 180, 90, 60, 30, 0)
READINGS = {ReadingKind.STATED: "sagt", ReadingKind.INFERRED: "tolket"}


@dataclass(frozen=True)
class Backtest:
    """One case with the questionnaire it is answered with."""

    case: ReferenceCase
    form: Form

    @cached_property
    def judgements(self) -> dict[int, Judgement]:
        """Days before go-live -> the judgement of that day."""
        measure, go_live = yardstick(self.form), self.case.go_live
        return {
            days: judge(measure, self.case.answers_at(days), go_live=go_live, as_of=go_live - timedelta(days=days))
            for days in DISTANCES
        }

    @property
    def last(self) -> Judgement:
        return self.judgements[DISTANCES[-1]]


def paragraph(text: str) -> str:
    """In lines of at most 120 signs, as all our documents."""
    return fill(text, 120, break_long_words=False, break_on_hyphens=False) + "\n"


def failing(judged: Judgement) -> list[str]:
    """Hard stops that are answered and usually not reached in time any more."""
    return [each.question.id for each in failing_stops(judged)]


def late(judged: Judgement) -> list[str]:
    """Hard stops that are answered and behind, with time left to catch up."""
    return [each.question.id for each in _hard(judged) if each.status is Status.BEHIND and not each.fails]


def silent(judged: Judgement) -> list[str]:
    """Hard stops that should be under way and have no answer."""
    return [each.question.id for each in _hard(judged) if each.status is Status.UNANSWERED]


def _hard(judged: Judgement) -> Iterator[Judged]:
    return (each for each in judged.questions.values() if each.question.hard_stop is not None)


def where(found: ReportFinding) -> str:
    """Which text, and where in it."""
    section = f"avsnitt {found.section}" if found.section else ""
    return section if found.source == REPORT else f"{found.source}, {section}" if section else found.source


def days_text(days: int) -> str:
    return count(days, "dag", "dager")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a bar in a text would end its cell."""
    lines = [heads, ["---"] * len(heads), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
