"""Every file for programs fits the schema beside it, as a reader that knows nothing but the schema sees it."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from reports.answers.all_answers_csv import LongCustomer, answers_long_csv
from reports.dialect import Dialect, to_bytes
from reports.people_csv import ACCESS, LOG, people_csv
from reports.plan.work_items_csv import COLUMNS as WORK_ITEMS
from reports.portfolio.customers_csv import Listed, customers_csv
from reports.portfolio.owed_csv import OwedLine, waiting_csv
from reports.portfolio.trend_csv import CourseOf, course_csv, moved_csv
from reports.review.sent_in_csv import SentIn, changes_csv, disagreement_csv, snapshots_csv, waves_csv
from reports.table_schema import described, schema_json, tables
from scoring.answers import Answer, Share
from scoring.basis import Basis
from scoring.changes import changes
from scoring.comparison import Entry, compare, laid_out
from scoring.disagreement import disagreements
from scoring.gaps import When
from scoring.moved import Moved
from scoring.trend import Point
from scoring.vocabulary import CustomerType, Verdict, WaitingOn
from scoring.waves import waves
from scoring.yardstick import yardstick
from tests.builders import GO_LIVE, catalogue

GOLDEN = Path(__file__).parent / "golden"
FACTORS = ["F01", "F02", "F03"]
PROGRAM = Dialect.PROGRAM
AS_OF, AT = date(2027, 3, 20), datetime(2027, 3, 20, 12, tzinfo=UTC)
KIND = CustomerType.MUNICIPALITY
MEASURE = yardstick(catalogue().form(KIND))
BEFORE = {"Q-LEVEL": Answer(3), "Q-SHARE": Answer(Share(1, 3)), "Q-STOP": Answer(False), "Q-OLD": Answer(2)}
AFTER = {"Q-LEVEL": Answer(1), "Q-NUMBER": Answer(1.5), "Q-STOP": Answer(not_applicable='=nei, "vi" har ikke')}
ENTRIES = [Entry("a", MEASURE, BEFORE, GO_LIVE), Entry("b", MEASURE, AFTER, GO_LIVE), Entry("c", MEASURE, {}, None)]
NAMES = {"a": "Kommune A", "b": "=Øya, «B»"}
SENT = SentIn("s1", "=Øya", KIND, AS_OF, GO_LIVE, 42, "lead", False, "in_review", "f" * 64)

OWED = OwedLine(WaitingOn.EPIC, "=Øya", KIND, GO_LIVE, MEASURE.questions[0], When.NOW, AS_OF, 12)


POINT = Point("s1", AS_OF, 42, 51.25, 40.0, 60.0, None, Verdict.CONDITIONAL, -9.5)
COURSE_OF = CourseOf("=Øya", KIND, [POINT, replace(POINT, key="")], AS_OF, Moved(1, 2, 3, 0))


def _golden(name: str) -> Callable[[], bytes]:
    return lambda: (GOLDEN / name).read_bytes()


def _all_answers() -> bytes:
    names = [LongCustomer(name, KIND) for name in (*NAMES.values(), "C")]
    return b"".join(answers_long_csv(names, laid_out(ENTRIES, as_of=AS_OF), Basis.CUSTOMER, PROGRAM))


# Name -> the file with something in it.
FILES: dict[str, Callable[[], bytes]] = {
    "answers": _golden("answers_program.csv"),
    "gaps": _golden("gaps_program.csv"),
    "working": _golden("working_program.csv"),
    "comparison": _golden("comparison_program.csv"),
    "comparison_long": _golden("comparison_long_program.csv"),
    "judgement": _golden("score.csv"),
    "log": lambda: people_csv(LOG, [[AT, "a", "read", "customer:1", "done", None]], PROGRAM),
    "access": lambda: people_csv(ACCESS, [["m", "HPAS", "admin", None, "a@b.no", "x", AT, None, AT, None]], PROGRAM),
    "all_answers": _all_answers,
    "course": lambda: course_csv([COURSE_OF], Basis.HPAS, PROGRAM),
    "moved": lambda: moved_csv([COURSE_OF, CourseOf("=Ny", KIND)], PROGRAM),
    "customers": lambda: customers_csv([Listed("a", "=Øya", KIND, GO_LIVE), Listed("b", "B", KIND, None)], PROGRAM),
    "snapshots": lambda: snapshots_csv([SENT], PROGRAM),
    "changes": lambda: changes_csv(changes(MEASURE, BEFORE, AFTER, go_live=GO_LIVE, as_of=AS_OF), PROGRAM),
    "work_items": lambda: to_bytes(WORK_ITEMS, [["Issue", "Q: gjør", None, 1, "Test", AS_OF, "<b>"]], PROGRAM),
    "waves": lambda: waves_csv(waves(compare(ENTRIES, as_of=AS_OF)), names=NAMES, topics={}, dialect=PROGRAM),
    "waiting": lambda: waiting_csv([OWED], PROGRAM),
    "disagreement": lambda: disagreement_csv(
        disagreements("a", MEASURE, BEFORE, AFTER, go_live=GO_LIVE, as_of=AS_OF), names=NAMES, dialect=PROGRAM
    ),
}
READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "number": float,
    "integer": int,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def read(data: bytes, resource: dict[str, Any]) -> list[dict[str, object]]:
    """The rows of a file as its schema says they are. Raises when one does not fit."""
    dialect, fields = resource["dialect"], resource["schema"]["fields"]
    text = io.StringIO(data.decode(resource["encoding"]), newline="")
    reader = csv.reader(text, delimiter=dialect["delimiter"], quotechar=dialect["quoteChar"], strict=True)
    assert next(reader) == [field["name"] for field in fields]
    return [{field["name"]: cell(field, text) for field, text in zip(fields, row, strict=True)} for row in reader]


def cell(field: dict[str, Any], text: str) -> object:
    if text == "":
        return None
    allowed = field.get("constraints", {}).get("enum")
    if allowed and text not in allowed:
        raise ValueError(f"{field['name']}: {text} is not among {allowed}")
    return READ[field["type"]](text)


def test_every_file_has_a_schema_and_an_example() -> None:
    assert set(tables(factors=FACTORS)) == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_the_file_fits_its_schema(name: str) -> None:
    resource = json.loads(schema_json(name, factors=FACTORS) or b"")
    assert resource == described(name, tables(factors=FACTORS)[name])
    assert resource["dialect"]["lineTerminator"] == "\n"
    assert read(FILES[name](), resource)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("changes", b"Q,t,sideways,,,0,1\n"),
        ("changes", b"Q,t,up,,,0\n"),
        ("changes", b"Q,t,up,,,half,1\n"),
        ("snapshots", b"s,c,municipality,20.03.2027,2027-05-01,42,l,true,sent,f\n"),
        ("snapshots", b"s,c,municipality,2027-03-20,2027-05-01,42,l,ja,sent,f\n"),
    ],
)
def test_the_reader_sees_what_does_not_fit(name: str, wrong: bytes) -> None:
    resource = described(name, tables(factors=FACTORS)[name])
    heading = FILES[name]().splitlines(keepends=True)[0]
    with pytest.raises((ValueError, KeyError)):
        read(heading + wrong, resource)


def test_a_file_that_nobody_makes_has_no_schema() -> None:
    assert schema_json("nothing", factors=FACTORS) is None
