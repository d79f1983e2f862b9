"""`cli.py remind` against a real mail server, on both engines: what arrives, that nothing comes twice, and what is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import update

from cli import ASSESSMENTS, main
from language import Language, local_day
from scoring.answers import Matrix, MatrixRow, Share
from scoring.questionnaire import MatrixQuestion
from scoring.vocabulary import AnswerField, CustomerType
from service.answers.assignments import Assignee, assign
from service.answers.responses import FieldChange, open_response, record_many
from service.demo.programme import answer_for_hpas
from service.letters.choices import has_letters, set_letters
from service.letters.invitations import send_invitation
from service.letters.mail_settings import Security
from service.letters.nudging import nudge_customers
from service.letters.reminding import REMINDER
from service.outcomes.starts import confirm_start
from service.people.access import now
from service.people.actor import Actor, Role, local_actor
from service.people.customers import add_customer
from service.people.members import invite, list_members, remove
from service.people.spoken import choose_language
from service.plan.actions import Owner, create_action
from service.review.submissions import send_in
from service.workspace import Workspace, open_workspace
from storage import records
from storage.people.tables import member
from tests.builders import ADMIN
from tests.post_office import APP, PostOffice, post_office

MONDAY = date(2027, 2, 1)
GO_LIVE = MONDAY + timedelta(days=60)
LEAD, HELPER, REVIEWER, VIEWER = (f"{name}@sted.example" for name in ("lead", "helper", "reviewer", "viewer"))
# Real customers are added by those who log in.
BOSS = Actor("boss", "Sjefen", Role.ADMIN)
SECRET_ANSWER = "Svaret ingen skal se i et brev"
pytestmark = pytest.mark.slow


@dataclass
class Town:
    """A customer with a lead, someone who has been given questions, and a viewer; and a reviewer in HPAS."""

    url: str
    customer_id: str
    helper: str
    action: str

    def remind(self, office: PostOffice, day: date, *more: str) -> int:
        secrets = office.folder.parent / "secrets.toml"
        secrets.write_text(office.toml(), encoding="utf-8")
        return main(["remind", "--database", self.url, "--secrets", str(secrets), "--as-of", day.isoformat(), *more])


@pytest.fixture
def town(address: str) -> Iterator[Town]:
    with open_workspace(database_url=address, assessments=ASSESSMENTS, create=True) as ws:
        made = add_customer(ws, BOSS, name="Ås kommune", customer_type=CustomerType.MUNICIPALITY, go_live=GO_LIVE)
        lead = invite(ws, ADMIN, made, role=Role.LEAD, email=LEAD, name="Kari Leder")
        helper = invite(ws, ADMIN, made, role=Role.CONTRIBUTOR, email=HELPER, name="Per")
        invite(ws, ADMIN, made, role=Role.VIEWER, email=VIEWER)
        invite(ws, ADMIN, None, role=Role.REVIEWER, email=REVIEWER)
        with ws.database.writing() as connection:
            connection.execute(update(member).values(invited_at=datetime(2026, 1, 1, 8, tzinfo=UTC)))
            # A name of before such signs were refused.
            connection.execute(update(member).where(member.c.id == lead).values(name="Kari\u202e Leder"))
        yield Town(address, made, helper, _fill(ws, Actor(lead, "Kari", Role.LEAD, made), helper))


def _fill(ws: Workspace, lead: Actor, helper: str) -> str:
    """HPAS has answered, the customer half; some is given away, and one thing is planned."""
    answer_for_hpas(ws, [(GO_LIVE - MONDAY).days], as_of=MONDAY)
    view = open_response(ws, lead, lead.customer_id or "")
    asked = [each for each in view.form.questionnaire.questions if each.from_programme is None]
    levels = [each.id for each in asked if each.kind == "level"]
    said = [FieldChange(id_, AnswerField.VALUE, 2) for id_ in levels]
    said += [FieldChange(each.id, AnswerField.VALUE, False) for each in asked if each.kind == "yes_no"]
    said += [FieldChange(id_, AnswerField.COMMENT, SECRET_ANSWER) for id_ in levels[:3]]
    shares = [each.id for each in asked if each.kind == "share"]
    said += [FieldChange(id_, AnswerField.VALUE, Share(1, 4)) for id_ in shares[3:]]
    tables = [each for each in asked if isinstance(each, MatrixQuestion) and each.rows != "customer"]
    said += [FieldChange(each.id, AnswerField.VALUE, quarter(each)) for each in tables]
    said += [FieldChange(each.id, AnswerField.VALUE, 1.0) for each in asked if each.kind == "number"]
    record_many(ws, lead, view.response_id, said, session="s", edit_no=1)
    assign(ws, lead, lead.customer_id or "", shares[:3], Assignee(helper, ""))
    due = MONDAY + timedelta(days=29)
    return create_action(
        ws, lead, view.response_id, levels[0], text="Øv på nødrutinen\nmed alle", owner=Owner(helper), due=due,
        session="s", edit_no=2,
    )  # fmt: skip


def quarter(question: MatrixQuestion) -> Matrix:
    assert question.rows != "customer"
    return Matrix(tuple(MatrixRow(row.id, Share(1, 4)) for row in question.rows))


def subjects(letters: list[EmailMessage]) -> list[tuple[str, str]]:
    return sorted((str(each["To"]), str(each["Subject"])) for each in letters)


def body(message: EmailMessage, kind: str = "plain") -> str:
    found = message.get_body((kind,))
    assert found is not None
    return " ".join(str(found.get_content()).split())


@pytest.fixture
def office(tmp_path: Path) -> Iterator[PostOffice]:
    with post_office(tmp_path / "office", security=Security.STARTTLS) as running:
        yield running


def test_monday_brings_each_their_letter_once(
    town: Town, office: PostOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    assert town.remind(office, MONDAY) == 0
    first = subjects(office.letters)
    assert {pair for pair in first if "nærmer seg" not in pair[1]} - {
        pair for pair in first if "passert" in pair[1]
    } == {
        (LEAD, "Uken som kommer: Ås kommune"),
        (HELPER, "Spørsmål som venter på deg: Ås kommune"),
        (REVIEWER, "Uken som kommer: HPAS"),
    }
    assert "ukebrev til prosjektledere: 1" in capsys.readouterr().out
    for day in (MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=6)):
        before = len(office.letters)
        assert town.remind(office, day) == 0
        new = subjects(office.letters[before:])
        assert not [subject for _, subject in new if subject.startswith(("Uken", "Spørsmål"))]
    before = len(office.letters)
    assert town.remind(office, MONDAY + timedelta(days=7)) == 0
    assert (LEAD, "Uken som kommer: Ås kommune") in subjects(office.letters[before:])


def test_a_customer_that_has_chosen_nynorsk_is_written_to_in_it_and_hpas_is_not(town: Town, office: PostOffice) -> None:
    with open_workspace(database_url=town.url, assessments=ASSESSMENTS) as ws:
        choose_language(ws, ADMIN, town.customer_id, Language.NYNORSK)
    assert town.remind(office, MONDAY) == 0
    told = subjects(office.letters)
    assert (LEAD, "Veka som kjem: Ås kommune") in told
    assert (REVIEWER, "Uken som kommer: HPAS") in told
    said = [body(each) for each in office.to(LEAD)]
    assert len(said) > 1
    assert [found for each in said for found in re.findall(r"\b(?:ikke|dere|uken|dager|fra)\b", each)] == []


def test_what_the_letters_say_and_what_they_never_say(town: Town, office: PostOffice) -> None:
    town.remind(office, MONDAY)
    (week,) = [each for each in office.to(LEAD) if str(each["Subject"]).startswith("Uken")]
    said, page = body(week), body(week, "html")
    for told in (
        "Hei Kari Leder,",
        "Ås kommune starter 2. april 2027. 60 dager til oppstart.",
        "Dette først",
        f"{APP}/?kunde={town.customer_id}",
        f"{APP}/varsler",
    ):
        assert told in said
    assert "<h2" in page
    assert f'href="{APP}/?kunde={town.customer_id}"' in page
    (mine,) = [each for each in office.to(HELPER) if str(each["Subject"]).startswith("Spørsmål")]
    assert "gitt deg 3 spørsmål. 0 er besvart. 3 spørsmål står igjen." in body(mine).replace("\u00a0", " ")
    assert f"{APP}/egenvurdering?kunde={town.customer_id}" in body(mine)
    (reminded,) = [each for each in office.to(HELPER) if "nærmer seg" in str(each["Subject"])]
    assert "Tiltak: Øv på nødrutinen – 2. mars 2027 (om 29 dager)" in body(reminded)
    (hpas,) = office.to(REVIEWER)
    assert "Stoppkrav som svikter" in body(hpas)
    assert office.to(VIEWER) == []
    everything = "".join(body(each) + body(each, "html") for each in office.letters)
    assert SECRET_ANSWER not in everything
    assert "\u202e" not in everything


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (31, []),
        (30, ["30"]),
        (29, ["30"]),
        (8, ["30"]),
        (7, ["7"]),
        (2, ["7"]),
        (1, ["1"]),
        (0, ["1"]),
        (-1, ["p"]),
        (-14, ["p"]),
        (-15, []),
    ],
)
def test_a_deadline_is_told_at_thirty_seven_and_one_and_when_it_has_passed(
    town: Town, office: PostOffice, left: int, told: list[str]
) -> None:
    # The action's deadline is 29 days after Monday; the helper owns it, and is told of nothing else of that sort here.
    day = MONDAY + timedelta(days=29 - left)
    assert town.remind(office, day) == 0
    told_of = [each for each in office.to(HELPER) if "Øv på nødrutinen" in body(each)]
    assert len(told_of) == len(told)


def test_every_deadline_is_told_four_times_and_never_five(town: Town, office: PostOffice) -> None:
    for ahead in range(0, 50, 2):
        assert town.remind(office, MONDAY - timedelta(days=4) + timedelta(days=ahead)) == 0
    about = [each for each in office.to(HELPER) if "Øv på nødrutinen" in body(each)]
    assert len(about) == 4


def test_who_has_said_no_and_who_is_gone_get_nothing_and_others_still_do(town: Town, office: PostOffice) -> None:
    with open_workspace(database_url=town.url, assessments=ASSESSMENTS) as ws:
        helper = Actor(town.helper, "Per", Role.CONTRIBUTOR, town.customer_id)
        set_letters(ws, helper, on=False)
        assert (has_letters(ws, helper), has_letters(ws, ADMIN)) == (False, None)
    town.remind(office, MONDAY)
    assert office.to(HELPER) == []
    # What was theirs is told the lead instead: someone must know.
    assert [each for each in office.to(LEAD) if "Øv på nødrutinen" in body(each)]
    with open_workspace(database_url=town.url, assessments=ASSESSMENTS) as ws:
        set_letters(ws, helper, on=True)
        remove(ws, ADMIN, town.helper)
    town.remind(office, MONDAY)
    assert office.to(HELPER) == []


def test_what_is_sent_in_waits_on_the_list_of_the_week(town: Town, office: PostOffice) -> None:
    with open_workspace(database_url=town.url, assessments=ASSESSMENTS) as ws:
        lead = local_actor(Role.LEAD, town.customer_id)
        seen = open_response(ws, lead, town.customer_id).marker
        send_in(ws, lead, town.customer_id, seen=seen, as_of=MONDAY, incomplete=True)
    town.remind(office, MONDAY)
    (hpas,) = office.to(REVIEWER)
    assert "Sendt inn, venter på dere - Ås kommune, sendt inn" in body(hpas)


def test_a_dry_run_shows_the_letters_and_sends_and_stores_nothing(
    town: Town, office: PostOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    assert town.remind(office, MONDAY, "--dry-run") == 0
    told = capsys.readouterr().out
    assert f"Til: {LEAD} · ukebrev til prosjektledere" in told
    assert "Dette først" in told
    assert office.letters == []
    assert town.remind(office, MONDAY) == 0
    assert office.to(LEAD)


def test_a_server_that_is_away_is_told_and_the_letters_come_the_next_time(
    town: Town, office: PostOffice, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with post_office(tmp_path / "gone", fault="later") as gone:
        assert town.remind(gone, MONDAY) == 1
        assert "avviste brevet (451). Vi prøver igjen neste gang." in capsys.readouterr().err
    assert town.remind(office, MONDAY + timedelta(days=1)) == 0
    assert (LEAD, "Uken som kommer: Ås kommune") in subjects(office.letters)


def test_it_runs_while_the_app_has_the_database(town: Town, office: PostOffice) -> None:
    """On SQLite the app has the file for itself, and this is let in beside it."""
    with open_workspace(database_url=town.url, assessments=ASSESSMENTS) as ws:
        assert town.remind(office, MONDAY) == 0
        with ws.database.reading() as connection:
            lines = [line for line in records.audit_log(connection) if line.operation == "send_letters"]
    assert {line.actor for line in lines} == {REMINDER.id}
    assert "week sent 1" in {line.detail for line in lines}
    assert len(lines) <= 5


def test_an_invitation_that_did_not_get_out_comes_with_the_next_run(
    town: Town, office: PostOffice, tmp_path: Path
) -> None:
    with post_office(tmp_path / "no", fault="refuse") as no:
        with open_workspace(database_url=town.url, assessments=ASSESSMENTS) as ws:
            made = invite(ws, ADMIN, town.customer_id, role=Role.VIEWER, email="ny@sted.example", name="Ny")
            sent = send_invitation(ws, ADMIN, made, mail=no.settings(), app=APP)
        assert (sent.fate, "550" in sent.why) == ("failed", True)
    for _ in range(2):
        assert town.remind(office, local_day(now())) == 0
    (letter,) = office.to("ny@sted.example")
    assert str(letter["Subject"]) == "Du er invitert til Klarsjekk: Ås kommune"
    assert f"Gå til {APP}, og logg inn med jobbkontoen som har adressen ny@sted.example." in body(letter)


@pytest.mark.parametrize(
    ("fault", "code", "said", "copied"),
    [("none", 0, "Invitasjonen er sendt på e-post.", False), ("refuse", 1, "Ikke sendt: ", True)],
)
def test_the_command_sends_the_invitation_or_prints_it_to_copy(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str], fault: str, code: int, said: str, copied: bool
) -> None:
    arguments = ["invite", "--role", "viewer", "--customer", "Ås kommune", "--email", "ny@sted.example"]
    with post_office(tmp_path / "office", fault=fault) as office:
        secrets = tmp_path / "secrets.toml"
        secrets.write_text(office.toml(), encoding="utf-8")
        assert main([*arguments, "--database", town.url, "--secrets", str(secrets)]) == code
        told = "".join(capsys.readouterr())
        assert (said in told, "Emne: Du er invitert til Klarsjekk: Ås kommune" in told) == (True, copied)
        assert len(office.to("ny@sted.example")) == (not copied)


def test_without_settings_the_command_prints_the_invitation(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["invite", "--role", "reviewer", "--email", "ny@hpas.example"]
    assert main([*arguments, "--database", town.url, "--secrets", "no such file"]) == 0
    assert "Send denne teksten selv:" in capsys.readouterr().out


def test_without_settings_it_says_what_to_set_and_with_wrong_ones_which(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "secrets.toml"
    for said, told in (
        ("", "[klarsjekk.mail] mangler"),
        ('[klarsjekk.mail]\nhost = "a b"\n', "klarsjekk.mail.host"),
        ("[x", "lar seg ikke lese"),
    ):
        file.write_text(said, encoding="utf-8")
        assert main(["remind", "--database", town.url, "--secrets", str(file)]) == 1
        assert told in capsys.readouterr().err


def test_after_the_day_the_lead_is_asked_whether_they_started_and_then_how_it_went(
    town: Town, office: PostOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(day: date) -> list[str]:
        before = len(office.letters)
        assert town.remind(office, day) == 0
        assert "Traceback" not in capsys.readouterr().err
        return [subject for who, subject in subjects(office.letters[before:]) if who != REVIEWER]

    asked = "Startet dere? Ås kommune"
    assert told(GO_LIVE + timedelta(days=1)) == [asked]
    assert told(GO_LIVE + timedelta(days=2)) == []
    with open_workspace(database_url=town.url, assessments=ASSESSMENTS) as ws:
        confirm_start(ws, BOSS, town.customer_id, GO_LIVE, as_of=GO_LIVE + timedelta(days=2))
    assert told(GO_LIVE + timedelta(days=6)) == []
    assert told(GO_LIVE + timedelta(days=7)) == ["7 dager etter oppstart: Ås kommune"]
    assert told(GO_LIVE + timedelta(days=8)) == []
    letter = office.to(LEAD)[-1]
    assert f"{APP}/etter-oppstart?kunde={town.customer_id}" in body(letter)


def test_a_reminder_to_many_is_queued_and_sent_once_by_the_next_run(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (
        post_office(tmp_path / "office") as office,
        open_workspace(database_url=town.url, assessments=ASSESSMENTS) as ws,
    ):
        mail = office.settings()
        made = {town.customer_id: LEAD}
        for name in ("Os", "Bø", "Ål", "Voss"):
            customer = add_customer(ws, BOSS, name=name, customer_type=CustomerType.MUNICIPALITY)
            made[customer] = f"leder@{name.lower()}.example".replace("ø", "o").replace("å", "a")
            invite(ws, ADMIN, customer, role=Role.LEAD, email=made[customer])
        told = [nudge_customers(ws, ADMIN, list(made), as_of=MONDAY, mail=mail, app="") for _ in range(2)]
        assert [(each.queued, each.sent, each.told) for each in told] == [(5, 0, 0), (0, 0, 5)]
        gone, quiet = (next(m for m in list_members(ws, ADMIN, id_) if m.email == made[id_]) for id_ in [*made][3:])
        remove(ws, ADMIN, gone.id)
        set_letters(ws, Actor(quiet.id, "", Role.LEAD, quiet.customer_id), on=False)
    with post_office(tmp_path / "later") as office:
        for _ in range(2):
            assert town.remind(office, MONDAY + timedelta(days=1)) == 0
        subjects = [letter["Subject"] for lead in made.values() for letter in office.to(lead)]
    reminded = [subject for subject in subjects if "venter på svar" in subject]
    assert sorted(reminded) == [f"Klarsjekk venter på svar fra {name}" for name in ("Bø", "Os", "Ås kommune")]
    assert "påminnelser fra HPAS: 3" in capsys.readouterr().out


def test_a_reminder_to_a_few_is_sent_at_once(town: Town, tmp_path: Path) -> None:
    with (
        post_office(tmp_path / "office") as office,
        open_workspace(database_url=town.url, assessments=ASSESSMENTS) as ws,
    ):
        mail = office.settings()
        told = nudge_customers(ws, ADMIN, [town.customer_id], as_of=MONDAY, mail=mail, app="")
        assert (told.queued, told.sent, len(office.to(LEAD))) == (0, 1, 1)
