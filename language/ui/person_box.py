"""What stands in a box to pick a person in."""

from language.both import Both

HINT = Both("Velg, eller skriv et navn", "Vel, eller skriv eit namn")
