"""Reading `assessments/`: every mistake is named with its file and line, in both of PyYAML's parsers."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from content.catalogue import read_catalogue, read_content
from content.problems import WORDS
from content.roles import grouped
from scoring.vocabulary import CustomerType, Kind
from tests.content.spoilt import FILES_OF_CASES, ROOT, VALID, expected_in, meant_by, mistakes_in, problems_of, put


@pytest.mark.usefixtures("parser")
def test_the_valid_content_is_read_as_it_was_written(folder: Path) -> None:
    catalogue = read_catalogue(folder)

    questionnaire = catalogue.questionnaires[CustomerType.MUNICIPALITY]
    assert [question.kind for question in questionnaire.questions] == list(Kind)
    assert questionnaire.version == "1.10"
    assert questionnaire.by_id["KO-03"].steps == {120: 0.25, 90: 0.5, 60: 1.0}
    assert questionnaire.by_id["KO-03"].help.nb.endswith("Sak #12 viser hvordan.")
    stop = questionnaire.by_id["KO-03"]
    assert (stop.margin, stop.waivable, stop.not_before) == (14, False, 150)
    assert stop.margin_basis
    assert stop.waivable_basis
    # Left out, it is what they say who wrote nothing: no margin, the day itself of a date, exceptions, proof at once.
    assert [questionnaire.by_id[each].margin for each in ("KO-01", "KO-05")] == [0, 540]
    assert (questionnaire.by_id["KO-05"].waivable, questionnaire.by_id["KO-05"].not_before) == (True, None)
    assert (catalogue.method.behind_share.value, catalogue.method.not_applicable_share.value) == (0.15, 0.1)
    assert catalogue.topics["message_test"].id == "message_test"
    assert len(catalogue.factors) == 10


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("case", FILES_OF_CASES)
def test_an_invalid_file_has_exactly_the_problems_its_first_lines_say(case: str, folder: Path) -> None:
    put(case, folder)

    assert expected_in(case)
    assert mistakes_in(folder) == expected_in(case)


QUESTIONNAIRE = (VALID / "municipality.yaml").read_text(encoding="utf-8")
LAUGHS = "a0: &a0 [ha, ha]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}*a{n - 1}]\n" for n in range(1, 9))
MERGES = "m0: &m0 {a: b}\n" + "".join(f"m{n}: &m{n}\n  <<: [{f'*m{n - 1}, ' * 9}*m{n - 1}]\n" for n in range(1, 7))

# What the file holds -> the lines and faults it must have.
BYTES: list[tuple[str, bytes, list[tuple[int, str]]]] = [
    ("nothing", b"", [(0, "empty_file")]),
    ("Latin-1", QUESTIONNAIRE.encode("latin-1"), [(1, "not_utf8")]),
    ("cp1252 further down", "version: 1\nintro: “x”\n".encode("cp1252"), [(2, "not_utf8")]),
    ("UTF-16", QUESTIONNAIRE.encode("utf-16"), [(0, "utf16")]),
    ("NUL", b"version: 1\nintro: a\0b\n", [(2, "control_character")]),
    ("escape sequence", b"version: \x1b[2J\n", [(1, "control_character")]),
    ("line separator", "version: a\u2028b\n".encode(), [(1, "control_character")]),
    ("soft hyphen", "version: a\u00adb\n".encode(), [(1, "hidden_character")]),
    ("byte order mark twice", b"\xef\xbb\xbf\xef\xbb\xbfversion: 1\n", [(1, "hidden_character")]),
    (
        "two versions",
        b"version: 1\n<<<<<<< HEAD\nintro: a\n=======\nintro: b\n>>>>>>> annet\n",
        [(2, "conflict_marks")],
    ),
    ("10 MB", b"a: " + b"x" * 10_000_000, [(0, "file_too_big")]),
    ("100,000 brackets", b"[" * 100_000, [(1, "too_deep")]),
    ("100,000 braces", b"{a: " * 100_000, [(1, "too_deep")]),
    ("100,000 dashes", b"- " * 100_000, [(1, "too_deep")]),
    ("100,000 question marks", b"? " * 100_000, [(1, "too_deep")]),
    ("60,000 items", b"a: [" + b"x, " * 60_000 + b"]", [(1, "too_many_nodes")]),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("data", "faults"), [pytest.param(data, faults, id=name) for name, data, faults in BYTES])
def test_bytes_that_are_no_questionnaire_are_refused_with_their_line(
    data: bytes, faults: list[tuple[int, str]], folder: Path
) -> None:
    (folder / "municipality.yaml").write_bytes(data)

    assert mistakes_in(folder) == [("municipality.yaml", line, fault, "-") for line, fault in faults]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("bomb", [LAUGHS, MERGES], ids=["laughs", "merges"])
def test_a_bomb_of_aliases_is_read_and_refused_without_being_built(bomb: str, folder: Path) -> None:
    (folder / "municipality.yaml").write_text(bomb, encoding="utf-8")

    assert {"anchor", "alias"} <= {fault for _, _, fault, _ in mistakes_in(folder)}


@pytest.mark.parametrize("spelling", [b"\xef\xbb\xbf%s", b"%s\r\n"], ids=["byte order mark", "Windows line ends"])
def test_what_windows_adds_to_a_file_does_no_harm(spelling: bytes, folder: Path) -> None:
    text = QUESTIONNAIRE.encode()
    text = text.replace(b"\n", b"\r\n") if spelling.endswith(b"\r\n") else text
    (folder / "municipality.yaml").write_bytes(spelling.replace(b"%s", text))

    assert read_catalogue(folder) == read_catalogue(VALID)


def _unreadable_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("ikke en mappe", encoding="utf-8")


def _a_folder_as_file(folder: Path) -> None:
    (folder / "method.yaml").unlink()
    (folder / "method.yaml").mkdir()


def _broken_link(folder: Path) -> None:
    (folder / "gp_office.yaml").symlink_to(folder / "finnes_ikke.txt")


def _link_to_itself(folder: Path) -> None:
    (folder / "gp_office.yaml").symlink_to(folder / "gp_office.yaml")


def _a_file_as_folder(folder: Path) -> None:
    shutil.rmtree(folder / "references")
    (folder / "references").write_text("ikke en mappe", encoding="utf-8")


# What happens to the folder -> file, fault and what was meant.
FOLDERS: list[tuple[Callable[[Path], object], tuple[str, str, str]]] = [
    (shutil.rmtree, ("{folder}", "folder_missing", "")),
    (_unreadable_folder, ("{folder}", "folder_missing", "")),
    (lambda folder: (folder / "method.yaml").unlink(), ("method.yaml", "file_missing", "")),
    (lambda folder: (folder / "municipality.yaml").unlink(), ("assessments", "no_questionnaire", "")),
    (_a_folder_as_file, ("method.yaml", "not_a_file", "")),
    (_broken_link, ("gp_office.yaml", "not_a_file", "")),
    (_link_to_itself, ("gp_office.yaml", "not_a_file", "")),
    (_a_file_as_folder, ("references", "not_a_folder", "")),
    (
        lambda folder: (folder / "references" / "kommune.yaml").rename(folder / "references" / "kommune.yml"),
        ("references/kommune.yml", "unknown_ending", ""),
    ),
    (
        lambda folder: (folder / "municipality.yaml").rename(folder / "Municipality.yaml"),
        ("Municipality.yaml", "unknown_file", "municipality.yaml"),
    ),
    (
        lambda folder: (folder / "topics.yaml").rename(folder / "topics.yaml.txt"),
        ("topics.yaml.txt", "unknown_file", "topics.yaml"),
    ),
    (
        lambda folder: shutil.copy(folder / "municipality.yaml", folder / "gp_ofice.yaml"),
        ("gp_ofice.yaml", "unknown_file", "gp_office.yaml"),
    ),
    (
        lambda folder: shutil.copy(folder / "municipality.yaml", folder / "municipality - Kopi.yml"),
        ("municipality - Kopi.yml", "unknown_file", ""),
    ),
]
FOLDER_FAULTS = {fault for _, (_, fault, _) in FOLDERS} | {"unreadable"}


@pytest.mark.parametrize(("spoil", "expected"), FOLDERS, ids=[f"{file} {fault}" for _, (file, fault, _) in FOLDERS])
def test_a_folder_with_the_wrong_files_is_named(
    spoil: Callable[[Path], object], expected: tuple[str, str, str], folder: Path
) -> None:
    spoil(folder)

    (problem,) = problems_of(folder)
    assert (problem.file.replace(str(folder), "{folder}"), problem.fault, meant_by(problem)) == expected


def test_a_file_that_may_not_be_opened_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError

    # The tests may run as root, whom no file refuses.
    monkeypatch.setattr(Path, "open", refuse)

    assert {fault for _, _, fault, _ in mistakes_in(folder)} == {"unreadable"}


def test_a_link_to_a_file_is_followed(folder: Path) -> None:
    (folder / "municipality.yaml").rename(folder / "innhold.txt")
    (folder / "municipality.yaml").symlink_to(folder / "innhold.txt")

    assert read_catalogue(folder) == read_catalogue(VALID)


def test_problems_of_all_files_come_at_once_in_the_order_of_files_and_lines(folder: Path) -> None:
    (folder / "method.yaml").unlink()
    put("topics.unknown_factor", folder)
    put("municipality.all_at_once", folder)

    found = [(p.file, p.line) for p in problems_of(folder)]
    assert found == sorted(found)
    assert {file for file, _ in found} == {"method.yaml", "municipality.yaml", "topics.yaml"}


def test_reading_twice_gives_the_same(folder: Path) -> None:
    assert read_catalogue(folder) == read_catalogue(folder)


def test_there_are_invalid_files_enough_and_every_fault_of_a_file_is_met() -> None:
    met = {fault for case in FILES_OF_CASES for _, _, fault, _ in expected_in(case)}
    elsewhere = {fault for _, _, faults in BYTES for _, fault in faults} | FOLDER_FAULTS

    assert len(FILES_OF_CASES) >= 45
    # What was published before is held against the whole (tests/content/test_check.py), and so is what HPAS
    # answers; what stands in another language has files of its own.
    of_hpas = {fault for fault in WORDS if fault.startswith(("from_programme_", "english_", "nynorsk_"))}
    of_before = {"hard_stop_gone", "id_used_again", "replaced_twice"} | {w for w in WORDS if w.startswith("replaces_")}
    assert WORDS.keys() - met - elsewhere == {"not_understood"} | of_before | of_hpas


@pytest.mark.parametrize("kind", CustomerType)
def test_some_eight_roles_know_the_answers_of_every_questionnaire(kind: CustomerType) -> None:
    content = read_content(ROOT / "assessments")
    roles, questions = content.roles.of(kind), content.catalogue.questionnaires[kind].questions
    asked = [question.id for question in questions if question.from_programme is None]
    # An office has few people.
    assert len(roles) == (5 if kind is CustomerType.GP_OFFICE else 8)
    assert sorted(each for role in roles for each in role.questions) == sorted(asked)
    assert [role.id for role in grouped(roles, [*asked, "KO-OLD"])] == [*(role.id for role in roles), "others"]
