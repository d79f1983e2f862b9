"""What the page `pages/hpas/data.py` is called."""

from language.both import Both

TITLE = Both("Data til programmer", "Data til program")
