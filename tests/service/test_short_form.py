"""The short version: judged as the whole is, on its few questions alone, and the answers are the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.questionnaire import Question
from scoring.vocabulary import Verdict
from scoring.yardstick import short_form
from service.answers.encodings import forget, short_form_of
from service.answers.responses import open_response
from service.judgement import judge_customer, short_judgement
from service.workspace import Workspace
from tests.builders import catalogue, question, questionnaire, workspace
from tests.service.review.sending import days_before, new_lead, say

CORE = tuple(question(f"Q-C{n}", "yes_no", core=True, topic="on_call") for n in range(3))
OTHERS: tuple[Question, ...] = (
    *(question(f"Q-{n}", "yes_no") for n in range(7)),
    question("Q-STOP", "yes_no", hard_stop="go_live"),
)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path, of=catalogue(questionnaire(*OTHERS, *CORE))) as opened:
        yield opened


def test_a_form_without_any_has_no_short_version() -> None:
    whole = catalogue(questionnaire(*OTHERS))
    assert short_form(whole.form(questionnaire(*OTHERS).customer_type)) is None


def test_the_short_version_has_its_questions_in_their_order_and_their_topics_alone(ws: Workspace) -> None:
    lead = new_lead(ws)
    whole = open_response(ws, lead, lead.customer_id or "").form
    short = short_form_of(whole)
    assert short
    assert [each.id for each in short.questionnaire.questions] == ["Q-C0", "Q-C1", "Q-C2"]
    assert (list(short.questionnaire.by_id), short.factors) == (["Q-C0", "Q-C1", "Q-C2"], {"on_call": "F02"})
    assert short.fingerprint != whole.fingerprint
    assert short_form_of(whole) is short
    forget()
    assert short_form_of(whole) == short


@pytest.mark.parametrize(
    ("said", "short", "whole"),
    [
        ({}, Verdict.UNDECIDED, Verdict.UNDECIDED),
        ({"Q-C0": True, "Q-C1": True, "Q-C2": True}, Verdict.READY, Verdict.UNDECIDED),
        ({"Q-C0": True, "Q-C1": True, "Q-C2": False}, Verdict.BEHIND, Verdict.UNDECIDED),
        ({"Q-C0": True, "Q-C1": True, "Q-C2": True, "Q-STOP": False}, Verdict.READY, Verdict.NOT_READY),
    ],
)
def test_the_few_are_judged_alone_on_the_same_answers(
    ws: Workspace, said: dict[str, bool], short: Verdict, whole: Verdict
) -> None:
    lead, day = new_lead(ws), days_before(10)
    say(ws, lead, said)
    here = judge_customer(ws, lead, lead.customer_id or "", as_of=day)
    found = short_judgement(here)
    assert found
    assert (found.verdict, here.judgement.verdict) == (short, whole)
    assert [each.answer.value for each in found.questions.values()] == [said.get(f"Q-C{n}") for n in range(3)]
