"""Om virksomheten: the facts, each saved at once; what does not fit side by side; and all that was ever given."""

from functools import partial

import streamlit as st

from language import clock, day, local_day, moment, number, said, sentence
from language.common import LATEST_CHANGES, NOT_SAVED, QUESTIONS, STILL_ABOVE, TAKEN_AWAY
from language.ui.profile import fact_list as words
from scoring.profile.facts import Fact
from scoring.typed_values import read_amount
from scoring.vocabulary import AnswerField
from service.faults import DatabaseProblem, Refused
from service.profile.facts import GivenFact, ProfileView, give_fact
from ui import access, session, typed_fields
from ui.failures import in_words
from ui.session import SaveNote
from ui.text import escaped

MOST_SHOWN = 30
MOST_TITLES = 3


def progress(profile: ProfileView) -> None:
    """How many are given, and which cannot be right together."""
    given = sum(_value(profile, fact) is not None for fact in profile.facts)
    asked = len(profile.facts)
    st.progress(given / asked if asked else 0.0, text=words.GIVEN(n=given, all=asked))
    names = {fact.id: fact for fact in profile.facts}
    for rule in profile.clashes:
        both = ", ".join(_told(names[each], profile.given[each]) for each in (rule.part, rule.whole))
        st.warning(f"**{said(rule.title)}** ({escaped(both)}). {said(rule.why)}", icon=":material/compare_arrows:")


def facts(profile: ProfileView, *, locked: bool) -> None:
    if locked:
        st.info(words.ONLY_READ(), icon=":material/lock:")
    titles = {question.id: said(question.title) for question in profile.view.form.questionnaire.questions}
    for fact in profile.facts:
        with st.container(border=True, key=session.name("card", _name(fact))):
            st.markdown(f"### {said(fact.title)}\n\n{said(fact.help)}", anchors=False)
            _box(profile, fact, locked=locked)
            _note(profile, fact)
            used = [titles[each] for each in profile.used_by.get(fact.id, ()) if each in titles]
            if used:
                told = words.USED_BY_MORE if len(used) > MOST_TITLES else words.USED_BY
                titles_shown = escaped("; ".join(used[:MOST_TITLES]))
                st.caption(told(questions=QUESTIONS(len(used)), titles=titles_shown))


def history(profile: ProfileView) -> None:
    if not profile.history:
        return
    names = {fact.id: fact for fact in profile.facts}
    with st.expander(words.HISTORY(), icon=":material/history:"):
        lines = [
            f"- **{moment(each.at)}**, {escaped(each.name)}. {escaped(_told(names[each.fact_id], each))}"
            for each in profile.history[:MOST_SHOWN]
            if each.fact_id in names
        ]
        st.markdown("\n".join(lines))
        if len(profile.history) > MOST_SHOWN:
            st.caption(LATEST_CHANGES(n=MOST_SHOWN, all=len(profile.history)))


def _box(profile: ProfileView, fact: Fact, *, locked: bool) -> None:
    key = session.key("answer", _name(fact), "value")
    held = profile.given.get(fact.id)
    if session.seed(key, typed_fields.number_text(_value(profile, fact))):
        session.set_base(key, held.number if held else 0)
    with st.columns(2)[0]:
        st.text_input(
            words.HOW_MANY(what=said(fact.unit)),
            placeholder=typed_fields.NUMBER_HINT(),
            key=key,
            on_change=partial(_save, profile.view.customer.id, fact, key),
            disabled=locked,
        )


def _save(customer_id: str, fact: Fact, key: str) -> None:
    """Save what stands in the box. Called as its callback."""
    name, field = _name(fact), AnswerField.VALUE
    try:
        value = typed_fields.read(session.value(key), partial(read_amount, whole=not fact.decimals))
        ws, actor = access.workspace(), access.actor()
        saved = give_fact(ws, actor, customer_id, fact.id, value, seen=session.based_on(key))
    except (Refused, DatabaseProblem) as problem:
        session.note(name, field, SaveNote(problem=in_words(problem)))
        session.keep_unsaved([key])
        return
    theirs = saved.overwritten
    told = words.GIVEN_BY(told=_told(fact, theirs), name=theirs.name, clock=clock(theirs.at)) if theirs else None
    session.note(name, field, SaveNote(others_said=told))
    session.drop_unsaved([key])
    session.forget([key])


def _note(profile: ProfileView, fact: Fact) -> None:
    """Saved since when and by whom; or why not."""
    name, held = _name(fact), profile.given.get(fact.id)
    note = session.noted(name, AnswerField.VALUE)
    with st.container(key=session.name("told", name, AnswerField.VALUE)):
        if note and note.problem:
            st.error(f"**{NOT_SAVED()}** {escaped(note.problem)} {STILL_ABOVE()}", icon=":material/error:")
        elif held:
            given_on = local_day(held.at)
            on = "" if given_on == access.today() else f", {day(given_on)}"
            st.caption(f":material/cloud_done: {words.SAVED(when=clock(held.at) + on, name=escaped(held.name))}")
        if note and note.others_said:
            st.warning(words.OTHERS(theirs=escaped(note.others_said)))


def _told(fact: Fact, given: GivenFact) -> str:
    told = TAKEN_AWAY() if given.value is None else f"{number(given.value, decimals=2)} {said(fact.unit)}"
    return f"{sentence(said(fact.title))}: {told}"


def _value(profile: ProfileView, fact: Fact) -> float | None:
    held = profile.given.get(fact.id)
    return held.value if held else None


def _name(fact: Fact) -> str:
    return f"profile-{fact.id}"
