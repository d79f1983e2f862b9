"""Who waits for whom, across all customers: HPAS's mirror list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scoring.gaps import Gap, gaps_of
from scoring.judgement import judge
from scoring.waiting import Split, Work, split, work
from scoring.words import Verdict, WaitingOn
from scoring.yardstick import Yardstick, yardstick
from service.actor import Actor
from service.comparison import load_all
from service.customers import CustomerInfo
from service.waivers import approved_everywhere
from service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class WaitingCustomer:
    """One customer that waits. `gaps` wait on the one asked for; `own` is what the customer has left to do itself."""

    customer: CustomerInfo
    verdict: Verdict | None
    gaps: tuple[Gap, ...]
    own: Work
    only_waits: bool


def waiting_on(ws: Workspace, actor: Actor, *, as_of: date, whom: WaitingOn = WaitingOn.HPAS) -> list[WaitingCustomer]:
    """The customers that wait on `whom`; first those with the most that is due now, then by name."""
    measures: dict[str, Yardstick] = {}
    waivers = approved_everywhere(ws, actor)
    found = []
    for each in load_all(ws, actor):
        if each.form.fingerprint not in measures:
            measures[each.form.fingerprint] = yardstick(each.form)
        measure = measures[each.form.fingerprint]
        held = waivers.get(each.response_id, ())
        judgement = judge(measure, each.answers, go_live=each.customer.go_live, as_of=as_of, waivers=held)
        parted = split(gaps_of(judgement))
        if whom in parted.waiting:
            found.append(_waiting(each.customer, judgement.verdict, parted, parted.waiting[whom]))
    return sorted(found, key=lambda one: (-work(one.gaps).due, one.customer.name.casefold()))


def _waiting(customer: CustomerInfo, verdict: Verdict | None, parted: Split, gaps: Iterable[Gap]) -> WaitingCustomer:
    return WaitingCustomer(customer, verdict, tuple(gaps), work(parted.own), parted.only_waits)
