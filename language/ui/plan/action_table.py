"""What the table of actions says."""

from language.both import Both

ACTION = Both("Tiltak", "Tiltak")
QUESTION = Both("Spørsmål", "Spørsmål")
OWNER = Both("Eier", "Eigar")
DUE = Both("Frist", "Frist")
STATUS = Both("Status", "Status")
FLAGS = Both("Se på", "Sjå på")
MUST_BE = Both("Må være på plass", "Må vere på plass")
NOTE = Both("Notat", "Notat")
DESCRIBED = Both("Tiltakene med eier, frist og status", "Tiltaka med eigar, frist og status")
PICK_OWNER = Both(
    "Eier: velg fra listen. Et nytt navn skriver du under «Sett eier på flere».",
    "Eigar: vel frå lista. Eit nytt namn skriv du under «Set eigar på fleire».",
)
CONFLICT = Both(
    "En annen hadde endret det samme til «{content}». Det du skrev, gjelder nå.",
    "Ein annan hadde endra det same til «{content}». Det du skreiv, gjeld no.",
)
EMPTY = Both("tomt", "tomt")
