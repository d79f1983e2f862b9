"""Another go-live without saving anything, and the chain behind the earliest one: compared with the judgement itself."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given

from scoring.judgement import judge
from scoring.vocabulary import Verdict
from scoring.what_if import From, chain, late, what_if
from scoring.yardstick import yardstick
from tests.scoring.builders import Case, answers, form, judged, waivers
from tests.scoring.strategies import cases, tried

GO_LIVE, AS_OF = date(2027, 5, 1), date(2027, 2, 1)
QUESTIONS: dict[str, dict[str, Any]] = {
    "A": {"kind": "yes_no", "hard_stop": "go_live", "lead_days": 45, "expected": {60: True}},
    "B": {"kind": "level", "hard_stop": "go_live", "lead_days": 10, "expected": {90: 4}},
    "C": {"kind": "date", "hard_stop": "phase", "expected": {140: 140}},
    "D": {"kind": "yes_no", "hard_stop": "go_live", "expected": {60: True}},
    "E": {"kind": "yes_no", "expected": {60: True}},
}
CASE = Case(QUESTIONS, {"B": 2, "C": date(2027, 1, 1), "D": True}, GO_LIVE, AS_OF, actions={"B": date(2027, 3, 10)})


def test_a_later_date_takes_away_what_is_late_and_an_earlier_brings_more() -> None:
    options = [GO_LIVE + timedelta(days=80), GO_LIVE, GO_LIVE - timedelta(days=40)]
    found = what_if(yardstick(form(CASE)), answers(CASE), options, go_live=GO_LIVE, as_of=AS_OF)
    assert [(one.becomes_late, one.no_longer_late) for one in found] == [((), ("B", "C")), ((), ()), (("A", "E"), ())]
    assert [one.judgement.verdict for one in found] == [Verdict.ON_TRACK, Verdict.NOT_READY, Verdict.NOT_READY]


def test_without_a_date_everything_that_is_late_with_one_becomes_late() -> None:
    (found,) = what_if(yardstick(form(CASE)), answers(CASE), [GO_LIVE], go_live=None, as_of=AS_OF)
    assert found.becomes_late == late(judged(CASE)) == ("B", "C")


def test_the_chain_says_where_each_day_is_from() -> None:
    links = [
        (link.question.id, link.finish, link.finish_from, link.allows) for link in chain(judged(CASE), CASE.actions)
    ]
    assert links == [
        ("C", date(2027, 1, 1), From.ANSWER, date(2027, 5, 21)),
        ("A", date(2027, 3, 18), From.USUAL_WORK, date(2027, 3, 18)),
        ("B", date(2027, 3, 10), From.ACTION, date(2027, 3, 10)),
    ]


def test_an_overdue_action_is_not_where_a_day_is_from() -> None:
    late = Case({"B": QUESTIONS["B"]}, {"B": 2}, GO_LIVE, AS_OF, actions={"B": AS_OF - timedelta(days=1)})
    (link,) = chain(judged(late), late.actions)
    assert (link.finish_from, link.finish, link.work) == (From.USUAL_WORK, AS_OF + timedelta(days=5), 5)


@tried()
@given(cases(dated=True))
def test_the_first_link_is_what_the_judgement_says_decides(case: Case) -> None:
    judgement = judged(case)
    links = chain(judgement, case.actions)
    assert judgement.earliest
    assert case.go_live
    if links and links[0].allows >= case.go_live:
        decided = (links[0].allows, links[0].question.id)
        assert decided == (judgement.earliest.date, judgement.earliest.decided_by)
    else:
        assert (judgement.earliest.date, judgement.earliest.decided_by) == (case.go_live, None)


@tried()
@given(cases(dated=True))
def test_a_what_if_is_the_judgement_of_that_date(case: Case) -> None:
    option = GO_LIVE + timedelta(days=45)
    measure = yardstick(form(case))
    told: dict[str, Any] = {
        "as_of": case.as_of,
        "waivers": waivers(case),
        "actions": case.actions,
        "agreed": case.agreed,
    }
    (found,) = what_if(measure, answers(case), [option], go_live=case.go_live, **told)
    moved = judge(measure, answers(case), go_live=option, **told)
    assert found.judgement == moved
    before = set(late(judged(case)))
    assert set(late(moved)) == (before | set(found.becomes_late)) - set(found.no_longer_late)
