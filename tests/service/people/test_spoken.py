"""In which language a customer is spoken to: what its lead has chosen, for its letters, papers and files."""

from pathlib import Path

import pytest

from cli import ASSESSMENTS
from content.catalogue import read_content
from language import Language, spoken
from reports.dialect import Dialect
from service.faults import NotAllowed
from service.files.catalogue import EXPORTS
from service.files.export import ExportScope, Wanted, hand_out, hand_out_rows
from service.letters.invitations import invitation_of
from service.people.actor import Role
from service.people.customers import CustomerInfo, list_customers
from service.people.log import read_log
from service.people.members import invite, list_members
from service.people.spoken import choose_language, language_of
from service.workspace import Workspace
from storage.verification import verify
from tests.builders import ADMIN, workspace
from tests.service.review.sending import days_before, new_lead


def only(ws: Workspace) -> CustomerInfo:
    return list_customers(ws, ADMIN)[0]


def test_it_is_bokmal_until_the_lead_chooses_and_the_choice_is_logged_once(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        lead = new_lead(ws)
        id_ = lead.customer_id or ""
        assert language_of(only(ws)) is Language.BOKMAL
        for _ in range(2):
            choose_language(ws, lead, id_, Language.NYNORSK)
        assert language_of(only(ws)) is Language.NYNORSK
        acts = [act for act in read_log(ws, ADMIN).acts if act.operation == "choose_language"]
        assert [(act.times, act.detail) for act in acts] == [(1, "nynorsk")]


def test_the_choice_stands_in_the_chain(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        lead = new_lead(ws)
        choose_language(ws, lead, lead.customer_id or "", Language.NYNORSK)
        assert verify(ws.database).findings == ()


def test_nobody_chooses_for_another_customer(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        lead, other = new_lead(ws), new_lead(ws)
        with pytest.raises(NotAllowed):
            choose_language(ws, other, lead.customer_id or "", Language.NYNORSK)
        assert {language_of(each) for each in list_customers(ws, ADMIN)} == {Language.BOKMAL}


def test_who_is_invited_by_a_customer_in_nynorsk_is_written_to_in_it(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        lead = new_lead(ws)
        id_ = lead.customer_id or ""
        invite(ws, ADMIN, id_, role=Role.VIEWER, email="leser@kommune.example")
        member = next(each for each in list_members(ws, ADMIN, id_) if each.email == "leser@kommune.example")
        before = invitation_of(ws, member, app="https://klarsjekk.example")
        choose_language(ws, lead, id_, Language.NYNORSK)
        after = invitation_of(ws, member, app="https://klarsjekk.example")
        assert before != after
        assert spoken() is Language.BOKMAL


OF_ONE = [
    name
    for name, export in EXPORTS.items()
    if export.rows is not None and not export.of_all and export.scope is ExportScope.RESPONSE
]


@pytest.mark.parametrize("table", OF_ONE)
def test_what_programs_read_is_the_same_whatever_is_chosen(table: str, tmp_path: Path) -> None:
    with workspace(tmp_path, of=read_content(ASSESSMENTS).catalogue) as ws:
        lead = new_lead(ws)
        id_ = lead.customer_id or ""
        wanted = Wanted(lead, EXPORTS[table], id_, Dialect.PROGRAM, days_before(90))
        before = hand_out(ws, wanted, members_only=False).data
        choose_language(ws, lead, id_, Language.NYNORSK)
        assert hand_out(ws, wanted, members_only=False).data == before
        assert hand_out_rows(ws, wanted, members_only=False).columns
