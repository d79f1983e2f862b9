"""A database with thousands of customers, answers and snapshots for the benchmarks, put in by the thousand.

The rows are those the service would write, but for the chain of revisions, which comparing never reads. Half have
decided, half of those whose go-live is past have started, a tenth have phases, and answers are up to 120 days old.
"""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection, insert

from benchmarks.scoring import AS_OF, form, reply_all
from scoring.answers import Answer
from scoring.basis import own_part
from scoring.packed_rows import pack_row
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField, CustomerType, DecisionKind, DecisionSide, WaitingOn
from scoring.yardstick import Yardstick, yardstick
from service.answers.serialisation import pack
from service.forms import keep
from storage.decision.tables import decision, decision_signature
from storage.engines.database import Database
from storage.plan.phase_rows import PhaseRow, add_phases
from storage.review.tables import response_sheet, snapshot, snapshot_event
from storage.tables import answer, customer, response

QUESTIONS, SNAPSHOTS = 80, 5
LEFT = (181, 121, 88, 61, 30)
# So many different sets of answers, each given by many customers: making them is not what is measured.
SETS = 500
AT_A_TIME = 500
# One of so many has decided, and both have signed.
DECIDED = 2
AT = datetime(2027, 1, 1, 12, tzinfo=UTC)
TYPES = tuple(CustomerType)
FRESHNESS = {"usual": 90, "near": 30, "near_from": 60, "stops_from": 30}
# Go-lives lie on so many days in turn, from some that are past; every tenth day is a wave whose phases are known.
LONGEST, BEHIND, WAVES_APART = 400, 20, 10


@dataclass(frozen=True)
class AnswerSet:
    """One set of answers, as rows of the database and as numbers."""

    fields: list[tuple[str, str, str]]
    body: str
    numbers: bytes


def fill(database: Database, customers: int, asked: Form | None = None) -> Form:
    """Put in so many customers with answers, rows of numbers and snapshots; the form they answer."""
    asked, chance = asked or form(QUESTIONS, freshness=FRESHNESS), random.Random(2027)
    laid_out = yardstick(asked)
    sets = [_said(asked, laid_out, chance) for _ in range(SETS)]
    with database.writing() as connection:
        keep(connection, asked)
        for days in range(0, LONGEST, WAVES_APART):
            add_phases(connection, _phases(AS_OF + timedelta(days=days - BEHIND)))
    for start in range(0, customers, AT_A_TIME):
        with database.writing() as connection:
            _put(connection, range(start, min(start + AT_A_TIME, customers)), sets, asked)
    return asked


def _said(asked: Form, laid_out: Yardstick, chance: random.Random) -> AnswerSet:
    said = own_part(asked.questionnaire, reply_all(laid_out.questions, chance))
    answers = {id_: replace(each, confirmed_on=_confirmed(chance)) for id_, each in said.items()}
    fields = sorted(_fields(asked, answers, chance))
    body = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return AnswerSet(fields, body, pack_row(laid_out, answers))


def _fields(asked: Form, answers: Mapping[str, Answer], chance: random.Random) -> Iterator[tuple[str, str, str]]:
    for question_id, said in answers.items():
        stored = pack(asked, question_id, AnswerField.VALUE, said.value)
        if stored is not None:
            yield question_id, AnswerField.VALUE.value, stored
        if said.not_applicable:
            yield question_id, AnswerField.NOT_APPLICABLE.value, said.not_applicable
        if chance.random() < 0.05:
            yield question_id, AnswerField.WAITING_ON.value, WaitingOn.HPAS.value
        if chance.random() < 0.1:
            yield question_id, AnswerField.COMMENT.value, "Vi tar det opp i neste møte i styringsgruppen."


def _put(connection: Connection, numbers: range, sets: list[AnswerSet], asked: Form) -> None:
    connection.execute(insert(customer), [_customer(n) for n in numbers])
    connection.execute(insert(response), [_response(n, asked) for n in numbers])
    connection.execute(insert(answer), [row for n in numbers for row in _answers(n, sets[n % SETS])])
    connection.execute(insert(response_sheet), [_sheet(n, sets[n % SETS], asked) for n in numbers])
    sent = [(n, k) for n in numbers for k in range(SNAPSHOTS)]
    connection.execute(insert(snapshot), [_snapshot(n, k, sets[(n + k) % SETS], asked) for n, k in sent])
    connection.execute(insert(snapshot_event), [_event(n, k) for n, k in sent])
    decided = [n for n in numbers if n % DECIDED == 0]
    connection.execute(insert(decision), [_decision(n, sets[n % SETS], asked) for n in decided])
    connection.execute(insert(decision_signature), [_signature(n, side) for n in decided for side in DecisionSide])


