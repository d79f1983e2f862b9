"""What questions count for: two for a hard stop, and none of ours says anything else."""

from pathlib import Path

import pytest

from cli import ASSESSMENTS
from content.catalogue import read_catalogue
from content.weights import FIELD
from content.yaml_tree import YamlMapping, YamlSequence, read_file

FORMS = ("gp_office.yaml", "health_trust.yaml", "municipality.yaml", "programme.yaml")


def test_a_hard_stop_of_ours_counts_for_two() -> None:
    asked = [each for form in read_catalogue(ASSESSMENTS).all_questionnaires.values() for each in form.questions]
    assert {(each.hard_stop is None, each.weight) for each in asked} == {(True, 1.0), (False, 2.0)}


@pytest.mark.parametrize("file", FORMS)
def test_none_of_ours_says_so_itself(file: str) -> None:
    root = read_file(ASSESSMENTS / file).root
    assert root is not None
    questions = root.nodes["questions"]
    assert isinstance(questions, YamlSequence)
    assert [each.line for each in questions.items if isinstance(each, YamlMapping) and FIELD in each.nodes] == []


@pytest.mark.parametrize(
    ("said", "weight"),
    [("", 1.0), ("hard_stop: go_live", 2.0), ("weight: 5", 5.0)],
)
def test_a_weight_that_is_said_goes_before(said: str, weight: float, folder: Path) -> None:
    path = folder / "municipality.yaml"
    text = path.read_text(encoding="utf-8")
    first = read_catalogue(folder).all_questionnaires
    form = next(iter(first.values()))
    plain = next(each for each in form.questions if each.hard_stop is None and f"  - id: {each.id}\n" in text)
    block = text.split(f"  - id: {plain.id}\n")[1].split("  - id: ")[0]
    bare = "".join(line for line in block.splitlines(keepends=True) if not line.startswith("    weight:"))
    stop = "" if "hard_stop" not in said else "    margin_days: 1\n    margin_basis: {nb: Det må stå dagen før.}\n"
    new = bare + (f"    {said}\n" if said else "") + stop
    path.write_text(text.replace(block, new), encoding="utf-8")
    found = next(iter(read_catalogue(folder).all_questionnaires.values())).by_id[plain.id]
    assert found.weight == weight
