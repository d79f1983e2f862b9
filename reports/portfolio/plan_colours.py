"""How far ahead of the plan or behind it, in five steps that a colour shows: the words for each, and the bars of the legend."""

from reports.palette import Palette

# Days. Within a week is on the plan; a month is what is left between two cuts.
NEAR, FAR = 7, 30
WORDS = (
    f"mer enn {FAR} dager etter planen",
    f"{NEAR + 1} til {FAR} dager etter",
    f"på planen, innenfor {NEAR} dager",
    f"{NEAR + 1} til {FAR} dager foran",
    f"mer enn {FAR} dager foran",
)


def step_of(days: float) -> int:
    """Whole days ahead of the plan -> place in `WORDS` and in `Palette.plan`."""
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
