"""What stands on the buttons that hand out files."""

from language.both import Both

FOR_EXCEL = Both("CSV for Excel", "CSV for Excel")
FOR_PROGRAMS = Both("CSV for programmer", "CSV for program")
DESCRIPTION = Both("Beskrivelse av filen (JSON)", "Beskriving av fila (JSON)")
STARTED = Both(
    "Nedlastingen har startet. [Hent filen]({link}) hvis den ikke kommer av seg selv.",
    "Nedlastinga har starta. [Hent fila]({link}) om ho ikkje kjem av seg sjølv.",
)
