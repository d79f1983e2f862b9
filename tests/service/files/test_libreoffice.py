"""LibreOffice opens the workbooks and prints them, and reads every table in Norwegian. Part of `make soak`; `KLARSJEKK_SOAK=1 sh tests/need_programs` gets it."""

import shutil
import subprocess
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from reports.columns import CellType
from reports.dialect import Dialect
from service.files.answers import ANSWERS_BOOK
from service.files.catalogue import TABLES
from service.files.export import Export
from service.files.plan import WORKBOOK
from tests.builders import ADMIN
from tests.service.files.handing import handed
from tests.service.files.made import FORM, TODAY, make
from tests.service.files.said_by_all import said_by_all
from tests.service.files.test_customer_files import pdf_info, pdf_text

BOOKS: dict[str, tuple[Export[Any], tuple[str, ...]]] = {
    "workbook": (WORKBOOK, ("Blåbærøy kommune", "På plass mot forventet", "Hva som mangler", "Tiltak i stedet")),
    "answers_book": (ANSWERS_BOOK, ("Spørsmål-id", "Slik fyller du ut")),
}


@pytest.mark.parametrize("what", BOOKS)
def test_libreoffice_prints_the_whole_workbook(tmp_path: Path, what: str) -> None:
    made = make(tmp_path)
    export, wanted = BOOKS[what]
    book = tmp_path / "book.xlsx"
    book.write_bytes(handed(made.ws, made.lead, export, made.customer_id, as_of=TODAY).data)
    made.ws.close()
    text = " ".join(pdf_text(_printed(book)).split())
    assert [words for words in (*wanted, *(q.id for q in FORM.questions)) if words not in text] == []
    assert not any(sign in text for sign in ("#NAME?", "#NAVN?", "Err:5", "#REF!"))
    assert "595" in pdf_info(_printed(book))["Page size"]


# Semicolon, quotes, UTF-8 from the first line, no columns told; bokmål, quoted cells as what they say, dates too.
NORWEGIAN = "CSV:59,34,76,1,,1044,false,true"
SHEET = {
    CellType.NUMBER: (int, float),
    CellType.WHOLE: (int, float),
    CellType.DAY: (datetime,),
    CellType.MOMENT: (datetime,),
}


def test_every_table_for_excel_is_read_in_norwegian_with_numbers_and_days(tmp_path: Path) -> None:
    with said_by_all(tmp_path) as world:
        tables = {
            handed(world.ws, ADMIN, table, world.of(table.id), as_of=TODAY, dialect=Dialect.NORWEGIAN): table
            for table in TABLES.values()
            if not table.others_columns
        }
        columns = {made.name: table.columns_of(world.ws.catalogue) for made, table in tables.items()}
    for made in tables:
        (tmp_path / made.name).write_bytes(made.data)
    _convert(tmp_path, "xlsx", [tmp_path / name for name in columns], f"--infilter={NORWEGIAN}")
    for name, held in columns.items():
        sheet = load_workbook((tmp_path / name).with_suffix(".xlsx")).worksheets[0]
        heads, *rows = sheet.iter_rows(values_only=True)
        assert list(heads) == [column.heading for column in held], name
        for place, column in enumerate(held):
            wanted = SHEET.get(column.type)
            cells = [row[place] for row in rows if row[place] is not None]
            assert wanted is None or all(isinstance(cell, wanted) for cell in cells), (name, column.id, cells[:3])


def _printed(book: Path) -> bytes:
    _convert(book.parent, "pdf", [book])
    return book.with_suffix(".pdf").read_bytes()


def _convert(folder: Path, ending: str, files: Iterable[Path], *options: str) -> None:
    soffice = shutil.which("soffice")
    assert soffice, "`KLARSJEKK_SOAK=1 sh tests/need_programs` says how to get LibreOffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", *options, "--convert-to", ending, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=180)
