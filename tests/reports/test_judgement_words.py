"""The judgement in words and pictures follows the language: nothing of bokmål is left of what is said in nynorsk."""

import re
from dataclasses import replace
from datetime import timedelta

from language import Language, speaking
from reports.judgement.figures import Bar, Grid, heat_map, reading
from reports.judgement.gap_wording import reserve_briefly, when_briefly, when_text
from reports.judgement.verdict_wording import earliest, headline, next_stops, reason_text
from reports.palette import LIGHT
from reports.portfolio.owed_bars import Lateness, owed_bars, owed_described
from reports.portfolio.plan_colours import steps
from reports.portfolio.spread_chart import spread_chart
from reports.portfolio.trend_chart import TrendAxis, trends_chart
from scoring.gaps import gaps_of
from scoring.judgement import Figures
from scoring.vocabulary import WaitingOn
from tests.scoring.builders import judged
from tests.scoring.test_what_if import CASE, GO_LIVE

BOKMAL = re.compile(
    r"(?i)\b(ikke|dere|hva|nå|fra|siden|dager|uken?|haster|være|vært|begynn|senest|forventet|etterskudd|mye|kommer)\b"
)
UNKNOWN = Figures(None, 20.0, 80.0, None, 0.2, 1, 5, None)


def told() -> list[str]:
    judgement = judged(CASE)
    gaps = [found for left in (0, 20, 200) for found in gaps_of(judged(replace(CASE, as_of=GO_LIVE - timedelta(left))))]
    bars = [Bar("A", UNKNOWN), Bar("A", judgement.overall)]
    owed = {WaitingOn.HPAS: dict.fromkeys(Lateness, 2), WaitingOn.EPIC: dict.fromkeys(Lateness, 0)}
    figures = [
        heat_map(Grid(("A",), ("B", "C"), ((bars[0], None),), "T"), LIGHT),
        spread_chart({"kommune": [("A", 3.0), ("B", -4.0)] * 20}, LIGHT),
        owed_bars({WaitingOn.HPAS: dict.fromkeys(Lateness, 2)}, LIGHT),
        *(trends_chart([("A", [])], axis, LIGHT) for axis in TrendAxis),
    ]
    return [
        *(said(gap) for gap in gaps for said in (when_text, when_briefly)),
        *(reserve_briefly(each) for each in judgement.questions.values()),
        *(reading(bar) for bar in bars),
        *map(reason_text, judgement.reasons),
        headline(judgement),
        next_stops(judgement),
        earliest(judgement, None),
        owed_described(owed),
        *steps(),
        *(figure.to_json() for figure in figures),
    ]


def test_in_nynorsk_no_word_of_bokmal_is_left() -> None:
    with speaking(Language.NYNORSK):
        found = told()
    assert [(text, BOKMAL.findall(text)) for text in found if BOKMAL.search(text)] == []
    assert any(BOKMAL.search(text) for text in told())
