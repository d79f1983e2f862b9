"""A folder to spoil, and PyYAML's two parsers."""

import shutil
from pathlib import Path

import pytest
import yaml

from content import yaml_tree
from tests.content.spoilt import VALID

PARSERS = [pytest.param(yaml.SafeLoader, id="python")]
if hasattr(yaml, "CSafeLoader"):
    PARSERS.append(pytest.param(yaml.CSafeLoader, id="c"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the valid content, to be spoilt."""
    return Path(shutil.copytree(VALID, tmp_path / "assessments"))


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> object:
    """Each of the two parsers: the fast one is not there on every machine."""
    monkeypatch.setattr(yaml_tree, "PARSER", request.param)
    return request.param
