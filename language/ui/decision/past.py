"""What earlier decisions say."""

from language.both import Both, Words

ALL = Both("Alle beslutninger", "Alle avgjerder")
HOW_KEPT = Both(
    "Ingenting blir overskrevet. En beslutning tas tilbake bare ved at begge skriver under på en ny.",
    "Ingenting blir skrive over. Ei avgjerd blir teken tilbake berre ved at begge skriv under på ei ny.",
)
CONCLUSION = Both(
    "Konklusjonen da: {verdict}. Stoppkravene slik de sto:", "Konklusjonen då: {verdict}. Stoppkrava slik dei stod:"
)
STOP = Both("{title}: {answer}. {stands}. {hpas}.", "{title}: {answer}. {stands}. {hpas}.")
STOP_WAIVED = Both(
    "{title}: {answer}. {stands}, med godkjent unntak. {hpas}.",
    "{title}: {answer}. {stands}, med godkjent unntak. {hpas}.",
)
# Whether HPAS agreed; None where it had not looked.
HPAS = Words(
    {
        True: ("HPAS var enig", "HPAS var einig"),
        False: ("HPAS var uenig", "HPAS var ueinig"),
        None: ("HPAS hadde ikke sett på svaret", "HPAS hadde ikkje sett på svaret"),
    }
)
