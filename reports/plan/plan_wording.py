"""Words for the plan: actions, approved exceptions, the way to go and what decides the earliest go-live.

On screen and on paper alike: `ui` takes its words from here.
"""

from language import day
from language.reports.plan import plan_wording as words
from scoring.owed import GapWork
from scoring.plan import PlannedAction
from scoring.shortest_way import Obstacle, ShortestWay, Step

ACTION_STATUSES = words.ACTION_STATUSES
# Of an action that belongs to no question.
OWN_ACTION = "Eget tiltak"
STANDINGS = words.STANDINGS
FINISHED_FROM = words.FINISHED_FROM
# What each way leads to.
TARGETS = words.TARGETS


def flags(planned: PlannedAction) -> list[str]:
    """What is to be noticed about an action; nothing, when all is well."""
    return [told for what, told in words.FLAGS.items() if getattr(planned, what)]


def flags_text(planned: PlannedAction) -> str:
    """«forsinket, mangler eier», and «» when nothing is to be noticed."""
    return ", ".join(flags(planned))


def action_text(planned: PlannedAction) -> str:
    """«planlagt, eier Åse, frist 12. mars 2027, blir for sent»: an action in a line, without what it says to do."""
    action = planned.action
    owner = words.OWNER(owner=action.owner) if action.owner else ""
    due = words.DUE(day=day(action.due)) if action.due else ""
    return ", ".join(part for part in (ACTION_STATUSES[action.status], owner, due, *flags(planned)) if part)


def step_text(step: Step) -> str:
    """Why a question is on the way, or what stands in the way of it."""
    return words.OBSTACLES[step.obstacle] if step.obstacle else words.WHYS[step.why]


def shortest_way_text(way: ShortestWay) -> str:
    """The way with where it leads: «Til «I rute»: 2 spørsmål må bli bedre. …»."""
    if not way.steps:
        return words.THERE_ALREADY(target=TARGETS[way.target])
    return f"{TARGETS[way.target]}: {shortest_way_summary(way)}"


def shortest_way_summary(way: ShortestWay) -> str:
    """How many questions must change, and whether that fits the days left. For a way that has steps."""
    many = words.MUST_IMPROVE(len(way.steps))
    stuck = [step.obstacle for step in way.steps if step.obstacle]
    if stuck:
        worst = Obstacle.DATE if Obstacle.DATE in stuck else Obstacle.WAIVER_OR_DATE
        return words.OF_THEM(len(stuck), many=many, obstacle=words.OBSTACLES[worst])
    if way.fits_in_sequence:
        return words.ONE_BY_ONE(many=many, day=day(way.in_sequence))
    told = words.TOGETHER if way.fits else words.NOT_IN_TIME
    return told(many=many, day=day(way.finish))


def work_text(work: GapWork) -> str:
    """«4 spørsmål, 2 må gjøres nå, 1 stoppkrav»."""
    stops = words.WITH_STOPS(work.hard_stops) if work.hard_stops else ""
    return words.WORK(work.questions, due=work.due, stops=stops)
