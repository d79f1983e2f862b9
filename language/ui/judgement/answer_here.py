"""What answering a question in the row where it is missing says."""

from language.both import Both

DONE = Both("Ferdig", "Ferdig")
WHOLE_TOPIC = Both("Se hele temaet", "Sjå heile temaet")
