"""What is said of a decision: what is decided, whether it holds, what has changed, and who has signed."""

from language.both import Both, Plural, Words
from scoring.decision.standing import DecisionStanding, Fall
from scoring.vocabulary import DecisionKind

DECISION_STANDINGS = Words(
    {
        DecisionStanding.WAITING: ("venter på underskrift", "ventar på underskrift"),
        DecisionStanding.HOLDS: ("gjelder", "gjeld"),
        DecisionStanding.FALLEN: ("gjelder ikke lenger", "gjeld ikkje lenger"),
        DecisionStanding.REPLACED: ("erstattet av en nyere", "erstatta av ei nyare"),
        DecisionStanding.PAST: ("ble ikke skrevet under av begge", "blei ikkje skriven under av begge"),
    }
)
# What each of them means, for the one who chooses.
MEANS = Words(
    {
        DecisionKind.GO: (
            "Alle stoppkrav er der de skal være, og dere starter som planlagt.",
            "Alle stoppkrav er der dei skal vere, og de startar som planlagt.",
        ),
        DecisionKind.CONDITIONS: (
            "Dere starter, og noen gjør det som er avtalt, innen en frist.",
            "De startar, og nokon gjer det som er avtalt, innan ein frist.",
        ),
        DecisionKind.POSTPONE: (
            "Oppstarten flyttes til en ny dag når begge har skrevet under.",
            "Oppstarten blir flytta til ein ny dag når begge har skrive under.",
        ),
    }
)
FELL = {
    Fall.WORSE_STOP: Plural(
        ("Et stoppkrav er dårligere enn da", "{n} stoppkrav er dårligere enn da"),
        ("Eit stoppkrav er dårlegare enn då", "{n} stoppkrav er dårlegare enn då"),
    ),
    Fall.WAIVER: Plural(
        ("Et godkjent unntak er falt", "{n} godkjente unntak er falt"),
        ("Eit godkjent unntak har falle bort", "{n} godkjende unntak har falle bort"),
    ),
}
BRIEFLY = Words(
    {
        Fall.WORSE_STOP: ("stoppkrav er dårligere", "stoppkrav er dårlegare"),
        Fall.WAIVER: ("unntak er falt", "unntak har falle bort"),
        Fall.GO_LIVE: ("oppstarten er flyttet", "oppstarten er flytta"),
    }
)
DECIDED = Both("{what} {day}", "{what} {day}")
POSTPONED = Both("{what} til {day}", "{what} til {day}")
MOVED = Both("Oppstarten er flyttet til {day}", "Oppstarten er flytta til {day}")
NO_DATE = Both("Oppstarten har ingen dato lenger", "Oppstarten har ingen dato lenger")
WAITS = Both("{what}, venter på {side}", "{what}, ventar på {side}")
WAITS_IN_A_CELL = Both("Venter på {side}: {what}", "Ventar på {side}: {what}")
SIGNED = Both("For {side}: {name}, {role}, {at}.{knew}", "For {side}: {name}, {role}, {at}.{knew}")
KNEW = Plural(
    (" Visste at {n}\u00a0svar ikke er sett på.",) * 2,
    (
        " Visste at {n}\u00a0svar ikkje er sett på.",
        " Visste at {n}\u00a0svar ikkje er sette på.",
    ),
)
STATE = Plural(
    (
        "Bygger på det som ble sendt inn {day} (innsending {snapshot}, spørreskjema {form}). "
        "Svarkjeden hadde {n}\u00a0ledd og endte i {head}.",
    )
    * 2,
    (
        "Byggjer på det som blei sendt inn {day} (innsending {snapshot}, spørjeskjema {form}). "
        "Svarkjeda hadde {n}\u00a0ledd og enda i {head}.",
    )
    * 2,
)
NOTHING = Both("ingenting", "ingenting")
TOO_LATE = Plural(
    ("{n}\u00a0dag for lite til at datoen holder", "{n}\u00a0dager for lite til at datoen holder"),
    ("{n}\u00a0dag for lite til at datoen held", "{n}\u00a0dagar for lite til at datoen held"),
)
CAUGHT_UP = Both("kan hentes inn til {day}", "kan hentast inn til {day}")
STOPS = Plural(("{n}\u00a0stoppkrav: {told}.",) * 2, ("{n}\u00a0stoppkrav: {told}.",) * 2)
