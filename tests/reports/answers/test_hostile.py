"""A file that costs far more to read than to send is refused by name, within bounded memory; a workbook is read apart."""

import json
import subprocess
import sys

import pytest

from deploy.processes import ROOT
from reports.answers import xlsx_apart
from reports.answers.file_faults import FileRefused
from reports.answers.xlsx_apart import sheet_apart
from reports.answers.xlsx_sheet import sheet_of
from tests.reports.answers.hostile import FILES, SHEET, book
from tests.reports.answers.test_xlsx_round_trip import made

MOST_MB = 600


@pytest.mark.slow
def test_each_is_refused_by_name_and_within_bounds() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.reports.answers.hostile"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    found = json.loads(told.stdout)
    assert {name for name, (_, fault) in FILES.items() if fault not in found["faults"][name]} == set()
    assert found["most_mb"] < MOST_MB


@pytest.mark.slow
def test_a_sheet_read_apart_is_the_same_sheet() -> None:
    data = made({})
    assert sheet_apart(data) == sheet_of(data)


@pytest.mark.slow
def test_what_is_wrong_inside_is_told_from_there() -> None:
    with pytest.raises(FileRefused) as refused:
        sheet_apart(book({SHEET: b"<worksheet"}))
    assert [each.fault for each in refused.value.faults] == ["damaged_book"]


@pytest.mark.slow
@pytest.mark.parametrize(("limit", "most"), [("MOST_SECONDS", 0.01), ("_ROOT", "/nowhere")])
def test_a_process_that_is_stopped_or_never_comes_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, limit: str, most: object
) -> None:
    monkeypatch.setattr(xlsx_apart, limit, most)
    with pytest.raises(FileRefused) as refused:
        sheet_apart(made({}))
    assert [each.fault for each in refused.value.faults] == ["takes_too_much"]


def test_no_secret_is_in_its_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLARSJEKK_DB_PASSWORD", "hemmelig")
    assert "hemmelig" not in xlsx_apart._environment().values()
