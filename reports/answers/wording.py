"""Words for answers, for what is missing and for what is expected when, each in the question's own unit."""

import math
from collections.abc import Iterable
from datetime import date, timedelta
from typing import assert_never

from language import NO_BREAK, WAITING_ON, day, number, percent, sentence
from reports.answers.csv_write import row_title
from scoring.answers import NONE_YET, Answer, Matrix, MatrixRow, NoneYet, Share, Value
from scoring.encoding import combined, rows_that_count
from scoring.formulas import TOLERANCE
from scoring.gaps import Gap, Shortfall, shortfall, step_now
from scoring.judgement import Judged
from scoring.questionnaire import (
    DateQuestion,
    LevelQuestion,
    MatrixQuestion,
    NumberQuestion,
    Question,
    ShareQuestion,
    YesNoQuestion,
)
from scoring.vocabulary import AnswerField, Combine, Status, WaitingOn

NOT_ANSWERED = "ikke svart"
TOO_OLD = "svaret er for gammelt"
DO_AGAIN = "må gjøres på nytt"
FIELD_NAMES = {
    AnswerField.VALUE: "svar",
    AnswerField.NOT_APPLICABLE: "ikke aktuelt",
    AnswerField.WAITING_ON: "venter på",
    AnswerField.COMMENT: "kommentar",
    AnswerField.EVIDENCE: "dokumentasjon",
    AnswerField.NOT_KNOWN: "vet ikke ennå",
    AnswerField.DISAGREES: "uenig med HPAS fordi",
}
MOST_NAMES = 6


def missing(gap: Gap, *, most_names: int = MOST_NAMES) -> str:
    """What is missing towards the step the gap is about: «3,5 av 5 årsverk mangler», «nivå 2 av 4».

    most_names: so many rows of a matrix are named, then an ellipsis.
    """
    question, value, target = gap.question, gap.judged.answer.value, gap.shortfall.target
    if value is None:
        return NOT_ANSWERED
    if gap.judged.lapsed:
        return TOO_OLD
    if isinstance(value, NoneYet):
        return none_yet_text(question)
    if gap.judged.moving and _enough(question, gap.shortfall):
        return f"{value_text(question, gap.judged.answer)}, {DO_AGAIN}"
    match question:
        case LevelQuestion():
            return f"nivå{NO_BREAK}{_plain(value)} av {number(target)}"
        case YesNoQuestion():
            return "nei, skal være ja"
        case NumberQuestion():
            return (
                f"{_plain(value)} {question.unit.nb}, skal være {_bound(question, target)}{number(target, decimals=2)}"
            )
        case DateQuestion():
            return _late(gap, value)
        case ShareQuestion():
            return _missing_share(gap, question, value)
        case MatrixQuestion():
            return _missing_rows(gap, question, value, most_names)
        case _:
            assert_never(question)


def lacking(question: Question, shortfall: Shortfall) -> str:
    """What is left towards a target, without the answer it is read from: «6 av 15 mottakere mangler», «nå nivå 2 av 4»."""
    if shortfall.value is None:
        return "det er ikke begynt eller ikke besvart"
    if _enough(question, shortfall):
        return f"det {DO_AGAIN}"
    match question:
        case LevelQuestion():
            return f"nå nivå{NO_BREAK}{number(shortfall.value)} av {number(shortfall.target)}"
        case YesNoQuestion():
            return "det er ikke gjort"
        case NumberQuestion():
            unit = question.unit.nb
            return f"nå {number(shortfall.value, decimals=2)} {unit}, skal være {_bound(question, shortfall.target)}{number(shortfall.target, decimals=2)}"
        case DateQuestion():
            return ""
        case ShareQuestion():
            return _lacking(shortfall, question.all.nb)
        case MatrixQuestion(combine=Combine.WEAKEST):
            return f"svakeste rad er på {percent(shortfall.value)}"
        case MatrixQuestion():
            return _lacking(shortfall, question.all.nb)
        case _:
            assert_never(question)


def _enough(question: Question, shortfall: Shortfall) -> bool:
    """Whether what was answered is no less than what is asked for: what is left is then to do it again."""
    rises = question.requirement > question.zero
    beyond = (shortfall.value or 0.0) - shortfall.target
    return shortfall.value is not None and (beyond if rises else -beyond) >= -TOLERANCE


def _plain(value: object) -> str:
    return number(float(value), decimals=2) if isinstance(value, int | float) else ""


def _bound(question: NumberQuestion, target: float) -> str:
    """«høyst» where less is better, «minst» where more is; nothing before 0, which is the least there is."""
    if question.requirement > question.worst:
        return "minst "
    return "høyst " if target > 0 else ""


