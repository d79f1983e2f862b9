"""What every letter says: its greeting, and how much more there is than it tells."""

from language.both import Both

HELLO = Both("Hei,", "Hei,")
HELLO_NAME = Both("Hei {name},", "Hei {name},")
AND_MORE = Both("og {left} til", "og {left} til")
