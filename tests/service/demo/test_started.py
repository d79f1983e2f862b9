"""The demo's customers whose day is past: one should have listened, and one has said nothing."""

from datetime import date
from pathlib import Path

from cli import ASSESSMENTS
from scoring.outcomes.foresight import SpeaksFor
from scoring.vocabulary import Verdict
from service.demo.customers import PROFILES
from service.demo.many import fill_many
from service.demo.programme import answer_for_hpas
from service.demo.started import STARTED, have_started
from service.judgement import judge_customer
from service.outcomes.looking_back import look_back
from service.people.customers import list_customers
from service.workspace import open_workspace
from tests.builders import ADMIN

AS_OF = date(2027, 2, 1)


def test_one_started_against_the_verdict_and_should_have_listened(tmp_path: Path) -> None:
    with open_workspace(database_url=f"sqlite:///{tmp_path / 'd.db'}", assessments=ASSESSMENTS, create=True) as ws:
        answer_for_hpas(ws, [profile.days for profile in PROFILES], as_of=AS_OF)
        have_started(ws, ADMIN, as_of=AS_OF)
        have_started(ws, ADMIN, as_of=AS_OF)
        names = {each.name: each.id for each in list_customers(ws, ADMIN)}
        found = look_back(ws, ADMIN, as_of=AS_OF)
        silent = judge_customer(ws, ADMIN, names["Demo kommune J"], as_of=AS_OF).judgement
    assert len(names) == len(STARTED)
    assert [each.name for each in found.customers if each.should_have_listened] == ["Demo kommune I"]
    assert [each.at_start.verdict for each in found.customers if each.warned] == [Verdict.NOT_READY] * 2
    assert (silent.asks_if_started, found.hidden) == (True, False)
    assert SpeaksFor.KEEP in {each.speaks_for for each in found.topics}


def test_of_many_whose_day_is_past_most_have_started_with_figures_and_some_say_nothing(tmp_path: Path) -> None:
    with open_workspace(database_url=f"sqlite:///{tmp_path / 'm.db'}", assessments=ASSESSMENTS, create=True) as ws:
        fill_many(ws, ADMIN, 40, as_of=AS_OF)
        past = [each for each in list_customers(ws, ADMIN) if each.go_live and each.go_live < AS_OF]
        found = look_back(ws, ADMIN, as_of=AS_OF)
    began = {each.id for each in past if each.started_on}
    assert 0 < len(began) < len(past)
    assert found.customers
    assert {each.customer_id for each in found.customers} == began
    assert all(each.known for each in found.customers), "figures are recorded"
