"""How far ahead of the plan or behind it, in five steps that a colour shows: the words for each, and the bars of the legend."""

from language.reports.portfolio import plan_colours as words
from reports.palette import Palette

# Days. Within a week is on the plan; a month is what is left between two cuts.
NEAR, FAR = 7, 30


def steps() -> tuple[str, ...]:
    """What each step is called, the farthest behind first."""
    return (
        words.FAR_AFTER(far=FAR),
        words.AFTER(near=NEAR + 1, far=FAR),
        words.ON_PLAN(near=NEAR),
        words.AHEAD(near=NEAR + 1, far=FAR),
        words.FAR_AHEAD(far=FAR),
    )


def step_of(days: float) -> int:
    """Whole days ahead of the plan -> place in `steps` and in `Palette.plan`."""
    whole = round(days)
    return 2 + (whole > NEAR) + (whole > FAR) - (whole < -NEAR) - (whole < -FAR)


def signed(days: float) -> str:
    """«+9», «−34», «0»: readable without colour."""
    whole = round(days)
    return f"{whole:+d}".replace("-", "−") if whole else "0"


def swatch_svg(step: int, colours: Palette) -> str:
    """A box in the colour of a step, with a frame, for the legend."""
    box = f'<rect x="0.5" y="0.5" width="27" height="15" fill="{colours.plan[step]}" stroke="{colours.muted}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="28" height="16" viewBox="0 0 28 16">{box}</svg>'
