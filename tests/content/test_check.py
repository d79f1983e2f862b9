"""`cli.py check`: what it prints where, and its exit code."""

import json
import shutil
from pathlib import Path

import pytest

from cli import ASSESSMENTS, main
from content.catalogue import read_catalogue
from content.published_form import against_published
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


def again(kind: str, form: str) -> str:
    """A question more in the valid form, that replaces another."""
    how = {
        "yes_no": "expected: {200: true}",
        "level": "levels: {0: {nb: A.}, 1: {nb: B.}, 2: {nb: C.}, 3: {nb: D.}, 4: {nb: E.}}\n    expected: {200: 3}",
    }
    return (
        f"  - id: KO-07\n    topic: message_test\n    kind: {kind}\n    title: {{nb: Nytt spørsmål}}\n    help: {{nb: Vis det.}}\n"
        f"    {how[kind]}\n    responsible: customer\n    lead_days: 10\n    action: {{nb: Gjør det.}}\n    {form}\n"
    )


BEFORE = {
    "municipality": {"KO-31": {"kind": "yes_no"}},
    "gone": {"municipality": {"KO-32": "level", "KO-33": "yes_no"}},
}


@pytest.mark.parametrize(
    ("kind", "replaces", "fault"),
    [
        ("yes_no", "replaces: KO-31", ""),
        ("yes_no", "replaces: [KO-31, KO-33]", ""),
        ("level", "replaces: KO-32", ""),
        ("level", "replaces: [KO-31, KO-32]", "replaces_other_kind"),
        ("yes_no", "replaces: KO-02", "replaces_still_asked"),
        ("yes_no", "replaces: KO-35", "replaces_unknown"),
        ("yes_no", "replaces: [KO-31, KO-31]", "replaced_twice"),
    ],
)
def test_what_a_question_replaces_was_asked_before_is_asked_no_more_and_was_answered_alike(
    folder: Path, kind: str, replaces: str, fault: str
) -> None:
    (folder / "published.json").write_text(json.dumps(BEFORE), encoding="utf-8")
    form = (folder / "municipality.yaml").read_text(encoding="utf-8")
    asked = form.replace("left_out:", again(kind, replaces) + "left_out:")
    (folder / "municipality.yaml").write_text(asked, encoding="utf-8")

    found = against_published(folder, read_catalogue(folder))
    assert [(each.question, each.fault) for each in found] == ([("KO-07", fault)] if fault else [])


def test_an_id_that_is_gone_does_not_come_back_and_a_stop_may_be_replaced_by_another(folder: Path) -> None:
    before = {
        "municipality": {"KO-31": {"kind": "share", "hard_stop": "go_live"}},
        "gone": {"municipality": {"KO-01": "level"}},
    }
    (folder / "published.json").write_text(json.dumps(before), encoding="utf-8")
    form = (folder / "municipality.yaml").read_text(encoding="utf-8")
    faults = [each.fault for each in against_published(folder, read_catalogue(folder))]
    assert sorted(faults) == ["hard_stop_gone", "id_used_again"]

    (folder / "municipality.yaml").write_text(form.replace("not_before: 150", "replaces: KO-31"), encoding="utf-8")
    assert [each.fault for each in against_published(folder, read_catalogue(folder))] == ["id_used_again"]


def test_the_folder_is_the_one_beside_the_program() -> None:
    assert ASSESSMENTS == ROOT / "assessments"
