"""What the page `pages/hpas/log.py` is called."""

from language.both import Both

TITLE = Both("Logg", "Logg")
