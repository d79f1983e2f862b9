"""What every report of one customer says alike."""

from language.both import Both

INVENTED = Both("{customer} (oppdiktet)", "{customer} (oppdikta)")
EVERYTHING = Both("Alt", "Alt")
