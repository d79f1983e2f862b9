"""What stands over the ways to send someone their questions."""

from language.both import Both

OPEN = Both("Åpne spørsmålene", "Opne spørsmåla")
BOOK = Both("Excel-fil med bare disse", "Excel-fil med berre desse")
BY_LINK = Both(
    "Tekst til e-post, med lenke. For den som har tilgang.", "Tekst til e-post, med lenkje. For den som har tilgang."
)
BY_FILE = Both(
    "Tekst til e-post, med Excel-filen som vedlegg. For den som ikke logger inn.",
    "Tekst til e-post, med Excel-fila som vedlegg. For den som ikkje loggar inn.",
)
