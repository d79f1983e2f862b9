"""What a customer's question must be that is answered by HPAS: its question exists, and takes the same kind of answer.

Works on trees, as `content.cross_references` does. Says nothing when the programme's own file could not be read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content.problems import Problem, nearest, problem
from content.validation import at
from content.yaml_tree import Node, YamlMapping, YamlScalar, YamlSequence
from scoring.vocabulary import Programme, Responsible

PROGRAMME_FILE = f"{Programme.PROGRAMME}.yaml"
FIELD = "from_programme"


@dataclass(frozen=True, slots=True)
class _Fault:
    fault: str
    said: dict[str, str]
    near: str = ""


def check_from_programme(trees: Mapping[str, YamlMapping], *, missing: bool) -> Iterator[Problem]:
    """Every question that names one of the programme's which cannot answer it. missing: there is no programme.yaml."""
    programme = trees.get(PROGRAMME_FILE)
    if programme is None and not missing:
        return
    offered = {_word(at(question, "id")): question for question in _questions(programme)}
    for file, root in trees.items():
        for question in _questions(root):
            named = at(question, FIELD)
            if isinstance(named, YamlScalar) and isinstance(question, YamlMapping):
                for each in _faults(file, question, named.text.strip(), offered):
                    whose = _word(at(question, "id"))
                    yield problem(
                        each.fault,
                        file,
                        question.lines[FIELD],
                        question=whose,
                        field=FIELD,
                        near=each.near,
                        **each.said,
                    )


def _faults(file: str, question: Node, found: str, offered: Mapping[str, Node]) -> Iterator[_Fault]:
    if file == PROGRAMME_FILE:
        yield _Fault("from_programme_here", {})
        return
    if _word(at(question, "responsible")) != Responsible.HPAS:
        yield _Fault("from_programme_not_hpas", {})
    if found not in offered:
        yield _Fault("from_programme_unknown", {"found": found}, nearest(found, offered))
        return
    theirs = offered[found]
    for fault, path in (("from_programme_other_kind", ("kind",)), ("from_programme_other_unit", ("unit", "nb"))):
        own, other = _word(at(question, *path)), _word(at(theirs, *path))
        if own != other:
            yield _Fault(fault, {"found": found, "own": own, "theirs": other})
            return
    if lacking := _rows(question) - _rows(theirs):
        yield _Fault("from_programme_other_rows", {"found": found, "lacking": ", ".join(sorted(lacking))})


def _questions(root: Node | None) -> tuple[Node, ...]:
    questions = at(root, "questions")
    return questions.items if isinstance(questions, YamlSequence) else ()


def _rows(question: Node) -> set[str]:
    rows = at(question, "rows")
    return {_word(at(row, "id")) for row in rows.items} if isinstance(rows, YamlSequence) else set()


def _word(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, YamlScalar) else ""
