"""What a whole report of one customer is made from: its judgement, gaps, plan and exceptions on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from language import said
from language.reports.plan import customer_report as words
from language.reports.plan.plan_wording import OWN_ACTION
from reports.decision.told import ToldDecision
from reports.judgement.verdict_wording import headline
from scoring.frozen import Lesson
from scoring.gaps import Gap
from scoring.judgement import Figures, Judgement
from scoring.plan import Plan
from scoring.portfolio.changes import AnswerChange
from scoring.questionnaire import Form
from scoring.shortest_way import ShortestWay
from scoring.waivers import Standing, WaiverCase
from scoring.what_if import Link


@dataclass(frozen=True, slots=True)
class LastAnswered:
    """When a question was last answered, and the name of who did."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ComparedWith:
    """What now is compared with: the day, the go-live it had then, and every question. paper: the last paper, else what was sent in."""

    day: date
    go_live: date | None
    changes: tuple[AnswerChange, ...]
    paper: bool = False


@dataclass(frozen=True, slots=True)
class CustomerReport:
    """customer_id, org_number: whose it is to programs and to others. factors: id -> title, in order. waivers: with what each amounts to today. said: question id -> last
    answer. invented: the customer is made up, which every sheet of paper says. since: what now is compared with,
    `None` where there is nothing, or where nobody asks. roles: title -> the questions it usually knows. checksum: of all that was stored when it was read, "" where nobody asks.
    decision: the one both have signed, `None` where there is none, or where nobody asks."""

    customer: str
    invented: bool
    form: Form
    factors: Mapping[str, str]
    lessons: Mapping[str, Lesson]
    judgement: Judgement
    gaps: tuple[Gap, ...]
    plan: Plan
    chain: tuple[Link, ...]
    ways: tuple[ShortestWay, ...]
    waivers: tuple[tuple[WaiverCase, Standing], ...]
    said: Mapping[str, LastAnswered]
    since: ComparedWith | None = None
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    checksum: str = ""
    decision: ToldDecision | None = None
    customer_id: str = ""
    org_number: str | None = None

    @property
    def named(self) -> str:
        """The customer at the foot of a page."""
        return words.INVENTED(customer=self.customer) if self.invented else self.customer

    @property
    def as_of(self) -> date:
        return self.judgement.as_of

    @property
    def verdict(self) -> str:
        return headline(self.judgement)

    @property
    def decides(self) -> Link | None:
        """The hard stop that allows the latest go-live, if any is open."""
        return self.chain[0] if self.chain else None

    def title_of(self, question_id: str | None) -> str:
        """The question an action or an exception is about; says so when it is about none."""
        if question_id is None:
            return OWN_ACTION()
        question = self.form.questionnaire.by_id.get(question_id)
        return said(question.title) if question else question_id

    def figures(self) -> list[tuple[str, Figures]]:
        """Name and figures: everything, then the factors that are asked, by their titles."""
        factors = [(self.factors.get(id_, id_), figures) for id_, figures in self.judgement.factors.items()]
        return [(words.EVERYTHING(), self.judgement.overall), *factors]
