"""Words for answers, for what is missing and for what is expected when, each in the question's own unit."""

import math
from collections.abc import Iterable
from datetime import date, timedelta
from typing import assert_never

from language import DAYS, WAITING_ON, day, number, percent, said, sentence
from language.reports.answers import wording as words
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

FIELD_NAMES = words.FIELD_NAMES
MOST_NAMES = 6


def missing(gap: Gap, *, most_names: int = MOST_NAMES) -> str:
    """What is missing towards the step the gap is about: «3,5 av 5 årsverk mangler», «nivå 2 av 4».

    most_names: so many rows of a matrix are named, then an ellipsis.
    """
    question, value, target = gap.question, gap.judged.answer.value, gap.shortfall.target
    if value is None:
        return words.NOT_ANSWERED()
    if gap.judged.lapsed:
        return words.TOO_OLD()
    if isinstance(value, NoneYet):
        return none_yet_text(question)
    if gap.judged.moving and _enough(question, gap.shortfall):
        return words.DO_AGAIN(value=value_text(question, gap.judged.answer))
    match question:
        case LevelQuestion():
            return words.LEVEL_OF(level=_plain(value), target=number(target))
        case YesNoQuestion():
            return words.SHOULD_BE_YES()
        case NumberQuestion():
            wanted = _wanted(question, target)
            return words.AMOUNT_SHOULD_BE(amount=_plain(value), unit=said(question.unit), wanted=wanted)
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
        return words.NOT_BEGUN()
    if _enough(question, shortfall):
        return words.IT_AGAIN()
    match question:
        case LevelQuestion():
            return words.NOW_LEVEL(level=number(shortfall.value), target=number(shortfall.target))
        case YesNoQuestion():
            return words.NOT_DONE()
        case NumberQuestion():
            amount, wanted = number(shortfall.value, decimals=2), _wanted(question, shortfall.target)
            return words.NOW_AMOUNT(amount=amount, unit=said(question.unit), wanted=wanted)
        case DateQuestion():
            return ""
        case ShareQuestion():
            return _lacking(shortfall, said(question.all))
        case MatrixQuestion(combine=Combine.WEAKEST):
            return words.WEAKEST_IS(share=percent(shortfall.value))
        case MatrixQuestion():
            return _lacking(shortfall, said(question.all))
        case _:
            assert_never(question)


def _enough(question: Question, shortfall: Shortfall) -> bool:
    """Whether what was answered is no less than what is asked for: what is left is then to do it again."""
    rises = question.requirement > question.zero
    beyond = (shortfall.value or 0.0) - shortfall.target
    return shortfall.value is not None and (beyond if rises else -beyond) >= -TOLERANCE


def _plain(value: object) -> str:
    return number(float(value), decimals=2) if isinstance(value, int | float) else ""


def _wanted(question: NumberQuestion, target: float) -> str:
    """«høyst 3» where less is better, «minst 3» where more is; 0 alone, which is the least there is."""
    amount = number(target, decimals=2)
    if question.requirement > question.worst:
        return words.AT_LEAST(amount=amount)
    return words.AT_MOST(amount=amount) if target > 0 else amount


def _late(gap: Gap, value: object) -> str:
    judged, target = gap.judged, gap.shortfall.target
    if not isinstance(value, date) or judged.due is None:
        return words.NOT_ANSWERED()
    go_live = judged.due + timedelta(days=gap.question.last_step)
    wanted = go_live - timedelta(days=target)
    late = (value - wanted).days
    coming = gap.shortfall.value == 0 and value < go_live
    answered = words.PLANNED(day=day(value)) if coming else day(value)
    if late <= 0:
        return words.DEADLINE_IS(day=answered, wanted=day(wanted))
    return words.TOO_LATE(day=answered, wanted=day(wanted), days=DAYS(late))


