"""The demo: invented customers only, the same every time, one of each kind of verdict, each with one story."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from content.catalogue import read_catalogue
from scoring.judgement import Judged
from scoring.questionnaire import Catalogue
from scoring.vocabulary import CustomerType, Rule, Verdict
from scoring.waivers import WaiverState
from service.demo.customers import PROFILES, fill_demo
from service.demo.history import live_on
from service.demo.programme import HPAS
from service.faults import BadInput
from service.judgement import CustomerJudgement, judge_customer
from service.people.actor import Actor, Role
from service.people.customers import add_customer, list_customers
from service.programme.own_judgement import judge_programme
from service.programme.reaches import reaches
from service.workspace import Workspace
from tests.builders import ADMIN, catalogue, question, questionnaire, workspace
from tests.content.published import ASSESSMENTS
from tests.service.portfolio.comparison_oracle import load_all

AS_OF = date(2027, 1, 15)


def a_long_questionnaire() -> Catalogue:
    """Sixty questions of every kind, some due years before, a sixth of them hard stops."""
    kinds = ("level", "yes_no", "share", "number", "date", "matrix")
    areas: tuple[tuple[str, ...], ...] = (("testing",), ("operations",), ("staffing",), ())
    steps: dict[str, dict[int, object]] = {
        "level": {500: 1, 180: 2, 60: 3},
        "yes_no": {200: True},
        "share": {200: 0.25, 120: 0.5, 60: 1.0},
        "number": {300: 1.0, 90: 2.5},
        "date": {180: 180},
        "matrix": {180: 0.5, 30: 1.0},
    }
    asked = [
        question(
            f"Q-{number:02}",
            kinds[number % 6],
            expected=steps[kinds[number % 6]],
            areas=areas[number % 4],
            topic=("message_test", "on_call")[number % 2],
            responsible=("customer", "hpas", "both")[number % 3],
            **({"hard_stop": "go_live"} if number % 7 == 3 else {}),
        )
        for number in range(60)
    ]
    return catalogue(questionnaire(*asked))


@pytest.fixture(scope="module")
def demo(address_of_module: str) -> Iterator[Workspace]:
    with workspace(address_of_module, of=a_long_questionnaire()) as ws:
        fill_demo(ws, ADMIN, as_of=AS_OF)
        yield ws


# What each of the seven stands for, with what is really asked: verdict, and how its days lie to the plan.
STORIES: dict[str, tuple[Verdict, str]] = {
    "Demo kommune A": (Verdict.UNDECIDED, "unknown"),
    "Demo kommune B": (Verdict.NOT_READY, "even"),
    "Demo kommune C": (Verdict.ON_TRACK, "even"),
    "Demo kommune D": (Verdict.BEHIND, "behind"),
    "Demo kommune E": (Verdict.NOT_READY, "behind"),
    "Demo fastlegekontor F": (Verdict.CONDITIONAL, "even"),
    "Demo helseforetak G": (Verdict.BEHIND, "behind"),
}


@pytest.fixture(scope="module")
def whole_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, CustomerJudgement]]:
    """Every customer of the demo as `cli.py demo` makes it, by name."""
    with workspace(tmp_path_factory.mktemp("demo"), of=read_catalogue(ASSESSMENTS)) as ws:
        fill_demo(ws, ADMIN, as_of=AS_OF)
        live_on(ws, ADMIN, as_of=AS_OF)
        yield {each.name: judge_customer(ws, ADMIN, each.id, as_of=AS_OF) for each in list_customers(ws, ADMIN)}


def test_the_demo_shows_every_kind_of_verdict_that_is_met_on_the_way(whole_demo: dict[str, CustomerJudgement]) -> None:
    found = {name: here.judgement.verdict for name, here in whole_demo.items()}

    assert found == {name: verdict for name, (verdict, _) in STORIES.items()}
    assert set(found.values()) == set(Verdict) - {Verdict.READY, Verdict.IN_USE}


@pytest.mark.parametrize("name", STORIES)
def test_the_days_of_a_customer_tell_the_same_story_as_its_verdict(
    whole_demo: dict[str, CustomerJudgement], name: str
) -> None:
    ahead = whole_demo[name].judgement.overall.ahead_days

    match STORIES[name][1]:
        case "unknown":
            assert ahead is None
        case "even":
            assert ahead is not None
            assert -1 <= ahead <= 7
        case _:
            assert ahead is not None
            assert ahead < -7


def test_an_even_customer_has_planned_what_it_has_begun_and_nothing_asks_for_more(
    whole_demo: dict[str, CustomerJudgement],
) -> None:
    for name, (verdict, _) in STORIES.items():
        if verdict in (Verdict.ON_TRACK, Verdict.CONDITIONAL):
            plan = whole_demo[name].plan
            assert plan.actions, name
            assert not plan.without_action, name
            assert not any(each.overdue or each.unowned or each.too_late for each in plan.actions), name


def test_the_office_waits_for_hpas_word_on_a_stop_and_the_last_asks_for_an_exception(
    whole_demo: dict[str, CustomerJudgement],
) -> None:
    (reason,) = whole_demo["Demo fastlegekontor F"].judgement.reasons
    assert (reason.rule, len(reason.questions)) == (Rule.NOT_APPLICABLE_UNCONFIRMED, 1)
    (asked,) = whole_demo["Demo kommune E"].waivers
    judged = whole_demo["Demo kommune E"].judgement.questions[asked.question_id]
    assert (asked.state, judged.fails, judged.question.waivable) == (WaiverState.PROPOSED, True, True)


def test_what_hpas_has_not_in_place_stops_the_customers_of_two_waves_and_no_others(
    whole_demo: dict[str, CustomerJudgement],
) -> None:
    stopped = {
        name: [each.question.id for each in here.judgement.questions.values() if each.fails and _of_hpas(each)]
        for name, here in whole_demo.items()
    }

    assert {name: found for name, found in stopped.items() if found} == {
        "Demo kommune B": ["KO-0302"],
        "Demo kommune E": ["KO-0209"],
    }
    answered = [each for here in whole_demo.values() for each in here.judgement.questions.values() if _of_hpas(each)]
    assert len(answered) == 5 * 8 + 8 + 11
    assert all(each.attainment is not None for each in answered)
    # Of the first, nothing else that is answered fails: its verdict is HPAS's.
    questions = whole_demo["Demo kommune B"].judgement.questions.values()
    assert [each.question.id for each in questions if each.fails and each.attainment is not None] == ["KO-0302"]


def test_hpas_is_judged_by_what_it_says_of_itself_and_its_stops_are_the_same(tmp_path: Path) -> None:
    with workspace(tmp_path, of=read_catalogue(ASSESSMENTS)) as ws:
        fill_demo(ws, ADMIN, as_of=AS_OF)
        found = {customer.name: customer for customer in list_customers(ws, ADMIN)}
        failing = {}
        for name in ("Demo kommune B", "Demo kommune C", "Demo kommune E"):
            here = judge_programme(ws, HPAS, reaches(ws, HPAS), wave=found[name].go_live, as_of=AS_OF)
            assert here is not None
            judged = here.judgement
            failing[name] = (judged.verdict, [each.question.id for each in judged.questions.values() if each.fails])

    assert failing["Demo kommune B"] == (Verdict.NOT_READY, ["PR-0302"])
    assert failing["Demo kommune E"] == (Verdict.NOT_READY, ["PR-0209"])
    assert failing["Demo kommune C"][1] == []


def _of_hpas(each: Judged) -> bool:
    return each.question.from_programme is not None


def test_the_demo_customers_are_invented_and_at_different_distances(demo: Workspace) -> None:
    customers = list_customers(demo, ADMIN)
    assert all(customer.invented for customer in customers)
    assert [(c.go_live - AS_OF).days for c in customers if c.go_live] == [profile.days for profile in PROFILES]


def test_the_demo_has_comments_reasons_and_others_to_wait_for(demo: Workspace) -> None:
    answers = [a for row in load_all(demo, ADMIN, with_texts=True) for a in row.answers.values()]
    for field in ("comment", "evidence", "not_applicable", "waiting_on"):
        assert sum(getattr(answer, field) is not None for answer in answers) >= 3, field


def test_filling_again_adds_nothing(demo: Workspace) -> None:
    before = load_all(demo, ADMIN, with_texts=True)
    assert fill_demo(demo, ADMIN, as_of=AS_OF) == []
    assert load_all(demo, ADMIN, with_texts=True) == before


def test_the_demo_is_the_same_every_time(demo: Workspace, tmp_path: Path) -> None:
    with workspace(tmp_path, of=demo.catalogue, name="other.db") as other:
        fill_demo(other, ADMIN, as_of=AS_OF)
        first, second = (
            [(row.customer.name, row.answers) for row in load_all(ws, ADMIN, with_texts=True)] for ws in (demo, other)
        )
    assert first == second


def test_the_demo_is_never_mixed_with_a_real_customer(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        add_customer(
            ws, Actor("m-1", "Kari", Role.ADMIN), name="En ekte kommune", customer_type=CustomerType.MUNICIPALITY
        )
        with pytest.raises(BadInput) as raised:
            fill_demo(ws, ADMIN, as_of=AS_OF)
        assert (raised.value.fault, len(list_customers(ws, ADMIN))) == ("real_customers", 1)
