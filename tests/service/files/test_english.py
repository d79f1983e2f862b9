"""What HPAS is asked, in English: each question once, and what is missing or too old says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from scoring.frozen import English, EnglishText, mark_of
from service.faults import NotAllowed
from service.files.english import ENGLISH_QUESTIONS
from service.people.actor import Actor, Role
from tests.builders import GO_LIVE, REVIEWER
from tests.service.files.handing import handed
from tests.service.files.test_customer_files import pdf_text
from tests.service.programme.asked import HPAS, new_customer, programme


def text(of: str, title: str) -> EnglishText:
    return EnglishText(of=of, title=title, help=f"How to count {title}.", action=f"Begin with {title}.")


@pytest.mark.slow
@pytest.mark.parametrize("actor", [HPAS, REVIEWER], ids=["hpas", "reviewer"])
def test_the_paper_has_every_question_with_what_it_is_worth(tmp_path: Path, actor: Actor) -> None:
    with programme(tmp_path) as plain:
        asked = plain.catalogue.programme
        assert asked is not None
        level = asked.by_id["PR-LEVEL"]
        held = {
            "PR-LEVEL": text(mark_of(level.title, level.help, level.action), "people on call"),
            "PR-YESNO": text("00000000", "a tested way back"),
        }
        ws = replace(plain, english=English(texts=held))
        told = " ".join(pdf_text(handed(ws, actor, ENGLISH_QUESTIONS, as_of=GO_LIVE).data).split())
    for each in held.values():
        assert f"{each.title} {each.help} Next step: {each.action}" in told
    assert "PR-LEVEL people on call" in told
    assert "PR-YESNO · hard stop · the Norwegian has changed since this was translated" in told
    assert f"PR-OTHER · not translated yet {asked.by_id['PR-OTHER'].title.nb}" in told


@pytest.mark.parametrize("role", [Role.LEAD, Role.VIEWER])
def test_it_is_not_for_customers(tmp_path: Path, role: Role) -> None:
    with programme(tmp_path) as ws:
        customer = replace(new_customer(ws), role=role)
        with pytest.raises(NotAllowed):
            handed(ws, customer, ENGLISH_QUESTIONS, as_of=GO_LIVE)
