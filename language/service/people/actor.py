"""What the user is called where nobody logs in."""

from language.both import Both

LOCAL_USER = Both("Lokal bruker", "Lokal brukar")
