"""What the page Kom i gang says by itself."""

from language.both import Both

TITLE = Both("Kom i gang med Klarsjekk", "Kom i gang med Klarsjekk")
