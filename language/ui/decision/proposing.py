"""What deciding says: the choice, its fields and one's own signature."""

from language.both import Both, Plural

WHO_SIGNS = Both(
    "Den som bestemmer hos kunden, og HPAS, skriver under.", "Den som bestemmer hos kunden, og HPAS, skriv under."
)
SIGN_FOR = Both("Skriv under for {side}", "Skriv under for {side}")
NOT_NOW = Both(
    "Slik stoppkravene står, kan ikke forslaget skrives under. Lag et nytt.",
    "Slik stoppkrava står, kan ikkje forslaget skrivast under. Lag eit nytt.",
)
PROPOSAL = Both(
    "Forslaget er: {what}. Vilkår og begrunnelse står over.", "Forslaget er: {what}. Vilkår og grunngiving står over."
)
BOTH_SIGNED = Both("Begge har skrevet under.", "Begge har skrive under.")
BOTH_SIGNED_AND_MOVED = Both(
    "Begge har skrevet under. Oppstarten er flyttet.", "Begge har skrive under. Oppstarten er flytta."
)
PROPOSE = Both("Foreslå en beslutning", "Foreslå ei avgjerd")
PROPOSE_ANEW = Both("Foreslå en ny beslutning", "Foreslå ei ny avgjerd")
WHY_NOT = Both(
    "Ingen beslutning kan sette et stoppkrav til side. Rekker et stoppkrav ikke datoen, må det få godkjent unntak, eller "
    "oppstarten utsettes. Er noe på etterskudd, eller er et unntak i bruk, må dere starte med vilkår.",
    "Inga avgjerd kan setje eit stoppkrav til side. Rekk eit stoppkrav ikkje datoen, må det få godkjent unntak, eller "
    "oppstarten må utsetjast. Er noko på etterskot, eller er eit unntak i bruk, må de starte med vilkår.",
)
WHAT = Both("Hva foreslår du?", "Kva foreslår du?")
WHY_POSTPONE = Both("Hvorfor utsettes oppstarten?", "Kvifor blir oppstarten utsett?")
GROUNDS = Both("Begrunnelse (kan stå tom)", "Grunngiving (kan stå tom)")
SIGNED = Both(
    "Du har skrevet under for {side}. {other} må også skrive under.",
    "Du har skrive under for {side}. {other} må også skrive under.",
)
PROPOSE_AND_SIGN = Both("Foreslå og skriv under for {side}", "Foreslå og skriv under for {side}")
CONDITION = Both("Vilkår {number}", "Vilkår {number}")
RESPONSIBLE = Both("Ansvarlig for vilkår {number}", "Ansvarleg for vilkår {number}")
DUE = Both("Frist for vilkår {number}", "Frist for vilkår {number}")
ADD = Both("Legg til et vilkår", "Legg til eit vilkår")
NEW_DAY = Both("Ny oppstart", "Ny oppstart")
EARLIEST = Both(
    "Tidligste forsvarlige oppstart, slik det står nå: {day}.",
    "Tidlegaste forsvarlege oppstart, slik det står no: {day}.",
)
TOO_EARLY = Both(
    "Dette er tidligere enn det stoppkravene tillater, slik det står nå.",
    "Dette er tidlegare enn det stoppkrava tillèt, slik det står no.",
)
KNOWS = Plural(("Jeg vet at {n}\u00a0svar ikke er sett på.",) * 2, ("Eg veit at {n}\u00a0svar ikkje er sett på.",) * 2)
