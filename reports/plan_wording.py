"""Words for the plan: actions, approved exceptions, the way to go and what decides the earliest go-live."""

from language import HARD_STOPS, count, day, listed
from scoring.plan import ActionStatus, PlannedAction
from scoring.shortest import Obstacle, Way, Why
from scoring.waiting import Work
from scoring.waivers import Standing
from scoring.what_if import From, Link
from scoring.words import Verdict

ACTION_STATUSES = {
    ActionStatus.PLANNED: "planlagt",
    ActionStatus.STARTED: "påbegynt",
    ActionStatus.DONE: "gjort",
    ActionStatus.DROPPED: "droppet",
}
STANDINGS = {
    Standing.PROPOSED: "foreslått, venter på HPAS",
    Standing.HOLDS: "godkjent",
    Standing.EXPIRED: "falt: utløpt",
    Standing.ANSWER_CHANGED: "falt: svaret er endret",
    Standing.REJECTED: "avslått",
    Standing.WITHDRAWN: "trukket tilbake",
}
WHYS = {
    Why.HARD_STOP: "stoppkrav som ikke er oppfylt",
    Why.COVERAGE: "trengs for at nok skal være besvart",
    Why.EXPECTED: "skulle vært på plass nå",
}
OBSTACLES = {
    Obstacle.WAIVER_OR_DATE: "lar seg ikke løse med innsats: søk unntak eller flytt oppstarten",
    Obstacle.DATE: "lar seg ikke løse med innsats: flytt oppstarten",
}
FINISHED_FROM = {
    From.ANSWER: "datoen som er svart",
    From.ACTION: "fristen på tiltaket",
    From.LEAD_DAYS: "vanlig ledetid fra i dag",
}
_TARGETS = {Verdict.CONDITIONAL: "Klar med vilkår", Verdict.ON_TRACK: "I rute"}


def flags_text(planned: PlannedAction) -> str:
    """What is to be noticed about an action, «» when nothing is."""
    said = [
        (planned.overdue, "fristen er passert"),
        (planned.too_late, "fristen er etter dagen det må være på plass"),
        (planned.unowned, "uten ansvarlig"),
        (planned.undated, "uten frist"),
        (planned.answer_again, "gjort: svar på spørsmålet på nytt"),
    ]
    return "; ".join(words for holds, words in said if holds)


def way_text(way: Way) -> str:
    """The way in a sentence or three: how many questions, and whether they fit."""
    target = _TARGETS[way.target]
    if not way.steps:
        return f"Konklusjonen er allerede «{target}» eller bedre."
    many = count(len(way.steps), "spørsmål", "spørsmål")
    if not way.by_effort:
        stuck = listed([step.question.id for step in way.steps if step.obstacle])
        return f"{many} må endres for «{target}». {stuck} {OBSTACLES[_worst(way)]}."
    when = f"Med alt i gang i dag er det gjort {day(way.finish)}"
    fits = "og rekker oppstarten" if way.fits else "og rekker ikke oppstarten"
    after = f"En etter en: {day(way.in_sequence)}."
    return f"{many} må endres for «{target}». {when} {fits}. {after}"


def _worst(way: Way) -> Obstacle:
    found = {step.obstacle for step in way.steps}
    return Obstacle.DATE if Obstacle.DATE in found else Obstacle.WAIVER_OR_DATE


def link_text(link: Link) -> str:
    """One link of the chain: «KO-0602: ferdig 1. mars 2027 (vanlig ledetid fra i dag), 60 dager før oppstart: …»."""
    stop = HARD_STOPS[link.question.hard_stop] if link.question.hard_stop else ""
    before = f"må være på plass {count(link.margin, 'dag', 'dager')} før oppstart"
    return f"{stop}: ferdig {day(link.finish)} ({FINISHED_FROM[link.finish_from]}), {before}"


def work_text(work: Work) -> str:
    """«4 spørsmål, 2 forfalt nå, 1 stoppkrav»."""
    stops = f", {count(work.hard_stops, 'stoppkrav', 'stoppkrav')}" if work.hard_stops else ""
    return f"{count(work.questions, 'spørsmål', 'spørsmål')}, {work.due} forfalt nå{stops}"
