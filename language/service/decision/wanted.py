"""What is wrong with a condition as it was written."""

from language.both import Both

OWNER_IN_ONE_LINE = Both("Skriv hvem som har ansvaret, på én linje.", "Skriv kven som har ansvaret, på éi linje.")
TEXT_MISSING = Both("Skriv hva som må være gjort.", "Skriv kva som må vere gjort.")
DUE_PASSED = Both("Velg en frist som ikke er passert.", "Vel ein frist som ikkje er passert.")
