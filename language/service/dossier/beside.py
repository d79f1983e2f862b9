"""Where a file is altered, of what lies beside the answers."""

from language.both import Both

PROFILE = Both("Om virksomheten", "Om verksemda")
FACT = Both("Om virksomheten: {title}", "Om verksemda: {title}")
FIGURE = Both("Etter oppstart: {title}", "Etter oppstart: {title}")
START = Both("oppstarten", "oppstarten")
FIGURES = Both("tallene etter oppstart", "tala etter oppstart")
