"""Roles that serve several customers in the same weeks: how much of each is asked for, week by week, and where it is too much.

A role is one, however many ways its name is written. It decides no verdict.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scoring.names import name_key

WHOLE = 100
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class RoleUse:
    """So much of a role for one customer or wave, from `first` to `last`. share: per cent. whom: by key."""

    role: str
    whom: str
    first: date
    last: date
    share: int


@dataclass(frozen=True, slots=True)
class RoleWeek:
    """What is asked of a role in the week that begins on `monday`. shares: whom -> per cent, the largest first."""

    role: str
    monday: date
    shares: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(share for _, share in self.shares)

    @property
    def over(self) -> bool:
        return self.total > WHOLE


@dataclass(frozen=True, slots=True)
class RoleConflict:
    """Weeks on end in which more than all of a role is asked for, each by its Monday. most: per cent, in the worst of them.

    whom: everyone who asks in any of them.
    """

    role: str
    first: date
    last: date
    most: int
    whom: tuple[str, ...]


def monday_of_week(day: date) -> date:
    return day - timedelta(days=day.weekday())


def role_weeks(uses: Iterable[RoleUse], *, since: date) -> list[RoleWeek]:
    """Every week from that of `since` on in which a role is asked for, by role and then by week.

    A day in a week takes the whole week: who is wanted from Thursday is not elsewhere on Monday.
    """
    names: dict[str, str] = {}
    weeks: dict[tuple[str, date], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for use in uses:
        role = name_key(use.role)
        names.setdefault(role, use.role)
        for monday in _mondays(max(use.first, monday_of_week(since)), use.last):
            weeks[role, monday][use.whom] += use.share
    return [
        RoleWeek(names[role], monday, tuple(sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))))
        for (role, monday), shares in sorted(weeks.items())
    ]


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = monday_of_week(first)
    while monday <= last:
        yield monday
        monday += _WEEK


def conflicts(weeks: Sequence[RoleWeek]) -> list[RoleConflict]:
    """Where a role is asked for more than there is of it, the nearest first. weeks: as `role_weeks` gives them."""
    runs: list[list[RoleWeek]] = []
    for week in (week for week in weeks if week.over):
        if runs and runs[-1][-1].role == week.role and runs[-1][-1].monday + _WEEK == week.monday:
            runs[-1].append(week)
        else:
            runs.append([week])
    return sorted((_conflict(run) for run in runs), key=lambda found: (found.first, found.role))


def _conflict(run: Sequence[RoleWeek]) -> RoleConflict:
    whom = dict.fromkeys(who for week in run for who, _ in week.shares)
    most = max(week.total for week in run)
    return RoleConflict(run[0].role, run[0].monday, run[-1].monday, most, tuple(whom))


def changed_conflicts(
    before: Sequence[RoleConflict], after: Sequence[RoleConflict]
) -> tuple[list[RoleConflict], list[RoleConflict]]:
    """Those that would come, and those that would go; one that is as it was is in neither."""
    return [each for each in after if each not in before], [each for each in before if each not in after]
