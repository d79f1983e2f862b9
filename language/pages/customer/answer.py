"""What the page Egenvurdering is called."""

from language.both import Both

TITLE = Both("Egenvurdering", "Eigenvurdering")
