"""The picture of the chain: every bar, mark and line lies on the axis that is drawn, and the words are all there."""

from datetime import date

from language import day
from reports.palette import palette
from reports.plan.timeline import chain_chart, chain_described
from scoring.what_if import chain
from tests.scoring.builders import judged
from tests.scoring.test_what_if import AS_OF, CASE, GO_LIVE

LINKS = chain(judged(CASE), CASE.actions)
FIGURE = chain_chart(LINKS, judged(CASE), palette(dark=False))
BARS = [shape for shape in FIGURE.layout.shapes if shape.type == "rect"]
LINES = {shape.line.dash: date.fromisoformat(str(shape.x0)) for shape in FIGURE.layout.shapes if shape.type == "line"}


def test_everything_lies_on_the_axis() -> None:
    first, last = (date.fromisoformat(str(end)) for end in FIGURE.layout.xaxis.range)
    days = [date.fromisoformat(str(end)) for bar in BARS for end in (bar.x0, bar.x1)]
    days += [*LINES.values(), *(date.fromisoformat(str(mark)) for mark in FIGURE.data[0].x)]
    assert len(BARS) == 2 * len(LINKS) == 6
    assert all(first <= each <= last for each in days)


def test_the_work_ends_where_the_days_in_place_begin_and_those_end_on_the_day_it_allows() -> None:
    found = [(str(work.x1), str(held.x0), str(held.x1)) for work, held in zip(BARS[::2], BARS[1::2], strict=True)]
    assert found == [(str(link.finish), str(link.finish), str(link.allows)) for link in LINKS]


def test_the_three_lines_are_today_the_go_live_and_the_earliest_one() -> None:
    assert {"dot": AS_OF, "solid": GO_LIVE, "dash": LINKS[0].allows} == LINES


def test_each_row_says_what_it_allows_in_the_picture_and_in_words() -> None:
    said = [str(note.text) for note in FIGURE.layout.annotations]
    for link, text in zip(LINKS, said, strict=True):
        assert f"tidligst {day(link.allows)}" in text
        assert day(link.allows) in chain_described(LINKS)
