"""The few words that stand on many pages; what one module alone says stands in its own file."""

from language.both import Both

NOT_SAVED = Both("Ikke lagret.", "Ikkje lagra.")
# What stops a go-live or a phase of it, in a list of marks.
HARD_STOP = Both("stoppkrav", "stoppkrav")
UNKNOWN = Both("ukjent", "ukjent")
