"""The table of how often the verdict is right: made as its program makes it today, and within the goals it states."""

import csv
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from benchmarks.verdicts import DAYS, PACES, ROOT, TABLE, SimulatedPace, line_of, table_csv
from content.catalogue import read_catalogue
from scoring.questionnaire import Catalogue
from scoring.vocabulary import Verdict, questionnaire_type
from scoring.yardstick import Yardstick, yardstick

BY_NAME = {kind.nb: kind for kind in PACES}
# Where the days ahead are farther off than they should be, and by how many; what gets better must go from here.
TOO_FAR_OFF = {("municipality", "6 uker etter planen", 120): 8, ("health_trust", "6 uker etter planen", 90): 8}


class Row(NamedTuple):
    """A line of the table. shares: per cent of each verdict."""

    customer_type: str
    kind: SimulatedPace
    days: int
    shares: dict[Verdict, int]
    ahead: int | None


@cache
def catalogue() -> Catalogue:
    return read_catalogue(ROOT / "assessments")


@cache
def measure(customer_type: str) -> Yardstick:
    return yardstick(catalogue().form(questionnaire_type(customer_type)))


def rows(*names: str) -> Iterator[Row]:
    """The table, of these kinds of customers or of all."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            kind = BY_NAME[line["kind"]]
            if not names or kind.name in names:
                shares = {verdict: int(line[verdict.value]) for verdict in Verdict}
                ahead = int(line["ahead_days"]) if line["ahead_days"] else None
                yield Row(line["customer_type"], kind, int(line["days"]), shares, ahead)


def test_the_table_has_a_line_for_each_form_kind_and_distance() -> None:
    found = [(row.customer_type, row.kind, row.days) for row in rows()]

    assert found == [
        (form.value, kind, days) for form in catalogue().all_questionnaires for kind in PACES for days in DAYS
    ]
    assert all(98 <= sum(row.shares.values()) <= 102 for row in rows())


# Of the office all kinds, which takes the shortest time; of the others what lies nearest a goal.
AGAIN = [("gp_office", kind, days) for kind in PACES for days in (180, 120, 30)] + [
    ("municipality", PACES[2], 60),
    ("municipality", PACES[4], 90),
    ("health_trust", PACES[2], 60),
    ("health_trust", PACES[4], 30),
    ("programme", PACES[2], 60),
    ("programme", PACES[4], 30),
]


@pytest.mark.parametrize(("customer_type", "kind", "days"), AGAIN)
def test_the_table_is_what_the_program_makes_today(customer_type: str, kind: SimulatedPace, days: int) -> None:
    made = line_of(measure(customer_type), questionnaire_type(customer_type), kind, days, 1_000)

    (line,) = table_csv([made]).splitlines()[1:]
    assert line in TABLE.read_text(encoding="utf-8").splitlines(), "Run: python -m benchmarks.verdicts --write"


def test_who_is_on_schedule_or_better_is_seldom_told_that_the_date_fails() -> None:
    alarms = [row for row in rows("30 days ahead", "14 days ahead", "on schedule") if 60 <= row.days <= 365]

    assert len(alarms) == 4 * 3 * 5
    assert [row for row in alarms if row.shares[Verdict.NOT_READY] > 10] == []


def test_who_is_six_weeks_late_is_told_so_and_a_month_before_that_the_date_fails() -> None:
    for row in rows("6 weeks late"):
        asked = measure(row.customer_type).due[measure(row.customer_type).turns.searchsorted(row.days)].any()
        late = row.shares[Verdict.NOT_READY] + row.shares[Verdict.BEHIND]
        assert late >= 95 or not asked, row
        assert row.shares[Verdict.NOT_READY] >= 90 or row.days != 30, row


def test_who_is_stuck_at_half_is_told_that_the_date_fails_from_three_months_before() -> None:
    stuck = [row for row in rows("stuck at half") if row.days <= 90]

    assert len(stuck) == 4 * 4
    assert [row for row in stuck if row.shares[Verdict.NOT_READY] < 95] == []


def test_the_days_ahead_are_within_a_week_of_the_truth_while_the_plan_is_under_way() -> None:
    under_way = [row for row in rows(*(kind.name for kind in PACES[:5])) if 0.15 <= truly_reached(row) <= 0.95]
    off = {
        (row.customer_type, row.kind.nb, row.days): abs(row.ahead - round(row.kind.ahead))
        for row in under_way
        if row.ahead is not None
    }

    assert len(off) == len(under_way) > 50
    assert {where: days for where, days in off.items() if days > 7} == TOO_FAR_OFF


def truly_reached(row: Row) -> float:
    """How much of the plan one has behind it who is so many days ahead, 0..1."""
    of = measure(row.customer_type)
    day = min(max(row.days - round(row.kind.ahead), 0), of.plan.shape[1] - 1)
    return float(of.weight @ of.plan[:, day] / of.weight.sum())


def test_nobody_is_ready_by_the_best_answers_too_early_nor_by_saying_that_nothing_applies() -> None:
    early = [row for row in rows("all at once") if row.days > 0] + list(rows("nothing applies"))

    assert len(early) == 4 * 6 + 4 * 7
    assert [row for row in early if row.shares[Verdict.READY]] == []
