"""What a process beside reads for the app is what it would have read itself, and without the process it reads itself."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from deploy.processes import ROOT
from scoring.basis import Basis
from service import apart_wire, shared_readings
from service.answers.encodings import yardstick_of
from service.apart import ReadApart
from service.apart_wire import wait_at_most
from service.forms import known
from service.people.actor import Actor, Role
from service.people.customers import list_customers, set_go_live
from service.portfolio.comparison import Comparison, read_comparison
from service.portfolio.shared_comparison import shared_comparison
from service.portfolio.this_week import read_ahead, read_week_facts, this_week
from service.portfolio.trend_of_all import shared_trends, trends_of_all
from service.review.ratings import rate
from service.review.submissions import State, move
from service.workspace import Workspace
from tests.builders import ADMIN, REVIEWER, workspace
from tests.service.review.sending import days_before, new_lead, say, sent
from tests.service.test_shared_readings import TODAY, look, old, same

pytestmark = pytest.mark.slow


@pytest.fixture
def ws(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A database where two customers are many, and a process beside that reads it."""
    monkeypatch.setattr(shared_readings, "MANY", 2)
    with (
        workspace(address) as opened,
        Workspace(opened.database, opened.catalogue, apart=ReadApart(address, ROOT / "assessments")) as with_it,
    ):
        new_lead(opened)
        new_lead(opened)
        # Now it is known that there are many.
        list_customers(with_it, ADMIN)
        yield with_it


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    """Of one of the two."""
    return Actor("lead", "Leder", Role.LEAD, list_customers(ws, ADMIN)[0].id)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A line for each reading that was asked of the process beside; how many have been answered."""
    return answered_there(monkeypatch)


def answered_there(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    found: list[int] = []
    real = ReadApart.read

    def counted(self: ReadApart, *args: object) -> object:
        made = real(self, *args)  # type: ignore[arg-type]
        found.append(made is not None)
        return made

    monkeypatch.setattr(ReadApart, "read", counted)
    return found


def test_a_comparison_is_what_it_is_here(ws: Workspace, lead: Actor, here: list[int]) -> None:
    snapshot = sent(ws, lead, {"Q-LEVEL": 3, "Q-YESNO": True}, left=60)
    move(ws, REVIEWER, snapshot, State.IN_REVIEW, expected=State.SENT)
    rate(ws, REVIEWER, snapshot, "Q-LEVEL", agreed=False, value=1, reason="Ikke vist")
    for cut, basis in ((None, Basis.CUSTOMER), (60, Basis.CUSTOMER), (None, Basis.HPAS)):
        found = shared_comparison(ws, REVIEWER, as_of=TODAY, cut=cut, basis=basis)
        assert same(found, read_comparison(ws, REVIEWER, as_of=TODAY, cut=cut, basis=basis))
        assert found.looked == read_comparison(ws, REVIEWER, as_of=TODAY, cut=cut, basis=basis).looked
    assert here == [1, 1, 1]


def test_its_forms_are_those_that_are_here(ws: Workspace) -> None:
    found = look(ws)
    assert all(known(fingerprint) is form for fingerprint, form in found.forms.items())
    for laid, _ in found.judged.parts:
        assert laid.yardstick is yardstick_of(found.forms[laid.yardstick.form.fingerprint])


def test_the_week_is_what_it_is_here(ws: Workspace, lead: Actor, here: list[int]) -> None:
    sent(ws, lead, {"Q-LEVEL": 3}, left=60)
    told = this_week(ws, REVIEWER, as_of=TODAY)
    assert here == [1]
    assert told == this_week(replace(ws, apart=None), REVIEWER, as_of=TODAY)
    assert sum(len(each.items) for each in told) > 1
    facts = read_week_facts(ws, REVIEWER, read_comparison(ws, REVIEWER, as_of=TODAY), as_of=TODAY)
    assert [customer.name for customer, _ in facts.ahead] == sorted(each.name for each in list_customers(ws, ADMIN))


def test_an_answer_is_in_the_next_reading(
    ws: Workspace, lead: Actor, here: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = look(ws)
    say(ws, lead, {"Q-LEVEL": 4})
    assert look(ws) is before
    old(monkeypatch)
    assert same(look(ws), read_comparison(ws, REVIEWER, as_of=TODAY))
    assert not same(look(ws), before)
    assert here == [1, 1]


def test_a_moved_day_is_seen_at_once(ws: Workspace, lead: Actor) -> None:
    before = look(ws)
    set_go_live(ws, ADMIN, lead.customer_id or "", days_before(10))
    after = look(ws)
    assert same(after, read_comparison(ws, REVIEWER, as_of=TODAY))
    assert not same(before, after)


def test_who_sees_an_older_moment_reads_it_here(ws: Workspace, lead: Actor, here: list[int]) -> None:
    before = look(ws)
    set_go_live(ws, ADMIN, lead.customer_id or "", days_before(20))
    with ThreadPoolExecutor(1) as pool, ws.database.one_moment(), ws.database.reading():
        then = read_comparison(ws, REVIEWER, as_of=TODAY)
        pool.submit(set_go_live, ws, ADMIN, lead.customer_id or "", days_before(10)).result()
        found = look(ws)
        assert same(found, then)
        assert not same(found, before)
    assert here == [1, 1]
    now = look(ws)
    assert same(now, read_comparison(ws, REVIEWER, as_of=TODAY))
    assert not same(now, then)
    # What was read for the one who could not have it is there for the next.
    assert here == [1, 1]


def test_what_hpas_looks_at_first_is_read_ahead_where_there_are_many(
    ws: Workspace, here: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not read_ahead(ws, as_of=TODAY)
    assert here == []
    monkeypatch.setattr("service.portfolio.this_week.MANY", 2)
    assert read_ahead(ws, as_of=TODAY)
    assert here == [1, 1]
    look(ws)
    this_week(ws, REVIEWER, as_of=TODAY)
    assert here == [1, 1]


def process_of(ws: Workspace) -> int:
    assert ws.apart
    assert ws.apart._beside
    return ws.apart._beside.process.pid


def anew(ws: Workspace, lead: Actor, number: int) -> Comparison:
    """Something that must be seen at once, and what is then seen."""
    set_go_live(ws, ADMIN, lead.customer_id or "", days_before(number))
    found = look(ws)
    assert same(found, read_comparison(ws, REVIEWER, as_of=TODAY))
    return found


def test_when_it_dies_it_is_read_here_or_by_a_new_one(ws: Workspace, lead: Actor, here: list[int]) -> None:
    look(ws)
    first = process_of(ws)
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    anew(ws, lead, 11)
    assert process_of(ws) != first
    assert here == [1, 1]


def test_one_that_does_not_answer_is_let_go_and_left_alone_for_a_while(
    ws: Workspace, lead: Actor, here: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    look(ws)
    os.kill(process_of(ws), signal.SIGSTOP)
    assert ws.apart
    assert ws.apart._beside
    wait_at_most(ws.apart._beside.end, 1)
    anew(ws, lead, 11)
    anew(ws, lead, 12)
    assert here == [1, 0, 0]
    assert "read here" in caplog.text
    ws.apart._rests_until = 0.0
    anew(ws, lead, 13)
    assert here == [1, 0, 0, 1]


def test_one_of_other_code_reads_nothing(ws: Workspace, lead: Actor, here: list[int]) -> None:
    assert ws.apart
    ws.apart.close()
    ws.apart._home = replace(ws.apart._home, code=(1, 1))
    anew(ws, lead, 11)
    assert here == [0]


def test_it_is_gone_when_the_app_is(ws: Workspace) -> None:
    look(ws)
    assert ws.apart
    beside = ws.apart._beside
    assert beside
    beside.end.close()
    assert beside.process.wait(10) == 0


def test_it_writes_nothing(ws: Workspace) -> None:
    assert ws.apart
    with ws.database.reading() as connection:
        assert ws.apart.read(connection, partial(set_go_live, actor=ADMIN, customer_id="x", go_live=None), 0) is None


def test_code_that_is_written_anew_is_told_from_what_was(tmp_path: Path) -> None:
    before = apart_wire.code()
    assert before == apart_wire.code()
    (tmp_path / "scoring").mkdir()
    (tmp_path / "scoring" / "x.py").write_text("")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart_wire, "_ROOT", tmp_path)
        assert apart_wire.code() != before


def test_the_trends_of_all_are_what_they_are_here(ws: Workspace, lead: Actor, here: list[int]) -> None:
    sent(ws, lead, {"Q-LEVEL": 3}, left=60)
    found = shared_trends(ws, REVIEWER, as_of=TODAY)
    assert here == [1]
    assert found == trends_of_all(ws, REVIEWER, as_of=TODAY)
    assert any(len(each.points) > 1 for each in found)
    assert shared_trends(ws, REVIEWER, as_of=TODAY) is found
