"""What the answers behind a cell of the comparison are told with."""

from language.both import Both, Plural

CHOOSE_CELL = Both(
    "Velg en rute i tabellen for å se svarene bak den.", "Vel ei rute i tabellen for å sjå kva svar som ligg bak."
)
EVERYTHING = Both("alt", "alt")
SEE_ANSWERS = Both("Se svarene", "Sjå svara")
GO_TO_CUSTOMER = Both("Gå til kunden", "Gå til kunden")
FAILING = Plural(
    ("{n}\u00a0stoppkrav svikter", "{n}\u00a0stoppkrav svikter"),
    ("{n}\u00a0stoppkrav sviktar", "{n}\u00a0stoppkrav sviktar"),
)
TITLE = Both("Svarene bak ruten", "Svara bak ruta")
FROM_SUBMISSION = Both(
    "Svarene er fra innsendingen. Eier og frist er fra tiltakene slik de er i dag.",
    "Svara er frå innsendinga. Eigar og frist er frå tiltaka slik dei er i dag.",
)
DESCRIBED = Both("Svarene bak ruten for {what}, med eier og frist", "Svara bak ruta for {what}, med eigar og frist")
ANSWER = Both("Svar", "Svar")
STATUS = Both("Status", "Status")
OWNER = Both("Eier", "Eigar")
ATTAINMENT = Both("Oppnåelse", "Oppnåing")
ID = Both("Id", "Id")
IS_TO_ANSWER = Both("{name} (svarer)", "{name} (svarar)")
