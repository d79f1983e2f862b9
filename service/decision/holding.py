"""Whether decisions still hold, of one customer or of all: the answers, exceptions and go-lives of today beside theirs."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from sqlalchemy import Connection

from language import local_day
from scoring.decision.standing import DecisionChange, DecisionStanding, StandingDecision, day_decided, what_changed
from scoring.decision.worse_stops import read_by, stops_since
from scoring.encoding import EncodedAnswers
from scoring.formulas import Flags
from scoring.packed_rows import unpack_rows
from scoring.portfolio.portfolio import FormBatch
from scoring.vocabulary import DecisionKind, DecisionSide
from scoring.waivers import WaiverState
from scoring.yardstick import Yardstick
from service.answers.encodings import yardstick_of
from service.forms import kept_forms
from storage.answers.encoded_rows import EncodedResponse
from storage.decision import rows as decision_rows
from storage.decision.rows import DecidedOn
from storage.plan import rows as plan_rows

BOTH = len(DecisionSide)
# A decision that leans on no exception, as it is kept.
NONE = "{}"


@dataclass(frozen=True, slots=True)
class DecisionToday:
    """A decision beside how its customer stands now. agreed: what HPAS has agreed does not apply."""

    decided: DecidedOn
    go_live: date | None
    agreed: Collection[str]


def decisions_today(
    connection: Connection,
    held: Sequence[EncodedResponse],
    batches: Iterable[FormBatch],
    agreed: Mapping[str, Collection[str]],
) -> dict[str, StandingDecision]:
    """Customer -> the decision that counts; who has none is not there. One statement when nobody has any.

    batches: the answers that count, in the order of `held`. agreed: response -> what HPAS has agreed does not apply.
    """
    rows: dict[str, list[DecidedOn]] = defaultdict(list)
    for row in decision_rows.decided_on(connection):
        rows[row.response_id].append(row)
    for own in rows.values():
        own.sort(key=_age)
    found: dict[str, StandingDecision] = {}
    for laid in batches if rows else ():
        places = [(at, place) for at, place in enumerate(laid.places.tolist()) if held[place].response_id in rows]
        those = [rows[held[place].response_id] for _, place in places]
        today = [
            DecisionToday(counts(own), held[place].go_live, agreed.get(held[place].response_id, ()))
            for own, (_, place) in zip(those, places, strict=True)
        ]
        at = [at for at, _ in places]
        now = EncodedAnswers(laid.encoded.values[at], laid.encoded.applicable[at])
        changes = changes_since(connection, laid.yardstick, now, today)
        found |= {own[0].customer_id: standing_of(own, since) for own, since in zip(those, changes, strict=True)}
    return found


def _age(row: DecidedOn) -> tuple[datetime, str]:
    return row.made_at, row.id


def counts(own: Sequence[DecidedOn]) -> DecidedOn:
    """Of a customer's decisions, the oldest first: the newest both have signed, else the newest."""
    if own[-1].signed == BOTH:
        return own[-1]
    return next((row for row in reversed(own) if row.signed == BOTH), own[-1])


def standing_of(own: Sequence[DecidedOn], changes: tuple[DecisionChange, ...]) -> StandingDecision:
    """own: the customer's, the oldest first. changes: of the one that counts."""
    row = counts(own)
    kind = DecisionKind(row.kind)
    standing = DecisionStanding.FALLEN if changes else DecisionStanding.HOLDS
    return StandingDecision(
        id=row.id,
        kind=kind,
        day=_day(row),
        standing=standing if row.signed == BOTH else DecisionStanding.WAITING,
        changes=changes,
        waits_for=_lacking(own[-1]),
    )


def _lacking(row: DecidedOn) -> DecisionSide | None:
    if row.signed == BOTH:
        return None
    return DecisionSide.CUSTOMER if row.by_hpas else DecisionSide.HPAS


def changes_since(
    connection: Connection, measured_by: Yardstick, now: EncodedAnswers, today: Sequence[DecisionToday]
) -> list[tuple[DecisionChange, ...]]:
    """What has changed since each was made. now: what counts today, in the same order; any of them may be of an older form."""
    if not today:
        return []
    forms = kept_forms(connection, {each.decided.fingerprint for each in today})
    gone = _waivers_gone(connection, today)
    found: dict[int, tuple[DecisionChange, ...]] = {}
    by_form: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(today):
        by_form[each.decided.fingerprint].append(place)
    for fingerprint, places in by_form.items():
        those = [today[place] for place in places]
        then = _then(measured_by, yardstick_of(forms[fingerprint]), those)
        here = EncodedAnswers(now.values[places], now.applicable[places])
        changes = _changes(measured_by, then, here, those, [gone[place] for place in places])
        found |= dict(zip(places, changes, strict=True))
    return [found[place] for place in range(len(today))]


def _then(measured_by: Yardstick, asked: Yardstick, those: Sequence[DecisionToday]) -> EncodedAnswers:
    said = unpack_rows(len(asked.questions), [each.decided.numbers for each in those]).encoded
    return said if asked is measured_by else read_by(measured_by, asked, said)


def _changes(
    measured_by: Yardstick,
    then: EncodedAnswers,
    now: EncodedAnswers,
    those: Sequence[DecisionToday],
    gone: Sequence[Collection[str]],
) -> list[tuple[DecisionChange, ...]]:
    days = [_day(each.decided) for each in those]
    made = [local_day(each.decided.made_at) for each in those]
    since = stops_since(
        measured_by,
        then,
        now,
        go_live=np.array([float(day.toordinal()) for day in days]),
        as_of=np.array([float(day.toordinal()) for day in made]),
        agreed=_flags(measured_by, [each.agreed for each in those]),
    )
    ids = [question.id for question in measured_by.questions]
    worse: dict[int, list[str]] = defaultdict(list)
    for row, column in zip(*(each.tolist() for each in np.nonzero(since.worse)), strict=True):
        worse[row].append(ids[column])
    places = measured_by.column
    short = [[id_ for id_ in held if id_ in places and since.short[row, places[id_]]] for row, held in enumerate(gone)]
    return [
        what_changed(decided=day, go_live=each.go_live, worse=worse.get(row, ()), waivers=short[row])
        for row, (day, each) in enumerate(zip(days, those, strict=True))
    ]


def _day(row: DecidedOn) -> date:
    return day_decided(DecisionKind(row.kind), row.go_live, row.new_go_live, signed=row.signed == BOTH)


def _flags(measured_by: Yardstick, said: Sequence[Collection[str]]) -> Flags | None:
    if not any(said):
        return None
    made = np.zeros((len(said), len(measured_by.questions)), bool)
    for row, ids in enumerate(said):
        made[row, [measured_by.column[id_] for id_ in ids if id_ in measured_by.column]] = True
    return made


def _waivers_gone(connection: Connection, today: Sequence[DecisionToday]) -> list[Collection[str]]:
    """Of each the questions whose exception is taken back, or ends before the go-live. That the answer is another is no matter here."""
    if all(each.decided.waivers == NONE for each in today):
        return [()] * len(today)
    leaned: list[dict[str, str]] = [json.loads(each.decided.waivers) for each in today]
    kept = {row.id: row for row in plan_rows.waivers_of(connection)}

    def stands(waiver_id: str, go_live: date | None) -> bool:
        row = kept.get(waiver_id)
        approved = row is not None and row.state == WaiverState.APPROVED
        return row is not None and approved and (go_live is None or go_live <= row.expires)

    return [
        [id_ for id_, waiver_id in on.items() if not stands(waiver_id, each.go_live)]
        for on, each in zip(leaned, today, strict=True)
    ]
