"""The command line from outside: what it prints where, what it stores, and its exit code. Real content, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from cli import ASSESSMENTS, main
from content.catalogue import read_catalogue
from reports.answers.csv_read import read_answers
from reports.dialect import Dialect
from scoring.answers import Answer
from scoring.judgement import judge
from scoring.questionnaire import MatrixQuestion
from scoring.vocabulary import CustomerType
from scoring.yardstick import yardstick
from service.answers.responses import open_response
from service.files.catalogue import EXPORTS, PACKED
from service.files.package import file_of
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.workspace import open_workspace
from tests.builders import GO_LIVE
from tests.new_files import copy_with_key
from tests.reports.written import answers_csv

ROOT = Path(__file__).parents[2]
FORM = read_catalogue(ASSESSMENTS).form(CustomerType.MUNICIPALITY)
OWN = [q for q in FORM.questionnaire.questions if q.from_programme is None]
LEVEL = next(q.id for q in OWN if q.kind == "level")
STOP = next(q.id for q in OWN if q.kind == "share" and q.hard_stop)
HEADER = "question_id,row,value,done,all,not_applicable,reason,waiting_on,comment,evidence\n"
FILE = f"{HEADER}{LEVEL},,3,,,,,,blåbær,\n{STOP},,,1,4,,,,,\n"
SCORE = ["score", "--questionnaire", "municipality", "--as-of", "2027-02-01"]
DATED = [*SCORE, "--go-live", "2027-05-01"]


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "svar.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented customers as the command makes them, once."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    assert main(["demo", "--database", str(path)]) == 0
    return path


@pytest.fixture
def database(demo: Path, tmp_path: Path) -> str:
    """A copy of them for each test; nobody has the original open."""
    return str(copy_with_key(demo, tmp_path / "demo.db"))


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


KEYS = ["questionnaire", "go_live", "as_of", "days_left", "verdict", "reasons", "overall", "factors", "areas", "questions", "earliest_go_live"]  # fmt: skip
FIGURES = ["readiness", "low", "high", "expected", "coverage", "answered", "applicable", "ahead_days"]
QUESTION = ["status", "attainment", "expected_attainment", "hard_stop", "due", "days_late", "slack_days", "reserve_days", "start_by", "stale", "confirmed_on", "moving_solution"]  # fmt: skip


def test_score_prints_the_object_of_the_design(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*DATED, "--answers", str(answers)]) == 0
    said = _json(capsys)
    assert list(said) == KEYS
    assert list(said["areas"]) == ["testing", "operations", "staffing"]
    assert list(said["questions"]) == [q.id for q in FORM.questionnaire.questions]
    for group in (said["overall"], *said["factors"].values(), *said["areas"].values()):
        assert list(group) == FIGURES
    for question in said["questions"].values():
        assert list(question) == QUESTION
    assert list(said["earliest_go_live"]) == ["date", "decided_by"]


def test_score_says_what_the_judgement_says(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*DATED, "--answers", str(answers)]) == 0
    said = _json(capsys)
    given = read_answers(FILE.encode(), FORM.questionnaire).answers
    judged = judge(yardstick(FORM), given, go_live=GO_LIVE, as_of=GO_LIVE.replace(month=2))
    assert (said["verdict"], said["days_left"]) == (judged.verdict, 89)
    assert said["reasons"] == [{"rule": r.rule, "questions": list(r.questions)} for r in judged.reasons]
    assert said["overall"]["low"] == judged.overall.low
    assert said["questions"][STOP]["attainment"] == judged.questions[STOP].attainment


def test_without_a_date_nothing_is_expected_and_nothing_concluded(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*SCORE, "--answers", str(answers)]) == 0
    said = _json(capsys)
    assert [said[key] for key in ("go_live", "days_left", "verdict")] == [None, None, None]
    assert said["earliest_go_live"] == {"date": None, "decided_by": None}
    assert said["overall"]["expected"] is None
    assert said["overall"]["coverage"] > 0
    silent = {key for key in QUESTION if key not in ("attainment", "hard_stop", "stale", "moving_solution")}
    assert all(question[key] is None for question in said["questions"].values() for key in silent)


def test_score_as_a_table_has_a_line_for_each_figure_and_question(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*DATED, "--answers", str(answers), "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in lines].count("question") == len(FORM.questionnaire.questions)


@pytest.mark.parametrize("dialect", Dialect)
def test_score_gives_the_same_for_an_export_in_either_dialect(
    answers: Path, capsys: pytest.CaptureFixture[str], dialect: Dialect
) -> None:
    main([*DATED, "--answers", str(answers)])
    expected = _json(capsys)
    answers.write_bytes(
        answers_csv(FORM.questionnaire, read_answers(FILE.encode(), FORM.questionnaire).answers, dialect)
    )
    assert main([*DATED, "--answers", str(answers)]) == 0
    assert _json(capsys) == expected


def test_every_fault_is_a_line_on_standard_error(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers.write_text(f"{HEADER}{LEVEL},,5,,,,,,,\nKO-9999,,3,,,,,,,\n", encoding="utf-8")
    assert main([*DATED, "--answers", str(answers)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[0] == f"{answers}:2 {LEVEL} · value: «5» er ikke et nivå. Skriv 0, 1, 2, 3 eller 4."
    assert said.err.splitlines()[1].startswith(f"{answers}:3 KO-9999 · question_id:")


@pytest.mark.parametrize(("done", "whole"), [("9", "8"), ("99", "15"), ("-1", "8"), ("ca 3", "8"), ("3", "0")])
def test_a_share_that_cannot_be_is_refused(
    answers: Path, capsys: pytest.CaptureFixture[str], done: str, whole: str
) -> None:
    answers.write_text(f"{HEADER}{STOP},,,{done},{whole},,,,,\n", encoding="utf-8")
    assert main([*DATED, "--answers", str(answers)]) == 1
    assert capsys.readouterr().err.startswith(f"{answers}:2 {STOP} · ")


BAD_INPUT = [
    (["--answers", "finnes-ikke.csv"], "finnes-ikke.csv · filen finnes ikke. Sjekk navnet og mappen."),
    (["--answers", "."], ". · dette er en mappe. Oppgi filen med svarene."),
    (
        ["--answers", "svar.csv", "--assessments", "ingen"],
        "ingen · mappen finnes ikke. Oppgi mappen med --assessments.",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), BAD_INPUT)
def test_bad_input_is_told_in_one_line_with_exit_1(
    answers: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(answers.parent)
    assert main([*DATED, *arguments]) == 1
    assert capsys.readouterr().err.strip() == message


WRONG_USAGE = [
    ["score"],
    [*SCORE, "--answers", "a.csv", "--go-live", "1. mai"],
    [*SCORE, "--answers", "a.csv", "--go-live", "2027-02-30"],
    [*SCORE, "--answers", "a.csv", "--go-live", "0001-01-01"],
    [*SCORE, "--answers", "a.csv", "--format", "xml"],
    ["score", "--questionnaire", "sykehus", "--answers", "a.csv"],
    ["export", "answers"],
    ["export", "gaps", "--customer", "x", "--long"],
    ["export", "alt"],
    ["export"],
    ["export", "customers", "--cut", "90"],
    ["export", "comparison", "--cut", "91"],
    ["export", "waivers", "--basis", "hpas"],
    ["export", "comparison", "--customer", "Demo kommune A"],
    [*SCORE, "--answers", "a.csv", "--go-live", "01/05/2027"],
    ["import", "a.csv"],
    ["slett"],
    [],
]


@pytest.mark.parametrize("arguments", WRONG_USAGE)
def test_wrong_usage_is_exit_2_in_norwegian(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("bruk: cli.py")


@pytest.mark.parametrize("command", ["check", "score", "export", "import", "demo", "migrate"])
def test_every_command_explains_itself_in_norwegian(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert "vis denne hjelpen" in said
    assert "usage" not in said


@pytest.mark.parametrize("day", ["01.05.2027", "1. mai 2027", "2027-5-1"])
def test_a_day_is_read_as_people_write_it(answers: Path, capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert main([*SCORE, "--go-live", day, "--answers", str(answers)]) == 0
    assert _json(capsys)["go_live"] == "2027-05-01"


def test_a_day_that_can_be_two_is_refused_in_words(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*SCORE, "--go-live", "01/05/2027", "--answers", str(answers)])
    assert "«01/05/2027» kan leses på to måter. Skriv dagen slik: 01.02.2027." in capsys.readouterr().err


@pytest.mark.slow
def test_answers_are_read_from_standard_input(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*DATED, "--answers", str(answers)]) == 0
    expected = capsys.readouterr().out
    command = [sys.executable, "cli.py", *DATED, "--answers", "-"]
    ended = subprocess.run(command, cwd=ROOT, input=answers.read_bytes(), capture_output=True, check=False)
    assert ended.stdout.decode() == expected


def test_the_version_is_that_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert f'version = "{capsys.readouterr().out.split()[1]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


BACKUPS = [
    (["--keep", "2", "MANGLER"], "MANGLER: mappen for sikkerhetskopien finnes ikke. Lag mappen, eller oppgi en annen."),
    (["--keep", "2", "demo.db"], "demo.db: dette er en fil, ikke en mappe. Oppgi mappen som kopiene skal ligge i."),
    (["MANGLER/kopi.db"], "MANGLER: mappen for sikkerhetskopien finnes ikke. Lag mappen, eller oppgi en annen."),
    (["."], ": dette er en mappe, ikke en fil. Oppgi navnet på en ny fil i mappen, eller bruk --keep."),
]


@pytest.mark.parametrize(("arguments", "said"), BACKUPS)
def test_a_backup_without_a_place_names_that_place(
    database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(Path(database).parent)
    assert main(["backup", *arguments, "--database", database]) == 1
    assert capsys.readouterr().err.strip().endswith(said)


def test_the_preview_names_rows_and_what_was_passed_over(
    database: str, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = next(q for q in FORM.questionnaire.questions if isinstance(q, MatrixQuestion) and q.fixed_rows)
    row = table.fixed_rows[0].nb
    rows = f"Utkast;;;;;\nSpørsmål-id;Rad;Svar;Antall;Av i alt;Notat\n{table.id};{row};;1;977;x\n"
    answers.write_text(rows, encoding="utf-8")
    assert main(["import", str(answers), "--customer", "Demo kommune A", "--database", database]) == 0
    said = capsys.readouterr().out
    assert "Linje 1 står over overskriftene og er ikke lest: «Utkast»." in said
    assert "Kolonnen «Notat» er ikke lest." in said
    assert f"«{row}»: " in said
    assert "→ 1 av 977" in said


def test_demo_twice_says_that_they_are_there_already(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["demo", "--database", database]) == 0
    assert capsys.readouterr().out.strip() == f"De oppdiktede kundene er der allerede: {database}"


def test_migrate_makes_a_database_once_and_then_leaves_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ny" / "klarsjekk.db"
    for _ in range(2):
        assert main(["migrate", "--database", f"sqlite:///{path}"]) == 0
        assert capsys.readouterr().out.strip() == f"Databasen er klar: {path}"


@pytest.mark.parametrize("dialect", Dialect)
def test_an_export_imported_again_changes_nothing(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], dialect: Dialect
) -> None:
    out = tmp_path / "ut.csv"
    what = ["--customer", "demo kommune c", "--database", database]
    assert main(["export", "answers", "--dialect", dialect.value, "--out", str(out), *what]) == 0
    assert main(["import", str(out), *what, "--yes"]) == 0
    assert "Filen endrer ingenting." in capsys.readouterr().out


def test_import_shows_first_and_stores_only_with_yes(
    database: str, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["import", str(answers), "--customer", "Demo kommune A", "--database", database]
    before = _stored(database)
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert "blir som de er" in said
    assert "Ingenting er lagret. Kjør på nytt med --yes for å lagre." in said
    assert _stored(database) == before
    assert main([*arguments, "--yes"]) == 0
    assert _stored(database)[LEVEL].comment == "blåbær"


def _stored(database: str) -> dict[str, Answer]:
    ws = open_workspace(database_url=f"sqlite:///{database}", assessments=ASSESSMENTS)
    try:
        admin = local_actor(Role.ADMIN)
        customer = next(c for c in list_customers(ws, admin) if c.name == "Demo kommune A")
        return dict(open_response(ws, admin, customer.id).answers)
    finally:
        ws.close()


def test_a_bad_file_is_refused_and_stores_nothing(
    database: str, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _stored(database)
    answers.write_text(f"{FILE}KO-9999,,3,,,,,,,\n", encoding="utf-8")
    assert main(["import", str(answers), "--customer", "Demo kommune A", "--database", database, "--yes"]) == 1
    assert "Ingenting er lagret." in capsys.readouterr().err
    assert _stored(database) == before


def test_an_unknown_customer_is_answered_with_the_nearest(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "answers", "--customer", "Demo komune A", "--database", database]) == 1
    assert capsys.readouterr().err.strip().endswith("vi finner ikke «Demo komune A». Mente du «Demo kommune A»?")


@pytest.mark.parametrize(
    "arguments",
    [
        ["gaps", "--customer", "Demo kommune E"],
        ["comparison", "--basis", "hpas"],
        ["all_gaps"],
        # As it was said before tables had a place of their own.
        ["--what", "comparison", "--long"],
    ],
)
def test_gaps_and_comparison_are_printed(
    database: str, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    capsys.readouterr()
    assert main(["export", *arguments, "--dialect", "program", "--database", database]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split(",")[0] == "customer_id"
    assert len(lines) > 5


def test_a_file_at_a_cut_has_those_alone_who_had_sent_in(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    held = {}
    for cut in ([], ["--cut", "180"]):
        capsys.readouterr()
        assert main(["export", "comparison", *cut, "--dialect", "program", "--database", database]) == 0
        held[len(cut)] = len(capsys.readouterr().out.splitlines())
    assert held[2] < held[0]


def test_all_there_is_to_take_out_is_listed_under_whom_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list"]) == 0
    of_all, of_one = capsys.readouterr().out.split("Én kunde (--customer):")
    for part, wanted in ((of_all, True), (of_one, False)):
        lines = {line.split()[0]: line for line in part.splitlines() if line.startswith("  ")}
        assert lines.keys() == {each.id for each in EXPORTS.values() if each.of_all is wanted}
        for name, line in lines.items():
            assert EXPORTS[name].about() in line
            assert ("--cut" in line, "--basis" in line) == (EXPORTS[name].at_a_cut, EXPORTS[name].on_a_basis)


def test_the_data_package_is_taken_out_by_command(database: str, tmp_path: Path) -> None:
    out = tmp_path / "pakke.zip"
    assert main(["export", "datapackage", "--database", database, "--out", str(out)]) == 0
    with ZipFile(out) as packed:
        assert packed.namelist() == ["datapackage.json", *(file_of(table) for table in PACKED)]


@pytest.mark.slow
def test_an_export_works_while_the_app_has_the_database(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    script = (
        "import sys\nfrom storage.engines.database import open_database\n"
        f"with open_database('sqlite:///{database}'):\n    print('open', flush=True)\n    sys.stdin.read()\n"
    )
    app = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    with app:
        assert app.stdout is not None
        assert app.stdout.readline() == b"open\n"
        assert main(["export", "comparison", "--database", database]) == 0
        assert main(["import", __file__, "--customer", "Demo kommune A", "--database", database]) == 1
    said = capsys.readouterr().err
    assert "uttaket står ikke i loggen" in said
    assert "i bruk av en annen prosess" in said


def test_a_database_that_is_not_there_is_not_made_by_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ingen.db"
    assert main(["export", "comparison", "--database", str(path)]) == 1
    assert capsys.readouterr().err.startswith(f"{path}: databasefilen finnes ikke")
    assert not path.exists()


def test_a_file_that_cannot_be_written_is_told(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mangler" / "ut.csv"
    assert main(["export", "comparison", "--database", database, "--out", str(out)]) == 1
    assert "filen lar seg ikke skrive" in capsys.readouterr().err


@pytest.mark.slow
def test_a_reader_that_has_had_enough_sees_no_traceback(answers: Path) -> None:
    command = f'"{sys.executable}" cli.py {" ".join(DATED)} --answers "{answers}" | head -c 1'
    ended = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ
    )
    assert (ended.stdout, ended.stderr) == ("{", "")
