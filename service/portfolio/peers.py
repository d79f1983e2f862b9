"""What a customer may see of others of its type: the band of what they had in place at the same distance, and nobody by name.

It must tell nothing of one of them, whoever comes or goes: it is the same for all of a type, made of snapshots, which
never change, whole groups of six at a time in the order they came (`scoring.portfolio.bands.peer_band`); who is
archived stays in it; there is no filter.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from scoring.packed_rows import unpack_rows
from scoring.portfolio.bands import Band, peer_band
from scoring.portfolio.cuts import CUTS, FARTHEST
from scoring.portfolio.portfolio import FormBatch, judge_portfolio
from scoring.questionnaire import Form
from scoring.vocabulary import CustomerType
from scoring.yardstick import OVERALL_COLUMN
from service.answers.encodings import yardstick_of
from service.forms import kept_forms
from service.people.access import allow, plain_id
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.answers import encoded_rows
from storage.answers.encoded_rows import EncodedSnapshot

__all__ = ["PeerBand", "peers"]

# So many come into a run; the newest two runs are read, so that a page costs the same with thousands of customers.
RUN = 60
# Half of the longest way between two cuts.
NEAREST = 30


@dataclass(frozen=True, slots=True)
class PeerBand:
    """Per cent in place, quartiles, with `days_left` days left (one of `CUTS`)."""

    customer_type: CustomerType
    days_left: int
    band: Band


def peers(ws: Workspace, actor: Actor, customer_id: str, *, days_left: int | None) -> PeerBand | None:
    """The band at the cut nearest to so many days left; None where none is near, or too few have sent in there.

    Raises `NotAllowed`.
    """
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
        allow(ws, actor, Operation.READ, customer_id if known else None, thing=f"customer:{customer_id}")
        cut = min(CUTS, key=lambda each: abs(each - (days_left or 0)))
        if days_left is None or days_left < 0 or abs(cut - days_left) > NEAREST:
            return None
        kind = CustomerType(known[0].customer_type)
        runs = _runs(connection, cut, kind, invented=known[0].invented)
        forms = kept_forms(connection, {each.fingerprint for run in runs for each in run})
    found = peer_band([_readiness(run, forms) for run in runs])
    return None if found is None else PeerBand(kind, cut, found)


def _runs(
    connection: Connection, cut: int, kind: CustomerType, *, invented: bool
) -> Sequence[Sequence[EncodedSnapshot]]:
    ids = encoded_rows.arrived_near(connection, cut, farthest=FARTHEST, customer_type=kind, invented=invented)
    first = max((len(ids) - 1) // RUN - 1, 0) * RUN
    taken = encoded_rows.snapshots_of(connection, ids[first:])
    return [taken[start : start + RUN] for start in range(0, len(taken), RUN)]


def _readiness(run: Sequence[EncodedSnapshot], forms: Mapping[str, Form]) -> list[float | None]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(run):
        places[each.fingerprint].append(place)
    parts = [_part(forms[name], [run[place] for place in own], own) for name, own in places.items()]
    judged = judge_portfolio([each.snapshot_id for each in run], parts)
    readiness = judged.figures.readiness[:, OVERALL_COLUMN].tolist()
    return [None if each != each else each for each in readiness]


def _part(form: Form, taken: Sequence[EncodedSnapshot], places: Sequence[int]) -> FormBatch:
    laid_out = yardstick_of(form)
    return FormBatch(
        yardstick=laid_out,
        encoded=unpack_rows(len(laid_out.questions), [each.numbers for each in taken]).encoded,
        places=np.array(places, np.intp),
        go_live=np.array([each.go_live.toordinal() for each in taken], np.float64),
        as_of=np.array([each.as_of.toordinal() for each in taken], np.float64),
    )
