"""What is known of responses beside their answers, for judging many at once: waivers, days of actions, HPAS's word.

Of today alone: a snapshot is judged as it was sent in.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection

from scoring.batch import BatchCircumstances
from scoring.formulas import Flags, Floats
from scoring.packed_rows import unpack_rows
from scoring.proof.phases import NO_PHASES, Phases
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField
from scoring.yardstick import Yardstick
from service.answers.carried_rows import CarriedAnswers
from service.plan.phases import phases_of_all
from service.plan.waivers_in_force import in_force
from service.review.submission_states import HANDED_BACK
from storage.answers.encoded_rows import EncodedResponse
from storage.plan import rows as plan_rows
from storage.review import rows as submission_rows

Ids = Mapping[str, Collection[str]]
NOT_APPLICABLE = AnswerField.NOT_APPLICABLE.value


@dataclass(frozen=True, slots=True)
class PortfolioCircumstances:
    """By response: the questions whose waiver holds, the last day of the open actions of each, HPAS's word, the day the
    customer has confirmed that it started, and the phases."""

    waived: Ids
    planned: Mapping[str, Mapping[str, date]]
    agreed: Ids
    started: Mapping[str, date]
    phases: Mapping[str, Phases]

    def of_batch(self, measure: Yardstick, response_ids: Sequence[str]) -> BatchCircumstances:
        """The same in numbers, for the responses in their order; "" is one of which nothing is known."""
        return BatchCircumstances(
            waived=_flags(measure, response_ids, self.waived),
            planned=_days(measure, response_ids, self.planned),
            agreed=_flags(measure, response_ids, self.agreed),
            started=_started(response_ids, self.started),
            phases=self._phases(response_ids),
        )

    def _phases(self, response_ids: Sequence[str]) -> Floats | None:
        if not any(id_ in self.phases for id_ in response_ids):
            return None
        return np.array([self.phases.get(id_, NO_PHASES).numbers for id_ in response_ids])


def read_circumstances(
    connection: Connection,
    held: Sequence[EncodedResponse],
    forms: Mapping[str, Form],
    carried: CarriedAnswers,
    *,
    as_of: date,
) -> PortfolioCircumstances:
    """What is known of the newest response of each customer. In a constant number of statements."""
    planned: dict[str, dict[str, date]] = defaultdict(dict)
    heirs = {each.response_id: forms[each.fingerprint].questionnaire.heirs for each in held}
    for response_id, made_for, due in plan_rows.coming_days(connection, as_of):
        question_id = heirs.get(response_id, {}).get(made_for, made_for)
        days = planned[response_id]
        days[question_id] = max(due, days.get(question_id, due))
    waived = in_force(connection, held, forms, carried, as_of=as_of)
    phases = phases_of_all(connection, [(each.response_id, each.customer_id, each.go_live) for each in held])
    started = {each.response_id: each.started_on for each in held if each.started_on}
    return PortfolioCircumstances(waived, planned, agreed(connection, _unsure(held, forms)), started, phases)


def agreed(connection: Connection, response_ids: Collection[str]) -> dict[str, set[str]]:
    """Response -> the questions HPAS has agreed do not apply, in its newest review that is handed back."""
    if not response_ids:
        return {}
    lines = submission_rows.agreed_ratings(connection, response_ids, {state.value for state in HANDED_BACK})
    bodies = submission_rows.bodies(connection, {line.snapshot_id for line in lines})
    off = {id_: {said[0] for said in json.loads(body) if said[1] == NOT_APPLICABLE} for id_, body in bodies.items()}
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.question_id in off[line.snapshot_id]:
            found[line.response_id].add(line.question_id)
    return found


def _unsure(held: Sequence[EncodedResponse], forms: Mapping[str, Form]) -> list[str]:
    """The responses that say of something that it does not apply: only there HPAS's word must be looked up."""
    by_form: dict[str, list[EncodedResponse]] = defaultdict(list)
    for each in held:
        by_form[each.fingerprint].append(each)
    found = [each.response_id for each in held if each.revisions and not each.numbers]
    for fingerprint, those in by_form.items():
        questions = len(forms[fingerprint].questionnaire.questions)
        off = ~unpack_rows(questions, [each.numbers or b"" for each in those]).encoded.applicable
        found += [those[row].response_id for row in np.flatnonzero(off.any(axis=1)).tolist()]
    return found


def _flags(measure: Yardstick, response_ids: Sequence[str], said: Ids) -> Flags | None:
    if not any(id_ in said for id_ in response_ids):
        return None
    made = np.zeros((len(response_ids), len(measure.questions)), bool)
    for row, id_ in enumerate(response_ids):
        made[row, _columns(measure, said.get(id_, ()))] = True
    return made


def _days(measure: Yardstick, response_ids: Sequence[str], said: Mapping[str, Mapping[str, date]]) -> Floats | None:
    if not any(id_ in said for id_ in response_ids):
        return None
    made = np.full((len(response_ids), len(measure.questions)), np.nan)
    for row, id_ in enumerate(response_ids):
        days = said.get(id_, {})
        columns = _columns(measure, days)
        made[row, columns] = [days[measure.questions[column].id].toordinal() for column in columns]
    return made


def _started(response_ids: Sequence[str], said: Mapping[str, date]) -> Floats | None:
    days = [said.get(id_) for id_ in response_ids]
    return np.array([np.nan if day is None else float(day.toordinal()) for day in days]) if any(days) else None


def _columns(measure: Yardstick, ids: Iterable[str]) -> list[int]:
    """Their columns; a question that is asked no more has none."""
    return [measure.column[id_] for id_ in ids if id_ in measure.column]
