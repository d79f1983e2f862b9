"""Bullet bars as pictures of a few boxes: what is in place against what is expected. They weigh nothing and are there at once."""

from reports.judgement.figures import Bar
from reports.palette import Palette

# Units of the picture, which is stretched to the room there is: the broad band, the narrow bar in it, and the mark that
# stands out of both.
WIDTH, BAND, NARROW, MARK = 1000, 14, 6, 20


def bar_svg(bar: Bar, colours: Palette) -> str:
    """The range as a broad band, what is in place as a narrow bar, what is expected as a mark across. Points 0..100 along it.

    There is no word in it: the words stand beside it.
    """
    figures = bar.figures
    found = [_box(0, 100, BAND, colours.rail)]
    if figures.low is not None and figures.high is not None:
        found.append(_box(figures.low, figures.high, BAND, colours.spread))
    if figures.readiness is not None:
        found.append(_box(0, figures.readiness, NARROW, colours.short if bar.short else colours.reached))
    if figures.expected is not None:
        mark = min(figures.expected, 99.5)
        found.append(_box(mark, mark + 0.5, MARK, colours.mark))
    view = f'viewBox="0 0 {WIDTH} {MARK}" width="{WIDTH}" height="{MARK}" preserveAspectRatio="none"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{"".join(found)}</svg>'


def _box(left: float, right: float, height: int, colour: str) -> str:
    part = WIDTH / 100
    place = f'x="{left * part:.1f}" y="{(MARK - height) / 2:.0f}" width="{(right - left) * part:.1f}" height="{height}"'
    return f'<rect {place} fill="{colour}"/>'
