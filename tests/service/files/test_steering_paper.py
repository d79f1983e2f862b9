"""The paper for the steering group: what it says, what it asks, and two pages whatever there is."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from language import Language, speaking
from reports.portfolio.steering_paper import (
    OwedLine,
    SteeringReport,
    VerdictLine,
    WorstLine,
    asked_of_group,
    steering_pdf,
)
from scoring.answers import Share
from scoring.portfolio.roll_out import DayMark, RollOutWave
from scoring.portfolio.shared_roles import RoleConflict
from scoring.vocabulary import Verdict, WaitingOn
from service.answers.responses import Content
from service.faults import NotAllowed
from service.files.steering import STEERING
from service.portfolio.shared_roles import Booking, book_role
from service.workspace import Workspace
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace
from tests.service.files.handing import handed
from tests.service.files.test_customer_files import pdf_info, pdf_text
from tests.service.review.sending import new_lead, say, sent

TODAY = date(2027, 1, 4)
NOTHING = SteeringReport(
    as_of=TODAY,
    invented=False,
    customers=0,
    started=0,
    verdicts=[VerdictLine(verdict, 0, 0, 0) for verdict in Verdict],
    better=0,
    worse=0,
    seen=0,
    waves=[],
    rules=None,
    worst=[],
    failing=0,
    soon=0,
    silent=0,
    owed=[],
    conflicts=[],
    waivers=0,
    reviews=0,
)


def wave(number: int) -> RollOutWave:
    day = TODAY + timedelta(days=1 + 3 * number)
    verdicts = dict.fromkeys(Verdict, 400)
    return RollOutWave(day, tuple(range(2_400)), verdicts, 9_999, 3, tuple(DayMark), None)


LONG = "Ørsta og Øygarden interkommunale legevaktsamarbeid " * 4
MOST = replace(
    NOTHING,
    customers=10_000,
    invented=True,
    verdicts=[VerdictLine(verdict, 2_500, 2_500, 2_500) for verdict in Verdict],
    better=2_500,
    worse=2_500,
    seen=9_000,
    waves=[wave(number) for number in range(200)],
    worst=[WorstLine(LONG, TODAY, Verdict.NOT_READY, 99, [LONG] * 9, TODAY + timedelta(days=500))] * 50,
    failing=5_000,
    soon=5_000,
    silent=5_000,
    owed=[OwedLine(LONG, WaitingOn.OTHER_SUPPLIER, 9_999, 9_999, TODAY, 400)] * 50,
    conflicts=[RoleConflict(LONG, TODAY, TODAY + timedelta(days=371), 999, ("a", "b"))] * 50,
    waivers=999,
    reviews=9_999,
)


def pages(pdf: bytes) -> int:
    return int(pdf_info(pdf)["Pages"])


@pytest.mark.slow
@pytest.mark.parametrize("report", [NOTHING, MOST], ids=["nothing", "the most there can be"])
def test_it_is_two_tagged_pages_whatever_there_is(report: SteeringReport) -> None:
    pdf = steering_pdf(report)
    assert pages(pdf) == 2
    assert pdf_info(pdf)["Tagged"] == "yes"
    assert steering_pdf(report) == pdf


@pytest.mark.slow
@pytest.mark.parametrize("report", [NOTHING, MOST], ids=["nothing", "the most there can be"])
def test_in_nynorsk_it_has_no_word_of_bokmal(report: SteeringReport) -> None:
    with speaking(Language.NYNORSK):
        pdf = steering_pdf(report)
    told = pdf_text(pdf)
    assert "Korleis kundane står" in told
    assert re.findall(r"(?i)\b(ikke|dere|hva|hvor\w*|hvem|kunder|dager|selv|fra|uke|uken|siden forrige)\b", told) == []
    assert pages(pdf) == 2


# What is amiss, and what the steering group is then asked; nothing is asked of what is not.
ASKED: list[tuple[dict[str, object], list[str]]] = [
    ({}, []),
    ({"soon": 1}, ["Ta stilling til oppstarten for 1\u00a0kunde som ikke rekker datoen"]),
    ({"silent": 2}, ["Be 2\u00a0kunder om svar nå"]),
    ({"waves": [replace(wave(0), marks=(DayMark.CLOSED,))]}, ["Flytt eller bekreft 1\u00a0oppstart"]),
    ({"waves": [replace(wave(0), marks=(DayMark.TOO_SOON,))]}, ["Bestem om 1\u00a0oppstart kan stå"]),
    ({"owed": [OwedLine("Vakt", WaitingOn.HPAS, 3, 0, TODAY, 4)]}, []),
    ({"owed": [OwedLine("Vakt", WaitingOn.HPAS, 3, 2, TODAY, 4)]}, ["Sørg for at 1\u00a0svar fra HPAS kommer"]),
    ({"conflicts": [RoleConflict("Testleder", TODAY, TODAY, 120, ("a",))]}, ["Avklar hvem som dekker"]),
]


@pytest.mark.parametrize(("amiss", "asked"), ASKED)
def test_what_is_amiss_is_asked_about_and_nothing_else(amiss: dict[str, object], asked: list[str]) -> None:
    found = list(asked_of_group(replace(NOTHING, **amiss)))  # type: ignore[arg-type]
    assert [said[: len(start)] for said, start in zip(found, asked, strict=True)] == asked


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


@pytest.mark.slow
def test_it_says_how_all_stand_against_what_they_had_sent_in_a_month_ago(ws: Workspace) -> None:
    ready: dict[str, Content] = {"Q-LEVEL": 4, "Q-YESNO": True, "Q-NUMBER": 2, "Q-STOP": True, "Q-SHARE": Share(12, 12)}
    ready["Q-DATE"] = GO_LIVE - timedelta(days=80)
    better, worse, _silent = new_lead(ws), new_lead(ws), municipality(ws, "Uten svar")
    sent(ws, better, ready | {"Q-STOP": False}, left=90)
    sent(ws, worse, ready, left=90)
    say(ws, better, {"Q-STOP": True})
    say(ws, worse, {"Q-STOP": False})
    for share in (60, 70):
        book_role(ws, ADMIN, Booking("Testleder", better.customer_id, None, GO_LIVE, GO_LIVE, share))
    made = handed(ws, REVIEWER, STEERING, as_of=GO_LIVE - timedelta(days=20))
    told = " ".join(pdf_text(made.data).split())
    assert "2 kunder hadde sendt inn: 1 står bedre i dag, og 1 dårligere." in told
    assert "Ta stilling til oppstarten for 1 kunde som ikke rekker datoen" in told
    assert "Testleder: 130 prosent" in told
    assert "Alle kundene er oppdiktet" in told
    assert (made.name, pages(made.data)) == (f"klarsjekk-styringsgruppe-{GO_LIVE - timedelta(days=20)}.pdf", 2)
    with pytest.raises(NotAllowed):
        handed(ws, better, STEERING, as_of=GO_LIVE)
