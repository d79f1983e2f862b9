"""The answers of one response as the bytes of a file, of nobody, in one line."""

from reports.answers.csv_write import COLUMNS, answer_rows
from reports.dialect import Dialect, to_bytes
from scoring.answers import Answers
from scoring.questionnaire import Questionnaire


def answers_csv(questionnaire: Questionnaire, answers: Answers, dialect: Dialect) -> bytes:
    return to_bytes(COLUMNS, answer_rows(questionnaire, answers, whom=("", None, "")), dialect)
