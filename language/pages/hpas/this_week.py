"""What HPAS's first page is called, and its paper."""

from language.both import Both

TITLE = Both("Denne uken", "Denne veka")
STATUS = Both("Status til styringsgruppen (PDF)", "Status til styringsgruppa (PDF)")