def _missing_share(gap: Gap, question: ShareQuestion, value: object) -> str:
    if not isinstance(value, Share):
        return words.NOT_ANSWERED()
    if value.more_than_all:
        return words.MORE_THAN_ALL(share=share_text(value))
    if not value.complete:
        label = said(question.all) if value.all is None else said(question.done)
        return words.NUMBER_NOT_GIVEN(label=label)
    return _lacking(gap.shortfall, said(question.all))


def _lacking(shortfall: Shortfall, unit: str) -> str:
    """«4 av 12 mottakere mangler», with the share to reach when it is not all of them."""
    done, whole, lacking = shortfall.done or 0.0, shortfall.all or 0.0, shortfall.lacking or 0.0
    if float(done).is_integer() and float(whole).is_integer():
        lacking = math.ceil(lacking - 1e-9)
    amounts = {"lacking": number(lacking, decimals=2), "all": number(whole, decimals=2), "unit": unit}
    if shortfall.target >= 1:
        return words.LACKING(**amounts)
    return words.LACKING_TO_REACH(**amounts, share=percent(shortfall.target))


def _missing_rows(gap: Gap, question: MatrixQuestion, value: object, most: int) -> str:
    if not isinstance(value, Matrix):
        return words.NOT_ANSWERED()
    rows = rows_that_count(question, value)
    if not rows:
        return words.NOT_ANSWERED()
    empty = [row.row for row in rows if not row.share.complete]
    if empty:
        return words.NUMBERS_LACKING(rows=_names(question, empty, most))
    return _short_rows(question, value, gap.shortfall, most)


def _short_rows(question: MatrixQuestion, value: Matrix, found: Shortfall, most: int) -> str:
    """What the rows lack towards the target, and which they are."""
    short = _names(question, found.rows, most)
    if question.combine is Combine.POOLED:
        return f"{_lacking(found, said(question.all))}: {short}"
    amounts = {"n": len(found.rows), "all": len(rows_that_count(question, value)), "rows": short}
    if found.target >= 1:
        return words.ROWS_NOT_IN_PLACE(**amounts)
    return words.ROWS_UNDER(**amounts, share=percent(found.target))


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
    told = "" if judged.attainment is None else f"{sentence(_comes_to(judged))}. "
    if judged.go_live is None:
        return told.strip()
    days_left = (judged.go_live - judged.as_of).days
    target = step_now(question, days_left)
    if target is None:
        return f"{told}{words.NOTHING_BEFORE(day=day(judged.go_live - timedelta(days=question.first_step)))}"
    step = _step_of(question, target, judged.go_live)
    if lacking := _short_by(judged, target):
        return f"{told}{words.EXPECTED_NOW_LACKING(step=step, lacking=lacking)}"
    return f"{told}{words.EXPECTED_NOW(step=step)}"


def _comes_to(judged: Judged) -> str:
    value = judged.answer.value
    told = value_text(judged.question, judged.answer)
    return words.PLANNED(day=told) if isinstance(value, date) and value > judged.as_of else told


def _step_of(question: Question, value: float, go_live: date) -> str:
    if isinstance(question, DateQuestion):
        return words.AT_THE_LATEST(when=_when(int(value), go_live))
    return _step(question, value)


def _short_by(judged: Judged, target: float) -> str:
    """What is lacking towards the step that holds now, where it is counted."""
    question, value = judged.question, judged.answer.value
    if judged.status is not Status.BEHIND or judged.go_live is None:
        return ""
    found = shortfall(judged, target, go_live=judged.go_live, as_of=judged.as_of)
    if judged.moving and _enough(question, found):
        return ""
    if isinstance(question, MatrixQuestion) and isinstance(value, Matrix):
        return _short_rows(question, value, found, MOST_NAMES)
    return _lacking(found, said(question.all)) if isinstance(question, ShareQuestion) else ""


def expected_text(question: Question, go_live: date | None) -> str:
    """Each step as a dated sentence: «Nivå 2 innen 12. mars 2027, nivå 4 innen 1. mai 2027».

    Without a go-live date the steps are told in days before it.
    """
    if isinstance(question, DateQuestion):
        return _expected_days(question, go_live)
    steps = [
        words.STEP_BY(step=_step(question, value), when=_when(days, go_live)) for days, value in question.steps.items()
    ]
    return sentence(", ".join(steps))


