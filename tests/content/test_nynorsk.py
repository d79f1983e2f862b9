"""The nynorsk beside the bokmål: laid there when it is in step, told when it is not, refused when it is of nothing."""

from pathlib import Path

import pytest

from cli import ASSESSMENTS, main
from content.catalogue import MODELS, Content, read_content
from content.nynorsk import with_nynorsk
from content.yaml_tree import YamlMapping, YamlScalar, YamlSequence, read_file
from scoring.frozen import mark_of
from tests.content.spoilt import mistakes_in

# Files that nobody needs in nynorsk: what HPAS is asked in English, and the titles of publications.
NOT_SPOKEN = {"english.yaml"}


def put(folder: Path, file: str, text: str) -> None:
    (folder / "nynorsk").mkdir(exist_ok=True)
    (folder / "nynorsk" / file).write_text(text, encoding="utf-8")


def mark(content: Content, topic: str) -> str:
    return mark_of(content.catalogue.topics[topic].title)


def faults(content: Content) -> list[tuple[str, str]]:
    return [(each.question, each.fault) for each in content.nynorsk_behind]


def topics_in_nynorsk(content: Content, **said: str) -> str:
    return "".join(f'{topic}:\n  of: "{mark(content, topic)}"\n  title: {text}\n' for topic, text in said.items())


def test_what_is_written_stands_beside_the_bokmal_and_the_rest_is_told(folder: Path) -> None:
    put(folder, "topics.yaml", topics_in_nynorsk(read_content(folder), message_test="Meldingar er prøvde heilt fram"))
    content = read_content(folder)
    assert content.catalogue.topics["message_test"].title.nn == "Meldingar er prøvde heilt fram"
    assert content.catalogue.topics["test_capacity"].title.nn is None
    assert faults(content) == [
        (each, "nynorsk_missing") for each in ("test_capacity", "operations_start", "super_users")
    ]


def test_the_bokmal_is_shown_when_it_has_changed_since(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, "topics.yaml", topics_in_nynorsk(read_content(folder), message_test="Meldingar er prøvde heilt fram"))
    path = folder / "topics.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("prøvd helt fram", "prøvd hele veien"), encoding="utf-8")
    content = read_content(folder)
    assert content.catalogue.topics["message_test"].title.nn is None
    assert ("message_test", "nynorsk_older") in faults(content)
    assert main(["check", "--assessments", str(folder)]) == 0
    told = capsys.readouterr().err.splitlines()
    assert any(
        line.startswith("nynorsk/topics.yaml:1 message_test · bokmålet er endret")
        and mark(content, "message_test") in line
        for line in told
    )


def test_a_question_is_one_block_whose_texts_stand_by_their_path(folder: Path) -> None:
    asked = next(iter(read_content(folder).catalogue.questionnaires.values())).questions[0]
    put(folder, "municipality.yaml", f'{asked.id}:\n  of: "00000000"\n  title: Ei anna side\n')
    found = next(each for each in read_content(folder).nynorsk_behind if each.question == asked.id)
    assert "help" in found.message
    assert "title" not in found.message


@pytest.mark.parametrize(
    ("text", "fault", "question"),
    [
        ("mesage_test:\n  title: Meldingar\n", "nynorsk_of_nothing", "mesage_test"),
        ("message_test:\n  titel: Meldingar\n", "nynorsk_of_nothing", "message_test"),
        ("message_test:\n  title: TODO\n", "unfinished_text", "message_test"),
        (f"message_test:\n  title: {'Meldingar ' * 12}\n", "title_too_long", "message_test"),
        ("message_test:\n  title: ''\n", "empty_text", "-"),
        ("message_test: Meldingar\n", "not_a_mapping", "-"),
        ("message_test: [\n", "bracket_not_closed", "-"),
    ],
)
def test_what_cannot_stand_is_refused_in_its_own_file(text: str, fault: str, question: str, folder: Path) -> None:
    put(folder, "topics.yaml", text)
    assert [(file, found, whose) for file, _, found, whose in mistakes_in(folder)] == [
        ("nynorsk/topics.yaml", fault, question)
    ]


def test_nynorsk_of_a_file_that_is_not_there_is_refused(folder: Path) -> None:
    put(folder, "topic.yaml", "message_test:\n  title: Meldingar\n")
    assert [(file, fault) for file, _, fault, _ in mistakes_in(folder)] == [("nynorsk/topic.yaml", "unknown_file")]


def test_ours_is_whole_and_in_step() -> None:
    assert [str(each) for each in read_content(ASSESSMENTS).nynorsk_behind] == []


@pytest.mark.parametrize("file", sorted(MODELS.keys() - NOT_SPOKEN))
def test_every_text_of_ours_has_both(file: str) -> None:
    root = read_file(ASSESSMENTS / file).root
    assert root is not None
    assert list(_without_nynorsk(with_nynorsk(ASSESSMENTS, file, root).root)) == []


def _without_nynorsk(node: object) -> list[str]:
    inside: list[object] = []
    found: list[str] = []
    if isinstance(node, YamlMapping):
        text = node.nodes.get("nb")
        found = [text.text] if isinstance(text, YamlScalar) and "nn" not in node.nodes else []
        inside = list(node.nodes.values())
    elif isinstance(node, YamlSequence):
        inside = list(node.items)
    return [*found, *(each for inner in inside for each in _without_nynorsk(inner))]


def test_what_is_the_same_in_bokmal_is_the_same_in_nynorsk() -> None:
    """A sentence that stands in several questions is not said in several ways."""
    said: dict[str, set[str]] = {}
    for file in sorted(MODELS.keys() - NOT_SPOKEN):
        root = read_file(ASSESSMENTS / file).root
        assert root is not None
        for nb, nn in _pairs(with_nynorsk(ASSESSMENTS, file, root).root):
            said.setdefault(nb, set()).add(nn)
    assert {nb: nn for nb, nn in said.items() if len(nn) > 1} == {}


def _pairs(node: object) -> list[tuple[str, str]]:
    inside: list[object] = []
    found: list[tuple[str, str]] = []
    if isinstance(node, YamlMapping):
        nb, nn = node.nodes.get("nb"), node.nodes.get("nn")
        if isinstance(nb, YamlScalar) and isinstance(nn, YamlScalar):
            found = [(nb.text, nn.text)]
        inside = list(node.nodes.values())
    elif isinstance(node, YamlSequence):
        inside = list(node.items)
    return [*found, *(each for inner in inside for each in _pairs(inner))]
