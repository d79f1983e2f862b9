"""What the page Metode is called."""

from language.both import Both

TITLE = Both("Slik virker Klarsjekk", "Slik verkar Klarsjekk")
