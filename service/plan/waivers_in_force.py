"""Which approved exceptions hold today, for judging many customers at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection

from scoring.questionnaire import Form
from scoring.waivers import WaiverCase, approved
from service.answers.carried_rows import CarriedAnswers
from service.answers.serialisation import answers_from
from service.plan.waivers import case_of
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
    places = {each.response_id: each for each in held}
    cases: dict[str, list[WaiverCase]] = defaultdict(list)
    for row in plan_rows.waivers_of(connection):
        if row.response_id in places and (case := case_of(row, forms[places[row.response_id].fingerprint])):
            cases[row.response_id].append(case)
    waivers = {response_id: kept for response_id, of in cases.items() if (kept := approved(of))}
    if not waivers:
        return {}
    said: dict[str, list[tuple[str, str, str | None]]] = defaultdict(list)
    for response_id, question_id, field, content in encoded_rows.said_by(connection, waivers):
        said[response_id].append((question_id, field, content))
    found: dict[str, set[str]] = {}
    for response_id, those in waivers.items():
        whose = places[response_id]
        form, go_live = forms[whose.fingerprint], whose.go_live
        answers = carried.counted_for(form, whose, answers_from(form, said[response_id]))
        found[response_id] = {each.question_id for each in those if each.holds(answers, go_live=go_live, as_of=as_of)}
    return found
