"""HPAS's answers at one reach as they are judged: by what name, towards which go-lives, over what is said for more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from language import reach_name
from scoring.basis import EVERYONE, Reach, reaches_of
from scoring.questionnaire import Form
from scoring.vocabulary import ReachKind
from service.answers.carried import GivenAnswer, read_programme
from storage import records
from storage.programme import rows as programme_rows


@dataclass(frozen=True, slots=True)
class HpasStanding:
    """name: of the reach, to show. waves: the days its customers start. given: what is said for more, by question."""

    name: str
    waves: tuple[date, ...]
    given: Mapping[str, GivenAnswer]


def standing_of(connection: Connection, form: Form, customer_id: str) -> HpasStanding | None:
    """What is known of the reach whose answers are kept there; `None` where none are."""
    found = programme_rows.reach_kept_in(connection, customer_id)
    if found is None:
        return None
    reach = Reach(*found)
    wider = _wider(connection, reach)
    said = read_programme(connection, list(form.questionnaire.by_id) if wider else (), wider)
    held = {question_id: said.holding(question_id, wider) for question_id in form.questionnaire.by_id}
    return HpasStanding(
        name=name_of(connection, reach),
        waves=_waves(connection, reach),
        given={question_id: one for question_id, one in held.items() if one},
    )


def name_of(connection: Connection, reach: Reach) -> str:
    """The reach by the name people know it by."""
    held = records.customers(connection, reach.target) if reach.kind is ReachKind.CUSTOMER else []
    return reach_name(reach.kind, reach.target, held[0].name if held else "")


def _wider(connection: Connection, reach: Reach) -> tuple[Reach, ...]:
    """Whose answers hold where this one says nothing, the most particular first."""
    if reach.kind is not ReachKind.CUSTOMER:
        return () if reach == EVERYONE else (EVERYONE,)
    held = records.customers(connection, reach.target)
    return reaches_of(held[0].id, held[0].customer_type, held[0].go_live)[1:] if held else (EVERYONE,)


def _waves(connection: Connection, reach: Reach) -> tuple[date, ...]:
    if reach.kind is ReachKind.WAVE:
        return (date.fromisoformat(reach.target),)
    if reach.kind is ReachKind.CUSTOMER:
        return tuple(each.go_live for each in records.customers(connection, reach.target) if each.go_live)
    return tuple(programme_rows.go_lives(connection, reach.target or None))
