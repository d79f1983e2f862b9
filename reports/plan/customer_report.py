"""What a whole report of one customer is made from: its judgement, gaps, plan and exceptions on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from language import VERDICTS
from scoring.gaps import Gap
from scoring.judgement import Figures, Judgement
from scoring.plan import Plan
from scoring.questionnaire import Form, Lesson
from scoring.shortest_way import Way
from scoring.unreachable import OutOfReach
from scoring.waivers import Standing, WaiverCase
from scoring.what_if import Link

NO_VERDICT = "Oppstart mangler"


@dataclass(frozen=True, slots=True)
class Said:
    """When a question was last answered, and the name of who did."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Material:
    """factors: id -> title, in order. waivers: with what each amounts to today. beyond: hard stops that work
    no longer reaches. said: question id -> last answer."""

    customer: str
    form: Form
    factors: Mapping[str, str]
    lessons: Mapping[str, Lesson]
    judgement: Judgement
    gaps: tuple[Gap, ...]
    plan: Plan
    chain: tuple[Link, ...]
    ways: tuple[Way, ...]
    waivers: tuple[tuple[WaiverCase, Standing], ...]
    beyond: tuple[OutOfReach, ...]
    said: Mapping[str, Said]

    @property
    def as_of(self) -> date:
        return self.judgement.as_of

    @property
    def verdict(self) -> str:
        return VERDICTS[self.judgement.verdict] if self.judgement.verdict else NO_VERDICT

    def title_of(self, question_id: str) -> str:
        question = self.form.questionnaire.by_id.get(question_id)
        return question.title.nb if question else question_id

    def figures(self) -> list[tuple[str, Figures]]:
        """Name and figures: everything, then the factors that are asked, by their titles."""
        factors = [(self.factors.get(id_, id_), figures) for id_, figures in self.judgement.factors.items()]
        return [("Alt", self.judgement.overall), *factors]
