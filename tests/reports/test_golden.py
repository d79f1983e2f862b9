"""The exact bytes of each file. After a change that is meant, run with KLARSJEKK_GOLDEN=write and read the difference."""

import csv
import io
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reports.dialect import Dialect, to_bytes
from reports.judgement import breakdown_csv, gaps_csv
from reports.judgement.result_files import judgement_csv, judgement_json
from reports.portfolio import comparison_csv
from reports.portfolio.comparison_csv import ComparisonLine
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.basis import Basis
from scoring.gaps import gaps_of
from scoring.judgement import Judgement, judge
from scoring.portfolio.portfolio import PortfolioEntry, compare
from scoring.vocabulary import CustomerType, WaitingOn
from scoring.yardstick import yardstick
from tests.builders import GO_LIVE, catalogue
from tests.reports.answers.forms import FORM
from tests.reports.written import answers_csv

GOLDEN = Path(__file__).parent / "golden"
AS_OF = date(2027, 3, 20)
CATALOGUE = catalogue(FORM)
KIND = CustomerType.MUNICIPALITY
ASKED = CATALOGUE.form(KIND)
ANSWERS = {
    "Q-LEVEL": Answer(2, waiting_on=WaitingOn.OTHER_SUPPLIER, comment="Blåbær, «æøå»; og \"mer\"\nny linje"),
    "Q-YESNO": Answer(True, evidence="https://example.no/årsplan", confirmed_on=date(2027, 3, 12)),
    "Q-SHARE": Answer(Share(8.5, 12)),
    "Q-NUMBER": Answer(1.5, comment="=1+1"),
    "Q-DATE": Answer(date(2027, 3, 12), comment="'tis"),
    "Q-MATRIX": Answer(Matrix((MatrixRow("Pleie- og omsorg", Share(3, 4)), MatrixRow("+47 Øre", Share(0, 2)))), comment="Hele"),
    "Q-STOP": Answer(not_applicable="- vi har det ikke"),
    "Q-FIXED": Answer(Matrix((MatrixRow("epikrise", Share(3, 4)), MatrixRow("lab", Share(None, None), "Sendes ikke")))),
}  # fmt: skip


def _judgement(go_live: date | None = GO_LIVE) -> Judgement:
    return judge(yardstick(ASKED), ANSWERS, go_live=go_live, as_of=AS_OF)


def _gaps(dialect: Dialect) -> bytes:
    rows = gaps_csv.gap_rows(gaps_of(_judgement()), form=ASKED, lessons=CATALOGUE.lessons)
    return to_bytes(gaps_csv.COLUMNS, rows, dialect)


def _compared() -> list[ComparisonLine]:
    measure = yardstick(ASKED)
    entries = [PortfolioEntry("a", measure, ANSWERS, GO_LIVE), PortfolioEntry("b", measure, {}, None)]
    names = ["Blåbærøy", "=Kommune B"]
    return [ComparisonLine(n, KIND, c) for n, c in zip(names, compare(entries, as_of=AS_OF), strict=True)]


def _comparison(dialect: Dialect) -> bytes:
    factors = ["F01", "F02", "F03"]
    rows = comparison_csv.comparison_rows(_compared(), factors=factors)
    return to_bytes(comparison_csv.columns(factors), rows, dialect)


def _long(dialect: Dialect) -> bytes:
    return to_bytes(comparison_csv.LONG_COLUMNS, comparison_csv.comparison_long_rows(_compared()), dialect)


def _answers(dialect: Dialect) -> bytes:
    return answers_csv(FORM, ANSWERS, dialect)


def _working(dialect: Dialect) -> bytes:
    rows = breakdown_csv.working_rows(_judgement(), factors=ASKED.factors, basis=Basis.CUSTOMER)
    return to_bytes(breakdown_csv.COLUMNS, rows, dialect)


TABLES = {"answers": _answers, "gaps": _gaps, "working": _working, "comparison": _comparison, "comparison_long": _long}
OTHERS: dict[str, Callable[[], bytes]] = {
    "score.json": lambda: judgement_json(_judgement(), KIND).encode(),
    "score_undated.json": lambda: judgement_json(_judgement(None), KIND).encode(),
    "score.csv": lambda: judgement_csv(_judgement()),
}
FILES = OTHERS | {
    f"{name}_{dialect.value}.csv": lambda make=make, dialect=dialect: make(dialect)
    for name, make in TABLES.items()
    for dialect in Dialect
}


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_what_it_was_byte_for_byte(name: str) -> None:
    made, kept = FILES[name](), GOLDEN / name
    if os.environ.get("KLARSJEKK_GOLDEN") == "write":
        kept.write_bytes(made)
    assert made == kept.read_bytes()


def test_there_is_no_golden_file_that_nobody_makes() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == FILES.keys()


def test_the_figures_can_be_added_up_from_the_file() -> None:
    rows = list(csv.DictReader(io.StringIO(_working(Dialect.PROGRAM).decode())))
    judgement = _judgement()
    groups = {"": judgement.overall} | dict(judgement.factors)
    for group, figures in groups.items():
        lines = [row for row in rows if group in ("", row["factor"])]
        assert figures.readiness == pytest.approx(_mean(lines, "attainment"))
        assert figures.expected == pytest.approx(_mean(lines, "expected_attainment"))


def _mean(rows: list[dict[str, str]], column: str) -> float:
    held = [(float(row["weight"]), float(row[column])) for row in rows if row[column]]
    return 100 * sum(weight * share for weight, share in held) / sum(weight for weight, _ in held)
