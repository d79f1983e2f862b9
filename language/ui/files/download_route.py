"""What the address of a file says when there is none."""

from language.both import Both

NOT_FOUND = Both(
    "Filen finnes ikke, eller lenken er brukt opp. Gå tilbake til Klarsjekk og last ned på nytt.",
    "Fila finst ikkje, eller lenkja er brukt opp. Gå tilbake til Klarsjekk og last ned på nytt.",
)
