"""Who usually knows the answers: `roles.yaml`, read and checked; every question has exactly one role.

What HPAS answers for the customers has none: nobody there is asked.
"""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import Field

from content.problems import Problem, nearest, problem
from content.validation import at
from content.yaml_tree import Node, YamlMapping, YamlScalar, YamlSequence
from scoring.frozen import Frozen, Text
from scoring.questionnaire import Questionnaire
from scoring.text_fields import Identifier
from scoring.vocabulary import QuestionnaireType

FILE = "roles.yaml"


class AnsweringRole(Frozen):
    """One role, with the ids of the questions it usually answers."""

    id: Identifier
    title: Text
    questions: tuple[Identifier, ...] = Field(min_length=1)


class Roles(Frozen):
    """The roles of each questionnaire, in the order they are shown."""

    health_trust: tuple[AnsweringRole, ...] = ()
    municipality: tuple[AnsweringRole, ...] = ()
    gp_office: tuple[AnsweringRole, ...] = ()
    programme: tuple[AnsweringRole, ...] = ()

    def of(self, asked: QuestionnaireType) -> tuple[AnsweringRole, ...]:
        held: tuple[AnsweringRole, ...] = getattr(self, asked.value)
        return held


def grouped(roles: Iterable[AnsweringRole], question_ids: Iterable[str]) -> list[AnsweringRole]:
    """The roles with the questions that are asked, in the order they are asked; a role with none is left out.

    What no role is named for, as a question of an older edition, is a role of its own.
    """
    asked = list(question_ids)
    known = {question_id: role.id for role in roles for question_id in role.questions}
    groups = [(role.id, role.title, tuple(each for each in asked if known.get(each) == role.id)) for role in roles]
    groups.append(("others", Text(nb="Andre spørsmål"), tuple(each for each in asked if each not in known)))
    return [AnsweringRole(id=id_, title=title, questions=those) for id_, title, those in groups if those]


def check_roles(
    root: YamlMapping, questionnaires: Mapping[QuestionnaireType, Questionnaire | None]
) -> Iterator[Problem]:
    """Every mistake. A questionnaire that is at fault itself, or is not there, is passed over."""
    for kind, questionnaire in questionnaires.items():
        if questionnaire is None:
            continue
        if kind not in root.nodes:
            yield problem("roles_missing", FILE, field=kind.value)
            continue
        named = list(_named(root.nodes[kind]))
        yield from _repeated(root.nodes[kind])
        yield from _of_questions(kind, named, questionnaire)
        asked = [question.id for question in questionnaire.questions if question.from_programme is None]
        for question_id in (each for each in asked if each not in {word.text for word in named}):
            yield problem("question_without_role", FILE, root.lines[kind], question=question_id, field=kind.value)


def _of_questions(kind: QuestionnaireType, named: list[YamlScalar], questionnaire: Questionnaire) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for word in named:
        if word.text not in questionnaire.by_id:
            near = nearest(word.text, questionnaire.by_id)
            about = {"found": word.text, "other": f"{kind.value}.yaml"}
            yield problem("unknown_question_of_role", FILE, word.line, field="questions", near=near, **about)
        elif questionnaire.by_id[word.text].from_programme is not None:
            yield problem("from_programme_in_role", FILE, word.line, question=word.text, field="questions")
        elif word.text in first:
            yield problem("question_in_two_roles", FILE, word.line, question=word.text, first=first[word.text])
        first.setdefault(word.text, word.line)


def _repeated(roles: Node) -> Iterator[Problem]:
    """A role's id names it in links that have been sent."""
    first: dict[str, str] = {}
    for role in roles.items if isinstance(roles, YamlSequence) else ():
        named = at(role, "id")
        if isinstance(named, YamlScalar):
            if other := first.get(named.text):
                yield problem("repeated_id", FILE, named.line, question=named.text, field="id", other=other)
            first.setdefault(named.text, f"{FILE}:{named.line}")


def _named(roles: Node) -> Iterator[YamlScalar]:
    for role in roles.items if isinstance(roles, YamlSequence) else ():
        questions = at(role, "questions")
        for word in questions.items if isinstance(questions, YamlSequence) else ():
            if isinstance(word, YamlScalar):
                yield word
