"""Words for the plan: actions, approved exceptions, the way to go and what decides the earliest go-live.

On screen and on paper alike: `ui` takes its words from here.
"""

from language import count, day
from scoring.owed import GapWork
from scoring.plan import ActionStatus, PlannedAction
from scoring.shortest_way import Obstacle, ShortestWay, Step, Why
from scoring.vocabulary import Verdict
from scoring.waivers import Standing
from scoring.what_if import From

ACTION_STATUSES = {
    ActionStatus.PLANNED: "planlagt",
    ActionStatus.STARTED: "i gang",
    ActionStatus.DONE: "gjort",
    ActionStatus.DROPPED: "droppet",
}
# Of an action that belongs to no question.
OWN_ACTION = "Eget tiltak"
STANDINGS = {
    Standing.PROPOSED: "foreslått, venter på HPAS",
    Standing.HOLDS: "godkjent, gjelder nå",
    Standing.EXPIRED: "falt, utløpt",
    Standing.GO_LIVE_MOVED: "falt, oppstarten er flyttet forbi utløpet",
    Standing.ANSWER_CHANGED: "falt, svaret er endret",
    Standing.REJECTED: "avslått",
    Standing.WITHDRAWN: "trukket",
}
OBSTACLES = {
    Obstacle.WAIVER_OR_DATE: "rekker ikke datoen med vanlig arbeid: krever en raskere plan, godkjent unntak eller ny dato",
    Obstacle.DATE: "rekker ikke datoen med vanlig arbeid: krever en raskere plan eller ny dato",
}
FINISHED_FROM = {
    From.ANSWER: "datoen i svaret",
    From.ACTION: "fristen i planen",
    From.USUAL_WORK: "det det vanligvis tar fra i dag",
}
# What each way leads to.
TARGETS = {Verdict.BEHIND: "Så datoen holder", Verdict.CONDITIONAL: "Så dere er i rute"}
_WHYS = {Why.HARD_STOP: "stoppkrav", Why.COVERAGE: "trenger bare svar", Why.EXPECTED: "skal være på plass nå"}


def flags(planned: PlannedAction) -> list[str]:
    """What is to be noticed about an action; nothing, when all is well."""
    said = {
        "forsinket": planned.overdue,
        "blir for sent": planned.too_late,
        "mangler eier": planned.unowned,
        "mangler frist": planned.undated,
        "svar på nytt": planned.answer_again,
    }
    return [words for words, holds in said.items() if holds]


def flags_text(planned: PlannedAction) -> str:
    """«forsinket, mangler eier», and «» when nothing is to be noticed."""
    return ", ".join(flags(planned))


def action_text(planned: PlannedAction) -> str:
    """«planlagt, eier Åse, frist 12. mars 2027, blir for sent»: an action in a line, without what it says to do."""
    action = planned.action
    owner = f"eier {action.owner}" if action.owner else ""
    due = f"frist {day(action.due)}" if action.due else ""
    return ", ".join(part for part in (ACTION_STATUSES[action.status], owner, due, *flags(planned)) if part)


def step_text(step: Step) -> str:
    """Why a question is on the way, or what stands in the way of it."""
    return OBSTACLES[step.obstacle] if step.obstacle else _WHYS[step.why]


def shortest_way_text(way: ShortestWay) -> str:
    """The way with where it leads: «Til «I rute»: 2 spørsmål må bli bedre. …»."""
    if not way.steps:
        return f"{TARGETS[way.target]}: det er dere allerede."
    return f"{TARGETS[way.target]}: {shortest_way_summary(way)}"


def shortest_way_summary(way: ShortestWay) -> str:
    """How many questions must change, and whether that fits the days left. For a way that has steps."""
    many = f"{count(len(way.steps), 'spørsmål må bli bedre', 'spørsmål må bli bedre')}."
    stuck = [step.obstacle for step in way.steps if step.obstacle]
    if stuck:
        worst = Obstacle.DATE if Obstacle.DATE in stuck else Obstacle.WAIVER_OR_DATE
        return f"{many} {count(len(stuck), 'av dem', 'av dem')} {OBSTACLES[worst]}."
    if way.fits_in_sequence:
        return f"{many} Det rekkes før oppstarten, også ett om gangen (ferdig {day(way.in_sequence)})."
    if way.fits:
        return f"{many} Det rekkes før oppstarten hvis alt begynner i dag og går samtidig (ferdig {day(way.finish)})."
    return f"{many} Det rekkes ikke før oppstarten. Med vanlig tempo er det ferdig {day(way.finish)}."


def work_text(work: GapWork) -> str:
    """«4 spørsmål, 2 må gjøres nå, 1 stoppkrav»."""
    stops = f", {count(work.hard_stops, 'stoppkrav', 'stoppkrav')}" if work.hard_stops else ""
    return f"{count(work.questions, 'spørsmål', 'spørsmål')}, {work.due} må gjøres nå{stops}"
