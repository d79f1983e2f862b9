"""Words for the plan: actions, approved exceptions, the way to go and what decides the earliest go-live.

On screen and on paper alike: `ui` takes its words from here.
"""

from collections.abc import Sequence

from language import HARD_STOPS, VERDICTS, count, day
from scoring.plan import ActionStatus, PlannedAction
from scoring.shortest_way import Obstacle, Step, Way, Why
from scoring.unreachable import Beyond, OutOfReach
from scoring.waiting_on import Work
from scoring.waivers import Standing
from scoring.what_if import From, Link

ACTION_STATUSES = {
    ActionStatus.PLANNED: "planlagt",
    ActionStatus.STARTED: "i gang",
    ActionStatus.DONE: "gjort",
    ActionStatus.DROPPED: "droppet",
}
STANDINGS = {
    Standing.PROPOSED: "foreslått, venter på HPAS",
    Standing.HOLDS: "godkjent, gjelder nå",
    Standing.EXPIRED: "falt, utløpt",
    Standing.ANSWER_CHANGED: "falt, svaret er endret",
    Standing.REJECTED: "avslått",
    Standing.WITHDRAWN: "trukket",
}
OBSTACLES = {
    Obstacle.WAIVER_OR_DATE: "kan ikke lenger nås i tide: krever godkjent unntak eller ny dato",
    Obstacle.DATE: "kan ikke lenger nås i tide: krever ny dato",
}
FINISHED_FROM = {
    From.ANSWER: "datoen i svaret",
    From.ACTION: "fristen i planen",
    From.LEAD_DAYS: "vanlig ledetid fra i dag",
}
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


def way_text(way: Way) -> str:
    """The way with where it leads: «Til «I rute»: 2 spørsmål må bli bedre. …»."""
    target = VERDICTS[way.target]
    if not way.steps:
        return f"Konklusjonen er allerede «{target}» eller bedre."
    return f"Til «{target}»: {way_told(way)}"


def way_told(way: Way) -> str:
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
    return f"{many} Det rekkes ikke før oppstarten. Med vanlig ledetid er det ferdig {day(way.finish)}."


def reach_summary(found: Sequence[OutOfReach]) -> str:
    """How many hard stops work cannot reach, and what helps instead."""
    many = count(len(found), "stoppkrav kan ikke lenger nås i tide", "stoppkrav kan ikke lenger nås i tide")
    return f"{many}. Det krever godkjent unntak eller ny dato for oppstart."


def reach_text(one: OutOfReach, days_left: int) -> str:
    """Why work does not reach a hard stop before the go-live, in a sentence."""
    if one.beyond is Beyond.LEAD_TIME or one.begun_by is None:
        lead = count(one.question.lead_days, "dag", "dager")
        return f"Vanlig ledetid er {lead}, og det er {count(days_left, 'dag', 'dager')} igjen."
    if one.beyond is Beyond.BEGUN_ALREADY:
        return f"Det måtte være begynt senest {day(one.begun_by)}. Er det det, så svar på spørsmålet."
    return f"Det måtte være begynt senest {day(one.begun_by)}."


def link_text(link: Link) -> str:
    """One link of the chain: «stoppkrav: ferdig 1. mars 2027 (fristen i planen), må være på plass 60 dager før oppstart»."""
    stop = HARD_STOPS[link.question.hard_stop] if link.question.hard_stop else ""
    before = f"må være på plass {count(link.margin, 'dag', 'dager')} før oppstart"
    return f"{stop}: ferdig {day(link.finish)} ({FINISHED_FROM[link.finish_from]}), {before}"


def allows_text(link: Link) -> str:
    """The first day of go-live one hard stop allows, and why."""
    return f"{link.question.id} tillater tidligst oppstart {day(link.allows)}: {link_text(link)}."


def work_text(work: Work) -> str:
    """«4 spørsmål, 2 forfalt nå, 1 stoppkrav»."""
    stops = f", {count(work.hard_stops, 'stoppkrav', 'stoppkrav')}" if work.hard_stops else ""
    return f"{count(work.questions, 'spørsmål', 'spørsmål')}, {work.due} forfalt nå{stops}"
