"""The row of numbers kept beside each response, so that thousands are compared without reading every answer.

It is no fact: it is made in the same transaction as a save, counts only for the chain it was made of, and can be made
again at any time.
"""

from sqlalchemy import Connection

from scoring.answers import Answers
from scoring.basis import own_part
from scoring.packed_rows import pack_row
from scoring.questionnaire import Form
from scoring.yardstick import Yardstick, short_form, yardstick
from service.answers.serialisation import answers_from, with_days
from service.forms import kept_forms
from service.workspace import Workspace
from storage import records
from storage.answers import encoded_rows
from storage.records import ResponseRow

_LAID_OUT: dict[str, Yardstick] = {}
_SHORT: dict[str, Form | None] = {}


def yardstick_of(form: Form) -> Yardstick:
    """The form laid out, once for each: a fingerprint never means anything else."""
    if form.fingerprint not in _LAID_OUT:
        _LAID_OUT[form.fingerprint] = yardstick(form)
    return _LAID_OUT[form.fingerprint]


def short_form_of(form: Form) -> Form | None:
    """The short version of the form, made once for each; None where it has none."""
    if form.fingerprint not in _SHORT:
        _SHORT[form.fingerprint] = short_form(form)
    return _SHORT[form.fingerprint]


def forget() -> None:
    """Lay every form out anew when it is next asked for."""
    _LAID_OUT.clear()
    _SHORT.clear()


def keep_encoding(connection: Connection, row: ResponseRow, form: Form, answers: Answers) -> None:
    """Make the row of numbers of a response anew. `row` and `answers`: as they stand in this transaction.

    It has what the customer says itself; what HPAS answers is put in when it is judged.
    """
    encoded_rows.keep_encoding(connection, row.id, form.fingerprint, row.head, own_numbers(form, answers))


def own_numbers(form: Form, answers: Answers) -> bytes:
    """A response's own answers as a row of numbers, without what is HPAS's to answer."""
    return pack_row(yardstick_of(form), own_part(form.questionnaire, answers))


def refresh_encodings(ws: Workspace) -> int:
    """Make the rows that are missing, after an upgrade or when something else has written; how many were made."""
    with ws.database.reading() as connection:
        missing = encoded_rows.without_encoding(connection)
    for response_id in missing:
        with ws.database.writing() as connection:
            row = records.response_by_id(connection, response_id, for_update=True)
            if row is not None:
                form = kept_forms(connection, [row.fingerprint])[row.fingerprint]
                said = encoded_rows.said_by(connection, [response_id])
                keep_encoding(connection, row, form, answers_from(form, with_days(line[1:] for line in said)))
    return len(missing)
