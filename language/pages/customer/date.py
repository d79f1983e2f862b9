"""What the page Dato og unntak says."""

from language.both import Both

TITLE = Both("Dato og unntak", "Dato og unntak")
