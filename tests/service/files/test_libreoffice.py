"""LibreOffice opens the workbooks and prints them. Part of `make soak`; `KLARSJEKK_SOAK=1 sh tests/need_programs` gets it."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from service.files.answers import ANSWERS_BOOK
from service.files.export import Export
from service.files.plan import WORKBOOK
from tests.service.files.handing import handed
from tests.service.files.made import FORM, TODAY, make
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


def _printed(book: Path) -> bytes:
    soffice = shutil.which("soffice")
    assert soffice, "`KLARSJEKK_SOAK=1 sh tests/need_programs` says how to get LibreOffice"
    folder = book.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return book.with_suffix(".pdf").read_bytes()
