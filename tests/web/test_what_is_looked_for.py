"""The words our scripts look for on the page, and send people to, are those that stand there, in bokmål and in nynorsk."""

import re

import pytest

from deploy.processes import ROOT
from language import Language, speaking
from language.common import NOT_SAVED
from language.ui.answers.folds import FOLDS
from language.ui.answers.save_note import SAVED
from language.ui.typed_fields import NUMBER_HINT

PENDING, KLARSJEKK = ((ROOT / "web" / f"{name}.js").read_text(encoding="utf-8") for name in ("pending", "klarsjekk"))
LANGUAGES = pytest.mark.parametrize("spoken", Language)


def pattern(name: str, script: str) -> re.Pattern[str]:
    found = re.search(rf"const {name} = /(.+)/;", script)
    assert found
    return re.compile(found[1])


@LANGUAGES
def test_what_became_of_an_answer_is_found(spoken: Language) -> None:
    outcome, time = pattern("OUTCOME", KLARSJEKK), pattern("SAVED", PENDING)
    with speaking(spoken):
        assert outcome.search(NOT_SAVED())
        assert outcome.search(SAVED(when="12:30"))
        assert time.search(SAVED(when="12:30"))
        assert pattern("NOT_SAVED", PENDING).search(NOT_SAVED())
        assert not pattern("NOT_SAVED", PENDING).search(SAVED(when="12:30"))


@LANGUAGES
def test_which_language_it_is_in_is_told_apart(spoken: Language) -> None:
    with speaking(spoken):
        told = {bool(pattern("NYNORSK", KLARSJEKK).search(text)) for text in (NOT_SAVED(), SAVED(when="12:30"))}
    assert told == {spoken is Language.NYNORSK}


@LANGUAGES
def test_fields_of_numbers_and_the_fold_with_the_rest_are_called_that(spoken: Language) -> None:
    with speaking(spoken):
        assert f'placeholder="{NUMBER_HINT()}"' in KLARSJEKK
        assert f"«{FOLDS['more'].rpartition(': ')[2]}»" in PENDING
