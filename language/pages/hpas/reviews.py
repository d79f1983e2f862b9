"""What the page `pages/hpas/reviews.py` is called."""

from language.both import Both

TITLE = Both("Kvalitetssikring", "Kvalitetssikring")
