"""The demo's decisions: made on the day what they stand on was sent in, and one of the two holds no longer."""

from datetime import date, timedelta
from pathlib import Path

from cli import ASSESSMENTS
from scoring.decision.standing import DecisionStanding
from service.decision.kept import read_decisions
from service.demo.customers import fill_demo
from service.demo.decided import DECIDED
from service.demo.history import live_on
from service.judgement import judge_customer
from service.people.customers import list_customers
from service.workspace import open_workspace
from tests.builders import ADMIN

AS_OF = date(2027, 2, 1)


def test_both_were_signed_four_weeks_ago_and_one_holds_no_longer(tmp_path: Path) -> None:
    with open_workspace(database_url=f"sqlite:///{tmp_path / 'd.db'}", assessments=ASSESSMENTS, create=True) as ws:
        fill_demo(ws, ADMIN, as_of=AS_OF)
        live_on(ws, ADMIN, as_of=AS_OF)
        ids = {each.name: each.id for each in list_customers(ws, ADMIN)}
        found = [
            read_decisions(ws, ADMIN, judge_customer(ws, ADMIN, ids[name], as_of=AS_OF)).signed for name in DECIDED
        ]
    assert [(each.made_on, each.sent) for each in found if each] == [(AS_OF - timedelta(weeks=4),) * 2] * 2
    assert [each.standing for each in found if each] == [DecisionStanding.HOLDS, DecisionStanding.FALLEN]
