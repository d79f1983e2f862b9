"""Own work and work that waits on others, told apart: one rule for every figure and list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scoring.gaps import Gap
from scoring.vocabulary import Responsible, WaitingOn


@dataclass(frozen=True, slots=True)
class GapWork:
    """How much some gaps are. `due` is those that are open: late, or at risk of it, `weight` the sum of their questions' weights."""

    questions: int
    due: int
    hard_stops: int
    weight: float


@dataclass(frozen=True, slots=True)
class OwedGaps:
    """Gaps by who can close them, each list in the order given. `waiting`: whom it waits on -> gaps."""

    own: tuple[Gap, ...]
    waiting: Mapping[WaitingOn, tuple[Gap, ...]]

    @property
    def others(self) -> tuple[Gap, ...]:
        """All that waits, on whomever."""
        return tuple(gap for gaps in self.waiting.values() for gap in gaps)

    @property
    def only_waits(self) -> bool:
        """Nothing due is the customer's own to do, but something due waits on others: it is not idle."""
        return not any(_due(self.own)) and any(_due(self.others))


def waits_on(gap: Gap) -> WaitingOn | None:
    """Whom a gap waits on: whom the customer has named, else HPAS where it is HPAS's to do; `None` is the customer's own."""
    if gap.waiting_on is None and gap.question.responsible is Responsible.HPAS:
        return WaitingOn.HPAS
    return gap.waiting_on


def owed_gaps(gaps: Iterable[Gap]) -> OwedGaps:
    """Gaps parted into own and waiting; those waited on stand in the order of `WaitingOn`."""
    parted: dict[WaitingOn | None, list[Gap]] = defaultdict(list)
    for gap in gaps:
        parted[waits_on(gap)].append(gap)
    return OwedGaps(tuple(parted[None]), {who: tuple(parted[who]) for who in WaitingOn if parted[who]})


def gap_work(gaps: Iterable[Gap]) -> GapWork:
    held = list(gaps)
    return GapWork(
        questions=len(held),
        due=sum(_due(held)),
        hard_stops=sum(gap.hard_stop is not None for gap in held),
        weight=sum(gap.question.weight for gap in held),
    )


def _due(gaps: Iterable[Gap]) -> list[bool]:
    return [gap.open for gap in gaps]
