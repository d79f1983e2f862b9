"""How the figures of one response come about, as a file: each question with its factor, areas, weight and attainment.

readiness = 100 · Σ weight · attainment / Σ weight over the questions with an attainment; expected likewise with what is
expected, over all that apply (docs/scoring.md). A factor or an area is the same sum over its own lines.
"""

from collections.abc import Mapping

from language import BASES, STATUSES
from reports.dialect import Cell, Column, Dialect, Figure, Label, to_bytes
from reports.judgement.gaps_csv import areas_label
from scoring.basis import Basis
from scoring.judgement import Judged, Judgement

COLUMNS = (
    Column("question_id", "Spørsmål-id"),
    Column("title", "Spørsmål"),
    Column("factor", "Suksessfaktor"),
    Column("areas", "Område"),
    Column("basis", "Grunnlag"),
    Column("status", "Status"),
    Column("weight", "Vekt"),
    Column("attainment", "Oppnåelse"),
    Column("expected_attainment", "Forventet oppnåelse"),
)


def working_csv(judgement: Judgement, *, factors: Mapping[str, str], basis: Basis, dialect: Dialect) -> bytes:
    """One line per question, in the order they are asked. `factors`: topic -> factor id. Attainments are 0..1."""
    return to_bytes(COLUMNS, (_row(judged, factors, basis) for judged in judgement.questions.values()), dialect)


def _row(judged: Judged, factors: Mapping[str, str], basis: Basis) -> list[Cell]:
    question, status = judged.question, judged.status
    return [
        question.id,
        question.title.nb,
        factors[question.topic],
        areas_label(question.areas),
        Label(basis.value, BASES[basis]),
        Label(status.value, STATUSES[status]) if status else None,
        question.weight,
        Figure(judged.attainment, 3),
        Figure(None if judged.answer.not_applicable else judged.expected_attainment, 3),
    ]
