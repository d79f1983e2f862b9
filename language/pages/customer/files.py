"""What the page Filer says."""

from language.both import Both

TITLE = Both("Filer", "Filer")
BRING_IN = Both("Hent inn svar", "Hent inn svar")