def _late(gap: Gap, value: object) -> str:
    judged, target = gap.judged, gap.shortfall.target
    if not isinstance(value, date) or judged.due is None:
        return NOT_ANSWERED
    go_live = judged.due + timedelta(days=gap.question.last_step)
    wanted = go_live - timedelta(days=target)
    late = (value - wanted).days
    coming = gap.shortfall.value == 0 and value < go_live
    said = f"planlagt {day(value)}" if coming else day(value)
    if late <= 0:
        return f"{said}, fristen er {day(wanted)}"
    return f"{said}, skulle vært {day(wanted)} ({_days(late)} for sent)"


def _days(amount: int) -> str:
    return f"{number(amount)}{NO_BREAK}{'dag' if amount == 1 else 'dager'}"


def _missing_share(gap: Gap, question: ShareQuestion, value: object) -> str:
    if not isinstance(value, Share):
        return NOT_ANSWERED
    if value.more_than_all:
        return f"{share_text(value)}: det kan ikke være flere enn i alt"
    if not value.complete:
        label = question.all.nb if value.all is None else question.done.nb
        return f"antallet «{label}» er ikke oppgitt"
    return _lacking(gap.shortfall, question.all.nb)


def _lacking(shortfall: Shortfall, unit: str) -> str:
    """«4 av 12 mottakere mangler», with the share to reach when it is not all of them."""
    done, whole, lacking = shortfall.done or 0.0, shortfall.all or 0.0, shortfall.lacking or 0.0
    if float(done).is_integer() and float(whole).is_integer():
        lacking = math.ceil(lacking - 1e-9)
    towards = "" if shortfall.target >= 1 else f" for å nå {percent(shortfall.target)}"
    return f"{number(lacking, decimals=2)} av {number(whole, decimals=2)} {unit} mangler{towards}"


def _missing_rows(gap: Gap, question: MatrixQuestion, value: object, most: int) -> str:
    if not isinstance(value, Matrix):
        return NOT_ANSWERED
    rows = rows_that_count(question, value)
    if not rows:
        return NOT_ANSWERED
    empty = [row.row for row in rows if not row.share.complete]
    if empty:
        return f"tall mangler for {_names(question, empty, most)}"
    return _short_rows(question, value, gap.shortfall, most)


def _short_rows(question: MatrixQuestion, value: Matrix, found: Shortfall, most: int) -> str:
    """What the rows lack towards the target, and which they are."""
    short = _names(question, found.rows, most)
    if question.combine is Combine.POOLED:
        return f"{_lacking(found, question.all.nb)}: {short}"
    state = "ikke på plass" if found.target >= 1 else f"under {percent(found.target)}"
    return f"{len(found.rows)} av {len(rows_that_count(question, value))} er {state}: {short}"


def _names(question: Question, rows: Iterable[str], most: int) -> str:
    names = [row_title(question, row) for row in rows]
    between = "; " if any("," in name for name in names) else ", "
    return between.join(names[:most]) + (" …" if len(names) > most else "")


def amounts_to(judged: Judged) -> str:
    """What an answer comes to, against the step that holds now: «3 av 8 (38 %). Nå forventes 100 %: 5 av 8 … mangler.»

    Nothing of what it comes to while it does not count, and "" when there is nothing to say at all.
    """
    question, answer = judged.question, judged.answer
    if answer.not_applicable is not None:
        return ""
    said = "" if judged.attainment is None else f"{sentence(_comes_to(judged))}. "
    if judged.go_live is None:
        return said.strip()
    days_left = (judged.go_live - judged.as_of).days
    target = step_now(question, days_left)
    if target is None:
        return f"{said}Ingenting forventes før {day(judged.go_live - timedelta(days=question.first_step))}."
    return f"{said}Nå forventes {_step_of(question, target, judged.go_live)}{_short_by(judged, target)}."


def _comes_to(judged: Judged) -> str:
    value = judged.answer.value
    coming = isinstance(value, date) and value > judged.as_of
    return f"{'planlagt ' if coming else ''}{value_text(judged.question, judged.answer)}"


def _step_of(question: Question, value: float, go_live: date) -> str:
    return f"senest {_when(int(value), go_live)}" if isinstance(question, DateQuestion) else _step(question, value)


