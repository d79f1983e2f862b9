"""What the page `pages/hpas/customers.py` is called."""

from language.both import Both

TITLE = Both("Kunder og tilgang", "Kundar og tilgang")
