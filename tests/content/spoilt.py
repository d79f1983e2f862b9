"""The valid content of these tests, the invalid files that are put into it, and what comes of that."""

import re
import shutil
from pathlib import Path

from content.catalogue import read_catalogue
from content.problems import ContentError, Problem

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
VALID = HERE / "valid"
INVALID = HERE / "invalid"
FILES_OF_CASES = sorted(path.relative_to(INVALID).with_suffix("").as_posix() for path in INVALID.rglob("*.yaml"))

Mistake = tuple[str, int, str, str]


def put(case: str, folder: Path) -> None:
    """Let an invalid file take the place of the one its name begins with."""
    shutil.copy(INVALID / f"{case}.yaml", folder / _replaced(case))


def expected_in(case: str) -> list[Mistake]:
    """`# expect: [FILE:]LINE FAULT QUESTION`; FILE is the replaced one when it is left out."""
    text = (INVALID / f"{case}.yaml").read_text(encoding="utf-8")
    found = re.findall(r"^# expect: (?:(\S+):)?(\d+) (\S+) (.+)$", text, flags=re.MULTILINE)
    return sorted((other or _replaced(case), int(line), fault, question) for other, line, fault, question in found)


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with a folder; nothing when it can be read."""
    try:
        read_catalogue(folder)
    except ContentError as error:
        return error.problems
    return ()


def mistakes_in(folder: Path) -> list[Mistake]:
    return sorted((p.file, p.line, p.fault, p.question or "-") for p in problems_of(folder))


def meant_by(problem: Problem) -> str:
    """The «did you mean» of a problem, or ""."""
    found = re.fullmatch(r"Mente du «(.*)»\?", problem.remedy)
    return found.group(1) if found else ""


def _replaced(case: str) -> str:
    return case.split(".")[0] + ".yaml"
