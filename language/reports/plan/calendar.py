"""What the calendar of a plan says: the go-live, the open hard stops, the actions, and the days on which figures are recorded."""

from language.both import Both

NAME = Both("Klarsjekk: {customer}", "Klarsjekk: {customer}")
CONCLUSION = Both("Konklusjon: {verdict}", "Konklusjon: {verdict}")
PASSED = Both("Frister som er passert:", "Fristar som er passerte:")
PASSED_OF = Both("Frister som er passert: {customer}", "Fristar som er passerte: {customer}")
GO_LIVE = Both("Oppstart: {customer}", "Oppstart: {customer}")
IN_USE = Both(
    "Løsningen er i bruk siden {day}. Før tallene under «Etter oppstart».",
    "Løysinga er i bruk sidan {day}. Før tala under «Etter oppstart».",
)
ROUND = Both("Før tallene {days} dager etter oppstart: {customer}", "Før tala {days} dagar etter oppstart: {customer}")
STOP = Both("Stoppkrav må være på plass: {question}", "Stoppkrav må vere på plass: {question}")
ABOUT_STOP = Both("{title}\n\nTiltak: {action}", "{title}\n\nTiltak: {action}")
BEGIN = Both("Må begynne senest: {question}", "Må byrje seinast: {question}")
ABOUT_BEGIN = Both("{title}\n\nTiltak: {action}\nFrist: {day}", "{title}\n\nTiltak: {action}\nFrist: {day}")
ACTION = Both("Tiltak: {text}", "Tiltak: {text}")
OWNER = Both("Eier: {owner}", "Eigar: {owner}")
NOBODY = Both("ingen", "ingen")
STATUS = Both("Status: {status}", "Status: {status}")
NOTICE = Both("Se på: {flags}", "Sjå på: {flags}")
