"""The units of systemd: hardened, each with its timer, and what they start is there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cli import _parser
from tests.architecture.agreements import ROOT

UNITS = sorted((ROOT / "deploy").glob("*.service"))
APP = ROOT / "deploy" / "klarsjekk.service"
# Of 10; below it systemd calls a unit «OK».
MOST_EXPOSED = 2.5


def said(unit: Path, key: str) -> list[str]:
    return re.findall(rf"^{key}=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_may_do_little(unit: Path) -> None:
    assert said(unit, "User") == ["klarsjekk"]
    assert said(unit, "CapabilityBoundingSet") == [""]
    assert said(unit, "ProtectSystem") == ["strict"]
    if program := shutil.which("systemd-analyze"):
        told = subprocess.run([program, "security", "--offline=true", str(unit)], capture_output=True, text=True, check=True)  # fmt: skip
        exposed = re.search(r"Overall exposure level for \S+: ([\d.]+)", told.stdout)
        assert exposed
        assert float(exposed[1]) <= MOST_EXPOSED


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit != APP], ids=lambda unit: unit.name)
def test_what_a_unit_starts_is_a_command_and_has_its_time(unit: Path) -> None:
    (start,) = said(unit, "ExecStart")
    assert _parser().parse_args(start.partition("cli.py ")[2].split()).run
    assert said(unit.with_suffix(".timer"), "OnCalendar")
