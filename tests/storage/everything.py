"""A small database with a little of all that can be kept, written as the app writes it, one thing in a transaction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from scoring.vocabulary import Programme, ReachKind
from storage import records
from storage.answers import rows as answer_rows
from storage.answers.assignment_rows import AssignmentRow, give
from storage.decision import mark_rows
from storage.decision import rows as decision_rows
from storage.decision.mark_rows import MarkRow
from storage.decision.rows import ConditionRow, DecisionRow, SignatureRow
from storage.engines.database import Database
from storage.files import rows as token_rows
from storage.files.rows import TokenRow
from storage.outcomes import rows as outcome_rows
from storage.outcomes.rows import OutcomeRow, StartRow
from storage.people import rows as people_rows
from storage.people.rows import GroupReviewerRow, MemberRow, MoveRow
from storage.plan import phase_rows
from storage.plan import rows as plan_rows
from storage.plan.phase_rows import PhaseRow
from storage.plan.rows import ActionEdit, ActionRow, WaiverEventRow, WaiverRow
from storage.portfolio import rows as portfolio_rows
from storage.portfolio.rows import SharedRoleRow
from storage.profile import rows as profile_rows
from storage.profile.rows import EntryRow
from storage.programme import rows as programme_rows
from storage.records import AuditRow, CustomerRow
from storage.review import rows as review_rows
from storage.review.rows import EventRow, RatingRow, SnapshotRow
from storage.xray import rows as xray_rows
from storage.xray.rows import FindingAnswerRow
from tests.storage.saving import AT, RESPONSE, add_rows, an_edit

DAY = date(2027, 9, 1)


def fill_with_everything(database: Database) -> None:
    steps: tuple[Callable[[Connection], None], ...] = (
        add_rows,
        _people,
        _programme,
        _shared_roles,
        _answers,
        _plan,
        _waiver,
        _phases,
        _review,
        _finding,
        _decision,
        _after,
        _tokens,
        _profile,
        _log,
    )
    for step in steps:
        with database.writing() as connection:
            step(connection)


def _people(connection: Connection) -> None:
    people_rows.set_own_machine(connection, "c1", AT)
    for source in ("x", "y"):
        people_rows.know_as(connection, source, "c1")
    for number in range(3):
        invited = (f"m{number}", "c1", "lead", f"m{number}@kommune.no", None, None, None, "a", AT)
        people_rows.add_member(connection, MemberRow(*invited, *[None] * 4))
    people_rows.change_member(connection, "m1", issuer="https://id.example", subject="s", bound_at=AT)
    people_rows.change_member(connection, "m2", removed_by="a", removed_at=AT)
    for before, after in ((None, DAY), (DAY, DAY + timedelta(days=7))):
        records.change_customer(connection, "c1", go_live=after)
        people_rows.add_move(connection, "c1", MoveRow(before, after, "a", AT, "Ferie" if before else None))
    for kind, who in (("region", "m1"), ("group_name", None)):
        people_rows.add_group_reviewer(connection, GroupReviewerRow(kind, "Nord", who, "a", AT))


def _programme(connection: Connection) -> None:
    for row, kind, target in (("hpas-1", ReachKind.ALL, ""), ("hpas-2", ReachKind.CUSTOMER, "c1")):
        records.add_customer(connection, CustomerRow(row, "HPAS", Programme.PROGRAMME, None, True, AT))
        programme_rows.add_reach(connection, row, kind, target)


def _shared_roles(connection: Connection) -> None:
    for customer, wave, ended in (("c1", None, False), (None, DAY, False), (None, DAY, True)):
        of = ("b1" if customer else "b2", "Opplæringsleder", customer, wave, DAY, DAY, DAY + timedelta(days=13))
        portfolio_rows.add_shared_role(connection, SharedRoleRow(*of, 60, ended, "a", AT))


def _answers(connection: Connection) -> None:
    for turn in range(5):
        edit = an_edit("A", turn, f"{turn}", base_version=None, question_id=f"Q-{turn % 3}")
        answer_rows.write(connection, RESPONSE, edit)
    give(connection, RESPONSE, [AssignmentRow("Q-1", "m1", None, "a", AT), AssignmentRow("Q-2", None, "Ada", "a", AT)])
    give(connection, RESPONSE, [AssignmentRow("Q-2", None, None, "a", AT)])


def _plan(connection: Connection) -> None:
    for number in range(2):
        said = {"text": "Gjør det", "owner_member": None, "owner_name": "Ada", "due": None, "note": None}
        edit = ActionEdit(said, None, "A", 1, "a", AT)
        of = (f"p{number}", RESPONSE, "Q-1", "Gjør det", None, "Ada", None, "planned", None, None, 1)
        row = ActionRow(*of, "a", AT, "a", AT)
        plan_rows.add_action(connection, row, edit)
        later = replace(edit, changes={"status": "done", "due": DAY.isoformat()}, edit_no=2, actor="b")
        plan_rows.change_action(connection, row, later)


def _waiver(connection: Connection) -> None:
    row = WaiverRow("w1", RESPONSE, "Q-1", "proposed", "Papir", "Ada", DAY, "2", "a", AT, None, None, None)
    plan_rows.add_waiver(connection, row)
    plan_rows.add_waiver(connection, replace(row, id="w2", question_id="Q-2"))
    plan_rows.decide_waiver(connection, "w1", WaiverEventRow("approved", "h", AT, "Greit"))


def _phases(connection: Connection) -> None:
    days = (DAY, DAY, None, DAY)
    phase_rows.add_phases(connection, PhaseRow(None, DAY, *days, None, "h", AT))
    phase_rows.add_phases(connection, PhaseRow("c1", None, *days, "Sein", "a", AT))


def _review(connection: Connection) -> None:
    form = str(next(iter(records.newest_responses(connection))).fingerprint)
    for number in range(2):
        of = (f"s{number}", RESPONSE, "c1", form, DAY, DAY, 0, AT, "a", True, 5, "sent")
        review_rows.add_snapshot(connection, SnapshotRow(*of), numbers=b"\x01\x02", body="{}")
        review_rows.add_event(connection, f"s{number}", EventRow("in_review", "h", AT, None))
        for question in ("Q-1", "Q-2"):
            review_rows.add_rating(connection, RatingRow(f"s{number}", question, False, "1", 1, "Nei", "h", AT))
        review_rows.add_rating(connection, RatingRow(f"s{number}", "Q-3", True, None, None, None, "h", AT, "carried"))


def _finding(connection: Connection) -> None:
    for reason in ("Sett på", "Sett på igjen"):
        xray_rows.add_finding_answer(connection, FindingAnswerRow(RESPONSE, "rule", "0" * 64, reason, "a", AT))


def _decision(connection: Connection) -> None:
    form = str(next(iter(records.newest_responses(connection))).fingerprint)
    held = tuple(ConditionRow(place, "Ekstra folk på vakt", "Ada", DAY) for place in range(2))
    signed = SignatureRow("customer", 3, "m1", "decision_maker", AT)
    for number in range(2):
        about = (
            f"d{number}",
            RESPONSE,
            "c1",
            "s0",
            "postpone",
            DAY,
            DAY,
            DAY,
            "Ikke klare",
            5,
            "0" * 64,
            "{}",
            AT,
            form,
        )
        decision_rows.add_decision(connection, DecisionRow(*about, held, (signed,)), numbers=b"\x01", stood="{}")
    decision_rows.add_signature(connection, "d1", SignatureRow("hpas", 3, "h", "reviewer", AT))
    for done_on, note in ((DAY, None), (None, "Ikke likevel")):
        mark_rows.add_mark(connection, MarkRow("d1", 0, done_on, note, "m1", "decision_maker", AT))


def _after(connection: Connection) -> None:
    for day, why in ((DAY, None), (None, "Feil kunde"), (DAY + timedelta(days=1), "Vi startet dagen etter")):
        outcome_rows.say_started(connection, "c1", StartRow(day, why, "a", AT))
    for side, figure in (("customer", 2.0), ("customer", None), ("hpas", 2.5)):
        said = ("c1", "downtime", 7, side, figure, figure is None, "Etter telling", "a", AT)
        outcome_rows.add_outcome(connection, OutcomeRow(*said))


def _tokens(connection: Connection) -> None:
    for number, tables in enumerate((None, "comparison waves", "answers")):
        of = (f"t{number}", f"{number}" * 64, "Power BI", tables, "c1" if number == 2 else None, "a", AT, DAY)
        token_rows.add_token(connection, TokenRow(*of))
    assert token_rows.end_token(connection, "t1", by="a", at=AT)


def _profile(connection: Connection) -> None:
    for value in (412.0, 37.5, None):
        profile_rows.add_entry(connection, EntryRow(0, "c1", "employees", value, "a", AT))


def _log(connection: Connection) -> None:
    for number in range(4):
        records.audit(connection, AuditRow(AT, "a", "read", f"customer:{number}", "done"))
