"""What HPAS answers in the demo: for all what the first wave needs by now, and for each later one what is not there yet.

Two of its hard stops are not in place, each for one wave, and stop the customers there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from scoring.answers import Share, Value
from scoring.basis import EVERYONE, Reach
from scoring.questionnaire import DateQuestion, Form
from scoring.vocabulary import AnswerField, Programme, ReachKind
from service.answers.responses import FieldChange, record_many
from service.demo.values import in_route
from service.people.actor import Role, local_actor
from service.programme.reaches import open_reach, reaches
from service.workspace import Workspace

HPAS = local_actor(Role.PROGRAMME)
# Days to a wave's go-live -> question of the programme -> what it says for that wave alone, and why.
NOT_IN_PLACE: dict[int, dict[str, tuple[Value, str]]] = {
    14: {"PR-0209": (2.0, "To feil i legemiddellisten er rettet, men ikke prøvd på nytt.")},
    170: {"PR-0302": (Share(3, 4), "Svartiden er for lang hos kunden som startet sist. Vi måler på nytt om to uker.")},
}


def answer_for_hpas(ws: Workspace, distances: Iterable[int], *, as_of: date) -> None:
    """HPAS's answers for waves so many days away; nothing when it is not asked, or has answered already."""
    ws = replace(ws, day=as_of)
    form, waves = ws.form_of(Programme.PROGRAMME), sorted(set(distances))
    if form is None or any(found.customer_id for found in reaches(ws, HPAS)):
        return
    for_all = _said(form, waves[0], waves, as_of)
    _record(ws, EVERYONE, for_all, {})
    for days in waves:
        odd = NOT_IN_PLACE.get(days, {})
        said = _said(form, days, waves, as_of) | {of: value for of, (value, _) in odd.items()}
        other = {of: value for of, value in said.items() if value != for_all[of]}
        reach = Reach(ReachKind.WAVE, (as_of + timedelta(days=days)).isoformat())
        _record(ws, reach, other, {of: why for of, (_, why) in odd.items()})


def _said(form: Form, days: int, waves: Iterable[int], as_of: date) -> dict[str, Value]:
    """What one who moves evenly has in place so many days before; work that is begun once began for the first wave."""
    said: dict[str, Value] = {}
    for question in form.questionnaire.questions:
        left = min(waves) if isinstance(question, DateQuestion) else days
        draw = Random(f"HPAS/{question.id}")
        said[question.id] = in_route(question, draw, go_live=as_of + timedelta(days=left), as_of=as_of)
    return said


def _record(ws: Workspace, reach: Reach, said: Mapping[str, Value], why: Mapping[str, str]) -> None:
    if said:
        view = open_reach(ws, HPAS, reach)
        changes = [FieldChange(of, AnswerField.VALUE, value, 0) for of, value in said.items()]
        changes += [FieldChange(of, AnswerField.COMMENT, words, 0) for of, words in why.items()]
        record_many(ws, HPAS, view.response_id, changes, session="demo", edit_no=1)
