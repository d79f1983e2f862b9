"""The decisions of one customer as they are read: who signed, what each amounts to today, and what has changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from language import local_day
from scoring.answers import Answer
from scoring.decision.standing import DecisionChange, DecisionStanding, day_decided
from scoring.encoding import encode_answers
from scoring.questionnaire import Form
from scoring.vocabulary import DecisionKind, DecisionSide
from service.answers.serialisation import answers_from
from service.decision.conditions import FollowedCondition, followed
from service.decision.holding import BOTH, DecisionToday, changes_since
from service.decision.stood import StoodThen, as_it_stood
from service.forms import kept_forms
from service.judgement import CustomerJudgement
from service.people.access import allow
from service.people.actor import Actor
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation
from service.workspace import Workspace
from storage.decision import mark_rows
from storage.decision import rows as decision_rows
from storage.decision.mark_rows import Marks
from storage.decision.rows import DecidedOn, DecisionRow
from storage.review import rows as submission_rows


@dataclass(frozen=True, slots=True)
class SignedBy:
    """name: to show, of HPAS's too: a signature is somebody's. unseen: how many answers they knew nobody had looked at."""

    side: DecisionSide
    name: str
    role: str
    at: datetime
    unseen: int


@dataclass(frozen=True, slots=True)
class KeptDecision:
    """A decision with what it amounts to today. changes: since it was made, of those that count or wait. stood: how it stood then.

    answers: what was sent in, that it was made on, and `sent` when. conditions: each with what was said of it.
    """

    row: DecisionRow
    standing: DecisionStanding
    changes: tuple[DecisionChange, ...]
    signed: tuple[SignedBy, ...]
    stood: StoodThen
    answers: Mapping[str, Answer]
    sent: date
    conditions: tuple[FollowedCondition, ...]

    @property
    def made_on(self) -> date:
        return local_day(self.row.made_at)

    @property
    def kind(self) -> DecisionKind:
        return DecisionKind(self.row.kind)

    @property
    def signed_by_both(self) -> bool:
        return len(self.signed) == BOTH

    @property
    def follows_up(self) -> bool:
        """Whether its conditions are followed: it is the newest that both have signed."""
        return self.standing in SIGNED

    @property
    def day(self) -> date:
        return day_decided(self.kind, self.row.go_live, self.row.new_go_live, signed=self.signed_by_both)


@dataclass(frozen=True, slots=True)
class CustomerDecisions:
    """held: all of them, the newest first. signed: the newest both have signed. waiting: a newer one that has one signature."""

    held: tuple[KeptDecision, ...] = ()

    @property
    def signed(self) -> KeptDecision | None:
        return next((each for each in self.held if each.standing in SIGNED), None)

    @property
    def waiting(self) -> KeptDecision | None:
        return next((each for each in self.held if each.standing is DecisionStanding.WAITING), None)


SIGNED = (DecisionStanding.HOLDS, DecisionStanding.FALLEN)


def read_decisions(ws: Workspace, actor: Actor, here: CustomerJudgement) -> CustomerDecisions:
    """Every decision of a customer as of one moment. One statement when there is none. Raises `NotAllowed`."""
    customer_id = here.view.customer.id
    allow(ws, actor, Operation.READ, customer_id, thing=f"customer:{customer_id}")
    with ws.database.one_moment(), ws.database.reading() as connection:
        rows = decision_rows.decisions_of(connection, customer_id)
        if not rows:
            return CustomerDecisions()
        decided = {each.id: each for each in decision_rows.decided_on(connection, customer_id)}
        told = standings_of(rows)
        open_ = [row for row in rows if told[row.id] in (*SIGNED, DecisionStanding.WAITING)]
        changes = _changes(connection, here, [decided[row.id] for row in open_])
        made = _Made.read(connection, rows)
    as_of = here.judgement.as_of
    found = [_kept(row, told[row.id], changes.get(row.id, ()), made, as_of) for row in reversed(rows)]
    return CustomerDecisions(tuple(found))


def standings_of(rows: Sequence[DecisionRow]) -> dict[str, DecisionStanding]:
    """Of one customer; rows: the oldest first. That one has fallen is told by what has changed."""
    signed = [row.id for row in rows if len(row.signatures) == BOTH]
    found = {row.id: DecisionStanding.REPLACED if row.id in signed else DecisionStanding.PAST for row in rows}
    if signed:
        found[signed[-1]] = DecisionStanding.HOLDS
    if rows[-1].id not in signed:
        found[rows[-1].id] = DecisionStanding.WAITING
    return found


def _changes(
    connection: Connection, here: CustomerJudgement, decided: Sequence[DecidedOn]
) -> dict[str, tuple[DecisionChange, ...]]:
    view, agreed = here.view, here.circumstances.agreed
    today = [DecisionToday(each, view.customer.go_live, agreed) for each in decided]
    now = encode_answers(here.measured_by, [view.counted] * len(today))
    return dict(
        zip((each.id for each in decided), changes_since(connection, here.measured_by, now, today), strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """What decisions were made on, by decision and by snapshot."""

    stood: Mapping[str, str]
    bodies: Mapping[str, str]
    sent: Mapping[str, date]
    forms: Mapping[str, Form]
    names: Mapping[str, str]
    marks: Marks

    @staticmethod
    def read(connection: Connection, rows: Sequence[DecisionRow]) -> "_Made":
        names = shown_names(connection, rows[0].customer_id) | shown_names(connection, None)
        return _Made(
            decision_rows.stood_in(connection, [row.id for row in rows]),
            submission_rows.bodies(connection, {row.snapshot_id for row in rows}),
            {each.id: each.as_of for each in submission_rows.snapshots_of(connection, [rows[0].customer_id])},
            kept_forms(connection, {row.fingerprint for row in rows}),
            names,
            mark_rows.marks_of(connection, [row.id for row in rows if row.conditions]),
        )


def _kept(
    row: DecisionRow,
    standing: DecisionStanding,
    changes: tuple[DecisionChange, ...],
    made: _Made,
    as_of: date,
) -> KeptDecision:
    form = made.forms[row.fingerprint]
    fell = standing is DecisionStanding.HOLDS and bool(changes)
    return KeptDecision(
        row=row,
        standing=DecisionStanding.FALLEN if fell else standing,
        changes=changes,
        signed=tuple(
            SignedBy(DecisionSide(each.side), shown_as(made.names, each.actor), each.role, each.at, each.unseen)
            for each in row.signatures
        ),
        stood=as_it_stood(form, made.stood[row.id]),
        answers=answers_from(form, json.loads(made.bodies[row.snapshot_id])),
        sent=made.sent[row.snapshot_id],
        conditions=followed(row, made.marks[row.id], made.names, as_of),
    )
