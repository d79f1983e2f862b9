"""The few words that stand on many pages; what one module alone says stands in its own file."""

from language.both import Both, Plural

NOT_SAVED = Both("Ikke lagret.", "Ikkje lagra.")
ANSWERS = Plural(("{n}\u00a0svar", "{n}\u00a0svar"), ("{n}\u00a0svar", "{n}\u00a0svar"))
