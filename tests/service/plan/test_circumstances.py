"""Plan, exceptions and HPAS's word count alike for one customer, among all, and in the trend; HPAS's word once given back."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import count
from random import Random

import pytest

from language import local_day
from scoring.answers import Share, Value
from scoring.basis import Basis
from scoring.judgement import Judgement
from scoring.plan import ActionStatus
from scoring.portfolio.portfolio import Compared
from scoring.vocabulary import AnswerField, Rule, Verdict
from service.answers.responses import open_response
from service.judgement import judge_customer
from service.people.access import now
from service.people.actor import Actor
from service.plan.actions import ActionContent, ActionField, change_action, create_action
from service.plan.waivers import decide_waiver, propose_waiver
from service.portfolio.comparison import read_comparison
from service.portfolio.trend import points_of_all, read_points, read_trend_sources
from service.review.ratings import rate
from service.review.submission_states import State
from service.review.submissions import list_snapshots, move
from service.workspace import Workspace
from storage.review import rows as submission_rows
from tests.builders import GO_LIVE, REVIEWER, catalogue, municipality, question, questionnaire, workspace
from tests.service.review.sending import begin_review, days_before, hand_back, say, sent

TODAY = days_before(45)
LASTS = max(GO_LIVE, local_day(now())) + timedelta(days=30)
STOPS = ("Q-STOP", "Q-PHASE", "Q-FIRM")
OTHERS = tuple(f"Q-LEVEL-{number}" for number in range(10))
FORM = questionnaire(
    question("Q-STOP", "yes_no", hard_stop="go_live", lead_days=40),
    question("Q-PHASE", "level", hard_stop="phase", margin_days=20, lead_days=60),
    question("Q-FIRM", "share", hard_stop="go_live", waivable=False, lead_days=90),
    *(question(each, "level") for each in OTHERS),
)
WHOLE = Share(4, 4)
_NUMBERS = count(1)


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    with workspace(address_of_module, of=catalogue(FORM)) as opened:
        yield opened


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    """Everything but the exceptions in place."""
    made = municipality(ws, f"Kommune {next(_NUMBERS)}")[0]
    say(ws, made, {"Q-STOP": True, "Q-PHASE": 3, "Q-FIRM": WHOLE, **dict.fromkeys(OTHERS, 3)})
    return made


def alone(ws: Workspace, lead: Actor, basis: Basis | None = None) -> Judgement:
    return judge_customer(ws, REVIEWER, str(lead.customer_id), as_of=TODAY, basis=basis).judgement


def among_all(ws: Workspace, lead: Actor, basis: Basis = Basis.CUSTOMER) -> Compared:
    rows = read_comparison(ws, REVIEWER, as_of=TODAY, basis=basis).judged.rows()
    return next(row for row in rows if row.key == lead.customer_id)


def verdicts(ws: Workspace, lead: Actor) -> set[Verdict | None]:
    """What is said of the customer alone, among all, and in both trends."""
    customer = str(lead.customer_id)
    own, all_of_them = (
        read_points(ws, lead, customer, as_of=TODAY),
        points_of_all(read_trend_sources(ws, as_of=TODAY), as_of=TODAY)[customer],
    )
    return {alone(ws, lead).verdict, among_all(ws, lead).verdict, own[-1].verdict, all_of_them[-1].verdict}


def off(ws: Workspace, lead: Actor, question_id: str = "Q-STOP", why: str | None = "Gjelder ikke oss") -> None:
    say(ws, lead, {question_id: why}, field=AnswerField.NOT_APPLICABLE)


def reviewed(ws: Workspace, lead: Actor, question_id: str | None = "Q-STOP", *, agreed: bool = True) -> str:
    """Sent in and looked at, not handed back yet. Without a question nothing is said of any."""
    made = begin_review(ws, sent(ws, lead, left=80))
    if question_id:
        rate(ws, REVIEWER, made, question_id, agreed=agreed, value=None if agreed else False, reason="Derfor")
    return made


def _sent_in(ws: Workspace, lead: Actor) -> None:
    off(ws, lead)
    sent(ws, lead)


def _in_review(ws: Workspace, lead: Actor) -> None:
    off(ws, lead)
    reviewed(ws, lead)


def _handed_back(
    state: State, *, agreed: bool = True, question_id: str = "Q-STOP"
) -> Callable[[Workspace, Actor], None]:
    def act(ws: Workspace, lead: Actor) -> None:
        off(ws, lead)
        hand_back(ws, reviewed(ws, lead, question_id, agreed=agreed), state)

    return act


def _agreed_to_another_answer(ws: Workspace, lead: Actor) -> None:
    hand_back(ws, reviewed(ws, lead))
    off(ws, lead)


def _applies_after_all(ws: Workspace, lead: Actor) -> None:
    _handed_back(State.REVIEWED)(ws, lead)
    off(ws, lead, why=None)


def _sent_in_again(ws: Workspace, lead: Actor) -> None:
    _handed_back(State.REVIEWED)(ws, lead)
    reviewed(ws, lead, None)


def _nothing_said_the_next_time(ws: Workspace, lead: Actor) -> None:
    _handed_back(State.REVIEWED)(ws, lead)
    hand_back(ws, reviewed(ws, lead, None))


def _another_reason_the_next_time(ws: Workspace, lead: Actor) -> None:
    _handed_back(State.REVIEWED)(ws, lead)
    off(ws, lead, why="Vi har lagt det ned.")
    hand_back(ws, reviewed(ws, lead, None))


def _review_opened_again(ws: Workspace, lead: Actor) -> None:
    _handed_back(State.REVIEWED)(ws, lead)
    made = list_snapshots(ws, lead, lead.customer_id or "")[0].id
    move(ws, REVIEWER, made, State.IN_REVIEW, expected=State.REVIEWED, comment="Feil liste.")


def _opened_again(ws: Workspace, lead: Actor) -> None:
    off(ws, lead)
    move(ws, lead, sent(ws, lead), State.REOPENED, expected=State.SENT)


def _one_of_many(ws: Workspace, lead: Actor) -> None:
    off(ws, lead, OTHERS[0])


def _two_of_many(ws: Workspace, lead: Actor) -> None:
    for each in OTHERS[:2]:
        off(ws, lead, each)


# All is in place but what does not apply: it is `ready` where HPAS's word is not waited for.
WORDS: list[tuple[str, Callable[[Workspace, Actor], None], Verdict]] = [
    ("nobody has looked", off, Verdict.CONDITIONAL),
    ("sent in", _sent_in, Verdict.CONDITIONAL),
    ("agreed, and not handed back", _in_review, Verdict.CONDITIONAL),
    ("agreed, and handed back as reviewed", _handed_back(State.REVIEWED), Verdict.READY),
    ("agreed, and handed back to go on with", _handed_back(State.RETURNED), Verdict.READY),
    ("not agreed", _handed_back(State.REVIEWED, agreed=False), Verdict.CONDITIONAL),
    ("agreed to something else", _handed_back(State.REVIEWED, question_id="Q-PHASE"), Verdict.CONDITIONAL),
    ("agreed to an answer, not to its not applying", _agreed_to_another_answer, Verdict.CONDITIONAL),
    ("it applies after all, and is in place", _applies_after_all, Verdict.READY),
    ("a later review is not handed back: the earlier stands", _sent_in_again, Verdict.READY),
    ("a later review carries it over", _nothing_said_the_next_time, Verdict.READY),
    ("a later review, and another reason", _another_reason_the_next_time, Verdict.CONDITIONAL),
    ("the review is opened again", _review_opened_again, Verdict.CONDITIONAL),
    ("opened again", _opened_again, Verdict.CONDITIONAL),
    ("one of thirteen, no stop: fewer than a tenth", _one_of_many, Verdict.READY),
    ("two of thirteen, no stops: more than a tenth", _two_of_many, Verdict.CONDITIONAL),
]


@pytest.mark.parametrize(("says", "act", "verdict"), WORDS, ids=[case[0] for case in WORDS])
def test_what_does_not_apply_waits_for_hpas_where_it_stops_or_is_much(
    ws: Workspace,
    lead: Actor,
    says: str,
    act: Callable[[Workspace, Actor], None],
    verdict: Verdict,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    act(ws, lead)
    assert verdicts(ws, lead) == {verdict}, says
    monkeypatch.setattr(submission_rows, "FEW", 0)
    assert verdicts(ws, lead) == {verdict}, f"{says}, read as one of thousands"
    named = [reason for reason in alone(ws, lead).reasons if reason.rule is Rule.NOT_APPLICABLE_UNCONFIRMED]
    assert bool(named) == (verdict is Verdict.CONDITIONAL)


def test_the_last_day_of_the_plan_counts_on_every_page_and_one_that_is_past_on_none(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, {"Q-STOP": False})
    # It takes 40 days, and 45 are left: it can be caught up.
    assert verdicts(ws, lead) == {Verdict.BEHIND}
    action = _planned(ws, lead, "Q-STOP", GO_LIVE + timedelta(days=1))
    for sooner in (TODAY, TODAY - timedelta(days=1), None):
        # The last of several decides.
        _planned(ws, lead, "Q-STOP", sooner)
    assert verdicts(ws, lead) == {Verdict.NOT_READY}
    earliest = [judged.earliest for judged in (alone(ws, lead), among_all(ws, lead))]
    assert [(each.date, each.decided_by) for each in earliest if each] == [(GO_LIVE + timedelta(days=1), "Q-STOP")] * 2
    for changes in ({ActionField.DUE: TODAY - timedelta(days=1)}, {ActionField.DUE: GO_LIVE}):
        _change(ws, lead, action, changes)
        assert verdicts(ws, lead) == {Verdict.BEHIND}


def test_an_exception_counts_on_every_page_while_it_holds(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, {"Q-PHASE": 1})
    assert verdicts(ws, lead) == {Verdict.NOT_READY}
    _waived(ws, lead, "Q-PHASE")
    assert verdicts(ws, lead) == {Verdict.CONDITIONAL}
    say(ws, lead, {"Q-PHASE": 0})
    assert verdicts(ws, lead) == {Verdict.NOT_READY}


def test_an_exception_holds_on_hpas_word_too_while_the_customer_s_answer_stands(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, {"Q-PHASE": 1})
    made = begin_review(ws, sent(ws, lead, left=80))
    rate(ws, REVIEWER, made, "Q-PHASE", agreed=False, value=0, reason="Ikke begynt")
    hand_back(ws, made)
    _waived(ws, lead, "Q-PHASE")
    for basis in Basis:
        assert {alone(ws, lead, basis).verdict, among_all(ws, lead, basis).verdict} == {Verdict.CONDITIONAL}


def test_many_customers_are_told_the_same_alone_and_among_all(address: str) -> None:
    with workspace(address, of=catalogue(FORM)) as crowd:
        leads = [_lived_in(crowd, Random(seed)) for seed in range(16)]
        everyone = {row.key: row for row in read_comparison(crowd, REVIEWER, as_of=TODAY).judged.rows()}
        trends = points_of_all(read_trend_sources(crowd, as_of=TODAY), as_of=TODAY)
        for lead in leads:
            one, row = alone(crowd, lead), everyone[str(lead.customer_id)]
            assert (row.verdict, row.failed_stops, row.earliest) == (one.verdict, one.failing, one.earliest)
            point = trends[str(lead.customer_id)][-1]
            assert point.verdict == one.verdict
            assert [row.overall.ahead_days, point.ahead_days] == pytest.approx([one.overall.ahead_days] * 2)
        assert {row.verdict for row in everyone.values()} >= {Verdict.NOT_READY, Verdict.BEHIND, Verdict.CONDITIONAL}


def _lived_in(ws: Workspace, chance: Random) -> Actor:
    """A customer that has answered most, planned some, been reviewed, and been granted some exceptions."""
    lead = municipality(ws, f"Kommune {next(_NUMBERS)}")[0]
    good = chance.random() < 0.7
    said: dict[str, Value] = {"Q-STOP": chance.random() < 0.6, "Q-PHASE": chance.randint(1, 3), "Q-FIRM": WHOLE}
    say(ws, lead, said | {each: 3 if good or chance.random() < 0.6 else 1 for each in OTHERS})
    for each in chance.sample(STOPS + OTHERS, chance.randint(0, 2)):
        off(ws, lead, each)
        if chance.random() < 0.5:
            hand_back(ws, reviewed(ws, lead, each), State.REVIEWED)
    for each in chance.sample(STOPS, chance.randint(0, 3)):
        for _ in range(chance.randint(1, 2)):
            action = _planned(ws, lead, each, TODAY + timedelta(days=chance.randint(-20, 60)))
        if chance.random() < 0.3:
            _change(ws, lead, action, {ActionField.STATUS: ActionStatus.DONE})
    for each in ("Q-STOP", "Q-PHASE"):
        if chance.random() < 0.4:
            _waived(ws, lead, each)
    return lead


def _planned(ws: Workspace, lead: Actor, question_id: str, due: date | None) -> str:
    number, view = next(_NUMBERS), open_response(ws, lead, str(lead.customer_id))
    text = f"Tiltak {number}"
    return create_action(ws, lead, view.response_id, question_id, text=text, due=due, session="s", edit_no=number)


def _change(ws: Workspace, lead: Actor, action: str, changes: Mapping[ActionField, ActionContent]) -> None:
    change_action(ws, lead, action, changes, base_version=None, session="s", edit_no=next(_NUMBERS))


def _waived(ws: Workspace, lead: Actor, question_id: str) -> None:
    response_id = open_response(ws, lead, str(lead.customer_id)).response_id
    waiver_id = propose_waiver(ws, lead, response_id, question_id, measure="Ekstra vakt", owner="Leder", expires=LASTS)
    decide_waiver(ws, REVIEWER, waiver_id, approve=True, reason="Forsvarlig")
