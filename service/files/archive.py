"""A customer's case as an archivist takes it in: the papers, everything that was said, and a list of them in Noark 5's terms.

What each word of the list means stands in docs/privacy.md. The list has a checksum of every file, and none of itself.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from language.service.files import archive as words
from service.dossier.document import dossier_bytes
from service.dossier.gathering import gather
from service.files.answers import ANSWERS
from service.files.export import Export, ExportScope, Wanted, written
from service.files.plan import DECISION_BASIS, WORKBOOK
from service.people.access import now
from service.people.checksum import head_of
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records

LIST = "arkivuttrekk.json"


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """One document of the case: its title, its file, what format it has, and the bytes."""

    title: str
    name: str
    format: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ArchivedCase:
    """The documents of one customer, and what is said of them together. checksum: of the whole database as it stood."""

    customer_id: str
    customer: str
    made_at: datetime
    made_by: str
    checksum: str
    files: tuple[ArchivedFile, ...]


def _read(ws: Workspace, wanted: Wanted) -> ArchivedCase:
    with ws.database.one_moment():
        with ws.database.reading() as connection:
            name = records.customers(connection, wanted.customer_id)[0].name
        checksum = head_of(ws, wanted.actor, wanted.customer_id)
        files = tuple(_files(ws, wanted))
    return ArchivedCase(wanted.customer_id, name, now(), wanted.actor.id, checksum, files)


def _files(ws: Workspace, wanted: Wanted) -> list[ArchivedFile]:
    def made(export: Export[Any]) -> bytes:
        return written(ws, replace(wanted, export=export), export.read(ws, wanted))

    return [
        ArchivedFile("Beslutningsgrunnlag", "beslutningsgrunnlag.pdf", "PDF/A-2a", made(DECISION_BASIS)),
        ArchivedFile("Arbeidsbok med svar, mangler, tiltak og unntak", "arbeidsbok.xlsx", "OOXML", made(WORKBOOK)),
        ArchivedFile("Svarene", "svar.csv", "CSV", made(ANSWERS)),
        ArchivedFile(
            "Alt som er sagt, med historikk, planen og det som er sendt inn",
            "vurderingsfil.json",
            "JSON",
            dossier_bytes(gather(ws, wanted.actor, wanted.customer_id)),
        ),
    ]


def _packed(case: ArchivedCase, _wanted: Wanted) -> bytes:
    """A zip of the files and the list of them, the same bytes for the same case."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name, data in [(LIST, _listed(case)), *((file.name, file.data) for file in case.files)]:
            packed.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return out.getvalue()


def _listed(case: ArchivedCase) -> bytes:
    said = {
        "mappe": {
            "mappeID": case.customer_id,
            "mappetype": "Saksmappe",
            "tittel": f"Klarsjekk: egenvurdering før oppstart, {case.customer}",
            "opprettetDato": case.made_at.isoformat(timespec="seconds"),
            "opprettetAv": case.made_by,
            "kontrollsumDatabase": case.checksum,
            "registrering": [_record(number, file) for number, file in enumerate(case.files, start=1)],
        }
    }
    return json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"


def _record(number: int, file: ArchivedFile) -> Mapping[str, Any]:
    return {
        "registreringsID": number,
        "dokumentbeskrivelse": {
            "dokumenttype": "Rapport",
            "dokumentstatus": "Dokumentet er ferdigstilt",
            "tittel": file.title,
            "tilknyttetRegistreringSom": "Hoveddokument",
        },
        "dokumentobjekt": {
            "variantformat": "Arkivformat",
            "format": file.format,
            "referanseDokumentfil": file.name,
            "sjekksum": sha256(file.data).hexdigest(),
            "sjekksumAlgoritme": "SHA-256",
            "filstoerrelse": len(file.data),
        },
    }


ARCHIVE = Export(
    id="archive",
    title=words.ARCHIVE,
    about=words.ABOUT_ARCHIVE,
    named="arkivpakke",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    read=_read,
    make=_packed,
    ending="zip",
    says_dialect=False,
)
