"""What the page Send inn says."""

from language.both import Both

TITLE = Both("Send inn", "Send inn")
