"""What the page on how all customers come along is called."""

from language.both import Both

TITLE = Both("Utvikling for alle", "Utvikling for alle")
