"""The few words that stand on many pages; what one module alone says stands in its own file."""

from language.both import Both

NOT_SAVED = Both("Ikke lagret.", "Ikkje lagra.")
PREVIOUS = Both("Forrige", "Førre")
NEXT = Both("Neste", "Neste")
