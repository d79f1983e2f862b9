"""What is said or drawn of verdicts and the like is said of all of them: a new one must not break a page or a paper."""

import importlib
from collections.abc import Iterator
from enum import Enum
from typing import Any

import pytest

from scoring.gaps import When
from scoring.vocabulary import Rule, Status, Verdict
from scoring.waivers import Standing
from tests.architecture.agreements import ROOT

# The lists of what is concluded; anyone may meet any of them anywhere.
CONCLUDED = (Verdict, Status, Rule, When, Standing)
# Tables that speak of some of a list on purpose, and why.
PARTIAL = {
    "TARGETS": "the two verdicts a way leads to",
    "_COLOURS": "what a waiver amounts to: the others are grey",
}
PACKAGES = ("language", "scoring", "reports", "service", "ui", "commands", "web")


def modules() -> Iterator[str]:
    for name in PACKAGES:
        yield from (
            str(path.relative_to(ROOT).with_suffix("")).replace("/", ".")
            for path in sorted([*ROOT.glob(f"{name}.py"), *ROOT.glob(f"{name}/**/*.py")])
            if path.name != "__init__.py"
        )


def lacking(table: dict[Any, object]) -> frozenset[Enum]:
    """What a table keyed by the members of one list, and perhaps `None`, does not name."""
    keys = {key for key in table if key is not None}
    kind = next((kind for kind in CONCLUDED if keys and all(isinstance(key, kind) for key in keys)), None)
    return frozenset() if kind is None else frozenset(kind) - keys


@pytest.mark.parametrize("module", [*modules()])
def test_a_table_of_a_closed_list_names_all_of_it(module: str) -> None:
    tables = {name: value for name, value in vars(importlib.import_module(module)).items() if isinstance(value, dict)}
    short = {name: found for name, value in tables.items() if (found := lacking(value))}
    assert short.keys() <= PARTIAL.keys(), short
