"""What stands on the table of a matrix question."""

from language.both import Both

COLUMNS_MEAN = Both("**Antall:** {done}. **Av i alt:** {all}.", "**Antal:** {done}. **Av i alt:** {all}.")
DONE = Both("Antall", "Antal")
ALL = Both("Av i alt", "Av i alt")
REASON = Both("Gjelder ikke fordi", "Gjeld ikkje fordi")
ROW_AMISS = Both("Raden «{name}»: {why}", "Rada «{name}»: {why}")
NO_NAME = Both("Skriv hva raden er, i den første kolonnen.", "Skriv kva rada er, i den første kolonnen.")
