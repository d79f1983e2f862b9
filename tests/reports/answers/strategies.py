"""Answers as people may give them, with every sort of text that a file could spoil."""

from datetime import date

from hypothesis import strategies as st

from scoring.answers import FIRST_DAY, LAST_DAY, Answer, Matrix, MatrixRow, Share, Value, counts_things
from scoring.names import name_key
from scoring.questionnaire import (
    DateQuestion,
    LevelQuestion,
    MatrixQuestion,
    NumberQuestion,
    Question,
    ShareQuestion,
)
from scoring.vocabulary import WaitingOn
from storage.plain_text import clean_text
from tests.reports.answers.forms import FORM

HOSTILE = (
    "=HYPERLINK(\"http://x\")", "+47 22 22 22 22", "- ikke startet", "-5", "+5", "-1,5", "@alle", "'", "''", "'=1+1", "'tis",
    "\t=1", " \n=1", "\u200b=1", "\ufeff=1", "＝1", "−1 dag", "|cmd", "%A", "O'Brien", "æøåÆØÅ", "👩‍⚕️ 🏥", "e\u0301", "שלום",
    "a\nb", "a\n\nb\n", "a;b,c\td", '"', '""', 'si "hei"', "null", "NaN", "TRUE", "ja", "01.02.2027", "1E5", "sep=;", "\\",
    "question_id", " foran og bak ", "1 000", "æ" * 10_000, "=" * 10_000,
)  # fmt: skip
_LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="ÃâÂ\ufffd\ufffe\uffff")
_TYPED = st.text(st.one_of(_LETTERS, st.sampled_from("=+-@'\"|%\n\t;, 0aæøå")), min_size=1, max_size=30)
TEXTS = st.one_of(st.sampled_from(HOSTILE), _TYPED).map(clean_text).filter(lambda text: text is not None)
_NAMES = TEXTS.map(lambda text: " ".join((text or "").split())[:200].strip()).filter(bool)
_AMOUNTS = st.one_of(st.integers(0, 10**9), st.floats(0, 1e9, allow_subnormal=False))


def _shares(question: ShareQuestion | MatrixQuestion) -> st.SearchStrategy[Share]:
    amounts = st.integers(0, 10**9) if counts_things(question) else _AMOUNTS
    made = st.builds(Share, st.none() | amounts, st.none() | amounts.filter(lambda amount: amount > 0))
    return made.filter(lambda share: not share.more_than_all)


def values(question: Question) -> st.SearchStrategy[Value]:
    match question:
        case LevelQuestion():
            return st.integers(0, 4)
        case NumberQuestion():
            return _AMOUNTS
        case DateQuestion():
            return st.dates(FIRST_DAY, date(LAST_DAY.year - 1, 12, 31))
        case ShareQuestion():
            return _shares(question)
        case MatrixQuestion():
            named = _NAMES if question.rows == "customer" else st.sampled_from([row.id for row in question.rows])
            rows = st.builds(MatrixRow, named, _shares(question), st.none() | TEXTS)
            return st.lists(rows, max_size=4, unique_by=lambda row: name_key(row.row)).map(lambda r: Matrix(tuple(r)))
        case _:
            return st.booleans()


def answers(question: Question) -> st.SearchStrategy[Answer]:
    """An answer with or without a value, or marked not applicable, with all else it may carry."""
    about = {
        "waiting_on": st.none() | st.sampled_from(WaitingOn),
        "comment": st.none() | TEXTS,
        "evidence": st.none() | TEXTS,
    }
    return st.one_of(
        st.builds(Answer, value=st.none() | values(question), **about),
        st.builds(Answer, not_known=st.just(True), **about),
        st.builds(Answer, not_applicable=TEXTS, **about),
    )


RESPONSES = st.fixed_dictionaries({}, optional={question.id: answers(question) for question in FORM.questions})
