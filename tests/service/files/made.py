"""One customer with a plan, exceptions and hostile texts, and everything that can be handed out about it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

from language import local_day
from reports.plan.customer_report import CustomerReport
from scoring.answers import Matrix, MatrixRow, Share
from scoring.basis import EVERYONE
from scoring.plan import ActionStatus
from scoring.vocabulary import AnswerField, Programme
from service.answers.responses import open_response
from service.files.plan import material
from service.judgement import judge_customer
from service.people.access import now
from service.people.actor import Actor, Role
from service.people.members import invite
from service.plan.actions import ActionField, Owner, change_action, create_action
from service.plan.waivers import decide_waiver, propose_waiver
from service.programme.reaches import open_reach
from service.workspace import Workspace
from tests.builders import ADMIN, REVIEWER, catalogue, municipality, question, questionnaire, record, workspace
from tests.reports.answers.forms import FIXED

TODAY = local_day(now())
GO_LIVE = TODAY + timedelta(days=70)
# What nobody has stood by for a long time.
OLD = "Q-STOP2"
FORM = questionnaire(
    *questionnaire().questions,
    FIXED,
    question("Q-HPAS", "yes_no", areas=("testing",), responsible="hpas", from_programme="PR-YESNO"),
    question("Q-HPAS2", "yes_no", areas=("testing",), responsible="hpas", from_programme="PR-YESNO"),
    question(
        "Q-STOP2", "level", hard_stop="go_live", areas=("operations",), lead_days=200, lessons=("L-001",), fresh_days=60
    ),
)
HPAS = questionnaire(question("PR-YESNO", "yes_no"), customer_type=Programme.PROGRAMME)
# Markup of Typst, HTML, Markdown and spreadsheets, signs no font has, and Norwegian.
MARKUP = (
    '#panic("x") *fet* _kursiv_ $x^2$ <etikett> @ref `kode` \\ [a] // /* #include "/etc/passwd" <b>&amp;</b> =1+1 æøå'
)
HOSTILE = (MARKUP, "👩‍⚕️ עברית \u202eab 日本", "=cmd|' /C calc'!A0", "x" * 9_000, "a\nb\n\nc", "'" * 40)


class Made(NamedTuple):
    ws: Workspace
    lead: Actor
    customer_id: str
    actions: list[str]


def make(folder: Path, *, name: str = "Blåbærøy kommune") -> Made:
    ws = workspace(folder, of=catalogue(FORM, HPAS))
    lead = municipality(ws, name, go_live=GO_LIVE)[0]
    customer_id = str(lead.customer_id)
    _answer(ws, lead)
    member = invite(ws, ADMIN, customer_id, role=Role.CONTRIBUTOR, email="drift@kommune.example", name="Drift & vakt")
    response_id = open_response(ws, lead, customer_id).response_id
    actions = [
        create_action(
            ws,
            lead,
            response_id,
            ("Q-STOP2", "Q-LEVEL", "Q-SHARE", "Q-NUMBER", "Q-STOP", "Q-DATE")[number],
            text=text,
            note=text,
            owner=Owner(member_id=member) if number % 2 else Owner(name="Leder"),
            due=TODAY + timedelta(days=10 * number),
            session="s",
            edit_no=number,
        )
        for number, text in enumerate(HOSTILE)
    ]
    done = {ActionField.STATUS: ActionStatus.DONE}
    change_action(ws, lead, actions[1], done, base_version=1, session="s", edit_no=99)
    _waive(ws, lead, response_id)
    return Made(ws, lead, customer_id, actions)


def _answer(ws: Workspace, lead: Actor) -> None:
    response_id = open_response(ws, lead, str(lead.customer_id)).response_id
    said: list[tuple[str, AnswerField, Any]] = [
        ("Q-LEVEL", AnswerField.VALUE, 2),
        ("Q-LEVEL", AnswerField.COMMENT, HOSTILE[0]),
        ("Q-LEVEL", AnswerField.EVIDENCE, HOSTILE[2]),
        ("Q-YESNO", AnswerField.NOT_APPLICABLE, HOSTILE[1]),
        ("Q-SHARE", AnswerField.VALUE, Share(3, 8)),
        ("Q-SHARE", AnswerField.WAITING_ON, "hemit"),
        ("Q-MATRIX", AnswerField.VALUE, Matrix((MatrixRow(HOSTILE[2], Share(1, 3)), MatrixRow("#b", Share(0, 2))))),
        ("Q-DATE", AnswerField.VALUE, TODAY - timedelta(days=3)),
        ("Q-STOP2", AnswerField.VALUE, 0),
        ("Q-STOP", AnswerField.VALUE, False),
        ("Q-NUMBER", AnswerField.VALUE, 0.5),
        ("Q-FIXED", AnswerField.NOT_KNOWN, True),
        ("Q-HPAS", AnswerField.DISAGREES, HOSTILE[0]),
        ("Q-HPAS", AnswerField.VALUE, False),
    ]
    ours = open_reach(ws, ADMIN, EVERYONE).response_id
    record(ws, ADMIN, ours, "PR-YESNO", AnswerField.VALUE, True, base_version=None, session="h", edit_no=1)
    for edit_no, (question_id, field, content) in enumerate(said, start=1):
        then = replace(ws, day=TODAY - timedelta(days=100)) if question_id == OLD else ws
        record(then, lead, response_id, question_id, field, content, base_version=None, session="a", edit_no=edit_no)


def _waive(ws: Workspace, lead: Actor, response_id: str) -> None:
    for question_id in ("Q-STOP", "Q-STOP2"):
        waiver_id = propose_waiver(
            ws,
            lead,
            response_id,
            question_id,
            measure=f"{MARKUP} {HOSTILE[1]}",
            owner="Leder",
            expires=GO_LIVE + timedelta(days=30),
        )
        decide_waiver(ws, REVIEWER, waiver_id, approve=True, reason=MARKUP)


def material_of(made: Made) -> CustomerReport:
    return material(made.ws, judge_customer(made.ws, made.lead, made.customer_id, as_of=TODAY))
