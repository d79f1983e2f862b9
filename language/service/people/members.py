"""What someone is called whose name is gone."""

from language.both import Both

FORGOTTEN = Both("tidligere medlem", "tidlegare medlem")
