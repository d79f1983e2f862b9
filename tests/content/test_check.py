"""`cli.py check`: what it prints where, and its exit code."""

import json
import shutil
from pathlib import Path

import pytest

from cli import ASSESSMENTS, main
from tests.content.spoilt import ROOT, problems_of, put


def test_valid_content_gives_a_line_per_questionnaire_and_exit_0(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--assessments", str(folder)]) == 0

    said = capsys.readouterr()
    assert said.out.replace("\u00a0", " ").splitlines() == [
        "municipality: 6 spørsmål, 2 stoppkrav, 12 felt å fylle ut",
        "references: 1 oppstart, 7 svar",
    ]
    assert said.err == ""


def test_every_problem_is_a_line_on_standard_error_and_exit_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put("municipality.all_at_once", folder)

    assert main(["check", "--assessments", str(folder)]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [str(problem) for problem in problems_of(folder)]


def test_an_empty_folder_lists_the_files_that_are_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(folder)
    folder.mkdir()

    assert main(["check", "--assessments", str(folder)]) == 1
    assert [line.split(" · ")[0] for line in capsys.readouterr().err.splitlines()] == [
        "assessments",
        "factors.yaml",
        "lessons.yaml",
        "method.yaml",
        "sources.yaml",
        "topics.yaml",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "dette mangler: KOMMANDO"),
        (["sjekk"], "dette finnes ikke: 'sjekk'"),
        (["check", "--mappe", "x"], "dette er ukjent: --mappe x"),
        (["check", "--assessments"], "--assessments: verdien mangler"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_so_in_norwegian(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    error = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said in error
    assert error.startswith("bruk: cli.py")


STOP = {"municipality": {"KO-03": {"hard_stop": "go_live"}, "KO-01": {"hard_stop": None}}}


@pytest.mark.parametrize(
    ("published", "told"),
    [
        (STOP, ""),
        ({"municipality": STOP["municipality"] | {"KO-99": {"hard_stop": "phase"}}}, "municipality.yaml KO-99"),
        ({"municipality": {"KO-01": {"hard_stop": "go_live"}}}, "municipality.yaml KO-01"),
    ],
)
def test_a_hard_stop_of_the_published_form_does_not_go_in_silence(
    folder: Path, capsys: pytest.CaptureFixture[str], published: dict[str, object], told: str
) -> None:
    (folder / "published.json").write_text(json.dumps(published), encoding="utf-8")
    assert main(["check", "--assessments", str(folder)]) == bool(told)
    said = capsys.readouterr().err
    assert said == "" or said.startswith(f"{told} · hard_stop: stoppkravet i det publiserte skjemaet er borte.")


def test_the_folder_is_the_one_beside_the_program() -> None:
    assert ASSESSMENTS == ROOT / "assessments"
