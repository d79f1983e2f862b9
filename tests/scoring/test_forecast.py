"""Where one lands, and what is seen of peers: docs/scoring.md, sections 25 and 26, and what always holds."""

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.forecasts import of_the_report
from scoring.forecast.landing import Landing, landing, own_pace
from scoring.forecast.reference_class import PastPlan, ReferenceClass, reference_class
from scoring.portfolio.bands import TOGETHER, peer_band
from scoring.portfolio.trend import TrendPoint

PAGE = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
LANDINGS = re.findall(r"^\| (\d+), (\d+), (\d+) \| ([\d.]+) \| (\d+) to (\d+) \|", PAGE, flags=re.MULTILINE)
BANDS = re.findall(r"^\| ([\d ]+) \| (\d+) \| ([\d ]+|nothing) \|$", PAGE[PAGE.index("## 26.") :], flags=re.MULTILINE)
TODAY = date(2027, 2, 1)
PAST = of_the_report()


def course(*left: float, days_left: int = 100, apart: int = 30, readiness: float = 50.0) -> list[TrendPoint]:
    """What was left of the plan at even distances, today last."""
    found = []
    for place, rest in enumerate(reversed(left)):
        ago = place * apart
        days = days_left + ago
        as_of = TODAY - timedelta(days=ago)
        found.append(TrendPoint("", as_of, days, readiness, None, None, None, None, days - rest))
    return found[::-1]


def told(*left: float, past: ReferenceClass = PAST) -> Landing:
    found = landing(course(*left), past)
    assert found is not None
    return found


def width(found: Landing) -> float:
    return float("inf") if found.latest is None else (found.latest - found.earliest).days


def test_the_report_has_its_four_go_lives() -> None:
    assert (PAST.cases, round(PAST.pace, 2), round(PAST.spread, 2)) == (4, 0.71, 0.12)


def test_the_page_has_its_examples() -> None:
    assert (len(LANDINGS), len(BANDS)) == (4, 4)


@pytest.mark.parametrize("line", LANDINGS)
def test_a_landing_of_the_page(line: tuple[str, ...]) -> None:
    left, pace, first, last = [float(each) for each in line[:3]], *line[3:]
    found, own = told(*left), own_pace([0, 30, 60], left)

    assert own is not None
    assert found.latest is not None
    days = ((found.earliest - TODAY).days, (found.latest - TODAY).days)
    assert (f"{abs(own.pace):.2f}", days) == (pace, (int(first), int(last)))


@pytest.mark.parametrize(
    ("points", "past"),
    [
        ([], PAST),
        (course(200, 170), PAST),
        (course(200, 170, 140, apart=0), PAST),
        (course(200, 170, 140, days_left=-1), PAST),
        (course(200, 170, 140), None),
        ([*course(200, 170, 140), TrendPoint("", TODAY, 9, 1, 1, 1, 1, None, None)], PAST),
    ],
)
def test_nothing_is_said_where_too_little_is_known(points: list[TrendPoint], past: ReferenceClass | None) -> None:
    assert landing(points, past) is None


def test_it_is_never_a_single_day_however_even_the_pace() -> None:
    even = landing(course(*(400 - 20 * month for month in range(20)), days_left=10), PAST)

    assert even is not None
    assert even.latest is not None
    assert width(even) > 30
    assert even.low < even.high


def test_an_uneven_pace_and_fewer_points_make_it_wider() -> None:
    assert width(told(260, 230, 200, 170, 140)) < width(told(200, 170, 140)) < width(told(200, 120, 140))


def test_who_stands_still_where_the_class_did_too_has_no_last_day() -> None:
    still = told(200, 200, 200, past=ReferenceClass(0.2, 0.1, 4))

    assert still.latest is None
    assert still.earliest > TODAY + timedelta(days=200)


def test_another_late_start_of_the_installation_makes_it_later() -> None:
    late = PastPlan(date(2026, 1, 1), date(2026, 7, 1), date(2027, 7, 1))
    plans = [PastPlan(date(2019, 3, 15), date(2021, 11, 15), came) for came in (date(2022, 5, 7), date(2022, 11, 12))]
    fewer, more = reference_class(plans), reference_class([*plans, late])

    assert fewer
    assert more
    assert (f"{late.pace:.3f}", more.cases, more.pace < fewer.pace) == ("0.332", 3, True)
    assert reference_class([late]) is None
    assert reference_class([*plans, PastPlan(date(2026, 1, 1), date(2026, 2, 1), date(2026, 2, 1))]) == fewer


@pytest.mark.parametrize("line", BANDS)
def test_a_band_of_the_page(line: tuple[str, str, str]) -> None:
    known, counted, seen = line
    found = peer_band([[float(each) for each in known.split()]])

    assert (found.customers if found else 0) == int(counted)
    assert (f"{found.lower:.0f} {found.median:.0f} {found.upper:.0f}" if found else "nothing") == seen


def test_a_differencing_attack_sees_six_more_or_nothing() -> None:
    figures: list[float | None] = [float(each * 37 % 101) if each % 5 else None for each in range(80)]
    seen = [peer_band([figures[:arrived]]) for arrived in range(len(figures) + 1)]
    sizes = [each.customers if each else 0 for each in seen]

    assert {after - before for before, after in pairwise(sizes)} == {0, TOGETHER}
    for before, after in pairwise(seen):
        assert before == after or (after and after.customers == (before.customers if before else 0) + TOGETHER)
        assert after is None or all(figure % 5 == 0 for figure in (after.lower, after.median, after.upper))
