"""Which approved exceptions hold today, for judging many customers at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection

from scoring.questionnaire import Form
from scoring.waivers import WaiverCase, WaiverState
from service.answers.carried_rows import CarriedAnswers, read_carried
from service.answers.serialisation import answers_from
from service.forms import kept_forms
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.plan.waivers import case_of
from service.workspace import Workspace
from storage.answers import encoded_rows
from storage.answers.encoded_rows import EncodedResponse
from storage.plan import rows as plan_rows


def in_force(
    connection: Connection,
    held: Iterable[EncodedResponse],
    forms: Mapping[str, Form],
    carried: CarriedAnswers,
    *,
    as_of: date,
) -> dict[str, set[str]]:
    """Response -> the questions with an exception that holds. Two statements, one when there are none."""
    found = _cases_in_force(connection, held, forms, carried, as_of=as_of)
    return {response_id: {case.question_id for case in cases} for response_id, cases in found.items()}


def waivers_that_hold(ws: Workspace, actor: Actor, *, as_of: date) -> set[str]:
    """The ids of the exceptions that hold, of all customers."""
    allow(ws, actor, Operation.COMPARE)
    with ws.database.reading() as connection:
        held = encoded_rows.encoded_responses(connection, with_numbers=False)
        forms = kept_forms(connection, {each.fingerprint for each in held})
        carried = read_carried(connection, forms, held)
        found = _cases_in_force(connection, held, forms, carried, as_of=as_of)
    return {case.id for cases in found.values() for case in cases}


def _cases_in_force(
    connection: Connection,
    held: Iterable[EncodedResponse],
    forms: Mapping[str, Form],
    carried: CarriedAnswers,
    *,
    as_of: date,
) -> dict[str, list[WaiverCase]]:
    places = {each.response_id: each for each in held}
    approved: dict[str, list[WaiverCase]] = defaultdict(list)
    for row in plan_rows.waivers_of(connection):
        if row.response_id not in places or row.state != WaiverState.APPROVED:
            continue
        if case := case_of(row, forms[places[row.response_id].fingerprint]):
            approved[row.response_id].append(case)
    if not approved:
        return {}
    said: dict[str, list[tuple[str, str, str | None]]] = defaultdict(list)
    for response_id, question_id, field, content, _at in encoded_rows.said_by(connection, approved):
        said[response_id].append((question_id, field, content))
    found: dict[str, list[WaiverCase]] = {}
    for response_id, those in approved.items():
        whose = places[response_id]
        form, go_live = forms[whose.fingerprint], whose.go_live
        answers = carried.counted_for(form, whose, answers_from(form, said[response_id]))
        found[response_id] = [each for each in those if each.waiver.holds(answers, go_live=go_live, as_of=as_of)]
    return found
