"""How it stood when a decision was made: both verdicts and every hard stop, kept with it as JSON and read again."""

import json
from dataclasses import dataclass
from typing import Any

from scoring.answers import BadValue, Value, value_from_json
from scoring.questionnaire import Form, Question
from scoring.vocabulary import AnswerField, Status, Verdict
from service.answers.serialisation import pack
from service.decision.ground import DecisionGround, StopDecided


@dataclass(frozen=True, slots=True)
class StopThen:
    """A hard stop as it was decided on. reserve: days, on either word. agreed: HPAS's word, `None` when it had said nothing."""

    question: Question
    status: Status | None
    reserve: int | None
    reserve_by_hpas: int | None
    waived: bool
    agreed: bool | None
    rated: Value | None


@dataclass(frozen=True, slots=True)
class StoodThen:
    """verdict, by_hpas: on the customer's word, and on HPAS's."""

    verdict: Verdict | None
    by_hpas: Verdict | None
    stops: tuple[StopThen, ...]


def as_it_stands(ground: DecisionGround) -> dict[str, object]:
    """Both verdicts, and each hard stop with its status, its reserve, its exception and HPAS's word."""
    verdicts = [each.verdict.value if each and each.verdict else None for each in (ground.judgement, ground.by_hpas)]
    return {"verdict": verdicts[0], "by_hpas": verdicts[1], "stops": [_stop(ground, each) for each in ground.stops]}


def _stop(ground: DecisionGround, stop: StopDecided) -> dict[str, object]:
    judged, rating = stop.judged, stop.rating
    form = ground.here.view.form
    held = pack(form, judged.question.id, AnswerField.VALUE, rating.value) if rating else None
    return {
        "question": judged.question.id,
        "status": judged.status.value if judged.status else None,
        "attainment": judged.attainment,
        "reserve": judged.reserve_days,
        "reserve_by_hpas": stop.by_hpas.reserve_days,
        "waiver": stop.waiver.id if stop.waiver else None,
        "agreed": rating.agreed if rating else None,
        "rated": held,
    }


def as_it_stood(form: Form, kept: str) -> StoodThen:
    """What was kept, read by the form it was made on."""
    said: dict[str, Any] = json.loads(kept)
    stops = tuple(_then(form.questionnaire.by_id[each["question"]], each) for each in said["stops"])
    return StoodThen(_verdict(said["verdict"]), _verdict(said["by_hpas"]), stops)


def _then(question: Question, each: dict[str, Any]) -> StopThen:
    return StopThen(
        question=question,
        status=None if each["status"] is None else Status(each["status"]),
        reserve=each["reserve"],
        reserve_by_hpas=each["reserve_by_hpas"],
        waived=each["waiver"] is not None,
        agreed=each["agreed"],
        rated=_rated(question, each["rated"]),
    )


def _rated(question: Question, stored: str | None) -> Value | None:
    try:
        return None if stored is None else value_from_json(question, json.loads(stored))
    except BadValue:
        return None


def _verdict(word: str | None) -> Verdict | None:
    return None if word is None else Verdict(word)
