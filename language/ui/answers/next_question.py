"""What the way to the next question says."""

from language.both import Both, Plural

NEXT = Both("Neste ubesvarte spørsmål", "Neste spørsmål utan svar")
THESE_ANSWERED = Both("Alle disse er besvart.", "Alle desse har svar.")
LAST_ONE = Both("Dette er det eneste spørsmålet som står igjen.", "Dette er det einaste spørsmålet som står igjen.")
ALL_ANSWERED = Both("Alt er besvart. Kom tilbake når noe endrer seg.", "Alt har svar. Kom tilbake når noko endrar seg.")
ALL_BUT_WAITING = Plural(
    (
        "Alt er besvart. {n}\u00a0svar venter på andre. Kom tilbake når noe endrer seg.",
        "Alt er besvart. {n}\u00a0svar venter på andre. Kom tilbake når noe endrer seg.",
    ),
    (
        "Alt har svar. {n}\u00a0svar ventar på andre. Kom tilbake når noko endrar seg.",
        "Alt har svar. {n}\u00a0svar ventar på andre. Kom tilbake når noko endrar seg.",
    ),
)
SEE_GAPS = Both("Se hva som mangler", "Sjå kva som manglar")
SEND_IN = Both("Send inn til HPAS", "Send inn til HPAS")
