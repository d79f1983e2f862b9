"""A small questionnaire with every kind of question, both sorts of rows, and files for it."""

import re

from scoring.questionnaire import Question
from tests.builders import question, questionnaire, text

HEADER = "question_id,row,value,done,all,not_applicable,reason,waiting_on,comment,evidence"
NORWEGIAN = "Spørsmål-id;Rad;Svar;Antall;Av i alt;Ikke aktuelt;Begrunnelse;Venter på;Kommentar;Dokumentasjon"

FIXED = question(
    "Q-FIXED",
    "matrix",
    rows=(
        {"id": "epikrise", "nb": "Epikrise"},
        {"id": "referral", "nb": "Henvisning på papir"},
        {"id": "lab", "nb": "Svar"},
    ),
    combine="weakest",
    decimals="true",
    areas=("testing",),
)
FAULTS: Question = question(
    "Q-FAULTS", "number", unit=text("åpne feil"), worst=5.0, expected={60: 1, 30: 0}, topic="on_call"
)
# Measured and not counted, so that a number may be any; the rows of Q-MATRIX are counted.
HOURS = question("Q-SHARE", "share", areas=("testing",), decimals="true")
FORM = questionnaire(*(HOURS if q.id == HOURS.id else q for q in questionnaire().questions), FIXED, FAULTS)


def lines(*rows: str, header: str = HEADER) -> bytes:
    """A program's file: the header and the rows as they stand, each filled up with empty cells."""
    width = len(header.split(","))
    padded = (row + "," * (width - len(re.sub(r'"[^"]*"?', "", row).split(","))) for row in rows)
    return "\n".join([header, *padded]).encode() + b"\n"
