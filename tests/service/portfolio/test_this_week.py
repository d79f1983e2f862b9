"""Denne uken: who stands on which list, in what order, in a constant number of statements; and who is hidden."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from scoring.vocabulary import AnswerField
from service.answers.responses import open_response
from service.letters.nudging import nudge_customers
from service.letters.week import week_of_hpas
from service.outcomes.starts import confirm_start
from service.people.actor import Actor, Role
from service.people.customer_changes import archive_customers, take_back_customers
from service.people.customers import list_customers
from service.people.issuers import trusted
from service.people.logins import Identity, identify
from service.people.members import invite
from service.plan.waivers import open_proposals, propose_waiver
from service.portfolio.comparison import read_comparison
from service.portfolio.this_week import WeekKind, this_week
from service.portfolio.trend_of_all import trends_of_all
from service.review.ratings import disagreement
from service.review.review_queue import read_queue
from service.review.submissions import send_in
from service.workspace import Workspace
from storage import records
from storage.tables import answer
from tests.builders import ADMIN, REVIEWER, municipality, record, workspace
from tests.counted import statements
from tests.service.outcomes.made import RULES

TODAY = date(2026, 11, 23)
ISSUER = "https://issuer.example"


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


def on(ws: Workspace, kind: WeekKind, *, as_of: date = TODAY) -> list[str]:
    found = next(each for each in this_week(ws, REVIEWER, as_of=as_of) if each.kind is kind)
    return [item.line.replace("\u00a0", " ") for item in found.items]


def at(ws: Workspace, name: str, days: int | None) -> tuple[Actor, str]:
    """A municipality that starts in so many days."""
    return municipality(ws, name, go_live=None if days is None else TODAY + timedelta(days=days))


def says(ws: Workspace, lead: Actor, response_id: str, *, days_ago: int = 0) -> None:
    """The lead has answered one thing, so many days before `TODAY`."""
    level = AnswerField.VALUE
    record(ws, lead, response_id, "Q-LEVEL", level, 1, base_version=None, session="s", edit_no=1)
    then = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC) - timedelta(days=days_ago)
    with ws.database.writing() as connection:
        connection.execute(update(answer).where(answer.c.response_id == response_id).values(updated_at=then))


def comes_in(ws: Workspace, customer_id: str, name: str) -> None:
    invite(ws, ADMIN, customer_id, role=Role.LEAD, email=f"{name}@kommune.example")
    who = Identity(name, ISSUER, name, f"{name}@kommune.example", True, None, datetime.now(UTC))
    identify(ws, who, issuers=trusted([ISSUER]))


def sent(ws: Workspace, lead: Actor, *, as_of: date = TODAY) -> None:
    seen = open_response(ws, lead, lead.customer_id or "").marker
    send_in(ws, lead, lead.customer_id or "", seen=seen, as_of=as_of, incomplete=True)


@pytest.mark.parametrize(
    ("days", "days_ago", "silent"),
    [(100, 29, False), (100, 30, True), (0, 45, True), (-1, 45, False), (None, 45, True)],
)
def test_silent_are_those_that_have_not_started_and_have_saved_nothing_for_thirty_days(
    ws: Workspace, days: int | None, days_ago: int, silent: bool
) -> None:
    says(ws, *at(ws, "Ås", days), days_ago=days_ago)
    assert bool(on(ws, WeekKind.SILENT)) is silent
    assert on(ws, WeekKind.NEVER_IN) == []


def test_the_silent_nearest_their_go_live_stand_first(ws: Workspace) -> None:
    for name, days in (("Uten dato", None), ("Langt fram", 300), ("Snart", 20)):
        says(ws, *at(ws, name, days), days_ago=40)
    assert [line.split(",")[0] for line in on(ws, WeekKind.SILENT)] == ["Snart", "Langt fram", "Uten dato"]


def test_who_was_never_in_is_told_apart_from_who_is_silent(ws: Workspace) -> None:
    invited, _ = at(ws, "Invitert", 90)
    at(ws, "Ingen", 50)
    came, _ = at(ws, "Kom inn", 70)
    invite(ws, ADMIN, invited.customer_id, role=Role.LEAD, email="a@kommune.example")
    comes_in(ws, came.customer_id or "", "b")
    never = on(ws, WeekKind.NEVER_IN)
    assert [line.split(", ")[0] for line in never] == ["Ingen", "Invitert"]
    assert ["ingen er invitert" in never[0], "invitert 2" in never[1]] == [True, True]
    assert on(ws, WeekKind.SILENT) == ["Kom inn, har ikke svart på noe ennå, 70 dager til oppstart"]


@pytest.mark.parametrize(
    ("days", "line"),
    [
        (202, []),
        (201, ["Ås, passerer T−180 om 21 dager"]),
        (180, ["Ås, passerer T−180 i dag"]),
        (179, []),
        (125, []),
        (91, ["Ås, passerer T−90 om 1 dag"]),
        (31, ["Ås, passerer T−30 om 1 dag"]),
        (29, []),
    ],
)
def test_a_cut_is_told_three_weeks_before(ws: Workspace, days: int, line: list[str]) -> None:
    at(ws, "Ås", days)
    assert on(ws, WeekKind.CUTS) == line


def test_who_has_sent_in_for_the_cut_is_not_on_its_list(ws: Workspace) -> None:
    early, _ = at(ws, "Tidlig", 95)
    done, _ = at(ws, "Ferdig", 95)
    sent(ws, early, as_of=TODAY - timedelta(days=17))
    sent(ws, done, as_of=TODAY)
    # 112 days before is farther off than what stands for T-90.
    assert on(ws, WeekKind.CUTS) == ["Tidlig, passerer T−90 om 5 dager"]


def test_what_waits_for_hpas_stands_with_the_oldest_first(ws: Workspace) -> None:
    for name in ("Først", "Sist"):
        lead, response = at(ws, name, 120)
        sent(ws, lead)
        ours = {"measure": "Vakt", "owner": "Drift", "expires": date(2099, 1, 1)}
        propose_waiver(ws, lead, response, "Q-STOP", **ours)  # type: ignore[arg-type]
    for kind in (WeekKind.REVIEWS, WeekKind.WAIVERS):
        assert [line.split(",")[0] for line in on(ws, kind)] == ["Først", "Sist"]


def test_the_letter_says_what_the_page_says(ws: Workspace) -> None:
    says(ws, *at(ws, "Ås", 95), days_ago=40)
    told = week_of_hpas(ws, REVIEWER, as_of=TODAY)
    page = this_week(ws, REVIEWER, as_of=TODAY)
    assert [(heading, list(lines)) for heading, lines in told.lists] == [
        (each.heading, [item.line.replace("\u00a0", " ") for item in each.items]) for each in page
    ]
    assert sum(len(lines) for _, lines in told.lists) == 2


def test_it_is_read_in_as_many_statements_whatever_there_is(ws: Workspace) -> None:
    counted = []
    # That somebody compares is logged, once a day.
    this_week(ws, REVIEWER, as_of=TODAY)
    for number in range(1, 13):
        lead, response = at(ws, f"Kommune {number}", 30 * number)
        says(ws, lead, response, days_ago=3 * number)
        sent(ws, lead)
        if number in (2, 12):
            with statements(ws.database.engine) as made:
                this_week(ws, REVIEWER, as_of=TODAY)
            counted.append(made.number)
    assert counted[0] == counted[1]


def test_an_archived_customer_is_nowhere_until_it_is_taken_back(ws: Workspace) -> None:
    lead, response = at(ws, "Ås", 95)
    comes_in(ws, lead.customer_id or "", "b")
    says(ws, lead, response, days_ago=40)
    sent(ws, lead)
    ours = {"measure": "Vakt", "owner": "Drift", "expires": date(2099, 1, 1)}
    propose_waiver(ws, lead, response, "Q-STOP", **ours)  # type: ignore[arg-type]
    before = everywhere(ws)
    assert all(before.values()), before
    assert archive_customers(ws, ADMIN, [lead.customer_id or ""]) == 1
    assert not any(everywhere(ws).values()), everywhere(ws)
    with ws.database.reading() as connection:
        assert [row.name for row in records.customers(connection)] == ["Ås"]
    take_back_customers(ws, ADMIN, [lead.customer_id or ""])
    assert everywhere(ws) == before


def everywhere(ws: Workspace) -> dict[str, int]:
    """How many customers each thing that goes through them sees."""
    compared = read_comparison(ws, REVIEWER, as_of=TODAY)
    return {
        "list": len(list_customers(ws, ADMIN)),
        "comparison": len(compared.members),
        "at a cut": len(read_comparison(ws, REVIEWER, as_of=TODAY, cut=90).members),
        "trend": len(trends_of_all(ws, REVIEWER, as_of=TODAY)),
        "reviews": len(read_queue(ws, REVIEWER, as_of=TODAY).lines),
        "exceptions": len(open_proposals(ws, REVIEWER)),
        "week": sum(len(each.items) for each in this_week(ws, REVIEWER, as_of=TODAY)),
    } | ({"disagreement": len(disagreement(ws, REVIEWER))} if disagreement(ws, REVIEWER) else {})


def test_a_reminder_goes_to_the_leads_and_says_who_has_none(ws: Workspace) -> None:
    with_lead, _ = at(ws, "Med leder", 95)
    without, _ = at(ws, "Uten leder", 95)
    invite(ws, ADMIN, with_lead.customer_id, role=Role.LEAD, email="leder@kommune.example")
    invite(ws, ADMIN, without.customer_id, role=Role.VIEWER, email="leser@kommune.example")
    ids = [with_lead.customer_id or "", without.customer_id or ""]
    made = nudge_customers(ws, REVIEWER, ids, as_of=TODAY, mail=None, app="")
    assert (made.addresses, made.nobody, made.sent) == (["leder@kommune.example"], ["Uten leder"], 0)


def test_who_has_passed_the_day_without_saying_so_stands_with_the_longest_ago_first(ws: Workspace) -> None:
    for name, days in (("Nylig", -2), ("Lenge siden", -400), ("I dag", 0), ("Uten dato", None)):
        at(ws, name, days)
    began, _ = at(ws, "Startet", -9)
    confirm_start(ws, began, began.customer_id or "", TODAY - timedelta(days=9), as_of=TODAY)
    assert [line.split(",")[0] for line in on(ws, WeekKind.NOT_CONFIRMED)] == ["Lenge siden", "Nylig"]
    assert "for 400 dager siden" in on(ws, WeekKind.NOT_CONFIRMED)[0]


def test_who_has_figures_to_give_stands_with_the_most_overdue_first(ws: Workspace) -> None:
    asked = replace(ws, outcomes=RULES)
    for name, days in (("Tre uker", -21), ("En uke", -7), ("Seks dager", -6)):
        lead, _ = at(ws, name, days)
        confirm_start(ws, lead, lead.customer_id or "", TODAY + timedelta(days=days), as_of=TODAY)
    assert on(asked, WeekKind.OUTCOMES) == [
        "Tre uker, 7 dager etter: 0 av 2 tall er ført, 7 dager over tiden",
        "En uke, 7 dager etter: 0 av 2 tall er ført",
    ]


def test_what_one_that_has_started_sent_in_waits_for_nobody(ws: Workspace) -> None:
    lead, _ = at(ws, "Startet", -2)
    sent(ws, lead, as_of=TODAY - timedelta(days=5))
    assert len(on(ws, WeekKind.REVIEWS)) == read_queue(ws, REVIEWER, as_of=TODAY).every == 1
    confirm_start(ws, lead, lead.customer_id or "", TODAY - timedelta(days=2), as_of=TODAY)
    assert (on(ws, WeekKind.REVIEWS), read_queue(ws, REVIEWER, as_of=TODAY).every) == ([], 0)