def _short_by(judged: Judged, target: float) -> str:
    """What is lacking towards the step that holds now, where it is counted."""
    question, value = judged.question, judged.answer.value
    if judged.status is not Status.BEHIND or judged.go_live is None:
        return ""
    found = shortfall(judged, target, go_live=judged.go_live, as_of=judged.as_of)
    if judged.moving and _enough(question, found):
        return ""
    if isinstance(question, MatrixQuestion) and isinstance(value, Matrix):
        return f": {_short_rows(question, value, found, MOST_NAMES)}"
    return f": {_lacking(found, question.all.nb)}" if isinstance(question, ShareQuestion) else ""


def expected_text(question: Question, go_live: date | None) -> str:
    """Each step as a dated sentence: «Nivå 2 innen 12. mars 2027, nivå 4 innen 1. mai 2027».

    Without a go-live date the steps are told in days before it.
    """
    if isinstance(question, DateQuestion):
        return _expected_days(question, go_live)
    steps = [f"{_step(question, value)} innen {_when(days, go_live)}" for days, value in question.steps.items()]
    return sentence(", ".join(steps))


def _step(question: Question, value: float) -> str:
    match question:
        case LevelQuestion():
            return f"nivå{NO_BREAK}{number(value)}"
        case YesNoQuestion():
            return "ja"
        case NumberQuestion():
            return f"{_bound(question, value)}{number(value, decimals=2)} {question.unit.nb}"
        case MatrixQuestion(combine=Combine.WEAKEST):
            return f"{percent(value)} i hver rad"
        case _:
            return percent(value)


def _when(days: int, go_live: date | None) -> str:
    if go_live is not None:
        return day(go_live - timedelta(days=days))
    return f"{_days(days)} før oppstart" if days else "oppstart"


def _expected_days(question: DateQuestion, go_live: date | None) -> str:
    """The steps of a date say how early it should have been; several that say the same are told once."""
    wanted = dict.fromkeys(int(value) for value in question.steps.values())
    return sentence(", ".join(f"senest {_when(days, go_live)}" for days in wanted if days or len(wanted) == 1))


def value_text(question: Question, answer: Answer) -> str:
    """An answer in a few words: «nivå 2», «3,5 av 5 (70 %)», «ikke aktuelt: …»."""
    if answer.not_applicable is not None:
        return f"ikke aktuelt: {answer.not_applicable}"
    return content_text(question, AnswerField.VALUE, answer.value)


def none_yet_text(question: Question) -> str:
    """The question's own words for that nothing has fallen due yet."""
    return question.none_yet.nb if question.none_yet else NONE_YET.value


def content_text(question: Question, field: AnswerField, content: Value | str | None) -> str:
    """One field of an answer in words, texts as they are; "" for a text that is not there."""
    if field is AnswerField.WAITING_ON:
        return WAITING_ON[WaitingOn(content)] if isinstance(content, str) else ""
    if field is AnswerField.NOT_KNOWN:
        return "ja" if content else ""
    if field is not AnswerField.VALUE:
        return content if isinstance(content, str) else ""
    if isinstance(content, NoneYet):
        return none_yet_text(question)
    match question, content:
        case LevelQuestion(), int():
            return f"nivå{NO_BREAK}{number(content)}"
        case YesNoQuestion(), bool():
            return "ja" if content else "nei"
        case NumberQuestion(), int() | float():
            return f"{number(content, decimals=2)} {question.unit.nb}"
        case MatrixQuestion(), Matrix():
            return _matrix_text(question, content)
        case ShareQuestion(), Share():
            return share_text(content)
        case DateQuestion(), date():
            return day(content)
        case _:
            return NOT_ANSWERED


def share_text(share: Share) -> str:
    if share.done is None and share.all is None:
        return NOT_ANSWERED
    done = "?" if share.done is None else number(share.done, decimals=2)
    whole = "?" if share.all is None else number(share.all, decimals=2)
    if not share.complete or share.done is None or share.all is None:
        return f"{done} av {whole}"
    return f"{done} av {whole} ({percent(share.done / share.all)})"


def row_text(row: MatrixRow | None) -> str:
    """One row of a matrix: «3 av 4 (75 %)», «ikke aktuelt: …», "" when there is none."""
    if row is None:
        return ""
    return f"ikke aktuelt: {row.not_applicable}" if row.not_applicable is not None else share_text(row.share)


def _matrix_text(question: MatrixQuestion, matrix: Matrix) -> str:
    rows = rows_that_count(question, matrix)
    filled = sum(row.share.complete for row in rows)
    if not rows:
        return NOT_ANSWERED
    if filled < len(rows):
        return f"{filled} av {len(rows)} rader er fylt ut"
    weakest = " i svakeste rad" if question.combine is Combine.WEAKEST else ""
    return f"{percent(combined(question, matrix))}{weakest}, {'1 rad' if len(rows) == 1 else f'{len(rows)} rader'}"
