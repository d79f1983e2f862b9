"""Whatever editing, pasting and saving do to a file, nothing but a catalogue or a `ContentError` comes out."""

import random
from pathlib import Path

import pytest
import yaml

from content.catalogue import MODELS
from tests.content.spoilt import problems_of

MUTATIONS = {"c": 1_500, "python": 500}
PIECES = [
    *"[]{}:,-#&*!|>'\"%@`?\n\t \\~.",
    "- ",
    ": ",
    "<<: ",
    "&a ",
    "*a",
    "!!int ",
    "---\n",
    "\0",
    "\u00a0",
    "é",
    "🙂",
    "no",
]


def mutated(text: str, chance: random.Random) -> bytes:
    """The text with one to six small damages of the sort that editing, pasting and saving do."""
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(text)), chance.randint(1, 30)
        cut, piece = text[at : at + length], chance.choice(PIECES)
        damaged = [text[:at] + text[at + length :], text[:at] + piece + text[at:], text[:at] + cut + text[at:]]
        damaged += [text[:at] + piece + text[at + 1 :], text.replace(cut, piece, 1), text[: at + 1]]
        text = chance.choice(damaged[: 6 if chance.random() < 0.1 else 5]) or " "
    data = text.encode()
    return data if chance.random() < 0.95 else data.replace(b"\xc3", chance.choice([b"\xff", b"", b"\xc3\xc3"]))


@pytest.mark.slow
def test_whatever_happens_to_a_file_gives_a_catalogue_or_problems(parser: object, folder: Path) -> None:
    mutations = MUTATIONS["python" if parser is yaml.SafeLoader else "c"]
    chance = random.Random(2027)
    names = [*(name for name in MODELS if (folder / name).exists()), "references/kommune.yaml"]
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    read = 0
    for _ in range(mutations):
        name = chance.choice([*texts, *["municipality.yaml", "references/kommune.yaml"] * 4])
        (folder / name).write_bytes(mutated(texts[name], chance))
        problems = problems_of(folder)
        read += not problems
        assert "not_understood" not in {problem.fault for problem in problems}
        (folder / name).write_text(texts[name], encoding="utf-8")
    assert 0 < read < mutations
