"""What the page Etter oppstart says."""

from language.both import Both

TITLE = Both("Etter oppstart", "Etter oppstart")
TAKE_AWAY = Both("Ta tallene med deg", "Ta tala med deg")
