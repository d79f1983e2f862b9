"""What is handed out, by person and by role: how far each has come, a file for one, and that file in again."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count

import pytest
from openpyxl import load_workbook

from content.roles import AnsweringRole, Roles
from reports.dialect import Dialect
from scoring.answers import Answer, Share
from scoring.frozen import Text
from scoring.vocabulary import AnswerField
from service.answers.assignments import Assignee, assign
from service.answers.file_import import Preview, confirm, preview
from service.answers.portions import HandedOut, Portion, read_handed_out, token_of
from service.answers.responses import open_response
from service.faults import NotAllowed
from service.files.answers import ANSWERS_BOOK
from service.files.export import Exported, Wanted, hand_out
from service.judgement import judge_customer
from service.people.actor import Actor, Role
from service.people.members import invite
from service.workspace import Workspace
from tests.builders import GO_LIVE, catalogue, municipality, record, workspace
from tests.reports.answers.forms import FORM
from tests.service.answers.test_offline_merge import AS_OF, filled, rows_of

KARI, OLA = Assignee(None, "Kari Ås"), Assignee(None, "Ola")
ROLES = Roles(
    municipality=(
        AnsweringRole(id="tests", title=Text(nb="Testlederen"), questions=("Q-SHARE", "Q-LEVEL", "Q-GONE")),
        AnsweringRole(id="nobody", title=Text(nb="Ingen her"), questions=("Q-GONE-TOO",)),
    )
)
_NUMBERS = count(1)


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    made = workspace(address_of_module, of=catalogue(FORM))
    yield replace(made, roles=ROLES)
    made.close()


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    return municipality(ws, f"Kommune {next(_NUMBERS)}")[0]


def _give(ws: Workspace, lead: Actor, to: Assignee | None, *question_ids: str) -> None:
    assign(ws, lead, str(lead.customer_id), question_ids, to)


def _handed(ws: Workspace, lead: Actor) -> HandedOut:
    return read_handed_out(ws, lead, open_response(ws, lead, str(lead.customer_id)))


def _file(ws: Workspace, actor: Actor, portion: Portion) -> Exported:
    about = {"part": portion.token, "part_title": portion.title}
    wanted = Wanted(actor, ANSWERS_BOOK, str(actor.customer_id), Dialect.NORWEGIAN, AS_OF, **about)  # type: ignore[arg-type]
    return hand_out(ws, wanted, members_only=False)


def _seen(ws: Workspace, actor: Actor, data: bytes) -> Preview:
    return preview(ws, actor, str(actor.customer_id), data)


def _store(ws: Workspace, actor: Actor, data: bytes) -> dict[str, Answer]:
    confirm(ws, actor, str(actor.customer_id), data, seal=_seen(ws, actor, data).diff.seal)
    return dict(open_response(ws, actor, str(actor.customer_id)).answers)


def test_roles_have_what_is_asked_and_what_no_role_has_is_one_more(ws: Workspace, lead: Actor) -> None:
    tests, others = _handed(ws, lead).roles
    assert (tests.key, tests.title, tests.questions) == ("rolle:tests", "Testlederen", ("Q-LEVEL", "Q-SHARE"))
    assert (others.key, set(others.questions)) == ("rolle:others", set(FORM.by_id) - {"Q-LEVEL", "Q-SHARE"})


def test_people_have_what_is_given_to_them_in_the_order_it_is_asked(ws: Workspace, lead: Actor) -> None:
    member = invite(ws, lead, lead.customer_id, role=Role.CONTRIBUTOR, email=f"m{lead.id}@k.example", name="Mia")
    _give(ws, lead, OLA, "Q-STOP", "Q-LEVEL")
    _give(ws, lead, Assignee(member, ""), "Q-SHARE")
    found = _handed(ws, lead)
    assert [(each.key, each.title, each.questions) for each in found.people] == [
        (member, "Mia", ("Q-SHARE",)),
        ("Ola", "Ola", ("Q-LEVEL", "Q-STOP")),
    ]
    assert found.holders(found.roles[0]) == [OLA, Assignee(member, "Mia")]
    assert (found.find("Ola"), found.find("rolle:tests"), found.find("Per")) == (found.people[1], found.roles[0], None)


def test_a_portion_counts_what_is_answered_and_what_does_not_apply(ws: Workspace, lead: Actor) -> None:
    said = {"Q-LEVEL": (AnswerField.VALUE, 2), "Q-SHARE": (AnswerField.NOT_APPLICABLE, "Har ingen")}
    response_id = open_response(ws, lead, str(lead.customer_id)).response_id
    counted = []
    for question_id, (field, content) in said.items():
        record(ws, lead, response_id, question_id, field, content, base_version=None, session="s", edit_no=1)  # type: ignore[arg-type]
        judgement = judge_customer(ws, lead, str(lead.customer_id), as_of=GO_LIVE).judgement
        counted.append(_handed(ws, lead).roles[0].answered(judgement))
    assert counted == [1, 2]


def test_a_file_for_one_has_their_rows_alone_and_says_whose_it_is(ws: Workspace, lead: Actor) -> None:
    _give(ws, lead, KARI, "Q-LEVEL", "Q-STOP")
    made = _file(ws, lead, _handed(ws, lead).people[0])
    assert made.name.endswith(f"-kari-as-{AS_OF.isoformat()}.xlsx")
    assert rows_of(made.data) == ["Q-LEVEL", "Q-STOP"]
    guide = {row[0].value: row[1].value for row in load_workbook(BytesIO(made.data))["Veiledning"].iter_rows()}
    assert guide["Gjelder"] == "Kari Ås"
    assert str(guide["Nøkkel"]).endswith(f":{token_of('Kari Ås')}")


def test_what_one_fills_in_comes_back(ws: Workspace, lead: Actor) -> None:
    _give(ws, lead, KARI, "Q-LEVEL", "Q-STOP")
    helper = Actor("helper", "Hjelper", Role.CONTRIBUTOR, lead.customer_id)
    data = filled(_file(ws, lead, _handed(ws, lead).people[0]).data, ("Q-LEVEL", "Svar", 3), ("Q-STOP", "Svar", "ja"))
    assert _seen(ws, helper, data).left == ()
    assert {each: answer.value for each, answer in _store(ws, helper, data).items()} == {"Q-LEVEL": 3, "Q-STOP": True}


def test_rows_that_are_not_theirs_are_shown_and_left(ws: Workspace, lead: Actor) -> None:
    _give(ws, lead, KARI, "Q-LEVEL", "Q-STOP", "Q-SHARE")
    data = filled(
        _file(ws, lead, _handed(ws, lead).people[0]).data,
        ("Q-LEVEL", "Svar", 3),
        ("Q-STOP", "Svar", "ja"),
        ("Q-SHARE", "Antall", 1),
        ("Q-SHARE", "Av i alt", 4),
    )
    _give(ws, lead, OLA, "Q-STOP")
    _give(ws, lead, None, "Q-SHARE")
    seen = _seen(ws, lead, data)
    assert [change.question_id for change in seen.diff.changes] == ["Q-LEVEL"]
    assert {change.question_id: change.after for change in seen.left} == {"Q-STOP": True, "Q-SHARE": Share(1, 4)}
    assert seen.whose == "Kari Ås"
    assert set(_store(ws, lead, data)) == {"Q-LEVEL"}


def test_when_all_is_taken_back_nothing_of_the_file_is_stored(ws: Workspace, lead: Actor) -> None:
    _give(ws, lead, KARI, "Q-LEVEL")
    portion = _handed(ws, lead).people[0]
    data = filled(_file(ws, lead, portion).data, ("Q-LEVEL", "Svar", 3))
    _give(ws, lead, None, "Q-LEVEL")
    assert ([change.question_id for change in _seen(ws, lead, data).left], _store(ws, lead, data)) == (["Q-LEVEL"], {})
    with pytest.raises(NotAllowed):
        _file(ws, lead, portion)


def test_a_file_of_a_role_takes_what_the_role_has(ws: Workspace, lead: Actor) -> None:
    made = _file(ws, lead, _handed(ws, lead).roles[0])
    assert rows_of(made.data) == ["Q-LEVEL", "Q-SHARE"]
    assert set(_store(ws, lead, filled(made.data, ("Q-LEVEL", "Svar", 2)))) == {"Q-LEVEL"}
