"""Parts of a questionnaire that are handed out: what a person or a role is to answer, and how far it has come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from content.roles import grouped
from language import said
from scoring.judgement import Judgement
from service.answers.assignments import Assignee, list_assignments
from service.answers.responses import ResponseView
from service.people.actor import Actor
from service.workspace import Workspace

OF_ROLE = "rolle:"


@dataclass(frozen=True, slots=True)
class Portion:
    """Some questions, in the order they are asked. `to`: the person who is to answer them, None for those of a role.

    key: what it is called in an address: a member's id, the name of someone without login, or a role's.
    """

    key: str
    title: str
    questions: tuple[str, ...]
    to: Assignee | None = None

    @property
    def token(self) -> str:
        """The same for a file: 16 signs that stand in any cell and any name."""
        return token_of(self.key)

    def answered(self, judgement: Judgement) -> int:
        """How many are answered, or marked as not applicable."""
        held = (judgement.questions[each] for each in self.questions)
        return sum(each.attainment is not None or each.answer.not_applicable is not None for each in held)


@dataclass(frozen=True, slots=True)
class HandedOut:
    """given: question -> who is to answer it. roles: all of them. people: those who have something to answer, by name."""

    given: Mapping[str, Assignee]
    roles: tuple[Portion, ...]
    people: tuple[Portion, ...]

    def find(self, key: str | None) -> Portion | None:
        """The portion of this key."""
        return next((each for each in (*self.people, *self.roles) if each.key == key), None)

    def of_token(self, token: str) -> Portion | None:
        return next((each for each in (*self.people, *self.roles) if each.token == token), None)

    def holders(self, portion: Portion) -> list[Assignee | None]:
        """Who has the questions of a portion, each once, None among them where nobody has one."""
        return list(dict.fromkeys(self.given.get(each) for each in portion.questions))


def read_handed_out(ws: Workspace, actor: Actor, view: ResponseView) -> HandedOut:
    """Who is to answer what of a response, by person and by role. Raises `NotAllowed`."""
    given = list_assignments(ws, actor, view.customer.id)
    return HandedOut(given, role_portions(ws, view), tuple(_people(given, view.form.questionnaire.by_id)))


def role_portions(ws: Workspace, view: ResponseView) -> tuple[Portion, ...]:
    """What each role usually knows of the questions a response is asked."""
    roles = grouped(ws.roles.of(view.customer.customer_type), view.form.questionnaire.by_id)
    carried = view.form.questionnaire.carried
    own = ((role, tuple(each for each in role.questions if each not in carried)) for role in roles)
    return tuple(Portion(OF_ROLE + role.id, said(role.title), questions) for role, questions in own if questions)


def key_of(to: Assignee) -> str:
    return to.member_id or to.name


def token_of(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:16]


def _people(given: Mapping[str, Assignee], asked: Iterable[str]) -> Iterable[Portion]:
    order = list(asked)
    for to in sorted(set(given.values()), key=lambda one: one.name.casefold()):
        yield Portion(key_of(to), to.name, tuple(each for each in order if given.get(each) == to), to)
