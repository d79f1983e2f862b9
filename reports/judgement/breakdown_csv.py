"""How the figures of one response come about, as a file: each question with its factor, areas, weight and attainment.

readiness = 100 · Σ weight · attainment / Σ weight over the questions with an attainment; expected likewise with what is
expected, over all that apply (docs/scoring.md). A factor or an area is the same sum over its own lines.
"""

from collections.abc import Iterator, Mapping

from language import BASES, STATUSES
from reports.columns import Cell, choice, number, text
from reports.judgement.gaps_csv import areas_label
from scoring.basis import Basis
from scoring.judgement import Judged, Judgement

COLUMNS = (
    text("question_id", "Spørsmål-id"),
    text("title", "Spørsmål"),
    text("factor", "Suksessfaktor"),
    text("areas", "Område"),
    choice("basis", "Grunnlag", BASES),
    choice("status", "Status", STATUSES),
    number("weight", "Vekt"),
    number("attainment", "Oppnåelse", 3),
    number("expected_attainment", "Forventet oppnåelse", 3),
)


def working_rows(judgement: Judgement, *, factors: Mapping[str, str], basis: Basis) -> Iterator[list[Cell]]:
    """One line per question, in the order they are asked. `factors`: topic -> factor id. Attainments are 0..1."""
    return (_row(judged, factors, basis) for judged in judgement.questions.values())


def _row(judged: Judged, factors: Mapping[str, str], basis: Basis) -> list[Cell]:
    question = judged.question
    return [
        question.id,
        question.title.nb,
        factors[question.topic],
        areas_label(question.areas),
        basis,
        judged.status,
        question.weight,
        judged.attainment,
        None if judged.answer.not_applicable else judged.expected_attainment,
    ]
