"""What the page on what came after the go-lives is called."""

from language.both import Both

TITLE = Both("Etter oppstart hos alle", "Etter oppstart hos alle")
