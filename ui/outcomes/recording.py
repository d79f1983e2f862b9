"""What happened 7, 30 and 90 days after the start, on screen: given by the customer, with HPAS's view beside it."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from language import DAYS, NO_BREAK, day, moment, number, said
from language.ui.outcomes import recording as words
from scoring.outcomes.measures import OutcomeMeasure
from scoring.typed_values import read_amount
from service.faults import Refused
from service.outcomes.figures import (
    OutcomeLine,
    OutcomeRound,
    OutcomeSheet,
    OutcomeSide,
    SaidOutcome,
    record_outcomes,
)
from service.people.permissions import PERMISSIONS, Operation
from ui import access, session, typed_fields
from ui.change_form import make_change
from ui.text import escaped, plain


def side_of_reader() -> OutcomeSide | None:
    """Whose word the reader may give; the service decides for itself."""
    role = access.drawn_for().role
    if role in PERMISSIONS[Operation.RECORD_OUTCOME].roles:
        return OutcomeSide.CUSTOMER
    return OutcomeSide.HPAS if role in PERMISSIONS[Operation.REMARK_OUTCOME].roles else None


def rounds(sheet: OutcomeSheet) -> None:
    """A section for each day that is asked about: what has come and is not whole stands open."""
    st.header(words.HOW_DID_IT_GO(), anchor=False)
    st.write(words.HOW_RECORDED())
    first = next(iter(sheet.due), None)
    for each in sheet.rounds:
        with st.expander(_label(each), expanded=each is first, icon=_icon(each)):
            if each.come:
                _round(sheet, each)
            else:
                st.write(words.CAN_BE_GIVEN(day=day(each.due)))
                st.markdown("\n".join(f"- {said(line.measure.title)}" for line in each.lines))


def _label(each: OutcomeRound) -> str:
    if not each.come:
        given = words.FROM(day=day(each.due))
    elif each.late:
        given = words.GIVEN_LATE(answered=each.answered, all=len(each.lines), late=DAYS(each.late))
    else:
        given = words.GIVEN(answered=each.answered, all=len(each.lines))
    return words.ROUND(days=each.days_after, given=given)


def _icon(each: OutcomeRound) -> str:
    if not each.come:
        return ":material/schedule:"
    return ":material/check_circle:" if each.whole else ":material/edit_note:"


def _round(sheet: OutcomeSheet, each: OutcomeRound) -> None:
    side = side_of_reader()
    if side is None:
        for line in each.lines:
            _title(line)
            _told(line)
    else:
        _form(sheet.customer.id, each, side)
    _history(each)


def _form(customer_id: str, each: OutcomeRound, side: OutcomeSide) -> None:
    with st.form(session.name("outcomes", customer_id, str(each.days_after)), border=False):
        typed = {line.measure.id: _fields(customer_id, line, side) for line in each.lines}
        if st.form_submit_button(words.SAVE(), type="primary", icon=":material/save:"):
            titles = {line.measure.id: line.measure for line in each.lines}
            make_change(lambda: _save(customer_id, each.days_after, typed, titles, side))


Typed = tuple[str, bool, str]


def _fields(customer_id: str, line: OutcomeLine, side: OutcomeSide) -> Typed:
    """The fields of one measure, with what stands in them; when someone else has saved, they show that."""
    own = line.own if side is OutcomeSide.CUSTOMER else line.hpas
    ids = (customer_id, line.measure.id, str(line.days_after), side.value, str(len(line.before[side])))
    hidden: Literal["collapsed"] = "collapsed"
    title, unit = said(line.measure.title), said(line.measure.unit)
    customers = side is OutcomeSide.CUSTOMER
    _title(line)
    with st.container(horizontal=True, vertical_alignment="center"):
        figure = st.text_input(
            (words.FIGURE if customers else words.FIGURE_OF_HPAS)(title=title, unit=unit),
            value=typed_fields.number_text(own.figure),
            key=session.key("outcome", *ids),
            placeholder=unit.capitalize(),
            label_visibility=hidden,
            width=150,
        )
        unknown = customers and st.checkbox(
            words.NOT_KNOWN(), value=own.not_known, key=session.key("outcome-unknown", *ids), width="content"
        )
        remark = st.text_input(
            (words.REMARK_TO if customers else words.REMARK_OF_HPAS_TO)(title=title),
            value=own.remark or "",
            max_chars=500,
            key=session.key("outcome-remark", *ids),
            placeholder=words.REMARK() if customers else words.VIEW_OF_HPAS(),
            label_visibility=hidden,
            width="stretch",
        )
    _told(line, other_than=side)
    return figure, unknown, remark


def _title(line: OutcomeLine) -> None:
    wrong = f" :red-badge[:material/warning: {words.WENT_WRONG()}]" if line.wrong else ""
    st.markdown(f"**{said(line.measure.title)}** ({said(line.measure.unit)}){wrong}")
    mark, better = line.measure.trouble[line.days_after], line.measure.better
    edge = f"{number(mark)}{NO_BREAK}{said(line.measure.unit)}"
    told = words.WRONG_UPWARDS if better == "lower" else words.WRONG_DOWNWARDS
    st.caption(told(help=said(line.measure.help), edge=edge))


def _told(line: OutcomeLine, *, other_than: OutcomeSide | None = None) -> None:
    """What each side says, but for the one that writes."""
    for side, given in ((OutcomeSide.CUSTOMER, line.own), (OutcomeSide.HPAS, line.hpas)):
        if side is not other_than and not given.empty:
            st.caption(f"{words.WHOSE[side]}: {_figure(line.measure, given)}")
            if given.remark:
                plain(given.remark)


def _figure(measure: OutcomeMeasure, given: SaidOutcome) -> str:
    if given.not_known:
        return words.SAID_NOT_KNOWN()
    return words.NO_FIGURE() if given.figure is None else f"{number(given.figure)}{NO_BREAK}{said(measure.unit)}"


def _save(
    customer_id: str,
    days_after: int,
    typed: Mapping[str, Typed],
    measures: Mapping[str, OutcomeMeasure],
    side: OutcomeSide,
) -> str:
    given = {id_: _read(measures[id_], *fields) for id_, fields in typed.items()}
    new = record_outcomes(
        access.workspace(), access.actor(), customer_id, days_after, given, side=side, as_of=access.today()
    )
    return words.SAVED(new) if new else words.NOTHING_CHANGED()


def _read(measure: OutcomeMeasure, figure: str, unknown: bool, remark: str) -> SaidOutcome:
    try:
        return SaidOutcome(typed_fields.read(figure, read_amount), unknown, remark)
    except Refused as refused:
        raise Refused(words.ABOUT(title=said(measure.title), problem=refused.message)) from None


def _history(each: OutcomeRound) -> None:
    """All that was said of what was said more than once, the newest first."""
    held = [
        (given, side, line.measure)
        for line in each.lines
        for side, those in line.before.items()
        for given in those
        if given.at is not None
    ]
    if not held:
        return
    if st.toggle(words.SHOW_HISTORY(), key=session.key("outcome-history", str(each.days_after))):
        for given, side, measure in sorted(
            held, key=lambda one: one[0].at.timestamp() if one[0].at else 0, reverse=True
        ):
            what = words.TAKEN_AWAY() if given.empty else _figure(measure, given)
            when = moment(given.at) if given.at else ""
            st.caption(f"{when}, {escaped(given.name)} ({words.WHOSE[side]}): {said(measure.title)}: {what}")
            if given.remark:
                plain(given.remark)
