"""`cli.py tokens`, on both engines: a key is written once, listed and ended; what is wrong is said with what to do."""

from collections.abc import Iterator

import pytest

from cli import main
from service.files.api_reading import NoToken, who_asks
from service.files.api_tokens import OFFICE, list_tokens
from service.workspace import Workspace
from tests.builders import GO_LIVE, municipality, workspace

TODAY = GO_LIVE.isoformat()


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    """Open all the while, as the app has it."""
    with workspace(address) as opened:
        municipality(opened, "Ås kommune")
        yield opened


def run(address: str, *words: str) -> int:
    return main(["tokens", *words, "--database", address, "--as-of", TODAY])


def test_a_key_is_written_once_listed_and_ended_beside_the_app(
    ws: Workspace, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    about = ("--purpose", "Skriptet", "--customer", "ås kommune", "--table", "gaps", "--table", "answers")
    assert run(address, "create", *about, "--expires", TODAY) == 0
    secret = capsys.readouterr().out.strip()
    row = who_asks(ws, secret, as_of=GO_LIVE)
    assert run(address, "list") == 0
    listed = capsys.readouterr().out
    for said in (row.id, "Skriptet", "Ås kommune", "answers gaps", "Kommandolinjen", "ikke brukt ennå"):
        assert said in listed
    assert secret not in listed
    assert run(address, "end", row.id) == 0
    with pytest.raises(NoToken):
        who_asks(ws, secret, as_of=GO_LIVE)


# What is asked, the code it ends with, and what is said.
WRONG: list[tuple[tuple[str, ...], int, str]] = [
    (("create", "--purpose", "x", "--customer", "Øy"), 1, "vi finner ikke «Øy»"),
    (("create", "--purpose", "x", "--table", "comparision"), 1, "Mente du «comparison»?"),
    (("create", "--purpose", "x", "--table", "log"), 1, "nøkkelen kan ikke gjelde «log»"),
    (("create", "--purpose", "x", "--expires", "2040-01-01"), 1, "høyst 366 dager"),
    (("create", "--purpose", " "), 1, "Skriv hva nøkkelen skal brukes til"),
    (("end", "finnes-ikke"), 1, "vi finner ikke «finnes-ikke»"),
    (("create",), 2, "--purpose"),
    (("end",), 2, "end trenger ID"),
    (("list", "x"), 2, "list tar ingen ID"),
]


@pytest.mark.parametrize(("words", "code", "said"), WRONG)
def test_what_is_wrong_is_said_and_no_key_is_made(
    ws: Workspace, address: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, said: str
) -> None:
    try:
        ended = run(address, *words)
    except SystemExit as stopped:
        ended = int(str(stopped.code))
    assert (ended, said in capsys.readouterr().err) == (code, True)
    assert list_tokens(ws, OFFICE, as_of=GO_LIVE) == []
