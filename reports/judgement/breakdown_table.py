"""Results as tables for the screen: pandas frames with headings in words, figures still numbers."""

import pandas as pd

from language import STATUSES, said
from language.reports.judgement import breakdown_table as words
from scoring.judgement import Judged, Judgement
from scoring.yardstick import OVERALL


def working(judgement: Judgement, group: str, factors: dict[str, str]) -> pd.DataFrame:
    """The questions behind one figure. `group`: overall, a factor or an area; `factors`: topic -> factor id."""
    rows = [judged for judged in judgement.questions.values() if _in_group(judged, group, factors)]
    return pd.DataFrame(
        {
            words.ID(): [judged.question.id for judged in rows],
            words.QUESTION(): [said(judged.question.title) for judged in rows],
            words.STATUS(): [STATUSES[judged.status] if judged.status else "" for judged in rows],
            words.WEIGHT(): [judged.question.weight for judged in rows],
            words.ATTAINMENT(): [_percent(judged.attainment) for judged in rows],
            words.EXPECTED(): [_percent(judged.expected_attainment) for judged in rows],
        }
    )


def _in_group(judged: Judged, group: str, factors: dict[str, str]) -> bool:
    return group == OVERALL or group == factors[judged.question.topic] or group in judged.question.areas


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)
