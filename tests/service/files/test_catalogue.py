"""What each file is called, whose leave it takes, and what the audit log says of it."""

from collections.abc import Iterator
from itertools import chain

import pytest

from reports.field_words import WORDS, field_words
from reports.judgement import result_files
from scoring.basis import Basis
from service.files.catalogue import EXPORTS, PACKED, TABLES
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
    "archive": ("arkivpakke-oya-{}.zip", "export_answers", "archive"),
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
    "decisions": ("beslutninger-oya-{}-program.csv", "export_answers", "decisions"),
    "all_decisions": ("beslutninger-alle-{}-program.csv", "export_comparison", "decisions"),
    "disagreement": ("uenighet-{}-program.csv", "export_comparison", "disagreement"),
    "outcomes": ("etter-oppstart-oya-{}-program.csv", "export_answers", "outcomes"),
    "all_outcomes": ("etter-oppstart-alle-{}-program.csv", "export_comparison", "outcomes"),
    "started": ("startet-{}-program.csv", "export_comparison", "started"),
    "foreseen": ("traff-varslene-{}-program.csv", "export_comparison", "foreseen"),
    "comparison": ("sammenligning-t-90-hpas-{}-program.csv", "export_comparison", "comparison t-90 hpas"),
    "comparison_long": ("sammenligning-langt-t-90-hpas-{}-program.csv", "export_comparison", "comparison t-90 hpas"),
    "waves": ("bolger-t-90-hpas-{}-program.csv", "export_comparison", "waves t-90 hpas"),
    "shared_roles": ("delte-roller-{}-program.csv", "export_comparison", "shared_roles"),
    "steering": ("styringsgruppe-{}.pdf", "export_comparison", "steering"),
    "waiting": ("venter-paa-t-90-hpas-{}-program.csv", "export_comparison", "waiting t-90 hpas"),
    "lacking": ("mangler-hos-mange-t-90-hpas-{}-program.csv", "export_comparison", "lacking t-90 hpas"),
    "spread": ("spredning-t-90-hpas-{}-program.csv", "export_comparison", "spread t-90 hpas"),
    "course": ("utvikling-oya-hpas-{}-program.csv", "export_answers", "course"),
    "courses": ("utvikling-alle-{}-program.csv", "export_comparison", "courses"),
    "moved": ("endret-siden-sist-alle-{}-program.csv", "export_comparison", "moved"),
    "customers": ("kunder-{}-program.csv", "export_comparison", "customers"),
    "log": ("logg-{}-program.csv", "read_audit_log", "log"),
    "access": ("tilganger-{}-program.csv", "review_access", "access"),
    "ratings": ("vurderinger-{}-program.csv", "export_comparison", "ratings"),
    "questions": ("sporsmal-{}-program.csv", "export_comparison", "questions"),
    "english_questions": ("hpas-questions-in-english-{}.pdf", "see_programme", "english_questions"),
    "question_lessons": ("sporsmal-erfaringer-{}-program.csv", "export_comparison", "question_lessons"),
    "wave_members": ("bolger-kunder-t-90-hpas-{}-program.csv", "export_comparison", "wave_members t-90 hpas"),
    "wave_stops": ("bolger-stoppkrav-t-90-hpas-{}-program.csv", "export_comparison", "wave_stops t-90 hpas"),
    "moves": ("flyttede-oppstarter-{}-program.csv", "export_comparison", "moves"),
    "all_gaps": ("mangler-alle-t-90-hpas-{}-program.csv", "export_comparison", "all_gaps t-90 hpas"),
    "actions": ("tiltak-alle-{}-program.csv", "export_comparison", "actions"),
    "waivers": ("unntak-alle-{}-program.csv", "export_comparison", "waivers"),
    "datapackage": ("datapakke-t-90-hpas-{}.zip", "export_comparison", "datapackage t-90 hpas"),
}


# Azure DevOps has settled its columns; the log names whatever was done something with; the rest is of no one customer.
OF_NOBODY = {"work_items", "log", "questions", "question_lessons", "waves", "spread", "foreseen"}


def test_every_line_about_a_customer_says_which_by_id_and_organisation_number(ws: Workspace) -> None:
    columns = {name: [column.id for column in table.columns_of(ws.catalogue)] for name, table in TABLES.items()}
    assert {name for name, held in columns.items() if not {"customer_id", "org_number", "customer"} <= {*held}} == (
        OF_NOBODY
    )


def test_every_field_is_explained_and_every_key_is_a_field(ws: Workspace) -> None:
    for name, table in TABLES.items():
        columns = [column.id for column in table.columns_of(ws.catalogue)]
        assert len(columns) == len(set(columns)), name
        for column in columns:
            assert field_words(name, column).endswith("."), (name, column)
        assert {*table.key, *table.refers} <= {*columns}, name
        assert table.title(), name
        assert table.about().endswith("."), name
    assert [table.id for table in PACKED if not table.key] == []


def test_what_explains_a_field_explains_one_that_there_is(ws: Workspace) -> None:
    there = {name: {column.id for column in table.columns_of(ws.catalogue)} for name, table in TABLES.items()}
    known = {*chain(*there.values()), *(f"{name}.{column}" for name, held in there.items() for column in held)}
    # What `cli.py score` writes, which is no table of a customer's.
    known |= {column.id for column in result_files.COLUMNS}
    assert sorted({*WORDS} - known) == []


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