def _step(question: Question, value: float) -> str:
    match question:
        case LevelQuestion():
            return words.LEVEL(level=number(value))
        case YesNoQuestion():
            return words.YES()
        case NumberQuestion():
            return words.AMOUNT(amount=_wanted(question, value), unit=said(question.unit))
        case MatrixQuestion(combine=Combine.WEAKEST):
            return words.IN_EACH_ROW(share=percent(value))
        case _:
            return percent(value)


def _when(days: int, go_live: date | None) -> str:
    if go_live is not None:
        return day(go_live - timedelta(days=days))
    return words.BEFORE_START(days=DAYS(days)) if days else words.START()


def _expected_days(question: DateQuestion, go_live: date | None) -> str:
    """The steps of a date say how early it should have been; several that say the same are told once."""
    wanted = dict.fromkeys(int(value) for value in question.steps.values())
    told = [words.AT_THE_LATEST(when=_when(days, go_live)) for days in wanted if days or len(wanted) == 1]
    return sentence(", ".join(told))


def value_text(question: Question, answer: Answer) -> str:
    """An answer in a few words: «nivå 2», «3,5 av 5 (70 %)», «ikke aktuelt: …»."""
    if answer.not_applicable is not None:
        return words.NOT_APPLICABLE(reason=answer.not_applicable)
    return content_text(question, AnswerField.VALUE, answer.value)


def none_yet_text(question: Question) -> str:
    """The question's own words for that nothing has fallen due yet."""
    return said(question.none_yet) if question.none_yet else NONE_YET.value


def content_text(question: Question, field: AnswerField, content: Value | str | None) -> str:
    """One field of an answer in words, texts as they are; "" for a text that is not there."""
    if field is AnswerField.WAITING_ON:
        return WAITING_ON[WaitingOn(content)] if isinstance(content, str) else ""
    if field is AnswerField.NOT_KNOWN:
        return words.YES() if content else ""
    if field is not AnswerField.VALUE:
        return content if isinstance(content, str) else ""
    if isinstance(content, NoneYet):
        return none_yet_text(question)
    match question, content:
        case LevelQuestion(), int():
            return words.LEVEL(level=number(content))
        case YesNoQuestion(), bool():
            return words.YES() if content else words.NO()
        case NumberQuestion(), int() | float():
            return words.AMOUNT(amount=number(content, decimals=2), unit=said(question.unit))
        case MatrixQuestion(), Matrix():
            return _matrix_text(question, content)
        case ShareQuestion(), Share():
            return share_text(content)
        case DateQuestion(), date():
            return day(content)
        case _:
            return words.NOT_ANSWERED()


def share_text(share: Share) -> str:
    if share.done is None and share.all is None:
        return words.NOT_ANSWERED()
    done = "?" if share.done is None else number(share.done, decimals=2)
    whole = "?" if share.all is None else number(share.all, decimals=2)
    if not share.complete or share.done is None or share.all is None:
        return words.SHARE(done=done, all=whole)
    return words.SHARE_IS(done=done, all=whole, share=percent(share.done / share.all))


def row_text(row: MatrixRow | None) -> str:
    """One row of a matrix: «3 av 4 (75 %)», «ikke aktuelt: …», "" when there is none."""
    if row is None:
        return ""
    if row.not_applicable is not None:
        return words.NOT_APPLICABLE(reason=row.not_applicable)
    return share_text(row.share)


def _matrix_text(question: MatrixQuestion, matrix: Matrix) -> str:
    rows = rows_that_count(question, matrix)
    filled = sum(row.share.complete for row in rows)
    if not rows:
        return words.NOT_ANSWERED()
    if filled < len(rows):
        return words.ROWS_FILLED(n=filled, all=len(rows))
    told = words.MATRIX_WEAKEST if question.combine is Combine.WEAKEST else words.MATRIX
    return told(share=percent(combined(question, matrix)), rows=words.ROWS(len(rows)))
