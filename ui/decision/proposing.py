"""Deciding on screen: what may be chosen, its conditions or its new day, what has not been seen, and one's own signature."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from language import DECISION_SIDES, DECISIONS, day, sentence
from language.ui.decision import proposing as words
from reports.decision.decision_wording import MEANS, decided_text
from scoring.vocabulary import DecisionKind, DecisionSide
from service.decision.ground import DecisionGround
from service.decision.kept import CustomerDecisions, KeptDecision
from service.decision.signing import SeenBy, propose_decision, side_of, sign_decision
from service.decision.wanted import MOST_CONDITIONS, WantedCondition, WantedDecision
from ui import access, session, typed_fields
from ui.change_form import make_change
from ui.text import escaped

_KIND, _NEW_DAY, _REASON = (session.key("decision", each) for each in ("kind", "day", "reason"))
_ROWS = session.key("decision", "rows")


def draw(ground: DecisionGround, decisions: CustomerDecisions) -> None:
    """For who signs for a side: sign what waits for it, or propose anew. For the others, who does."""
    side = side_of(access.drawn_for().role, ground.here.view.customer)
    if side is None:
        st.caption(words.WHO_SIGNS())
        return
    if ground.obstacle or ground.then is None:
        return
    waiting = decisions.waiting
    if waiting is not None and not waiting.changes and side not in {each.side for each in waiting.signed}:
        _sign(ground, waiting, side)
    _propose(ground, decisions, side)


def _sign(ground: DecisionGround, waiting: KeptDecision, side: DecisionSide) -> None:
    label = words.SIGN_FOR(side=DECISION_SIDES[side])
    st.header(label, anchor=False)
    if waiting.kind not in ground.allowed:
        st.warning(words.NOT_NOW(), icon=":material/block:")
        return
    what = decided_text(waiting.kind, waiting.row.new_go_live or waiting.row.go_live)
    st.write(words.PROPOSAL(what=what))
    known = _knows(ground, "sign")

    def sign(saw: SeenBy, seen_id: str) -> None:
        sign_decision(access.workspace(), access.actor(), seen_id, saw=saw, as_of=access.today())

    done = words.BOTH_SIGNED_AND_MOVED if waiting.kind is DecisionKind.POSTPONE else words.BOTH_SIGNED
    _button(ground, label, "decision-sign", waiting.row.id, known, sign, done())


def _propose(ground: DecisionGround, decisions: CustomerDecisions, side: DecisionSide) -> None:
    """What one chooses between, and the fields of what is chosen."""
    again = decisions.signed is not None or decisions.waiting is not None
    st.header(words.PROPOSE_ANEW() if again else words.PROPOSE(), anchor=False)
    if not ground.allowed:
        return
    if len(ground.allowed) < len(DecisionKind):
        st.caption(words.WHY_NOT())
    kind = st.radio(
        words.WHAT(),
        list(ground.allowed),
        format_func=DECISIONS.__getitem__,
        captions=[MEANS[each] for each in ground.allowed],
        index=None,
        key=_KIND,
    )
    if kind is None:
        return
    conditions = _conditions() if kind is DecisionKind.CONDITIONS else []
    new_day = _new_day(ground) if kind is DecisionKind.POSTPONE else ""
    asked = words.WHY_POSTPONE() if kind is DecisionKind.POSTPONE else words.GROUNDS()
    reason = st.text_area(asked, key=_REASON, max_chars=10_000)
    known = _knows(ground, "propose")

    def propose(saw: SeenBy, seen_id: str) -> None:
        wanted = WantedDecision(kind, [_wanted(*each) for each in conditions], _day(kind, new_day), reason)
        ws, customer_id = access.workspace(), ground.here.view.customer.id
        how = {"snapshot_id": seen_id, "saw": saw, "as_of": access.today()}
        propose_decision(ws, access.actor(), customer_id, wanted, **how)  # type: ignore[arg-type]
        session.forget([_KIND, _NEW_DAY, _REASON, *(key for row in range(_rows()) for key in _keys(row)), _ROWS])

    other = next(each for each in DecisionSide if each is not side)
    done = words.SIGNED(side=DECISION_SIDES[side], other=sentence(DECISION_SIDES[other]))
    assert ground.then is not None, "only drawn where something is sent in"
    label = words.PROPOSE_AND_SIGN(side=DECISION_SIDES[side])
    _button(ground, label, "decision-propose", ground.then.info.id, known, propose, done)


def _rows() -> int:
    held = session.value(_ROWS)
    return held if isinstance(held, int) else 1


def _keys(row: int) -> tuple[str, str, str]:
    text, owner, due = (session.key("decision", each, str(row)) for each in ("text", "owner", "due"))
    return text, owner, due


def _conditions() -> list[tuple[str, str, str]]:
    """What is typed of each condition; one that is empty altogether is none."""
    found = []
    for row in range(_rows()):
        text, owner, due = _keys(row)
        with st.container(border=True):
            said = st.text_area(words.CONDITION(number=row + 1), key=text, max_chars=2_000)
            one, other = st.columns(2)
            with one:
                who = st.text_input(words.RESPONSIBLE(number=row + 1), key=owner, max_chars=200)
            with other:
                when = typed_fields.day_box(words.DUE(number=row + 1), key=due)
        found.append((said, who, when))
    if _rows() < MOST_CONDITIONS:
        st.button(words.ADD(), icon=":material/add:", on_click=_one_more)
    return [each for each in found if any(each)]


def _one_more() -> None:
    session.put(_ROWS, _rows() + 1)


def _wanted(text: str, owner: str, due: str) -> WantedCondition:
    return WantedCondition(text, owner, typed_fields.read_day_box(due))


def _new_day(ground: DecisionGround) -> str:
    """The new day, with the earliest defensible beside it."""
    held = typed_fields.day_box(words.NEW_DAY(), key=_NEW_DAY)
    if ground.earliest is not None:
        st.caption(words.EARLIEST(day=day(ground.earliest)))
    wanted = typed_fields.day_or_message(held)
    if wanted is not None and ground.earliest is not None and wanted < ground.earliest:
        st.warning(words.TOO_EARLY(), icon=":material/warning:")
    return held


def _day(kind: DecisionKind, held: str) -> date | None:
    return typed_fields.needed_day(held) if kind is DecisionKind.POSTPONE else None


def _knows(ground: DecisionGround, where: str) -> bool:
    """That one knows how many answers nobody has looked at; the number is part of the key."""
    if not ground.unseen:
        return True
    label = words.KNOWS(ground.unseen)
    return st.checkbox(label, key=session.key("decision", where, str(ground.unseen)))


def _button(
    ground: DecisionGround, label: str, key: str, about: str, known: bool, act: Callable[[SeenBy, str], None], done: str
) -> None:
    """about: the id of what is signed, or of what is decided on."""
    # What was on screen when the page was drawn; a later change by anyone is told before anything is signed.
    marker, seen = (session.key(each, key, ground.here.view.response_id) for each in ("seen", "seen-id"))
    session.seed(marker, ground.here.view.marker)
    session.seed(seen, about)
    if st.button(escaped(label), key=key, type="primary", icon=":material/draw:"):
        saw = SeenBy(int(str(session.take(marker))), ground.unseen if known else -1)
        seen_id = str(session.take(seen))
        make_change(lambda: act(saw, seen_id), done)
