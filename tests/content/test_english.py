"""What HPAS is asked, in English: what is missing or too old is told and stops nothing; ours lacks nothing."""

from pathlib import Path

import pytest

from cli import ASSESSMENTS, main
from content.catalogue import read_content
from content.english import not_in_step
from scoring.frozen import mark_of
from tests.content.spoilt import mistakes_in
from tests.content.test_from_programme import PROGRAMME

TEXT = """\
  {id}:
    of: "{of}"
    title: Open critical errors
    help: Count those that are open today.
    action: Mend them.
"""


@pytest.fixture
def both(folder: Path) -> Path:
    """The valid content with a programme."""
    (folder / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
    return folder


def put(folder: Path, **of: str) -> None:
    texts = [TEXT.format(id=name.replace("_", "-"), of=mark) for name, mark in of.items()]
    (folder / "english.yaml").write_text("texts:\n" + "".join(texts), encoding="utf-8")


def marks(folder: Path) -> dict[str, str]:
    asked = read_content(folder).catalogue.programme
    assert asked is not None
    return {each.id.replace("-", "_"): mark_of(each.title, each.help, each.action) for each in asked.questions}


def test_what_is_missing_or_older_is_told_with_what_to_write_and_exit_0(
    both: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now = marks(both)
    put(both, PR_01=now["PR_01"], PR_02="00000000")

    assert main(["check", "--assessments", str(both)]) == 0
    older, missing = sorted(capsys.readouterr().err.splitlines(), reverse=True)
    assert older.startswith("english.yaml:7 PR-02 · den norske teksten er endret")
    assert now["PR_02"] in older
    assert missing.startswith("english.yaml PR-03 · spørsmålet står ikke på engelsk")
    assert now["PR_03"] in missing


def test_nothing_is_told_where_all_is_in_step_or_there_is_no_english(
    both: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--assessments", str(both)]) == 0
    put(both, **marks(both))
    assert main(["check", "--assessments", str(both)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("part", ["title", "help", "action"])
def test_each_part_of_the_norwegian_that_changes_makes_the_english_older(part: str, both: Path) -> None:
    put(both, **marks(both))
    path = both / "programme.yaml"
    said = {"title": "Åpne kritiske feil", "help": "Tell de som er åpne i dag.", "action": "Rett dem."}[part]
    path.write_text(path.read_text(encoding="utf-8").replace(said, f"Nå {said}"), encoding="utf-8")
    content = read_content(both)
    found = not_in_step(both, content.english, content.catalogue.programme)
    assert [(each.question, each.fault) for each in found] == [("PR-01", "english_older")]


def test_english_of_a_question_nobody_is_asked_is_refused(both: Path) -> None:
    put(both, PR_1="00000000")
    assert [(question, fault) for _, _, fault, question in mistakes_in(both)] == [("PR-1", "english_of_nothing")]


def test_ours_is_whole_and_in_step() -> None:
    content = read_content(ASSESSMENTS)
    assert content.english.texts
    assert [str(each) for each in not_in_step(ASSESSMENTS, content.english, content.catalogue.programme)] == []
