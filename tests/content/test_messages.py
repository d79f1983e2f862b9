"""What is said about a mistake: where, what, and what to do, for every fault there is."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from content.problems import WORDS
from content.validation import FAULTS
from tests.content.spoilt import FILES_OF_CASES, ROOT, problems_of, put


@pytest.mark.parametrize("case", FILES_OF_CASES)
def test_every_message_says_where_what_and_what_to_do(case: str, folder: Path) -> None:
    put(case, folder)

    for problem in problems_of(folder):
        where, _, said = str(problem).partition(" · ")
        assert where.startswith(f"{problem.file}:{problem.line}" if problem.line else problem.file)
        assert problem.message in " ".join(said.split())
        assert re.search(r"[.?…]$", problem.remedy)
        assert not re.search(r"[{}]", str(problem).replace("{nb: …}", "").replace(problem.question, ""))


MESSAGES = {
    "municipality.steps_get_easier": "municipality.yaml:{line} KO-01 · expected: trinnene blir lettere fram mot "
    "oppstart (0,5 → 0,2). Skriv et krav som er likt eller strengere jo nærmere oppstart.",
    "municipality.unknown_topic": "municipality.yaml:{line} KO-01 · topic: temaet «mesage_test» finnes ikke i "
    "topics.yaml. Mente du «message_test»?",
    "municipality.repeated_key": "municipality.yaml:{line} · «weight» står her og på linje 19. Behold én av dem.",
    "municipality.no_as_language": "municipality.yaml:{line} KO-01 · action.no: feltet finnes ikke her. Mente du «nb»?",
    "municipality.decimal_comma": "municipality.yaml:{line} KO-01 · weight: «1,5» har desimalkomma. Skriv 1.5.",
    "municipality.misspelt_choice": "municipality.yaml:{line} KO-01 · areas.2: «stafing» er ikke et valg. "
    "Mente du «staffing»?",
    "municipality.misspelt_kind_key": "municipality.yaml:{line} KO-01 · kidn: feltet finnes ikke her. Mente du «kind»?",
}


@pytest.mark.parametrize("name", MESSAGES)
def test_messages_read_like_this(name: str, folder: Path) -> None:
    put(name, folder)

    (problem,) = problems_of(folder)
    assert str(problem) == MESSAGES[name].format(line=problem.line)


def faults_raised() -> dict[str, set[str]]:
    """Fault id -> what it is said with, from every call in the code that raises or reports one."""
    raised: dict[str, set[str]] = {}
    for path in [*ROOT.glob("scoring/*.py"), *ROOT.glob("content/*.py")]:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            name, fault = getattr(call.func, "id", getattr(call.func, "attr", "")), call.args[0]
            if (
                isinstance(fault, ast.Constant)
                and isinstance(fault.value, str)
                and name in ("fault", "problem", "_problem", "_unknown", "_add", "_stop")
            ):
                raised.setdefault(fault.value, {"near"}).update(k.arg or "*" for k in call.keywords)
    return raised


def test_every_fault_that_is_raised_anywhere_has_words() -> None:
    raised = faults_raised()

    assert len(raised) > 50
    assert raised.keys() | FAULTS.values() <= WORDS.keys()


def test_every_word_that_a_message_needs_is_given() -> None:
    for fault, given in faults_raised().items():
        needed = {name for sentence in WORDS[fault] for _, name, _, _ in Formatter().parse(sentence) if name}
        assert needed <= given or "*" in given or fault.startswith("unknown_"), fault
