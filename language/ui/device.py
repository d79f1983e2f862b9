"""What a browser is called."""

from language.both import Both

ON = Both("{browser} på {system}", "{browser} på {system}")
