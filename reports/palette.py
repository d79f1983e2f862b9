"""Colours of the figures, light and dark; text and marks keep at least 4.5 : 1 and 3 : 1 against their ground (WCAG AA)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """ground: the page. ink: text. muted: secondary text. rail: the empty bar. spread: from lowest to highest possible.

    reached, short: the bar at or above, and below, what is expected. mark: the line at what is expected.
    scale: from nothing in place to everything, for heat maps. unknown: no figure. plan: from far behind the plan, by what
    is on it, to far ahead.
    """

    ground: str
    ink: str
    muted: str
    rail: str
    spread: str
    reached: str
    short: str
    mark: str
    scale: tuple[str, ...]
    unknown: str
    plan: tuple[str, str, str, str, str]


LIGHT = Palette(
    ground="#fbfaf6",
    ink="#1c2b2e",
    muted="#4c5452",
    rail="#e6e3d8",
    spread="#c4cfcc",
    reached="#1d5b63",
    short="#a8481f",
    mark="#1c2b2e",
    scale=("#f6e3d3", "#efe9d6", "#d7e5dc", "#aacfca", "#7fb9b6"),
    unknown="#f0eee6",
    plan=("#eda67f", "#f8d9c4", "#f3f1ea", "#cfe5e2", "#8ec6c3"),
)
DARK = Palette(
    ground="#12191b",
    ink="#e8ecea",
    muted="#bcc5c3",
    rail="#2a3436",
    spread="#4a5a5b",
    reached="#7cc4bf",
    short="#ea9a6a",
    mark="#e8ecea",
    scale=("#4a2c1c", "#3b3522", "#264039", "#1d5552", "#1d6a68"),
    unknown="#1c2629",
    plan=("#7d3a17", "#4a2c1c", "#1c2629", "#1b4543", "#1d6a68"),
)


def palette(*, dark: bool) -> Palette:
    return DARK if dark else LIGHT
