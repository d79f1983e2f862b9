"""What happened 7, 30 and 90 days after the start, on screen: given by the customer, with HPAS's view beside it."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from language import NO_BREAK, count, day, moment, number
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

_WHOSE = {OutcomeSide.CUSTOMER: "Kunden", OutcomeSide.HPAS: "HPAS"}


def side_of_reader() -> OutcomeSide | None:
    """Whose word the reader may give; the service decides for itself."""
    role = access.drawn_for().role
    if role in PERMISSIONS[Operation.RECORD_OUTCOME].roles:
        return OutcomeSide.CUSTOMER
    return OutcomeSide.HPAS if role in PERMISSIONS[Operation.REMARK_OUTCOME].roles else None


def rounds(sheet: OutcomeSheet) -> None:
    """A section for each day that is asked about: what has come and is not whole stands open."""
    st.header("Hvordan gikk det?", anchor=False)
    st.write(
        "7, 30 og 90 dager etter oppstart fører dere hvordan det gikk. «Vet ikke» er et svar, og er ikke det samme som 0. "
        "Ingenting blir slettet: det dere retter, står i historikken."
    )
    first = next(iter(sheet.due), None)
    for each in sheet.rounds:
        with st.expander(_label(each), expanded=each is first, icon=_icon(each)):
            if each.come:
                _round(sheet, each)
            else:
                st.write(f"Kan føres fra {day(each.due)}. Da spør vi om:")
                st.markdown("\n".join(f"- {line.measure.title.nb}" for line in each.lines))


def _label(each: OutcomeRound) -> str:
    late = f", {count(each.late, 'dag', 'dager')} over tiden" if each.late else ""
    given = f"{each.answered} av {len(each.lines)} ført{late}" if each.come else f"fra {day(each.due)}"
    return f"**{each.days_after} dager etter oppstart**: {given}"


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
        if st.form_submit_button("Lagre", type="primary", icon=":material/save:"):
            titles = {line.measure.id: line.measure for line in each.lines}
            make_change(lambda: _save(customer_id, each.days_after, typed, titles, side))


Typed = tuple[str, bool, str]


def _fields(customer_id: str, line: OutcomeLine, side: OutcomeSide) -> Typed:
    """The fields of one measure, with what stands in them; when someone else has saved, they show that."""
    own = line.own if side is OutcomeSide.CUSTOMER else line.hpas
    ids = (customer_id, line.measure.id, str(line.days_after), side.value, str(len(line.before[side])))
    hidden: Literal["collapsed"] = "collapsed"
    title, unit = line.measure.title.nb, line.measure.unit.nb
    customers = side is OutcomeSide.CUSTOMER
    _title(line)
    with st.container(horizontal=True, vertical_alignment="center"):
        figure = st.text_input(
            f"{title}, {unit}" if customers else f"HPAS' tall for {title}, {unit}",
            value=typed_fields.number_text(own.figure),
            key=session.key("outcome", *ids),
            placeholder=unit.capitalize(),
            label_visibility=hidden,
            width=150,
        )
        unknown = customers and st.checkbox(
            "Vet ikke", value=own.not_known, key=session.key("outcome-unknown", *ids), width="content"
        )
        remark = st.text_input(
            f"Merknad til {title}" if customers else f"HPAS' merknad til {title}",
            value=own.remark or "",
            max_chars=500,
            key=session.key("outcome-remark", *ids),
            placeholder="Merknad" if customers else "HPAS' syn",
            label_visibility=hidden,
            width="stretch",
        )
    _told(line, other_than=side)
    return figure, unknown, remark


def _title(line: OutcomeLine) -> None:
    wrong = " :red-badge[:material/warning: Gikk galt]" if line.wrong else ""
    st.markdown(f"**{line.measure.title.nb}** ({line.measure.unit.nb}){wrong}")
    mark, better = line.measure.trouble[line.days_after], line.measure.better
    edge = f"{number(mark)}{NO_BREAK}{line.measure.unit.nb}"
    st.caption(f"{line.measure.help.nb} Galt fra {edge} og {'oppover' if better == 'lower' else 'nedover'}.")


def _told(line: OutcomeLine, *, other_than: OutcomeSide | None = None) -> None:
    """What each side says, but for the one that writes."""
    for side, said in ((OutcomeSide.CUSTOMER, line.own), (OutcomeSide.HPAS, line.hpas)):
        if side is not other_than and not said.empty:
            st.caption(f"{_WHOSE[side]}: {_figure(line.measure, said)}")
            if said.remark:
                plain(said.remark)


def _figure(measure: OutcomeMeasure, said: SaidOutcome) -> str:
    if said.not_known:
        return "vet ikke"
    return "ikke noe tall" if said.figure is None else f"{number(said.figure)}{NO_BREAK}{measure.unit.nb}"


def _save(
    customer_id: str,
    days_after: int,
    typed: Mapping[str, Typed],
    measures: Mapping[str, OutcomeMeasure],
    side: OutcomeSide,
) -> str:
    said = {id_: _read(measures[id_], *fields) for id_, fields in typed.items()}
    new = record_outcomes(
        access.workspace(), access.actor(), customer_id, days_after, said, side=side, as_of=access.today()
    )
    return f"{count(new, 'måling er', 'målinger er')} lagret." if new else "Ingenting var endret."


def _read(measure: OutcomeMeasure, figure: str, unknown: bool, remark: str) -> SaidOutcome:
    try:
        return SaidOutcome(typed_fields.read(figure, read_amount), unknown, remark)
    except Refused as refused:
        raise Refused(f"«{measure.title.nb}»: {refused.message}") from None


def _history(each: OutcomeRound) -> None:
    """All that was said of what was said more than once, the newest first."""
    held = [
        (said, side, line.measure)
        for line in each.lines
        for side, those in line.before.items()
        for said in those
        if said.at is not None
    ]
    if not held:
        return
    if st.toggle("Vis historikken", key=session.key("outcome-history", str(each.days_after))):
        for said, side, measure in sorted(
            held, key=lambda one: one[0].at.timestamp() if one[0].at else 0, reverse=True
        ):
            what = "tatt bort" if said.empty else _figure(measure, said)
            when = moment(said.at) if said.at else ""
            st.caption(f"{when}, {escaped(said.name)} ({_WHOSE[side]}): {measure.title.nb}: {what}")
            if said.remark:
                plain(said.remark)
