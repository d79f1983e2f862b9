"""HPAS's answers go out and in as a customer's do, and a customer's file brings nothing in HPAS's place."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli import ASSESSMENTS, main
from content.catalogue import read_catalogue
from reports.dialect import Dialect
from scoring.answers import Answer
from scoring.basis import EVERYONE, Reach
from scoring.vocabulary import CustomerType, Programme, ReachKind
from service.answers.file_import import confirm, preview
from service.faults import NotAllowed
from service.files.answers import ALL_ANSWERS, ANSWERS
from service.programme.reaches import open_reach
from service.workspace import Workspace, open_workspace
from tests.builders import REVIEWER
from tests.reports.answers.forms import lines
from tests.reports.written import answers_csv
from tests.service.files.handing import handed
from tests.service.programme.asked import HPAS, counts_as, customer_says, hpas_says, new_customer, programme, seen_by
from tests.service.review.sending import days_before

DAY = days_before(70)


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with programme(address) as opened:
        yield opened


def test_hpas_answers_at_a_reach_go_out_and_are_taken_in_at_another(ws: Workspace) -> None:
    lead = new_customer(ws)
    hpas_says(ws, "PR-LEVEL", 3, comment="Vist 1. mars")
    here = open_reach(ws, HPAS, EVERYONE).customer.id
    data = handed(ws, REVIEWER, ANSWERS, customer_id=here, as_of=DAY).data
    alone = open_reach(ws, HPAS, Reach(ReachKind.CUSTOMER, lead.customer_id or "")).customer.id
    seen = preview(ws, HPAS, alone, data)
    confirm(ws, HPAS, alone, data, seal=seen.diff.seal)
    hpas_says(ws, "PR-LEVEL", 1)
    answer = counts_as(ws, lead, "KO-LEVEL")
    assert answer
    assert (answer.value, answer.comment) == (3, "Vist 1. mars")
    for stranger in (REVIEWER, lead):
        with pytest.raises(NotAllowed):
            preview(ws, stranger, here, data)


def test_what_a_customer_takes_out_comes_in_again_without_hpas_part(ws: Workspace) -> None:
    lead = new_customer(ws)
    customer_says(ws, lead, "KO-OWN", value=2)
    hpas_says(ws, "PR-LEVEL", 3)
    customer_says(ws, lead, "KO-STOP", disagrees="Nei", value=False)
    data = handed(ws, lead, ANSWERS, customer_id=lead.customer_id, as_of=DAY).data
    seen = preview(ws, lead, lead.customer_id or "", data)
    assert (seen.diff.changes, seen.notes) == ((), ())
    seen = preview(ws, lead, lead.customer_id or "", lines("KO-OWN,,3", "KO-LEVEL,,4"))
    assert [each.question_id for each in seen.diff.changes] == ["KO-OWN"]
    assert len(seen.notes) == 1
    confirm(ws, lead, lead.customer_id or "", lines("KO-OWN,,3", "KO-LEVEL,,4"), seal=seen.diff.seal)
    assert {id_: answer.value for id_, answer in seen_by(ws, lead).counted.items()} == {
        "KO-OWN": 3,
        "KO-LEVEL": 3,
        "KO-STOP": False,
    }


def test_the_long_file_has_hpas_answers_and_its_questions_and_not_its_rows(ws: Workspace) -> None:
    new_customer(ws, name="A")
    hpas_says(ws, "PR-LEVEL", 3)
    text = handed(ws, REVIEWER, ALL_ANSWERS, as_of=DAY).data.decode()
    assert ",KO-LEVEL,PR-LEVEL,level,3," in text
    assert {line.split(",")[2] for line in text.splitlines()[1:]} == {"A"}


def test_the_cli_takes_hpas_answers_out_and_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url, out = f"sqlite:///{tmp_path / 'k.db'}", tmp_path / "hpas.csv"
    with open_workspace(database_url=url, assessments=ASSESSMENTS, create=True) as made:
        new_customer(made, name="Bø kommune")
    out.write_text("question_id,value\nPR-0201,3\n", encoding="utf-8")
    for whom in ("alle", "kommune", "2027-05-01", "bø kommune"):
        assert main(["import", str(out), "--hpas", whom, "--database", url, "--yes"]) == 0
        assert "Lagret 1\xa0endring." in capsys.readouterr().out
    assert main(["export", "answers", "--dialect", "program", "--hpas", "kommune", "--database", url]) == 0
    assert "PR-0201,,3," in capsys.readouterr().out
    assert main(["export", "answers", "--hpas", "helseforetak", "--database", url]) == 1
    assert "HPAS har ikke svart for «helseforetak»" in capsys.readouterr().err
    assert main(["export", "answers", "--hpas", "bo kommun", "--database", url]) == 1
    assert "--hpas" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["export", "answers", "--hpas", "alle", "--customer", "Bø kommune", "--database", url])


def test_the_cli_scores_with_hpas_answers_in_a_file_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = read_catalogue(ASSESSMENTS)
    form = catalogue.questionnaires[CustomerType.GP_OFFICE]
    asked = catalogue.form(Programme.PROGRAMME).questionnaire
    stop = next((own for own, theirs in form.carried.items() if asked.by_id[theirs].kind == "level"), None)
    theirs = form.carried[stop] if stop else "PR-0201"
    (tmp_path / "own.csv").write_bytes(answers_csv(form, {}, Dialect.PROGRAM))
    (tmp_path / "hpas.csv").write_bytes(answers_csv(asked, {theirs: Answer(4)}, Dialect.PROGRAM))
    given = ["--questionnaire", "gp_office", "--go-live", "2027-05-01", "--as-of", "2027-03-15"]
    files = ["--answers", str(tmp_path / "own.csv"), "--programme", str(tmp_path / "hpas.csv")]
    assert main(["score", *given, *files]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["overall"]["answered"] == sum(each == theirs for each in form.carried.values())
    (tmp_path / "hpas.csv").write_text("question_id,value\nPR-9999,1\n", encoding="utf-8")
    assert main(["score", *given, *files]) == 1
    assert "hpas.csv:2" in capsys.readouterr().err
