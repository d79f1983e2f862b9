"""What HPAS is asked, in English: a tagged PDF for vendors who help to answer, set by Typst."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reports.paper import set_paper
from scoring.frozen import EnglishText
from scoring.questionnaire import Question

TEMPLATE = Path(__file__).with_name("english_paper.typ")
_NOTE = (
    "A translation to read, in which you are HPAS. What counts is the Norwegian text in Klarsjekk, and it is answered there. A hard stop "
    "must be met before the go-live; no other result makes up for it."
)


@dataclass(frozen=True, slots=True)
class EnglishQuestion:
    """One question: as it is asked, and in English; `None` where it is not translated. outdated: older than the Norwegian."""

    question: Question
    text: EnglishText | None
    outdated: bool


def english_pdf(asked: Iterable[EnglishQuestion], *, as_of: date) -> bytes:
    """The paper as it stands on a day; a question without English has its Norwegian title, and says so."""
    data = {
        "title": "What HPAS is asked",
        "made": [as_of.year, as_of.month, as_of.day],
        "footer": f"Klarsjekk · what HPAS is asked · {as_of.isoformat()}",
        "pages": ["Page", "of"],
        "note": _NOTE,
        "questions": [_shown(each) for each in asked],
    }
    return set_paper(TEMPLATE, data, made=as_of)


def _shown(each: EnglishQuestion) -> dict[str, str]:
    question, text = each.question, each.text
    marks = [question.id, *(["hard stop"] if question.hard_stop else [])]
    if text is None:
        return {
            "marks": " · ".join([*marks, "not translated yet"]),
            "title": question.title.nb,
            "help": "",
            "action": "",
        }
    if each.outdated:
        marks.append("the Norwegian has changed since this was translated")
    return {"marks": " · ".join(marks), "title": text.title, "help": text.help, "action": text.action}
