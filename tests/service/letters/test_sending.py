"""A letter is sent once, whatever happens meanwhile: another run, a crash before or after, a server that says no."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from reports.letters.letter import Letter
from service.letters import sending
from service.letters.mailbox import Mailbox, MailFault
from service.letters.sending import STALE, Fate, post
from service.people.access import now
from service.people.actor import Role
from service.people.members import Member, invite
from service.workspace import Workspace
from storage.letters import rows as letter_rows
from storage.letters.rows import LetterKey, LetterState
from storage.people import rows as people_rows
from tests.builders import ADMIN, municipality, workspace
from tests.post_office import PostOffice, post_office

DAY = date(2027, 2, 1)
pytestmark = pytest.mark.slow


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


@pytest.fixture
def kari(ws: Workspace) -> Member:
    customer = municipality(ws)[0].customer_id
    id_ = invite(ws, ADMIN, customer, role=Role.LEAD, email="kari@kommune.example", name="Kari")
    with ws.database.reading() as connection:
        found = people_rows.member_by_id(connection, id_)
    assert found is not None
    return found


def keys(member: Member, *abouts: str) -> list[LetterKey]:
    return [LetterKey("due_30", about, member.id, DAY) for about in abouts]


def send(ws: Workspace, office: PostOffice, to: Member, *abouts: str) -> Fate:
    with Mailbox(office.settings(), tries=1) as box:
        return post(ws, box, office.settings(), to=to, keys=keys(to, *abouts), make=said)


def said(held: object) -> Letter:
    return Letter("Frister", "Kari", (" ".join(sorted(key.about for key in held)),))  # type: ignore[attr-defined]


def states(ws: Workspace) -> set[LetterState]:
    with ws.database.reading() as connection:
        return {state for state, _ in letter_rows.told(connection, since=DAY).values()}


def test_the_same_is_told_once_and_only_what_is_new_the_next_time(ws: Workspace, kari: Member, tmp_path: Path) -> None:
    with post_office(tmp_path) as office:
        assert [send(ws, office, kari, "a", "b"), send(ws, office, kari, "a", "b")] == [Fate.SENT, Fate.TAKEN]
        assert send(ws, office, kari, "a", "b", "c") is Fate.SENT
        assert len(office.letters) == 2
        assert [("a b" in str(each), "a b c" in str(each)) for each in office.letters] == [
            (True, False),
            (False, False),
        ]
        assert states(ws) == {LetterState.SENT}


def test_what_was_refused_is_tried_again_as_the_same_letter(ws: Workspace, kari: Member, tmp_path: Path) -> None:
    with post_office(tmp_path / "no", fault="later") as office, pytest.raises(MailFault):
        send(ws, office, kari, "a")
    assert states(ws) == {LetterState.FAILED}
    with post_office(tmp_path / "yes") as office:
        assert send(ws, office, kari, "a") is Fate.SENT
        named = sending.letter_id_of(keys(kari, "a"))
        assert [str(each["Message-ID"]) for each in office.letters] == [f"<{named}@klarsjekk.hpas.example>"]


@pytest.mark.parametrize(("fault", "kept"), [("hang_up", 0), ("hang_up_after", 1)])
def test_what_nobody_knows_the_fate_of_is_not_sent_again(
    ws: Workspace, kari: Member, tmp_path: Path, fault: str, kept: int
) -> None:
    with post_office(tmp_path, fault=fault) as office:
        assert send(ws, office, kari, "a") is Fate.UNSURE
        assert send(ws, office, kari, "a") is Fate.TAKEN
        assert (len(office.letters), states(ws)) == (kept, {LetterState.UNSURE})


class Crash(BaseException):
    """The process is gone."""


@pytest.mark.parametrize(("dies", "again"), [("before", Fate.SENT), ("after", Fate.TAKEN)])
def test_a_run_that_dies_loses_nothing_before_the_text_and_sends_nothing_twice_after(
    ws: Workspace, kari: Member, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dies: str, again: Fate
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise Crash

    with post_office(tmp_path) as office:
        with monkeypatch.context() as patch:
            patch.setattr(Mailbox, "_begin" if dies == "before" else "_give", crash)
            with pytest.raises(Crash):
                send(ws, office, kari, "a")
        assert send(ws, office, kari, "a") is Fate.TAKEN
        later = now() + STALE + timedelta(seconds=1)
        monkeypatch.setattr(sending, "now", lambda: later)
        assert send(ws, office, kari, "a") is again
        assert len(office.letters) == (again is Fate.SENT)


def test_two_runs_at_once_send_one_letter(ws: Workspace, kari: Member, tmp_path: Path) -> None:
    with post_office(tmp_path, slow=0.2) as office, ThreadPoolExecutor(4) as pool:
        fates = list(pool.map(lambda _: send(ws, office, kari, "a", "b"), range(4)))
        assert sorted(fates) == [Fate.SENT, *[Fate.TAKEN] * 3]
        assert len(office.letters) == 1


def test_a_run_that_was_too_slow_gives_way_to_the_one_that_took_over(
    ws: Workspace, kari: Member, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first has claimed it and hangs; the second takes it after `STALE`; the first must not send it too."""
    began = Mailbox._begin
    turns: list[Fate] = []

    def overtaken(box: Mailbox, smtp: object, to: str) -> None:
        monkeypatch.setattr(Mailbox, "_begin", began)
        with monkeypatch.context() as patch:
            later = now() + STALE + timedelta(seconds=1)
            patch.setattr(sending, "now", lambda: later)
            turns.append(send(ws, office, kari, "a"))
        began(box, smtp, to)  # type: ignore[arg-type]

    with post_office(tmp_path) as office:
        monkeypatch.setattr(Mailbox, "_begin", overtaken)
        turns.append(send(ws, office, kari, "a"))
        assert turns == [Fate.SENT, Fate.TAKEN]
        assert (len(office.letters), states(ws)) == (1, {LetterState.SENT})
