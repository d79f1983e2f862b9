"""`score` with a plan and exceptions: what the app shows of a customer can be checked without it, from three small files."""

import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cli import ASSESSMENTS, main
from content.catalogue import read_catalogue
from reports.dialect import Dialect
from scoring.answers import Answer, Share
from scoring.questionnaire import ShareQuestion
from scoring.vocabulary import CustomerType
from tests.reports.written import answers_csv

FORM = read_catalogue(ASSESSMENTS).form(CustomerType.GP_OFFICE).questionnaire
HEADER = "question_id,row,value,done,all,not_applicable,reason,waiting_on,comment,evidence\n"
GO_LIVE, AS_OF = date(2027, 5, 1), date(2027, 3, 15)
LEFT = (GO_LIVE - AS_OF).days
# A stop of yes or no that may be waived, and one that may not.
STOP = next(q for q in FORM.questions if q.hard_stop and q.kind == "yes_no" and q.waivable)
FIRM = next(q for q in FORM.questions if q.hard_stop and not q.waivable)
# The last day on which it can be done and stand its margin.
LAST = GO_LIVE - timedelta(days=STOP.margin)
Score = Callable[..., dict[str, Any]]


@pytest.fixture
def score(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Score:
    """What is printed of these answers, plan and exceptions."""

    def printed(said: Mapping[str, Answer], **files: str) -> dict[str, Any]:
        (tmp_path / "svar.csv").write_bytes(answers_csv(FORM, said, Dialect.PROGRAM))
        arguments = ["--answers", str(tmp_path / "svar.csv"), "--go-live", f"{GO_LIVE}", "--as-of", f"{AS_OF}"]
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
            arguments += [f"--{name}", str(tmp_path / f"{name}.csv")]
        capsys.readouterr()
        assert main(["score", "--questionnaire", "gp_office", *arguments]) == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return found

    return printed


NO = {STOP.id: Answer(value=False)}


def test_a_file_of_headings_alone_is_scored_as_nothing_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "svar.csv").write_text(HEADER, encoding="utf-8")
    arguments = ["--answers", str(tmp_path / "svar.csv"), "--go-live", f"{GO_LIVE}", "--as-of", f"{AS_OF}"]

    assert main(["score", "--questionnaire", "gp_office", *arguments]) == 0

    said = json.loads(capsys.readouterr().out)
    assert said["verdict"] == "undecided"
    assert said["overall"]["answered"] == 0
    assert (said["overall"]["readiness"], said["overall"]["ahead_days"]) == (None, None)
    assert {each["status"] for each in said["questions"].values()} <= {"unanswered", "at_risk", "not_due"}
    assert said["questions"][STOP.id]["attainment"] is None


def test_without_a_plan_the_usual_work_counts(score: Score) -> None:
    asked = score(NO)["questions"][STOP.id]

    assert asked["reserve_days"] == LEFT - STOP.margin - STOP.lead_days
    (step,) = STOP.steps
    coming = step < LEFT
    assert asked["slack_days"] == (LEFT - step - STOP.lead_days if coming else None)


# The days of the plan -> the reserve that is left of the stop; `None` where the usual work counts.
PLANS: list[tuple[str, list[date | None], int | None]] = [
    ("on the last day that will do", [LAST], 0),
    ("a day too late", [LAST + timedelta(days=1)], -1),
    ("the last of several", [AS_OF, LAST], 0),
    ("today", [AS_OF], LEFT - STOP.margin),
    ("past: no plan", [AS_OF - timedelta(days=1)], None),
    ("one past, one to come", [AS_OF - timedelta(days=1), LAST], 0),
]


@pytest.mark.parametrize(("says", "days", "reserve"), PLANS, ids=[case[0] for case in PLANS])
def test_the_day_of_the_plan_counts(score: Score, says: str, days: list[date], reserve: int | None) -> None:
    plan = "question_id,due\n" + "".join(f"{STOP.id},{day}\n" for day in days)

    found = score(NO, actions=plan)

    usual = LEFT - STOP.margin - STOP.lead_days
    assert found["questions"][STOP.id]["reserve_days"] == (usual if reserve is None else reserve), says


