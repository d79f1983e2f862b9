"""What a cell of the workbook to fill in takes, by kind of question, as Excel checks it: the limits of the app itself.

Excel keeps formulas in English with commas, and shows them in the reader's own language. What depends on another cell
names it relatively, so that a sorted or moved row keeps its limit.
"""

from collections.abc import Callable
from typing import Any

from language import WAITING_ON, Both, said
from language.reports.answers import xlsx_choices as words
from reports.answers.wording import none_yet_text
from scoring.answers import FIRST_DAY, LARGEST, LAST_DAY, counts_things
from scoring.profile.wholes import whole_fact
from scoring.questionnaire import (
    DateQuestion,
    LevelQuestion,
    MatrixQuestion,
    NumberQuestion,
    Question,
    ShareQuestion,
    YesNoQuestion,
)

Rule = dict[str, Any]
# What Excel takes in a message, its heading and an inline list.
LONGEST_HINT, LONGEST_HEADING, LONGEST_LIST = 255, 32, 255
# The least that is more than nothing: `between` has no other way to say «above 0».
_ABOVE_NOTHING = "0.000001"


def how_to_answer(question: Question) -> str:
    """All that can be answered, whole: the level texts, or what the two numbers of a share count."""
    match question:
        case LevelQuestion():
            told = "\n".join(f"{level}: {said(text)}" for level, text in sorted(question.levels.items()))
        case YesNoQuestion():
            told = words.YES_OR_NO()
        case NumberQuestion():
            told = words.A_NUMBER(unit=said(question.unit))
        case DateQuestion():
            told = words.A_DAY()
        case ShareQuestion():
            told = _two_numbers(question)
        case MatrixQuestion():
            told = words.A_LINE_A_ROW(numbers=_two_numbers(question))
    return words.OR_CHOOSE(how=told, none_yet=none_yet_text(question)) if question.none_yet else told


def _two_numbers(question: ShareQuestion | MatrixQuestion) -> str:
    told = words.WHOLE_OF_PROFILE if whole_fact(question) else words.TWO_NUMBERS
    return told(done=said(question.done), all=said(question.all))


def choice(question: Question, name: str, *, at: Callable[[str], str]) -> Rule | None:
    """The rule for the column `name` on a line of a question; `at` tells where on that line another column is."""
    match name:
        case "waiting_on":
            return _list(list(WAITING_ON.values()), words.CHOOSE_WAITING_ON())
        case "not_applicable" | "not_known":
            return _list(["ja"], words.YES_OR_NOTHING())
        case "done":
            most = f"=IF(ISNUMBER({at('all')}),{at('all')},{LARGEST:.0f})"
            return _part(question, 0, most, words.DONE_WHOLE, words.DONE_ANY) | _counts(question, name)
        case "all":
            nothing = "1" if counts_things(question) else _ABOVE_NOTHING
            least = f"=IF(ISNUMBER({at('done')}),MAX({nothing},{at('done')}),{nothing})"
            return _part(question, least, LARGEST, words.ALL_WHOLE, words.ALL_ANY) | _counts(question, name)
        case "value":
            return _value(question)
    return None


def _value(question: Question) -> Rule | None:
    match question:
        case LevelQuestion():
            about = _hint(words.LEVEL(), words.WHAT_LEVELS_MEAN())
            return _list([0, 1, 2, 3, 4], words.CHOOSE_LEVEL()) | about
        case YesNoQuestion():
            return _list(["ja", "nei"], words.CHOOSE_YES_OR_NO())
        case NumberQuestion():
            return _amount(0, LARGEST, words.WRITE_NUMBER()) | _hint(words.NUMBER(), said(question.unit))
        case DateQuestion():
            days = {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
            return days | _stop(words.WRITE_DAY())
        case ShareQuestion() | MatrixQuestion():
            label = none_yet_text(question)
            # A comma parts two choices.
            told = question.none_yet is not None and "," not in label and len(label) <= LONGEST_LIST
            return _list([label], words.CHOOSE_OR_WRITE(none_yet=label[:150])) if told else None


def _part(question: Question, least: float | str, most: float | str, whole: Both, any_: Both) -> Rule:
    """One of the two numbers of a share: whole where it counts things."""
    if counts_things(question):
        return _amount(least, most, whole()) | {"validate": "integer"}
    return _amount(least, most, any_())


def _counts(question: Question, name: str) -> Rule:
    if not isinstance(question, ShareQuestion | MatrixQuestion):
        return {}
    if name == "done":
        return _hint(words.DONE(), said(question.done))
    return _hint(words.ALL(), said(question.all))


def _list(source: list[Any], wrong: str) -> Rule:
    return {"validate": "list", "source": source, **_stop(wrong)}


def _amount(least: float | str, most: float | str, wrong: str) -> Rule:
    return {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most, **_stop(wrong)}


def _hint(title: str, text: str) -> Rule:
    """Nothing where the text is too long: it stands whole in a column, and half of it misleads."""
    return {"input_title": title[:LONGEST_HEADING], "input_message": text} if len(text) <= LONGEST_HINT else {}


def _stop(message: str) -> Rule:
    return {"error_title": words.DOES_NOT_FIT(), "error_message": message}
