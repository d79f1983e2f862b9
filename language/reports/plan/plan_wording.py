"""What is said of the plan: actions, approved exceptions, the way to go and what decides the earliest go-live."""

from language.both import Both, Plural, Words
from scoring.plan import ActionStatus
from scoring.shortest_way import Obstacle, Why
from scoring.vocabulary import Verdict
from scoring.waivers import Standing
from scoring.what_if import From

ACTION_STATUSES = Words(
    {
        ActionStatus.PLANNED: "planlagt",
        ActionStatus.STARTED: "i gang",
        ActionStatus.DONE: "gjort",
        ActionStatus.DROPPED: ("droppet", "droppa"),
    }
)
# Of an action that belongs to no question.
OWN_ACTION = Both("Eget tiltak", "Eige tiltak")
STANDINGS = Words(
    {
        Standing.PROPOSED: ("foreslått, venter på HPAS", "foreslått, ventar på HPAS"),
        Standing.HOLDS: ("godkjent, gjelder nå", "godkjent, gjeld no"),
        Standing.EXPIRED: ("falt, utløpt", "falle bort, gått ut"),
        Standing.GO_LIVE_MOVED: (
            "falt, oppstarten er flyttet forbi utløpet",
            "falle bort, oppstarten er flytta forbi utløpet",
        ),
        Standing.ANSWER_CHANGED: ("falt, svaret er endret", "falle bort, svaret er endra"),
        Standing.REJECTED: "avslått",
        Standing.WITHDRAWN: ("trukket", "trekt"),
    }
)
OBSTACLES = Words(
    {
        Obstacle.WAIVER_OR_DATE: (
            "rekker ikke datoen med vanlig arbeid: krever en raskere plan, godkjent unntak eller ny dato",
            "rekk ikkje datoen med vanleg arbeid: krev ein raskare plan, godkjent unntak eller ny dato",
        ),
        Obstacle.DATE: (
            "rekker ikke datoen med vanlig arbeid: krever en raskere plan eller ny dato",
            "rekk ikkje datoen med vanleg arbeid: krev ein raskare plan eller ny dato",
        ),
    }
)
FINISHED_FROM = Words(
    {
        From.ANSWER: "datoen i svaret",
        From.ACTION: "fristen i planen",
        From.USUAL_WORK: ("det det vanligvis tar fra i dag", "det det vanlegvis tek frå i dag"),
    }
)
# What each way leads to.
TARGETS = Words(
    {
        Verdict.BEHIND: ("Så datoen holder", "Så datoen held"),
        Verdict.CONDITIONAL: ("Så dere er i rute", "Så de er i rute"),
    }
)
WHYS = Words(
    {
        Why.HARD_STOP: "stoppkrav",
        Why.COVERAGE: ("trenger bare svar", "treng berre svar"),
        Why.EXPECTED: ("skal være på plass nå", "skal vere på plass no"),
    }
)
# What is to be noticed about an action, by what is so of it (`scoring.plan.PlannedAction`).
FLAGS = Words(
    {
        "overdue": ("forsinket", "forseinka"),
        "too_late": ("blir for sent", "blir for seint"),
        "unowned": ("mangler eier", "manglar eigar"),
        "undated": ("mangler frist", "manglar frist"),
        "answer_again": "svar på nytt",
    }
)
OWNER = Both("eier {owner}", "eigar {owner}")
DUE = Both("frist {day}", "frist {day}")
THERE_ALREADY = Both("{target}: det er dere allerede.", "{target}: det er de allereie.")
MUST_IMPROVE = Plural(
    ("{n}\u00a0spørsmål må bli bedre.",) * 2,
    ("{n}\u00a0spørsmål må bli betre.",) * 2,
)
OF_THEM = Plural(("{many} {n}\u00a0av dem {obstacle}.",) * 2, ("{many} {n}\u00a0av dei {obstacle}.",) * 2)
ONE_BY_ONE = Both(
    "{many} Det rekkes før oppstarten, også ett om gangen (ferdig {day}).",
    "{many} De rekk det før oppstarten, også eitt om gongen (ferdig {day}).",
)
TOGETHER = Both(
    "{many} Det rekkes før oppstarten hvis alt begynner i dag og går samtidig (ferdig {day}).",
    "{many} De rekk det før oppstarten om alt byrjar i dag og går samtidig (ferdig {day}).",
)
NOT_IN_TIME = Both(
    "{many} Det rekkes ikke før oppstarten. Med vanlig tempo er det ferdig {day}.",
    "{many} De rekk det ikkje før oppstarten. Med vanleg tempo er det ferdig {day}.",
)
WORK = Plural(
    ("{n}\u00a0spørsmål, {due} må gjøres nå{stops}",) * 2,
    ("{n}\u00a0spørsmål, {due} må gjerast no{stops}",) * 2,
)
WITH_STOPS = Plural((", {n}\u00a0stoppkrav",) * 2, (", {n}\u00a0stoppkrav",) * 2)
