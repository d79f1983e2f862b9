"""What the address of programs says when there is nothing for them."""

from language.both import Both

TOO_OFTEN = Both(
    "Det er hentet for ofte. Vent et minutt, og hent sjeldnere: tallene endrer seg ikke så fort.",
    "Det er henta for ofte. Vent eit minutt, og hent sjeldnare: tala endrar seg ikkje så fort.",
)
TOO_MANY = Both("Mange henter tall akkurat nå. Prøv igjen om litt.", "Mange hentar tal akkurat no. Prøv igjen om litt.")
ONLY_READING = Both("Her kan tall bare hentes. Bruk GET eller HEAD.", "Her kan tal berre hentast. Bruk GET eller HEAD.")
