"""What the fields for numbers and days say."""

from language.both import Both

NUMBER_HINT = Both("Skriv et tall", "Skriv eit tal")
DAY_HINT = Both("dd.mm.åååå", "dd.mm.åååå")
DAY_NEEDED = Both("Skriv en dato, for eksempel 01.02.2027.", "Skriv ein dato, til dømes 01.02.2027.")
