"""Fordeling on screen: giving roles and single questions to those who know, and what each of them has answered."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from language import listed, moment, said
from language.common import NOT_SAVED, QUESTIONS, QUOTED
from language.ui.answers import handing_out as words
from scoring.judgement import Judgement
from service.answers.assignments import Assignee, Given, assign, possible_assignees
from service.answers.portions import HandedOut, Portion
from service.answers.responses import ResponseView
from service.faults import DatabaseProblem, Refused
from ui import access, session
from ui.answers import asking
from ui.change_form import say_outcome
from ui.failures import in_words
from ui.text import escaped

# So many acts are told, each with so many of its questions by name.
MOST_ACTS, MOST_TITLES = 50, 3


def labelled(people: Collection[Assignee]) -> dict[str, Assignee]:
    """What each is called in a list, where two may have one name."""
    found: dict[str, Assignee] = {}
    for person in people:
        label, number = person.name, 1
        while label in found:
            number += 1
            label = f"{person.name} ({number})"
        found[label] = person
    return found


def summary(handed: HandedOut, judgement: Judgement) -> None:
    """How much is handed out, how much is answered, and who has not begun."""
    say_outcome()
    asked = sum(judged.own for judged in judgement.questions.values())
    st.progress(len(handed.given) / asked, text=words.HANDED_OUT(given=len(handed.given), all=asked))
    idle = [escaped(each.title) for each in handed.people if not each.answered(judgement)]
    if idle:
        st.markdown(f":material/hourglass_empty: {words.NOT_BEGUN(names=listed(idle))}")
    elif handed.people:
        st.markdown(f":material/check: {words.ALL_BEGUN()}")


def roles(view: ResponseView, handed: HandedOut, judgement: Judgement, people: Mapping[str, Assignee]) -> None:
    """Each role in a box: how many questions, who has them, how far they have come."""
    for portion in handed.roles:
        with st.container(border=True, key=session.name("role", portion.token)):
            _role(view, handed, judgement, people, portion)


def _role(
    view: ResponseView, handed: HandedOut, judgement: Judgement, people: Mapping[str, Assignee], portion: Portion
) -> None:
    holders = handed.holders(portion)
    told, give = st.columns(2, vertical_alignment="center")
    with told:
        st.markdown(
            f"**{portion.title}**  \n:small[{_progress(portion, judgement)}{_shared(handed, portion, holders)}]"
        )
    only = holders[0] if len(holders) == 1 else None
    with give:
        label = words.GIVEN_TO(role=portion.title)
        _box(label, view.customer.id, portion.questions, only, people, portion.token, seen=False)
    box = st.expander(words.SINGLES(), key=session.key("singles", portion.token), on_change="rerun")
    if box.open:
        with box:
            for question_id in portion.questions:
                title = f"{question_id} {escaped(said(view.form.questionnaire.by_id[question_id].title))}"
                _box(title, view.customer.id, (question_id,), handed.given.get(question_id), people, question_id)
            asking.tools(view, portion)


def everyone(view: ResponseView, handed: HandedOut, judgement: Judgement) -> None:
    """Each person with questions: how far they have come, and what to send them."""
    st.header(words.THOSE_WHO_HAVE(), anchor=False)
    if not handed.people:
        st.write(words.NONE_YET())
    for portion in handed.people:
        with st.container(border=True, key=session.name("person", portion.token)):
            answered = portion.answered(judgement)
            st.markdown(f"**{escaped(portion.title)}**{'' if answered else words.IDLE()}")
            st.progress(answered / len(portion.questions), text=_progress(portion, judgement))
            box = st.expander(words.TOOLS(), key=session.key("tools", portion.token), on_change="rerun")
            if box.open:
                with box:
                    asking.tools(view, portion)


def history(given: Sequence[Given], view: ResponseView) -> None:
    """Who gave what to whom and when, and took it back, act by act, the newest first."""
    acts: dict[Given, list[str]] = {}
    for each in given:
        acts.setdefault(replace(each, question_id=""), []).append(_title(view, each.question_id))
    if not acts:
        return
    with st.expander(words.HISTORY(), key="handing-history"):
        lines = [_act(act, titles) for act, titles in list(acts.items())[::-1]]
        st.markdown("\n".join(f"- {line}" for line in lines[:MOST_ACTS]))
        if len(lines) > MOST_ACTS:
            st.caption(words.LATEST(n=MOST_ACTS, all=len(lines)))


def _act(act: Given, titles: Sequence[str]) -> str:
    rest = [words.MORE(n=len(titles) - MOST_TITLES)] if len(titles) > MOST_TITLES else []
    named = listed([*titles[:MOST_TITLES], *rest])
    at, by, many = moment(act.at), escaped(act.name), QUESTIONS(len(titles))
    if act.to is None:
        return words.TOOK_BACK(at=at, by=by, questions=many, titles=named)
    return words.GAVE(at=at, by=by, questions=many, name=escaped(act.to.name), titles=named)


def _title(view: ResponseView, question_id: str) -> str:
    """What a question is called; one that is asked no more, its id."""
    found = view.form.questionnaire.by_id.get(question_id)
    return QUOTED(text=said(found.title)) if found else question_id


def _progress(portion: Portion, judgement: Judgement) -> str:
    return words.PROGRESS(answered=portion.answered(judgement), questions=QUESTIONS(len(portion.questions)))


def _shared(handed: HandedOut, portion: Portion, holders: Sequence[Assignee | None]) -> str:
    """Who has how many, where it is not one who has all."""
    if len(holders) < 2:
        return ""
    held = [handed.given.get(each) for each in portion.questions]
    parts = [words.HAS(name=escaped(to.name), n=held.count(to)) for to in holders if to]
    return f" · {listed(parts)}" + (words.NOT_GIVEN(n=held.count(None)) if None in held else "")


def _box(
    label: str,
    customer_id: str,
    question_ids: Sequence[str],
    held: Assignee | None,
    people: Mapping[str, Assignee],
    name: str,
    *,
    seen: bool = True,
) -> None:
    """Who is to answer: one of those known, or a name that is typed."""
    key = session.key("give", name)
    session.put(key, next((each for each, person in people.items() if person == held), None))
    st.selectbox(
        label,
        list(people),
        # With none at first, the one that is chosen can be taken away again.
        index=None,
        key=key,
        placeholder=words.NOBODY(),
        label_visibility="visible" if seen else "collapsed",
        accept_new_options=True,
        on_change=_give,
        args=(key, customer_id, tuple(question_ids)),
    )
    if (problem := session.take(session.key("problem", key))) is not None:
        st.error(f"**{NOT_SAVED()}** {escaped(str(problem))}", icon=":material/error:")


def _give(key: str, customer_id: str, question_ids: Sequence[str]) -> None:
    """Who was chosen is looked up anew: a name that is typed may be that of someone who has come meanwhile."""
    label = session.value(key)
    try:
        ws, actor = access.workspace(), access.actor()
        known = labelled(possible_assignees(ws, actor, customer_id))
        to = known.get(str(label), Assignee(None, str(label))) if label else None
        assign(ws, actor, customer_id, question_ids, to)
    except (Refused, DatabaseProblem) as problem:
        session.put(session.key("problem", key), in_words(problem))
        return
    many = QUESTIONS(len(question_ids))
    told = words.NOW_WITH(questions=many, name=escaped(to.name)) if to else words.NO_LONGER(questions=many)
    session.put("told", told)
