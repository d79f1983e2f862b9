"""What a cell of the workbook to fill in takes, by kind of question, as Excel checks it: the limits of the app itself.

Excel keeps formulas in English with commas, and shows them in the reader's own language. What depends on another cell
names it relatively, so that a sorted or moved row keeps its limit.
"""

from collections.abc import Callable
from typing import Any

from language import WAITING_ON
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
            told = "\n".join(f"{level}: {text.nb}" for level, text in sorted(question.levels.items()))
        case YesNoQuestion():
            told = "ja eller nei"
        case NumberQuestion():
            told = f"Et tall fra 0 og opp: {question.unit.nb}"
        case DateQuestion():
            told = "En dato, for eksempel 01.02.2027"
        case ShareQuestion():
            told = _two_numbers(question)
        case MatrixQuestion():
            told = f"En linje per rad.\n{_two_numbers(question)}"
    return f"{told}\nEller velg «{none_yet_text(question)}» i feltet «Svar»." if question.none_yet else told


def _two_numbers(question: ShareQuestion | MatrixQuestion) -> str:
    whole = " (hentes fra «Om virksomheten»)" if whole_fact(question) else ""
    return f"Antall: {question.done.nb}\nAv i alt: {question.all.nb}{whole}"


def choice(question: Question, name: str, *, at: Callable[[str], str]) -> Rule | None:
    """The rule for the column `name` on a line of a question; `at` tells where on that line another column is."""
    match name:
        case "waiting_on":
            return _list(list(WAITING_ON.values()), "Velg hvem dere venter på fra listen.")
        case "not_applicable" | "not_known":
            return _list(["ja"], "Velg ja, eller la feltet stå tomt.")
        case "done":
            most = f"=IF(ISNUMBER({at('all')}),{at('all')},{LARGEST:.0f})"
            return _part(question, 0, most, "fra 0 og opp, ikke mer enn «Av i alt».") | _counts(question, name)
        case "all":
            nothing = "1" if counts_things(question) else _ABOVE_NOTHING
            least = f"=IF(ISNUMBER({at('done')}),MAX({nothing},{at('done')}),{nothing})"
            return _part(question, least, LARGEST, "over 0, ikke mindre enn «Antall».") | _counts(question, name)
        case "value":
            return _value(question)
    return None


def _value(question: Question) -> Rule | None:
    match question:
        case LevelQuestion():
            about = _hint("Nivå", "Velg 0–4. Hva hvert nivå betyr, står i «Slik svarer du».")
            return _list([0, 1, 2, 3, 4], "Velg 0, 1, 2, 3 eller 4.") | about
        case YesNoQuestion():
            return _list(["ja", "nei"], "Velg ja eller nei.")
        case NumberQuestion():
            return _amount(0, LARGEST, "Skriv et tall fra 0 og opp.") | _hint("Tall", question.unit.nb)
        case DateQuestion():
            days = {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
            return days | _stop("Skriv en dato, for eksempel 01.02.2027.")
        case ShareQuestion() | MatrixQuestion():
            label = none_yet_text(question)
            # A comma parts two choices.
            told = question.none_yet is not None and "," not in label and len(label) <= LONGEST_LIST
            return _list([label], f"Velg «{label[:150]}», eller skriv to tall til høyre.") if told else None


def _part(question: Question, least: float | str, most: float | str, where: str) -> Rule:
    """One of the two numbers of a share: whole where it counts things."""
    if counts_things(question):
        return _amount(least, most, f"Skriv et helt tall {where}") | {"validate": "integer"}
    return _amount(least, most, f"Skriv et tall {where}")


def _counts(question: Question, name: str) -> Rule:
    if not isinstance(question, ShareQuestion | MatrixQuestion):
        return {}
    done = name == "done"
    return _hint("Antall" if done else "Av i alt", question.done.nb if done else question.all.nb)


def _list(source: list[Any], wrong: str) -> Rule:
    return {"validate": "list", "source": source, **_stop(wrong)}


def _amount(least: float | str, most: float | str, wrong: str) -> Rule:
    return {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most, **_stop(wrong)}


def _hint(title: str, text: str) -> Rule:
    """Nothing where the text is too long: it stands whole in a column, and half of it misleads."""
    return {"input_title": title[:LONGEST_HEADING], "input_message": text} if len(text) <= LONGEST_HINT else {}


def _stop(message: str) -> Rule:
    return {"error_title": "Passer ikke", "error_message": message}
