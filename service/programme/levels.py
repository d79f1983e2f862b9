"""One question of the programme at every reach: what HPAS has said, who said it, and whom each answer holds for."""

from dataclasses import dataclass

from scoring.basis import Reach, reaches_of
from scoring.questionnaire import Question
from scoring.vocabulary import Programme
from service.answers.carried import GivenAnswer, ProgrammeAnswers, read_programme
from service.faults import BadInput
from service.people.access import allow
from service.people.actor import Actor
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation
from service.programme.reaches import TouchedCustomer, by_reach, read_touched
from service.workspace import Workspace

__all__ = ["LevelAnswer", "QuestionLevels", "levels"]


@dataclass(frozen=True, slots=True)
class LevelAnswer:
    """What is said at one reach. customers: whom the reach takes in of those who are given the answer.

    holds_for: those of them that nothing more particular is said for. name: of who said it.
    """

    given: GivenAnswer
    name: str
    customers: tuple[TouchedCustomer, ...]
    holds_for: tuple[TouchedCustomer, ...]


@dataclass(frozen=True, slots=True)
class QuestionLevels:
    """answers: the least particular first. asked: every customer that is given the answer; without: those with none."""

    question: Question
    answers: tuple[LevelAnswer, ...]
    asked: tuple[TouchedCustomer, ...]
    without: tuple[TouchedCustomer, ...]


def levels(ws: Workspace, actor: Actor, question_id: str) -> QuestionLevels:
    """All that HPAS has said to one of its questions, and for whom. Raises `BadInput`: no_programme, unknown_question."""
    allow(ws, actor, Operation.SEE_PROGRAMME)
    form = ws.form_of(Programme.PROGRAMME)
    if form is None:
        raise BadInput("no_programme")
    question = form.questionnaire.by_id.get(question_id)
    if question is None:
        raise BadInput("unknown_question")
    with ws.database.reading() as connection:
        said = read_programme(connection, [question_id])
        asked = tuple(each for each in read_touched(connection) if question_id in each.asked)
        names = shown_names(connection, None)
    within, holds = by_reach(asked), dict[Reach | None, list[TouchedCustomer]]()
    for each in asked:
        given = _holding(said, question_id, each)
        holds.setdefault(given.reach if given else None, []).append(each)
    found = [by_question[question_id] for by_question in said.given.values() if question_id in by_question]
    return QuestionLevels(
        question=question,
        answers=tuple(
            LevelAnswer(
                given=one,
                name=shown_as(names, one.by),
                customers=within.get(one.reach, ()),
                holds_for=tuple(holds.get(one.reach, ())),
            )
            for one in found
        ),
        asked=asked,
        without=tuple(holds.get(None, ())),
    )


def _holding(said: ProgrammeAnswers, question_id: str, customer: TouchedCustomer) -> GivenAnswer | None:
    return said.holding(question_id, reaches_of(customer.id, customer.customer_type, customer.go_live))
