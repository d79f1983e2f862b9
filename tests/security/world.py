"""Two real customers and HPAS itself, people in every role, and words that only ever belong to one of the three."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from scoring.basis import EVERYONE
from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import FieldChange, open_response, record_many
from service.people.actor import Actor, Role, local_actor
from service.people.customers import add_customer
from service.people.members import invite, remove
from service.plan.actions import create_action
from service.programme.reaches import open_reach
from service.workspace import Workspace, open_workspace

ROOT = Path(__file__).resolve().parents[2]
ASSESSMENTS = ROOT / "assessments"
TODAY = date(2027, 2, 1)
GO_LIVE = TODAY + timedelta(days=45)
A, B = "Aurskog", "Bremanger"
LEVEL, YES_NO = "KO-0203", "KO-0208"
HPAS = "HPAS"
# No customer is given HPAS's answer to it.
OWN_LEVEL = "PR-0101"


@dataclass(frozen=True)
class Person:
    """What the provider says of someone, and what they are invited to: a customer, or HPAS when `of` is ""."""

    subject: str
    role: Role | None = None
    of: str = ""
    verified: bool = True
    removed: bool = False

    @property
    def email(self) -> str:
        return f"{self.subject}.{mark(self.of)}@{self.of.lower() or 'hpas'}.example"

    @property
    def claims(self) -> dict[str, object]:
        return {"sub": self.subject, "email": self.email, "email_verified": self.verified, "name": self.subject}


PEOPLE = {
    person.subject: person
    for person in (
        Person("viewer-a", Role.VIEWER, A),
        Person("contributor-a", Role.CONTRIBUTOR, A),
        Person("lead-a", Role.LEAD, A),
        Person("lead-b", Role.LEAD, B),
        Person("reviewer", Role.REVIEWER),
        Person("admin", Role.ADMIN),
        Person("programme", Role.PROGRAMME),
        Person("removed", Role.LEAD, A, removed=True),
        Person("unverified", Role.LEAD, A, verified=False),
        Person("leaver", Role.CONTRIBUTOR, A),
        Person("clicker", Role.CONTRIBUTOR, A),
        Person("taker", Role.LEAD, A),
        Person("caller", Role.LEAD, A),
        Person("sleeper", Role.LEAD, A),
        Person("demoted", Role.CONTRIBUTOR, A),
        Person("unlucky", Role.LEAD, A),
        Person("stranger"),
        Person("newcomer"),
    )
}


def mark(customer: str) -> str:
    """A word that stands in everything of one customer, and nowhere else."""
    return f"merke{customer.lower()}" if customer else "merkehpas"


@dataclass(frozen=True)
class World:
    """The database and who is in it. The server has it open: what is read here is read beside it."""

    file: Path
    customers: Mapping[str, str]
    """Name of a customer -> its id; of HPAS, the row its own answers are kept under."""
    members: Mapping[str, str]
    """Subject of a person -> the id of their membership."""

    @property
    def url(self) -> str:
        return f"sqlite:///{self.file}"

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(self.file, timeout=20)
        try:
            return list(connection.execute(query, values))
        finally:
            connection.close()

    def change(self, command: str, *values: object) -> None:
        """As someone else's change reaches the app: behind its back."""
        connection = sqlite3.connect(self.file, timeout=20)
        try:
            with connection:
                connection.execute(command, values)
        finally:
            connection.close()

    def removed(self, subject: str) -> None:
        self.change(
            "UPDATE member SET removed_at = ?, removed_by = 'x' WHERE id = ?",
            "2027-01-01 00:00:00",
            self.members[subject],
        )

    def stored(self) -> str:
        """Everything but the log and when people were last seen, as one text."""
        member = "SELECT id, customer_id, role, email, name, removed_at FROM member ORDER BY id"
        tables = ("customer", "response", "answer", "answer_revision", "go_live_move", "action", "action_revision")
        held = {table: self.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in tables}
        return json.dumps({**held, "member": self.rows(member)}, default=str)


def build(folder: Path, *, invented: bool = False) -> World:
    file = folder / "klarsjekk.db"
    with open_workspace(database_url=f"sqlite:///{file}", assessments=ASSESSMENTS, create=True) as ws:
        return World(file, *fill(ws, PEOPLE.values(), invented=invented))


def fill(ws: Workspace, people: Iterable[Person], *, invented: bool = False) -> tuple[dict[str, str], dict[str, str]]:
    """The customers by their names, and these people as members by what they are called."""
    customers = {name: _customer(ws, name, invented=invented) for name in (A, B)}
    customers[HPAS] = _programme(ws, invented=invented)
    return customers, {p.subject: _invited(ws, p, customers) for p in people if p.role is not None}


def _customer(ws: Workspace, name: str, *, invented: bool) -> str:
    """A customer who has answered two questions and planned one action, with its mark in every text."""
    admin, kind = Actor("someone", "Noen", Role.ADMIN), CustomerType.MUNICIPALITY
    called = f"{name} {mark(name)}"
    made = add_customer(ws, admin, name=called, customer_type=kind, go_live=GO_LIVE, invented=invented)
    lead = Actor("someone", "Noen", Role.LEAD, made)
    texts = {field: f"{field.value} {mark(name)}" for field in (AnswerField.COMMENT, AnswerField.EVIDENCE)}
    changes = [FieldChange(LEVEL, AnswerField.VALUE, 2), FieldChange(YES_NO, AnswerField.VALUE, True)]
    changes += [FieldChange(LEVEL, field, text) for field, text in texts.items()]
    response_id = open_response(ws, lead, made).response_id
    record_many(ws, lead, response_id, changes, session="built", edit_no=1)
    create_action(ws, lead, response_id, LEVEL, note=f"notat {mark(name)}", session="built", edit_no=2)
    return made


def _programme(ws: Workspace, *, invented: bool) -> str:
    """HPAS has answered one question and planned one action, with its mark in the texts; the id of the row they are kept under."""
    actor = local_actor(Role.PROGRAMME) if invented else Actor("someone", "Noen", Role.PROGRAMME)
    view = open_reach(ws, actor, EVERYONE)
    changes = [FieldChange(OWN_LEVEL, AnswerField.VALUE, 2)]
    changes += [FieldChange(OWN_LEVEL, AnswerField.COMMENT, f"comment {mark(HPAS)}")]
    record_many(ws, actor, view.response_id, changes, session="built", edit_no=1)
    create_action(ws, actor, view.response_id, OWN_LEVEL, note=f"notat {mark(HPAS)}", session="built", edit_no=2)
    return view.customer.id


def _invited(ws: Workspace, person: Person, customers: Mapping[str, str]) -> str:
    assert person.role is not None
    admin = local_actor(Role.ADMIN)
    member = invite(ws, admin, customers.get(person.of), role=person.role, email=person.email, name=person.subject)
    if person.removed:
        remove(ws, admin, member)
    return member
