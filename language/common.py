"""The few words that stand on many pages; what one module alone says stands in its own file."""

from language.both import Both, Plural

NOT_SAVED = Both("Ikke lagret.", "Ikkje lagra.")
PREVIOUS = Both("Forrige", "Førre")
NEXT = Both("Neste", "Neste")
QUESTIONS = Plural(("{n}\u00a0spørsmål", "{n}\u00a0spørsmål"), ("{n}\u00a0spørsmål", "{n}\u00a0spørsmål"))
ANSWERS = Plural(("{n}\u00a0svar", "{n}\u00a0svar"), ("{n}\u00a0svar", "{n}\u00a0svar"))
QUOTED = Both("«{text}»", "«{text}»")
TAKEN_AWAY = Both("tatt bort", "tatt bort")
STILL_ABOVE = Both("Det du skrev, står fortsatt over.", "Det du skreiv, står framleis over.")
LATEST_CHANGES = Both("De {n} siste av {all} endringer vises.", "Dei {n} siste av {all} endringar er med.")
# What stops a go-live or a phase of it, in a list of marks.
HARD_STOP = Both("stoppkrav", "stoppkrav")
UNKNOWN = Both("ukjent", "ukjent")
