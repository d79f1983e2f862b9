"""Words that stand in every workbook: at the foot of a page, and for a truth value."""

from language.both import Both

PAGES = Both("Side {page} av {pages}", "Side {page} av {pages}")
YES = Both("ja", "ja")
NO = Both("nei", "nei")
