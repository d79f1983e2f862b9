"""Customers of whom every file has something to say in every column."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from scoring.answers import Share
from scoring.frozen import Lesson
from scoring.packed_rows import pack_row
from scoring.portfolio.bands import LEAST
from scoring.vocabulary import CustomerType, LessonKind
from service.answers.encodings import yardstick_of
from service.answers.responses import open_response
from service.outcomes.figures import OutcomeSide, SaidOutcome, record_outcomes
from service.outcomes.starts import confirm_start
from service.people.access import now
from service.people.actor import Role
from service.people.customer_changes import Described, describe_customers
from service.people.issuers import trusted
from service.people.logins import Identity, identify
from service.people.members import invite, remove
from service.portfolio.roll_out import move_wave
from service.portfolio.shared_roles import Booking, book_role
from service.review.ratings import rate
from service.review.submissions import send_in
from service.workspace import Workspace
from storage.decision import mark_rows
from storage.decision import rows as decision_rows
from storage.decision.mark_rows import MarkRow
from storage.decision.rows import ConditionRow, DecisionRow, SignatureRow
from tests.builders import ADMIN, REVIEWER, municipality, text
from tests.service.files.made import GO_LIVE, TODAY, make
from tests.service.outcomes.made import RULES
from tests.service.review.sending import Said, begin_review, marker, say

LESSON = Lesson(
    id="L-001",
    section="4.2",
    kind=LessonKind.ADVICE,
    text=text("Begynn tidlig."),
    topics=("message_test",),
    applies_to=(CustomerType.MUNICIPALITY,),
)
ORG_NUMBER, WEEK = "974760673", timedelta(days=7)
ENOUGH: Said = {"Q-LEVEL": 4, "Q-YESNO": True, "Q-SHARE": Share(4, 4), "Q-NUMBER": 2, "Q-STOP": False, "Q-STOP2": 0}


class World(NamedTuple):
    """decides: the customer whose hard stop decides when both can start. started: one that has, and says how it went."""

    ws: Workspace
    customer_id: str
    decides: str
    started: str

    def of(self, file: str) -> str:
        """The customer a file has most to say of."""
        return self.started if file == "outcomes" else self.customer_id


@contextmanager
def said_by_all(folder: Path) -> Iterator[World]:
    """Customers, of whom every column of every file has something to say."""
    found = make(folder)
    ws, lead = found.ws, found.lead
    with_lessons = replace(
        ws, catalogue=ws.catalogue.model_copy(update={"lessons": {LESSON.id: LESSON}}), outcomes=RULES
    )
    seen = marker(ws, lead)
    sent = send_in(ws, lead, found.customer_id, seen=seen, as_of=TODAY - timedelta(days=20), incomplete=True)
    rate(ws, REVIEWER, begin_review(ws, sent), "Q-LEVEL", agreed=False, value=1, reason="Nei")
    say(ws, lead, {"Q-LEVEL": 3, "Q-SHARE": Share(1, 4)})
    other = municipality(ws, "=Øya", go_live=GO_LIVE)[0]
    say(ws, other, ENOUGH)
    # So many that it can be said how far apart they are.
    for number in range(LEAST):
        say(ws, municipality(ws, f"Kommune {number}", go_live=GO_LIVE)[0], ENOUGH)
    _come_and_go(ws, found.customer_id)
    _known_and_moved(ws, found.customer_id)
    _share_a_role(ws, found.customer_id)
    _decide(ws, found.customer_id, sent)
    described: Described = {"org_number": "964338531"}
    describe_customers(ws, ADMIN, [other.customer_id or ""], described)
    started = [_start(with_lessons, number) for number in range(LEAST)]
    named: Described = {"org_number": "912345602"}
    describe_customers(ws, ADMIN, started[:1], named)
    yield World(with_lessons, found.customer_id, other.customer_id or "", started[0])
    ws.close()


def _decide(ws: Workspace, customer_id: str, snapshot_id: str) -> None:
    """One with something in every column, which no longer holds: nobody has moved the go-live."""
    response = open_response(ws, ADMIN, customer_id)
    later, then = GO_LIVE + timedelta(days=30), now()
    of = ("d", response.response_id, customer_id, snapshot_id, "postpone", GO_LIVE, later, later, "Ikke klare")
    held = (ConditionRow(0, "Vakt", "Leder", later),)
    signed = tuple(SignatureRow(side, 3, side, "reviewer", then) for side in ("customer", "hpas"))
    row = DecisionRow(*of, response.marker, response.head, "{}", then, response.form.fingerprint, held, signed)
    numbers = pack_row(yardstick_of(response.form), response.counted)
    stood = '{"verdict": "behind", "by_hpas": "behind", "stops": []}'
    with ws.database.writing() as connection:
        decision_rows.add_decision(connection, row, numbers=numbers, stood=stood)
        mark_rows.add_mark(connection, MarkRow("d", 0, TODAY, "=Vaktlisten", "hpas", "reviewer", then))


def _start(ws: Workspace, number: int) -> str:
    """One that has started, and says how it went; of one thing it does not know, and HPAS sees another figure."""
    began = TODAY - timedelta(days=8)
    lead = municipality(ws, f"Startet {number}", go_live=began)[0]
    say(ws, lead, ENOUGH)
    id_ = lead.customer_id or ""
    send_in(ws, lead, id_, seen=marker(ws, lead), as_of=began - timedelta(days=3), incomplete=True)
    confirm_start(ws, lead, id_, began, as_of=TODAY)
    said = {"lost": SaidOutcome(7.5, False, "=Talt for hånd"), "errors": SaidOutcome(None, True, None)}
    record_outcomes(ws, lead, id_, 7, said, as_of=TODAY)
    seen = {"lost": SaidOutcome(8.5, False, "=Vi ser flere")}
    record_outcomes(ws, REVIEWER, id_, 7, seen, side=OutcomeSide.HPAS, as_of=TODAY)
    return id_


def _known_and_moved(ws: Workspace, customer_id: str) -> None:
    """What HPAS says of a customer, and a day that it has moved, there and back, with a reason."""
    said: Described = {"org_number": ORG_NUMBER, "region": "Sør", "group_name": "Øyene", "beds": "120"}
    describe_customers(ws, ADMIN, [customer_id], said)
    for from_day, to_day in ((GO_LIVE, GO_LIVE + WEEK), (GO_LIVE + WEEK, GO_LIVE)):
        move_wave(ws, ADMIN, [customer_id], from_day=from_day, to_day=to_day, reason="=Opplæringen")


def _come_and_go(ws: Workspace, customer_id: str) -> None:
    """A member who has logged in and been removed."""
    member_id = invite(ws, ADMIN, customer_id, role=Role.VIEWER, email="var@kommune.example", name="Var")
    identify(
        ws,
        Identity("l", "https://i.example", "s", "var@kommune.example", True, "Var", now()),
        issuers=trusted(["https://i.example"]),
    )
    remove(ws, ADMIN, member_id)


def _share_a_role(ws: Workspace, customer_id: str) -> None:
    """A role that serves the customer, and one that serves all who start on its day."""
    for whom, wave in ((customer_id, None), (None, GO_LIVE)):
        book_role(ws, ADMIN, Booking("=Testleder", whom, wave, GO_LIVE - WEEK, GO_LIVE, 60))
