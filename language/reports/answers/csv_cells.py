"""Which column an answer belongs in, by its heading for programs and for people."""

from language.both import Both

VALUE = Both("value (Svar)", "value (Svar)")
DONE_AND_ALL = Both("done og all (Antall og Av i alt)", "done og all (Antal og Av i alt)")
