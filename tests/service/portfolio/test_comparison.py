"""All customers at a cut and on a basis: the fast way says what the slow way says, and neither grows with the customers."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import delete, event

from language import local_day
from scoring.answers import Matrix, MatrixRow, Share, Value
from scoring.basis import Basis
from scoring.gaps import When, gaps_of
from scoring.judgement import judge
from scoring.owed import owed_gaps, waits_on
from scoring.portfolio.cuts import CUTS, FARTHEST
from scoring.portfolio.portfolio import Compared, PortfolioEntry, compare
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField, CustomerType, Verdict, WaitingOn
from service.answers.encodings import refresh_encodings, yardstick_of
from service.faults import NotAllowed
from service.people.access import now
from service.people.actor import Actor
from service.people.customers import set_go_live
from service.plan.waivers import decide_waiver, propose_waiver
from service.portfolio.comparison import read_comparison
from service.portfolio.owed import owed_list
from service.portfolio.trend import changes_since_last, points_of_all, read_points, read_trend_sources
from service.review.ratings import rate
from service.review.submissions import list_snapshots
from service.workspace import Workspace
from storage.answers import rows as answer_rows
from storage.review.tables import response_sheet
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace
from tests.service.portfolio.comparison_oracle import CutAnswers, load_cut, nearest
from tests.service.review.sending import begin_review, days_before, hand_back, say, sent
from tests.storage.saving import an_edit

TODAY = days_before(45)
ALL_CUTS = (None, *CUTS)


def a_value(question_id: str, chance: Random) -> Value:
    shares = [Share(chance.randint(0, whole), whole) for whole in (chance.randint(1, 9) for _ in range(3))]
    return {
        "Q-LEVEL": chance.randint(0, 4),
        "Q-YESNO": chance.random() < 0.5,
        "Q-SHARE": shares[0] if chance.random() < 0.8 else Share(1, None),
        "Q-NUMBER": chance.choice((0, 0.5, 2)),
        "Q-DATE": TODAY - timedelta(days=chance.randint(-40, 90)),
        "Q-MATRIX": Matrix(
            (MatrixRow("Lege", shares[1]), MatrixRow("Pleie", shares[2], "nei" if chance.random() < 0.3 else None))
        ),
        "Q-STOP": chance.random() < 0.7,
    }[question_id]  # type: ignore[return-value]


def say_something(ws: Workspace, lead: Actor, chance: Random) -> None:
    asked = [question.id for question in ws.forms[CustomerType.MUNICIPALITY].questionnaire.questions]
    say(ws, lead, {each: a_value(each, chance) for each in asked if chance.random() < 0.7})
    left_out = [each for each in asked if chance.random() < 0.15]
    say(ws, lead, dict.fromkeys(left_out, "Gjelder ikke oss"), field=AnswerField.NOT_APPLICABLE)
    waiting = {each: chance.choice(list(WaitingOn)).value for each in asked if chance.random() < 0.2}
    say(ws, lead, waiting, field=AnswerField.WAITING_ON)


def review_something(ws: Workspace, snapshot_id: str, chance: Random) -> None:
    begin_review(ws, snapshot_id)
    for question_id in ("Q-LEVEL", "Q-YESNO", "Q-STOP", "Q-MATRIX"):
        if chance.random() < 0.7:
            agreed, known = chance.random() < 0.4, chance.random() < 0.8
            value = a_value(question_id, chance) if not agreed and known else None
            rate(ws, REVIEWER, snapshot_id, question_id, agreed=agreed, value=value, reason="Derfor")
    hand_back(ws, snapshot_id)


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    """Customers with and without answers, a go-live date, snapshots and reviews."""
    with workspace(address_of_module) as opened:
        for number in range(8):
            chance = Random(number)
            lead, _ = municipality(opened, f"Kommune {number}")
            for left in sorted(chance.sample((190, 119, 100, 80, 62, 31), number % 4), reverse=True):
                say_something(opened, lead, chance)
                review_something(opened, sent(opened, lead, left=left), chance)
            say_something(opened, lead, chance)
        municipality(opened, "Taus")
        undated, _ = municipality(opened, "Uten dag")
        say_something(opened, undated, Random(9))
        set_go_live(opened, ADMIN, undated.customer_id or "", None)
        yield opened


@pytest.fixture
def own_ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


# Days left of the snapshots, oldest first; the cut; the place of the one that stands for it.
NEAREST: list[tuple[list[int], int, int | None]] = [
    ([], 90, None),
    ([90], 90, 0),
    ([100, 92, 85], 90, 1),
    ([95, 85], 90, 0),
    ([85, 95], 90, 1),
    ([95, 95], 90, 1),
    ([90 + FARTHEST], 90, 0),
    ([90 + FARTHEST + 1], 90, None),
    ([90 - FARTHEST], 90, 0),
    ([90 - FARTHEST - 1], 90, None),
]


@pytest.mark.parametrize(("days_left", "cut", "place"), NEAREST)
def test_the_snapshot_nearest_the_cut_stands_for_it(
    own_ws: Workspace, days_left: list[int], cut: int, place: int | None
) -> None:
    assert nearest(days_left, cut) == place
    lead, _ = municipality(own_ws)
    made = [
        hand_back(own_ws, begin_review(own_ws, sent(own_ws, lead, {"Q-LEVEL": 1}, left=left))) for left in days_left
    ]
    found = read_comparison(own_ws, REVIEWER, as_of=TODAY, cut=cut)
    assert [member.snapshot_id for member in found.members] == ([] if place is None else [made[place]])


def slowly(ws: Workspace, cut: int | None, basis: Basis) -> list[Compared]:
    rows = load_cut(ws, REVIEWER, cut, basis, as_of=TODAY)
    entries = [
        PortfolioEntry(row.customer.id, yardstick_of(row.form), row.answers, row.go_live, row.as_of) for row in rows
    ]
    return compare(entries, as_of=TODAY)


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("cut", ALL_CUTS)
def test_the_fast_way_says_what_the_slow_way_says(ws: Workspace, cut: int | None, basis: Basis) -> None:
    everyone = read_comparison(ws, REVIEWER, as_of=TODAY, cut=cut, basis=basis)
    assert everyone.judged.rows() == slowly(ws, cut, basis)
    assert [member.customer_id for member in everyone.members] == list(everyone.judged.keys)


def test_hpas_basis_moves_something_both_at_a_cut_and_today(ws: Workspace) -> None:
    for cut in (None, 120):
        assert slowly(ws, cut, Basis.HPAS) != slowly(ws, cut, Basis.CUSTOMER)


def test_it_says_the_same_when_the_rows_of_numbers_are_gone(ws: Workspace) -> None:
    before = read_comparison(ws, REVIEWER, as_of=TODAY)
    with ws.database.writing() as connection:
        connection.execute(delete(response_sheet))
    assert read_comparison(ws, REVIEWER, as_of=TODAY).judged.rows() == before.judged.rows()
    assert refresh_encodings(ws) == 9
    assert refresh_encodings(ws) == 0
    again = read_comparison(ws, REVIEWER, as_of=TODAY)
    assert (again.judged.rows(), owed_list(again)) == (before.judged.rows(), owed_list(before))


def test_a_row_of_numbers_that_is_out_of_date_is_never_believed(own_ws: Workspace) -> None:
    lead, response_id = municipality(own_ws)
    say(own_ws, lead, {"Q-LEVEL": 3})
    with own_ws.database.writing() as connection:
        answer_rows.write(connection, response_id, an_edit("elsewhere", 1, "0", question_id="Q-LEVEL"))
    judged = read_comparison(own_ws, REVIEWER, as_of=TODAY).judged
    assert judged.attainment(0)["Q-LEVEL"][1] == 0
    assert refresh_encodings(own_ws) == 1


def test_who_has_sent_in_nothing_near_the_cut_is_named(ws: Workspace) -> None:
    for cut in CUTS:
        everyone = read_comparison(ws, REVIEWER, as_of=TODAY, cut=cut)
        for member in everyone.members:
            sent_in = list_snapshots(ws, REVIEWER, member.customer_id)[::-1]
            place = nearest([info.days_left for info in sent_in], cut)
            assert place is not None
            assert member.snapshot_id == sent_in[place].id
        names = {name for _, name in everyone.missing} | {member.name for member in everyone.members}
        assert len(names) == len(everyone.missing) + len(everyone.members) == 10
        assert {"Taus", "Uten dag"} <= {name for _, name in everyone.missing}


Line = tuple[str, str, WaitingOn | None, When | None, date | None, int]


def owed_slowly(row: CutAnswers) -> set[Line]:
    """What one customer waits for, gap by gap; without a go-live what it has named and has not in place."""
    judgement = judge(yardstick_of(row.form), row.answers, go_live=row.go_live, as_of=row.as_of)
    if row.go_live is None:
        named = [judged for judged in judgement.questions.values() if judged.answer.waiting_on]
        left = [judged for judged in named if judged.answer.not_applicable is None and (judged.attainment or 0) < 1]
        return {(row.customer.id, judged.question.id, judged.answer.waiting_on, None, None, 0) for judged in left}
    return {
        (row.customer.id, gap.question.id, waits_on(gap), gap.when, gap.by, max(0, (row.as_of - gap.by).days))
        for gap in gaps_of(judgement)
        if waits_on(gap)
    }


@pytest.mark.parametrize("cut", ALL_CUTS)
def test_the_owed_list_says_what_the_gaps_of_each_customer_say(ws: Workspace, cut: int | None) -> None:
    everyone, rows = read_comparison(ws, REVIEWER, as_of=TODAY, cut=cut), load_cut(ws, REVIEWER, cut, as_of=TODAY)
    found = owed_list(everyone)
    ids = [member.customer_id for member in everyone.members]
    lines = [(ids[one.place], one.question.id, one.who, one.when, one.by, one.days_late) for one in found.owed]
    assert set(lines) == {line for row in rows for line in owed_slowly(row)}
    assert len(lines) == len(set(lines))
    assert lines or cut is not None
    judged = {
        row.customer.id: judge(yardstick_of(row.form), row.answers, go_live=row.go_live, as_of=row.as_of)
        for row in rows
    }
    assert {ids[place] for place in found.only_waits} == {
        customer for customer, judgement in judged.items() if owed_gaps(gaps_of(judgement)).only_waits
    }


def test_what_is_overdue_comes_first_in_the_owed_list(ws: Workspace) -> None:
    early = days_before(100)
    owed = owed_list(read_comparison(ws, REVIEWER, as_of=early)).owed
    order = [(*When, None).index(one.when) for one in owed]
    assert order == sorted(order)
    assert {one.when for one in owed} == {*When, None}
    for when in When:
        days = [one.by for one in owed if one.when is when and one.by]
        assert days == sorted(days)
    assert all(one.by is not None and one.by <= early for one in owed if one.when is When.NOW)


def test_who_has_only_others_to_wait_for_is_told_apart(own_ws: Workspace) -> None:
    waits, works = (municipality(own_ws, name)[0] for name in ("Venter", "Arbeider"))
    for lead in (waits, works):
        say(own_ws, lead, {"Q-LEVEL": 4, "Q-YESNO": True, "Q-SHARE": Share(1, 1), "Q-NUMBER": 2})
        say(own_ws, lead, {"Q-MATRIX": Matrix((MatrixRow("Lege", Share(1, 1)),)), "Q-DATE": TODAY - timedelta(days=90)})
    say(own_ws, works, {"Q-LEVEL": 0})
    everyone = read_comparison(own_ws, REVIEWER, as_of=TODAY)
    assert [everyone.members[place].name for place in owed_list(everyone).only_waits] == ["Venter"]


def test_the_number_of_statements_does_not_grow_with_the_customers(ws: Workspace) -> None:
    def doors() -> dict[str, Callable[[], object]]:
        return {
            f"{cut} {basis}": lambda cut=cut, basis=basis: read_comparison(
                ws, REVIEWER, as_of=TODAY, cut=cut, basis=basis
            )
            for cut in (None, 90)
            for basis in Basis
        } | {"slow": lambda: load_cut(ws, REVIEWER, 90, Basis.HPAS, as_of=TODAY)}

    before = {name: _statements(ws, door) for name, door in doors().items()}
    for number in range(4):
        lead, _ = municipality(ws, f"Flere {number}")
        review_something(ws, sent(ws, lead, {"Q-LEVEL": 2}), Random(number))
    assert {name: _statements(ws, door) for name, door in doors().items()} == before
    # Today: five more for the days of the plan, the exceptions, HPAS's word on what does not apply, the phases, and the
    # decisions.
    assert max(before.values()) <= 11


def _statements(ws: Workspace, door: Callable[[], object]) -> int:
    said: list[object] = []

    def hear(*given: object) -> None:
        said.append(given[2])

    event.listen(ws.database.engine, "before_cursor_execute", hear)
    door()
    event.remove(ws.database.engine, "before_cursor_execute", hear)
    return len(said)


def test_a_rating_holds_today_until_the_answer_it_was_given_for_is_changed(own_ws: Workspace) -> None:
    lead, _ = municipality(own_ws)
    made = begin_review(own_ws, sent(own_ws, lead, {"Q-LEVEL": 3, "Q-NUMBER": 2}))
    rate(own_ws, REVIEWER, made, "Q-LEVEL", agreed=False, value=0, reason="Nei")
    rate(own_ws, REVIEWER, made, "Q-NUMBER", agreed=False, value=0, reason="Nei")
    say(own_ws, lead, {"Q-NUMBER": 1})
    judged = read_comparison(own_ws, REVIEWER, as_of=TODAY, basis=Basis.HPAS).judged
    attained = {question: found[1] for question, found in judged.attainment(0).items() if found[1] is not None}
    assert attained == {"Q-LEVEL": 0, "Q-NUMBER": 0.5}


def test_a_series_has_a_point_for_each_time_and_one_for_today(own_ws: Workspace) -> None:
    lead, _ = municipality(own_ws)
    silent, _ = municipality(own_ws, "Taus")
    sent(own_ws, lead, {"Q-LEVEL": 3, "Q-YESNO": True, "Q-SHARE": Share(1, 2), "Q-STOP": True}, left=120)
    say(own_ws, lead, {"Q-SHARE": Share(2, 2), "Q-NUMBER": 1})
    set_go_live(own_ws, ADMIN, lead.customer_id or "", GO_LIVE + timedelta(days=30))
    points = read_points(own_ws, lead, lead.customer_id or "", as_of=TODAY)
    assert [(point.days_left, point.key != "") for point in points] == [(120, True), (75, False)]
    assert [point.readiness and round(point.readiness, 3) for point in points] == [87.5, 90.0]
    assert [point.expected is not None and point.low is not None for point in points] == [True, True]
    everyone = points_of_all(read_trend_sources(own_ws, as_of=TODAY), as_of=TODAY)
    assert everyone[lead.customer_id or ""] == points
    assert [point.days_left for point in everyone[silent.customer_id or ""]] == [45]
    with pytest.raises(NotAllowed):
        read_points(own_ws, silent, lead.customer_id or "", as_of=TODAY)


def test_what_has_changed_since_last_time(own_ws: Workspace) -> None:
    lead, _ = municipality(own_ws)
    assert changes_since_last(own_ws, lead, lead.customer_id or "", as_of=TODAY) is None
    first = sent(own_ws, lead, {"Q-LEVEL": 3, "Q-YESNO": True, "Q-NUMBER": 1}, left=120)
    say(own_ws, lead, {"Q-LEVEL": 1, "Q-YESNO": None, "Q-NUMBER": 2, "Q-STOP": False})
    since = changes_since_last(own_ws, lead, lead.customer_id or "", as_of=TODAY)
    assert since
    moved = {change.question_id: change.direction.value for change in since.changes if change.direction != "same"}
    assert (since.before.id, moved) == (
        first,
        {"Q-LEVEL": "down", "Q-YESNO": "gone", "Q-NUMBER": "up", "Q-STOP": "new"},
    )


def test_an_approved_exception_counts_in_the_comparison_until_the_answer_changes(own_ws: Workspace) -> None:
    lead, response_id = municipality(own_ws, "Med unntak")
    customer_id = lead.customer_id or ""
    own = {each.id: in_place(each) for each in own_ws.forms[CustomerType.MUNICIPALITY].questionnaire.questions}
    say(own_ws, lead, own | {"Q-STOP": False})
    waiver_id = propose_waiver(
        own_ws,
        lead,
        response_id,
        "Q-STOP",
        measure="Ekstra vakt",
        owner="Leder",
        expires=max(GO_LIVE, local_day(now())) + timedelta(30),
    )

    def verdict() -> Verdict | None:
        # The stop takes 30 days from nothing, and 20 are left.
        everyone = read_comparison(own_ws, REVIEWER, as_of=days_before(20))
        return next(each.verdict for each in everyone.judged.rows() if each.key == customer_id)

    before = verdict()
    decide_waiver(own_ws, REVIEWER, waiver_id, approve=True, reason="Forsvarlig")
    assert (before, verdict()) == (Verdict.NOT_READY, Verdict.CONDITIONAL)
    say(own_ws, lead, {"Q-STOP": None})
    assert verdict() is not Verdict.CONDITIONAL


def in_place(question: Question) -> Value:
    """An answer that meets the whole requirement."""
    match question.kind:
        case "level":
            return int(question.requirement)
        case "yes_no":
            return True
        case "share":
            return Share(5, 5)
        case "date":
            return GO_LIVE - timedelta(days=int(question.requirement) + 1)
        case "matrix":
            return Matrix((MatrixRow("Lege", Share(5, 5)),))
        case _:
            return float(question.requirement)
