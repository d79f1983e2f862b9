"""Headings of the questions behind a figure."""

from language.both import Both

ID = Both("Id", "Id")
QUESTION = Both("Spørsmål", "Spørsmål")
STATUS = Both("Status", "Status")
WEIGHT = Both("Vekt", "Vekt")
ATTAINMENT = Both("Oppnåelse %", "Oppnåing %")
EXPECTED = Both("Forventet nå %", "Venta no %")
