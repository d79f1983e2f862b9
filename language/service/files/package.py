"""What the data package is called, and what is in it."""

from language.both import Both

DATAPACKAGE = Both("Alle tabellene i én pakke", "Alle tabellane i éi pakke")
ABOUT_DATAPACKAGE = Both(
    "En Data Package: hver tabell som CSV for programmer, med nøkler, typer og en forklaring av hvert felt.",
    "Ein Data Package: kvar tabell som CSV for program, med nøklar, typar og ei forklaring av kvart felt.",
)
