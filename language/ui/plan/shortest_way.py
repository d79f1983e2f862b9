"""What the shortest way says."""

from language.both import Both

HEADING = Both("Korteste vei videre", "Kortaste veg vidare")
QUESTION = Both("Spørsmål", "Spørsmål")
WHY = Both("Hvorfor", "Kvifor")
TAKES = Both("Tar vanligvis", "Tek vanlegvis")
IN_DAYS = Both("%d dager", "%d dagar")
FINISH = Both("Kan være ferdig", "Kan vere ferdig")
MUST_BE = Both("Må være på plass", "Må vere på plass")
