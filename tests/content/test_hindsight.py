"""Go-lives coded from other texts: they keep to their texts, and what is said of them could have been otherwise."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from cli import ASSESSMENTS
from content.catalogue import Content, read_content
from reports.judgement.backtest_case import Backtest
from reports.judgement.backtest_signals import agreement, half_a_year_before, signals
from scoring.hindsight.past import Harm, HarmSeen, Hindsight, Went, failing, harm_seen, hits, warned_at
from scoring.reference_cases import ReferenceCase
from scoring.vocabulary import Area
from tests.content.spoilt import ROOT, VALID

TEXTS = ASSESSMENTS / "references" / "texts"
RULES = ROOT / "docs" / "backtest-rules.md"
OTHERS = sorted(path.stem for path in (ASSESSMENTS / "references" / "others").glob("*.yaml"))
# Case -> how its row in the rules begins.
ROWS = {
    "trondheim": "Trondheim kommune",
    "oya": "Øya",
    "st_olav": "St. Olavs",
    "herlev": "Herlev",
    "cambridge": "Cambridge",
    "romsdal": "Romsdalskommunene",
    "more_og_romsdal": "Helse Møre og Romsdal",
    "nord_trondelag": "Helse Nord-Trøndelag",
    "royal_devon": "Royal Devon",
    "uclh": "University College",
}
WORDS = {Went.BAD: "dårlig", Went.GOOD: "god"}


@cache
def content() -> Content:
    return read_content(ASSESSMENTS)


def case_of(name: str) -> ReferenceCase:
    return next(case for case in (*content().reference_cases, *content().hindsight.others) if case.id == name)


def seen_as(case: ReferenceCase) -> Backtest:
    return Backtest(case, content().catalogue.form(case.customer_type))


def only(name: str, *questions: str) -> Backtest:
    """The case with nothing coded but these."""
    case = case_of(name)
    return seen_as(replace(case, coded=tuple(each for each in case.coded if each.question_id in questions)))


def test_what_stands_beside_the_report_is_read_as_it_was_written() -> None:
    beside = read_content(VALID).hindsight

    assert [(case.id, case.go_live_finding.source, case.go_live_finding.section) for case in beside.others] == [
        ("elv", "HP22", None)
    ]
    assert [case.answers_at(0)["KO-01"].value for case in (*beside.others, *beside.second)] == [3, 2]
    told = beside.outcomes.of("elv")
    assert told is not None
    assert (told.outcome, [harm.topics for harm in told.harms]) == (Went.BAD, [("message_test",), ()])
    assert beside.outcomes.of("nobody") is None


def test_content_without_them_is_read_without_them(folder: Path) -> None:
    for name in ("others", "second", "texts"):
        for path in (folder / "references" / name).iterdir():
            path.unlink()

    assert read_content(folder).hindsight == Hindsight()


@pytest.mark.parametrize("name", OTHERS)
def test_an_answer_names_a_text_that_the_case_s_own_sheet_lists(name: str) -> None:
    listed = set(re.findall(r"^\| (\w+) \|", (TEXTS / f"{name}.md").read_text(encoding="utf-8"), re.MULTILINE))

    named = {coded.finding.source for coded in case_of(name).coded} | {case_of(name).go_live_finding.source}
    assert named <= listed | {"HPOKT22", "NRKAPR24B"}
    assert all(coded.period is not None for coded in case_of(name).coded)


@pytest.mark.parametrize("name", ROWS)
def test_the_rules_say_how_a_case_went_as_it_is_counted(name: str) -> None:
    (row,) = re.findall(rf"^\| {re.escape(ROWS[name])}.*", RULES.read_text(encoding="utf-8"), re.MULTILINE)
    told = content().hindsight.outcomes.of(name)

    assert told is not None
    assert told.outcome is not None
    assert row.split("|")[2].strip() == WORDS[told.outcome]


def test_every_case_of_a_customer_is_rated_once() -> None:
    rated = {case for case, told in content().hindsight.outcomes.cases.items() if told.of is None}

    assert rated == ROWS.keys()
    assert content().hindsight.outcomes.of("st_olav_andre") == content().hindsight.outcomes.of("st_olav")


def test_silence_warns_of_nothing_and_one_failed_stop_does() -> None:
    assert warned_at(only("herlev").judgements) == []
    assert warned_at(only("herlev", "HF-0910").judgements) == [30]
    assert warned_at(only("cambridge", "HF-0909").judgements) == []


@pytest.mark.parametrize("name", OTHERS)
def test_a_warning_always_comes_from_an_answer(name: str) -> None:
    judgements = seen_as(case_of(name)).judgements

    assert all(any(failing(judgements[days])) for days in warned_at(judgements))


HARMS = {
    "nobody asks": ((), HarmSeen.NOT_ASKED),
    "asked and silent": (("devices",), HarmSeen.SILENT),
    "a stop failed": (("settlement_reporting", "devices"), HarmSeen.WARNED),
    "behind, and no stop": (("pilot",), HarmSeen.LATE),
}


@pytest.mark.parametrize(("topics", "seen"), HARMS.values(), ids=HARMS)
def test_a_harm_is_seen_by_what_was_said_of_its_topics(topics: tuple[str, ...], seen: HarmSeen) -> None:
    test = seen_as(case_of("herlev"))
    harm = Harm(nb="Noe gikk galt.", source="RR", topics=topics)

    assert harm_seen(harm, test.form.questionnaire, test.judgements) is seen
    assert bool(hits([harm], test.judgements)) is (seen is HarmSeen.WARNED)


def test_a_case_with_few_answers_is_named_and_not_counted() -> None:
    outcomes = content().hindsight.outcomes

    page = " ".join(signals([seen_as(case_of("uclh")), seen_as(case_of("romsdal"))], outcomes).split())
    assert "Av 1 koding av oppstarter det gikk godt for" in page
    assert "Holdt utenfor, fordi færre enn 3 svar kan kodes: University College London Hospitals." in page


def test_half_a_year_before_an_area_without_answers_cannot_be_known() -> None:
    test = seen_as(case_of("trondheim_andre"))

    assert test.judgements[180].areas[Area.STAFFING].answered == 0
    assert "kan ikke vites (0 av " in half_a_year_before([test])
    assert "kan ikke vites" not in half_a_year_before([seen_as(case_of("trondheim"))])


def test_the_same_coding_twice_agrees_wholly_and_another_does_not() -> None:
    case, outcomes = case_of("herlev"), content().hindsight.outcomes
    changed = replace(case, coded=case.coded[1:])
    contrary = replace(case, coded=tuple(replace(each, answer=case.coded[0].answer) for each in case.coded[:3]))

    assert "| Herlev og Gentofte Hospital | 11 | 11 | 11 | 1,00 | 100\u00a0% |" in agreement(
        [seen_as(case)], [case], outcomes
    )
    assert "| Herlev og Gentofte Hospital | 11 | 10 | 10 | 1,00 | 99\u00a0% |" in agreement(
        [seen_as(case)], [changed], outcomes
    )
    assert "| 11 | 3 | 3 |" in agreement([seen_as(case)], [contrary], outcomes)
    assert "Ingen har kodet på nytt" in agreement([seen_as(case)], [], outcomes)


def test_a_good_go_live_that_the_second_coding_alone_warns_of_is_named() -> None:
    (again,) = (case for case in content().hindsight.second if case.id == "uclh")

    page = " ".join(agreement([seen_as(case_of("uclh"))], [again], content().hindsight.outcomes).split())
    assert "Etter den andre ville også University College London Hospitals fått et falskt varsel." in page
    assert "falskt varsel" not in agreement([seen_as(case_of("uclh"))], [case_of("uclh")], content().hindsight.outcomes)