def customer_id(number: int) -> str:
    """Of the customer that was put in as that number."""
    return _id("customer", number)


def _id(what: str, number: int) -> str:
    return sha256(f"{what}/{number}".encode()).hexdigest()[:32]


def _go_live(number: int) -> date:
    return AS_OF + timedelta(days=number % LONGEST - BEHIND)


def _confirmed(chance: random.Random) -> date:
    return AS_OF - timedelta(days=chance.randint(0, 120))


def _phases(go_live: date) -> PhaseRow:
    """Of one wave: built until test is well under way."""
    build, test, training = (go_live - timedelta(days=left) for left in (90, 100, 60))
    return PhaseRow(None, go_live, build, test, training, training, None, "reviewer", AT)


def _customer(n: int) -> dict[str, object]:
    kind = TYPES[n % len(TYPES)].value
    return {
        "id": customer_id(n),
        "name": f"Kommune {n}",
        "customer_type": kind,
        "go_live": _go_live(n),
        "started_on": _go_live(n) if _go_live(n) < AS_OF and n % 2 else None,
        "invented": True,
        "created_at": AT + timedelta(seconds=n),
    }


def _response(n: int, asked: Form) -> dict[str, object]:
    return {
        "id": _id("response", n),
        "customer_id": customer_id(n),
        "fingerprint": asked.fingerprint,
        "created_at": AT,
        "created_by": "lead",
        "revisions": QUESTIONS,
        "head": _head(n),
    }


def _head(n: int) -> str:
    return sha256(f"head/{n}".encode()).hexdigest()


def _answers(n: int, said: AnswerSet) -> Iterator[dict[str, object]]:
    for question_id, field, content in said.fields:
        yield {
            "response_id": _id("response", n),
            "question_id": question_id,
            "field": field,
            "content": content,
            "version": 1,
            "session": "0123456789abcdef",
            "edit_no": 1,
            "updated_by": "lead",
            "updated_at": AT,
            "hash": _head(n),
        }


def _sheet(n: int, said: AnswerSet, asked: Form) -> dict[str, object]:
    return {
        "response_id": _id("response", n),
        "fingerprint": asked.fingerprint,
        "head": _head(n),
        "numbers": said.numbers,
    }


def _decision(n: int, said: AnswerSet, asked: Form) -> dict[str, object]:
    return {
        "id": _id("decision", n),
        "response_id": _id("response", n),
        "customer_id": customer_id(n),
        "snapshot_id": _id(f"snapshot {SNAPSHOTS - 2}", n),
        "kind": DecisionKind.GO.value,
        "go_live": _go_live(n),
        "marker": QUESTIONS,
        "head": _head(n),
        "waivers": "{}",
        "made_at": AT,
        "fingerprint": asked.fingerprint,
        "numbers": said.numbers,
        "stood": '{"verdict": null, "by_hpas": null, "stops": []}',
    }


def _signature(n: int, side: DecisionSide) -> dict[str, object]:
    return {
        "decision_id": _id("decision", n),
        "side": side.value,
        "unseen": 0,
        "actor": side.value,
        "role": "reviewer",
        "at": AT,
    }


def _snapshot(n: int, k: int, said: AnswerSet, asked: Form) -> dict[str, object]:
    left = LEFT[k] + n % 7 - 3
    return {
        "id": _id(f"snapshot {k}", n),
        "response_id": _id("response", n),
        "customer_id": customer_id(n),
        "fingerprint": asked.fingerprint,
        "as_of": _go_live(n) - timedelta(days=left),
        "go_live": _go_live(n),
        "days_left": left,
        "sent_at": AT + timedelta(days=30 * k, seconds=n),
        "sent_by": "lead",
        "complete": True,
        "marker": QUESTIONS,
        "numbers": said.numbers,
        "body": said.body,
    }


def _event(n: int, k: int) -> dict[str, object]:
    return {
        "snapshot_id": _id(f"snapshot {k}", n),
        "state": "reviewed" if k < SNAPSHOTS - 1 else "sent",
        "actor": "reviewer",
        "at": AT + timedelta(days=30 * k, seconds=n),
        "comment": None,
    }
