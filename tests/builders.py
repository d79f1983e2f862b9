"""Small real parts for tests: a catalogue with every kind of question, a workspace on a real file, actors."""

from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from scoring.frozen import Grounds, Method, SuccessFactor, Text, Threshold, Topic
from scoring.questionnaire import Catalogue, Question, Questionnaire
from scoring.vocabulary import AnswerField, CustomerType, Programme, QuestionnaireType, Source
from service.answers.responses import Content, FieldChange, Recorded, RevisionKind, enter, open_response
from service.people.actor import Actor, Role, local_actor
from service.people.customers import add_customer
from service.workspace import Workspace
from storage.engines.database import open_database
from tests.new_files import new_file

ADMIN = local_actor(Role.ADMIN)
REVIEWER = local_actor(Role.REVIEWER)
GO_LIVE = date(2027, 5, 1)


def text(nb: str) -> Text:
    return Text(nb=nb)


def question(question_id: str, kind: str, **fields: Any) -> Question:
    """A question of `kind` with believable defaults for all that is not said."""
    defaults: dict[str, Any] = {
        "id": question_id,
        "kind": kind,
        "topic": "message_test",
        "title": text(f"Spørsmål {question_id}"),
        "help": text("Hva som teller."),
        "responsible": "customer",
        "lead_days": 30,
        "action": text("Gjør det som mangler."),
    }
    made: Question = _QUESTION.validate_python({**defaults, **_BY_KIND[kind], **fields}, strict=False)
    return made


_QUESTION: TypeAdapter[Question] = TypeAdapter(Question)
_BY_KIND: dict[str, dict[str, Any]] = {
    "level": {"levels": {n: text(f"Nivå {n}") for n in range(5)}, "expected": {120: 1, 60: 3}},
    "yes_no": {"expected": {90: True}},
    "share": {"done": text("bekreftet"), "all": text("mottakere"), "expected": {120: 0.5, 60: 1.0}},
    "number": {"unit": text("årsverk"), "worst": 0.0, "expected": {100: 1.0, 30: 2.0}},
    "date": {"expected": {60: 60}},
    "matrix": {
        "row_label": text("System"),
        "rows": "customer",
        "done": text("testet"),
        "all": text("meldinger"),
        "combine": "pooled",
        "expected": {90: 0.5, 30: 1.0},
    },
}


def questionnaire(*questions: Question, customer_type: QuestionnaireType = CustomerType.MUNICIPALITY) -> Questionnaire:
    """The questions given, or one of each kind: Q-LEVEL, Q-YESNO, Q-SHARE, Q-NUMBER, Q-DATE, Q-MATRIX, Q-STOP."""
    asked = questions or (
        question("Q-LEVEL", "level", areas=("staffing",)),
        question("Q-YESNO", "yes_no", areas=("operations",), topic="on_call"),
        question("Q-SHARE", "share", areas=("testing",)),
        question("Q-NUMBER", "number", areas=("staffing",), topic="on_call"),
        question("Q-DATE", "date", areas=("operations",), topic="on_call"),
        question("Q-MATRIX", "matrix", areas=("testing",)),
        question("Q-STOP", "yes_no", areas=("testing",), hard_stop="go_live", responsible="hpas"),
    )
    return Questionnaire(
        customer_type=customer_type, version="1", title=text("Skjema"), intro=text("Svar ærlig."), questions=asked
    )


def catalogue(*questionnaires: Questionnaire) -> Catalogue:
    """A catalogue of these questionnaires, or of one for municipalities."""
    offered = questionnaires or (questionnaire(),)
    return Catalogue(
        factors=tuple(
            SuccessFactor(id=f, title=text(f"Faktor {f}"), summary=text("Kort sagt."), section="2.3")
            for f in ("F01", "F02")
        ),
        topics={
            "message_test": Topic(id="message_test", factor="F01", title=text("Meldinger")),
            "on_call": Topic(id="on_call", factor="F02", title=text("Vakt")),
        },
        lessons={},
        sources={},
        method=Method(
            readiness_coverage=_threshold(0.5),
            verdict_coverage=_threshold(0.7),
            behind_share=_threshold(0.15),
            not_applicable_share=_threshold(0.1),
        ),
        questionnaires={q.customer_type: q for q in offered if isinstance(q.customer_type, CustomerType)},
        programme=next((q for q in offered if q.customer_type is Programme.PROGRAMME), None),
    )


def _threshold(value: float) -> Threshold:
    return Threshold(value=value, title=text("Terskel"), basis=Grounds(source=Source.OWN, nb="Valgt her."))


def workspace(where: Path | str, *, of: Catalogue | None = None, name: str = "test.db") -> Workspace:
    """A workspace on the database at an address, or in a file in a folder; made where there is none."""
    if isinstance(where, Path) and not (where / name).exists():
        new_file(where / name)
    address = where if isinstance(where, str) else f"sqlite:///{where / name}"
    return Workspace(open_database(address, create=True), of or catalogue())


def municipality(ws: Workspace, name: str = "Kommune A", *, go_live: date | None = GO_LIVE) -> tuple[Actor, str]:
    """A new municipality: its lead and the id of its response."""
    made = add_customer(ws, ADMIN, name=name, customer_type=CustomerType.MUNICIPALITY, go_live=go_live, invented=True)
    lead = Actor(f"lead-{made[:6]}", "Leder", Role.LEAD, made)
    return lead, open_response(ws, lead, made).response_id


def record(
    ws: Workspace,
    actor: Actor,
    response_id: str,
    question_id: str,
    field: AnswerField,
    content: Content,
    *,
    base_version: int | None,
    session: str,
    edit_no: int,
    kind: RevisionKind = RevisionKind.EDIT,
) -> Recorded:
    """Save one field."""
    change = FieldChange(question_id, field, content, base_version)
    return enter(ws, actor, response_id, [change], session=session, edit_no=edit_no, kind=kind).recorded[0]
