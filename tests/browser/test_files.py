"""The way of a file: out in both dialects, filled in, back in after a preview; and a bad one that changes nothing."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scoring.answers import Answer, Share
from tests.browser.accessible import violations
from tests.browser.screen import Screen
from tests.browser.serve import BLANK, Server

FULL = "Demo kommune C"
EMPTY = BLANK["files"]
Rows = list[dict[str, str]]
DIALECTS = {
    "CSV for Excel": (";", "Spørsmål-id", "Svar", "Svart av", {True: "ja", False: "nei"}),
    "CSV for programmer": (",", "question_id", "value", "answered_by", {True: "true", False: "false"}),
}


# What stands before the id of a fact of «Om virksomheten».
FACT = "profile:"


@pytest.mark.parametrize("button", DIALECTS)
def test_the_answers_come_out_in_each_dialect(screen: Screen, server: Server, button: str) -> None:
    separator, id_column, value_column, by_column, truths = DIALECTS[button]
    screen.open_for("filer", FULL)
    rows = parsed(downloaded(screen, button), separator)
    view = server.stored(FULL)
    rows = [row for row in rows if not row[id_column].startswith(FACT)]
    found, stored = {row[id_column]: row[value_column] for row in rows}, view.answers
    assert found.keys() == view.counted.keys()
    # What HPAS has answered for the customer says so; the rest is the customer's own.
    assert {row[id_column] for row in rows if row[by_column]} == found.keys() - stored.keys() != set()
    for question_id, answer in stored.items():
        if isinstance(answer.value, bool):
            assert found[question_id] == truths[answer.value]
        elif isinstance(answer.value, int):
            assert found[question_id] == str(answer.value)


def test_an_edited_file_is_shown_before_it_is_stored_and_stored_when_confirmed(screen: Screen, server: Server) -> None:
    screen.open_for("filer", FULL)
    text = downloaded(screen, "CSV for Excel").decode("utf-8-sig")
    head = text.splitlines()[0]
    mine = ['"KO-0101";"";"4";"";"";"";"";"Epic";"Vedtatt i går; protokollen følger"', '"KO-0105";"";"";"3";"7"']
    screen.open_for("filer", EMPTY)
    empty = (head.count(";") - 8, head.count(";") - 4)
    rows = [row + ';""' * cells for row, cells in zip(mine, empty, strict=True)]
    screen.upload("\r\n".join([head, *rows]).encode("utf-8-sig"))
    expect(screen.page.get_by_text("4 nytt, 0 endres, 0 tømmes")).to_be_visible()
    assert server.stored(EMPTY).answers == {}

    screen.page.get_by_role("button", name="Lagre 4 endringer").click()
    expect(screen.page.get_by_text("4 endringer er lagret.")).to_be_visible()
    stored = server.stored(EMPTY).answers
    assert stored.keys() == {"KO-0101", "KO-0105"}
    assert (stored["KO-0101"].value, stored["KO-0101"].comment) == (4, "Vedtatt i går; protokollen følger")
    assert stored["KO-0105"] == Answer(value=Share(3, 7))


BAD = {
    "an unknown question": (b"question_id,value\nKO-9999,1\n", "KO-9999"),
    "a level that does not exist": (b"question_id,value\nKO-0101,9\n", "KO-0101"),
    "a PDF": (b"%PDF-1.7 and so on", "PDF"),
    "nothing": (b"", "tom"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_with_its_fault_and_changes_nothing(screen: Screen, server: Server, what: str) -> None:
    data, said = BAD[what]
    before = server.stored(FULL).answers
    screen.open_for("filer", FULL)
    screen.upload(data)
    expect(screen.page.get_by_text("Filen kan ikke brukes.")).to_be_visible()
    expect(screen.page.get_by_test_id("stText").filter(has_text=said)).to_be_visible()
    expect(screen.page.get_by_role("button", name="Lagre")).to_have_count(0)
    assert server.stored(FULL).answers == before


@pytest.mark.parametrize("width", [1280, 390])
def test_the_useful_files_come_first_and_fit_on_a_phone(screen: Screen, width: int) -> None:
    screen.page.set_viewport_size({"width": width, "height": 900})
    screen.open_for("filer", FULL)
    assert screen.download("Beslutningsgrunnlag som PDF", "pdf").startswith(b"%PDF")
    expect(screen.page.get_by_role("button", name="CSV for programmer").first).not_to_be_visible()
    unfold(screen)
    expect(screen.page.get_by_role("button", name="CSV for programmer").first).to_be_visible()
    assert violations(screen) == []
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= width


def downloaded(screen: Screen, button: str) -> bytes:
    """The file behind the first button of this name, in the fold: the answers."""
    unfold(screen)
    with screen.page.expect_download() as event:
        screen.page.get_by_role("button", name=button, exact=True).first.click()
    assert event.value.suggested_filename.endswith(".csv")
    return Path(event.value.path()).read_bytes()


def unfold(screen: Screen) -> None:
    screen.page.locator("summary", has_text="Tabeller og filer for programmer").click()


def parsed(data: bytes, separator: str) -> Rows:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))
