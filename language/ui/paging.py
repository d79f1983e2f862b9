"""What the way through a long list says of where one is."""

from language.both import Both

WHERE = Both("Side {page} av {pages}", "Side {page} av {pages}")
