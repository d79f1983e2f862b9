"""Shared roles week by week: what is asked of each, and where it is more than there is."""

from datetime import date, timedelta

import pytest

from scoring.portfolio.shared_roles import RoleConflict, RoleUse, changed_conflicts, conflicts, role_weeks

MONDAY = date(2027, 3, 1)


def week(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


def use(whom: str, first: int, last: int, share: int, role: str = "Opplæring") -> RoleUse:
    """From the Monday of one week to the Friday of another."""
    return RoleUse(role, whom, week(first), week(last) + timedelta(days=4), share)


# What is booked, and the conflicts: first and last week, per cent in the worst, and who asks.
FOUND: list[tuple[list[RoleUse], list[tuple[int, int, int, tuple[str, ...]]]]] = [
    ([], []),
    ([use("a", 0, 3, 60), use("b", 4, 6, 60)], []),
    ([use("a", 0, 3, 50), use("b", 0, 3, 50)], []),
    ([use("a", 0, 3, 60), use("b", 2, 6, 60)], [(2, 3, 120, ("a", "b"))]),
    ([use("a", 0, 3, 60), use("a", 2, 6, 60)], [(2, 3, 120, ("a",))]),
    ([use("a", 0, 3, 60), use("b", 2, 6, 60, "OPPLÆRING ")], [(2, 3, 120, ("a", "b"))]),
    ([use("a", 0, 3, 60), use("b", 2, 6, 60, "Drift")], []),
    ([use("a", 0, 9, 60), use("b", 1, 1, 60), use("c", 3, 3, 90)], [(1, 1, 120, ("a", "b")), (3, 3, 150, ("c", "a"))]),
    ([use("a", 0, 3, 60), use("b", 1, 2, 60), use("c", 2, 3, 50)], [(1, 3, 170, ("a", "b", "c"))]),
]


@pytest.mark.parametrize(("booked", "found"), FOUND)
def test_weeks_on_end_with_too_much_are_one_conflict(
    booked: list[RoleUse], found: list[tuple[int, int, int, tuple[str, ...]]]
) -> None:
    expected = [(each.first, each.last, each.most, each.whom) for each in conflicts(role_weeks(booked, since=week(0)))]
    assert expected == [(week(first), week(last), most, whom) for first, last, most, whom in found]


def test_a_day_takes_the_whole_week_and_what_is_past_is_not_told() -> None:
    thursday = RoleUse("Drift", "a", week(-3), week(1) + timedelta(days=3), 70)
    tuesday = RoleUse("Drift", "b", week(1) + timedelta(days=4), week(1) + timedelta(days=5), 40)
    found = role_weeks([thursday, tuesday], since=week(0) + timedelta(days=2))
    assert [(each.monday, each.total, each.over) for each in found] == [(week(0), 70, False), (week(1), 110, True)]
    assert found[1].shares == (("a", 70), ("b", 40))


def test_what_comes_and_what_goes_is_told_and_what_stays_is_not() -> None:
    stays, goes, comes = (RoleConflict("Drift", week(at), week(at), 110, ("a", "b")) for at in range(3))
    assert changed_conflicts([stays, goes], [stays, comes]) == ([comes], [goes])
