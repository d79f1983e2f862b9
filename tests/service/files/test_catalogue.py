"""What each file is called, whose leave it takes, and what the audit log says of it."""

from collections.abc import Iterator

import pytest

from scoring.basis import Basis
from service.files.catalogue import EXPORTS
from service.files.export import ExportScope
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, municipality, workspace
from tests.service.files.handing import handed

# Id -> its name, with {} for the day, for programs, at T-90 and on HPAS's basis where it can be had so; what is logged.
SAID = {
    "answers": ("svar-oya-{}-program.csv", "export_answers", "answers"),
    "answers_book": ("svar-oya-{}.xlsx", "export_answers", "answers_book"),
    "dossier": ("vurderingsfil-oya-{}.json", "export_answers", "dossier"),
    "all_answers": ("alle-svar-t-90-hpas-{}-program.csv", "export_comparison", "answers t-90 hpas"),
    "gaps": ("mangler-oya-{}-program.csv", "export_answers", "gaps"),
    "working": ("regnestykke-oya-hpas-{}-program.csv", "export_answers", "working"),
    "workbook": ("arbeidsbok-oya-{}.xlsx", "export_answers", "workbook"),
    "decision_basis": ("beslutningsgrunnlag-oya-{}.pdf", "export_answers", "decision_basis"),
    "calendar": ("frister-oya-{}.ics", "export_answers", "calendar"),
    "work_items": ("azure-devops-oya-{}.csv", "export_answers", "work_items"),
    "snapshots": ("innsendt-oya-{}-program.csv", "export_answers", "snapshots"),
    "all_snapshots": ("innsendt-{}-program.csv", "export_comparison", "snapshots"),
    "changes": ("endringer-oya-{}-program.csv", "export_answers", "changes"),
    "disagreement": ("uenighet-{}-program.csv", "export_comparison", "disagreement"),
    "comparison": ("sammenligning-t-90-hpas-{}-program.csv", "export_comparison", "comparison t-90 hpas"),
    "comparison_long": ("sammenligning-langt-t-90-hpas-{}-program.csv", "export_comparison", "comparison t-90 hpas"),
    "waves": ("bolger-t-90-hpas-{}-program.csv", "export_comparison", "waves t-90 hpas"),
    "waiting": ("venter-paa-t-90-hpas-{}-program.csv", "export_comparison", "waiting t-90 hpas"),
    "lacking": ("mangler-hos-mange-t-90-hpas-{}-program.csv", "export_comparison", "lacking t-90 hpas"),
    "spread": ("spredning-t-90-hpas-{}-program.csv", "export_comparison", "spread t-90 hpas"),
    "course": ("utvikling-oya-hpas-{}-program.csv", "export_answers", "course"),
    "courses": ("utvikling-alle-{}-program.csv", "export_comparison", "courses"),
    "moved": ("endret-siden-sist-alle-{}-program.csv", "export_comparison", "moved"),
    "customers": ("kunder-{}-program.csv", "export_comparison", "customers"),
    "log": ("logg-{}.csv", "read_audit_log", "log"),
    "access": ("tilganger-{}.csv", "review_access", "access"),
}


def test_every_line_about_a_customer_says_which_by_id(ws: Workspace) -> None:
    columns = {name: [column.id for column in export.columns_of(ws.catalogue)] for name, export in EXPORTS.items()}
    assert [name for name, held in columns.items() if "customer" in held and "customer_id" not in held] == []


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("catalogue")) as opened:
        municipality(opened, "=Øya")
        yield opened


@pytest.mark.parametrize("name", [*EXPORTS])
def test_a_file_is_named_and_logged_as_what_it_is(ws: Workspace, name: str) -> None:
    with ws.database.reading() as connection:
        customer_id = records.customers(connection)[0].id
    export = EXPORTS[name]
    made = handed(ws, ADMIN, export, customer_id, as_of=GO_LIVE, cut=90, basis=Basis.HPAS)
    with ws.database.reading() as connection:
        line = records.audit_log(connection)[-1]
    of_people = "export" if name in ("log", "access") else "customers"
    called = made.name.removeprefix("klarsjekk-").replace(GO_LIVE.isoformat(), "{}")
    assert (called, line.operation, line.detail) == SAID[name]
    assert line.object == (of_people if export.scope is ExportScope.ALL else f"customer:{customer_id}")