def test_a_plan_that_is_too_late_fails_the_stop_and_moves_the_date(score: Score) -> None:
    late = GO_LIVE + timedelta(days=200)

    found = score(NO, actions=f"question_id,due\n{STOP.id},{late}\n")

    assert found["verdict"] == "not_ready"
    assert found["reasons"][0]["rule"] == "hard_stop_answered"
    day = late + timedelta(days=STOP.margin)
    assert found["earliest_go_live"] == {"date": day.isoformat(), "decided_by": STOP.id}


# The last day of the exception -> whether the stop still decides.
EXCEPTIONS = [(GO_LIVE - timedelta(days=1), True), (GO_LIVE, False), (GO_LIVE + timedelta(days=300), False)]


@pytest.mark.parametrize(("expires", "fails"), EXCEPTIONS)
def test_an_exception_holds_when_it_lasts_to_the_go_live(score: Score, expires: date, fails: bool) -> None:
    late = f"question_id,due\n{STOP.id},{GO_LIVE + timedelta(days=200)}\n"

    found = score(NO, actions=late, waivers=f"question_id,expires\n{STOP.id},{expires}\n")

    named = [each for reason in found["reasons"] for each in reason["questions"] if reason["rule"].startswith("hard")]
    assert (STOP.id in named) == fails
    assert (found["earliest_go_live"]["decided_by"] == STOP.id) == fails


FAULTS: list[tuple[str, str, str]] = [
    ("actions", "question_id,due\nFL-9999,2027-04-01\n", ":2 FL-9999 · question_id: spørsmålet finnes ikke i skjemaet"),
    ("actions", f"question_id,due\n{STOP.id},snart\n", f":2 {STOP.id} · due: «snart» er ikke en dato"),
    ("actions", "question_id\nFL-0103\n", ":1 · due: kolonnen mangler"),
    ("waivers", f"question_id,due\n{STOP.id},2027-05-01\n", ":1 · expires: kolonnen mangler"),
    ("waivers", f"question_id,expires\n{FIRM.id},2027-05-01\n", f":2 {FIRM.id} · question_id: stoppkravet kan ikke få"),
]


@pytest.mark.parametrize(("option", "text", "said"), FAULTS)
def test_a_fault_names_the_file_it_is_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, text: str, said: str
) -> None:
    (tmp_path / "svar.csv").write_text(HEADER, encoding="utf-8")
    wrong = tmp_path / "feil.csv"
    wrong.write_text(text, encoding="utf-8")
    arguments = ["--answers", str(tmp_path / "svar.csv"), f"--{option}", str(wrong)]

    assert main(["score", "--questionnaire", "gp_office", *arguments]) == 1

    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{wrong}{said}")


def test_a_plan_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "svar.csv").write_text(HEADER, encoding="utf-8")
    missing = str(tmp_path / "ingen.csv")

    assert (
        main(["score", "--questionnaire", "gp_office", "--answers", str(tmp_path / "svar.csv"), "--actions", missing])
        == 1
    )
    assert capsys.readouterr().err.strip() == f"{missing} · filen finnes ikke. Sjekk navnet og mappen."


WHOLE = next(q for q in FORM.questions if isinstance(q, ShareQuestion) and q.all_from)


@pytest.mark.parametrize(
    ("said", "profile", "share"),
    [
        (Share(4, None), None, None),
        (Share(4, None), 8, 0.5),
        (Share(4, 5), 8, 0.5),
        (Share(4, 5), None, 0.8),
        (Share(9, None), 8, None),
    ],
)
def test_the_profile_is_the_whole_of_the_shares_that_count_it(
    score: Score, said: Share, profile: int | None, share: float | None
) -> None:
    assert isinstance(WHOLE, ShareQuestion)
    files = {} if profile is None else {"profile": f"question_id,value\nprofile:{WHOLE.all_from},{profile}\n"}
    found = score({WHOLE.id: Answer(said)}, **files)["questions"][WHOLE.id]["attainment"]
    assert found == (share and pytest.approx(min(1, share / WHOLE.requirement)))
