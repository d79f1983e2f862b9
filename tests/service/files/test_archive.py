"""The package for the archive: everything of one customer, each file as the list says, and the papers to be kept for good."""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from service.dossier.opening import looks_like_one
from service.files.archive import ARCHIVE, LIST
from service.workspace import Workspace
from storage.links import contains
from tests.builders import ADMIN, GO_LIVE, municipality, workspace
from tests.service.files.handing import handed


def the_package(ws: Workspace) -> tuple[dict[str, bytes], dict[str, object]]:
    customer_id = municipality(ws, "Øya")[0].customer_id or ""
    made = handed(ws, ADMIN, ARCHIVE, customer_id, as_of=GO_LIVE)
    with ZipFile(BytesIO(made.data)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    return files, json.loads(files.pop(LIST))["mappe"]


def test_every_file_is_listed_with_its_checksum_and_nothing_else_is(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        files, case = the_package(ws)
        with ws.database.reading() as connection:
            assert contains(connection, str(case["kontrollsumDatabase"]))
    assert "Øya" in str(case["tittel"])
    listed = {one["dokumentobjekt"]["referanseDokumentfil"]: one["dokumentobjekt"] for one in case["registrering"]}  # type: ignore[attr-defined]
    assert listed.keys() == files.keys()
    for name, data in files.items():
        told = listed[name]
        assert (told["sjekksum"], told["filstoerrelse"]) == (sha256(data).hexdigest(), len(data))


def test_the_paper_says_that_it_is_for_the_archive_and_the_history_can_be_taken_in_again(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        files, _ = the_package(ws)
    paper = files["beslutningsgrunnlag.pdf"]
    assert b"<pdfaid:part>2</pdfaid:part>" in paper
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in paper
    assert looks_like_one(files["vurderingsfil.json"])
