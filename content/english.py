"""What stands in English: `english.yaml` held against the Norwegian questions it is made from."""

from collections.abc import Iterator
from pathlib import Path

from content.problems import Problem, nearest, problem
from content.validation import at
from content.yaml_tree import YamlMapping, read_file
from scoring.frozen import English, mark_of
from scoring.questionnaire import Questionnaire

FILE = "english.yaml"


def check_english(root: YamlMapping, asked: Questionnaire) -> Iterator[Problem]:
    """Every text of a question that HPAS is not asked."""
    known = asked.by_id
    for question_id, line in _lines(root).items():
        if question_id not in known:
            near = nearest(question_id, known)
            yield problem("english_of_nothing", FILE, line, question=question_id, near=near)


def not_in_step(folder: Path, english: English, asked: Questionnaire | None) -> Iterator[Problem]:
    """What is missing, or older than the Norwegian, of sound content. It stops nothing: the Norwegian is what counts.

    Nothing where there is no such file.
    """
    root = read_file(folder / FILE).root if (folder / FILE).is_file() else None
    if asked is None or root is None:
        return
    lines = _lines(root)
    for question in asked.questions:
        mark, held = mark_of(question.title, question.help, question.action), english.texts.get(question.id)
        if held is None:
            yield problem("english_missing", FILE, question=question.id, mark=mark)
        elif held.of != mark:
            yield problem("english_older", FILE, lines.get(question.id, 0), question=question.id, mark=mark)


def _lines(root: YamlMapping) -> dict[str, int]:
    """Question id -> the line it stands on."""
    held = at(root, "texts")
    return dict(held.lines) if isinstance(held, YamlMapping) else {}
