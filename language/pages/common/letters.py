"""What the page Varsler says by itself."""

from language.both import Both

TITLE = Both("Varsler", "Varsel")
