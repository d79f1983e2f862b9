"""Words for the conclusion, its reasons and the earliest date: screen, paper, workbook and calendar take them from here."""

from language import DAYS, RULES, VERDICTS, ahead, day, said
from language.reports.judgement import verdict_wording as words
from reports.answers.wording import lacking
from scoring.judgement import Judgement
from scoring.reasons import Reason
from scoring.vocabulary import OPEN, Status, Verdict
from scoring.what_if import From, Link


def headline(judgement: Judgement) -> str:
    """The conclusion in a line: «På etterskudd: 9 dager etter planen, kan hentes inn til 12. mars 2027»."""
    if judgement.verdict is None:
        return words.NO_DATE()
    if judgement.in_use and judgement.started:
        return words.SINCE(verdict=VERDICTS[judgement.verdict], day=day(judgement.started))
    told = ", ".join(part for part in (_how_much(judgement), _until(judgement)) if part)
    return f"{VERDICTS[judgement.verdict]}: {told}" if told else VERDICTS[judgement.verdict]


def _how_much(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.NOT_READY:
        stops = [judged for judged in judgement.questions.values() if judged.question.hard_stop]
        asked = sum(judged.status is not Status.NOT_APPLICABLE for judged in stops)
        return words.FAILING(failing=len(judgement.failing), asked=asked)
    if not judgement.enough:
        return ""
    days = judgement.overall.ahead_days
    if judgement.verdict is not Verdict.BEHIND or (days or 0) <= 0:
        return ahead(days)
    return words.OTHERWISE(open=_open(judgement), ahead=ahead(days))


def _open(judgement: Judgement) -> str:
    """What is behind in one who is ahead of the plan as a whole."""
    stops = sum(judged.status in OPEN and judged.reserve_days is not None for judged in judgement.questions.values())
    return words.STOPS_HURRY(stops=stops) if stops else words.MUCH_IS_LATE()


def _until(judgement: Judgement) -> str:
    """Until when it can be caught up, or until when it is on the way."""
    if judgement.verdict is Verdict.BEHIND and judgement.catch_up_by:
        return words.CATCH_UP(day=day(judgement.catch_up_by))
    return ""


def next_stops(judgement: Judgement) -> str:
    """«I rute til 12. mars 2027: da må 9 stoppkrav være på plass, 4 er ikke påbegynt.»; nothing where none is to come."""
    coming = judgement.next_stops
    if coming is None or judgement.verdict not in (Verdict.BEHIND, Verdict.CONDITIONAL, Verdict.ON_TRACK):
        return ""
    told = words.ON_TRACK_UNTIL if judgement.verdict is not Verdict.BEHIND else words.NEXT_DUE
    idle = words.IDLE(idle=len(coming.not_begun)) if coming.not_begun else ""
    return told(day=day(coming.date), stops=words.STOPS(len(coming.questions)), idle=idle)


def reason_text(found: Reason) -> str:
    """What the rule says of so many questions."""
    return RULES[found.rule](len(found.questions))


def earliest(judgement: Judgement, link: Link | None) -> str:
    """Which date holds, and in plain words why. link: the hard stop that allows the latest go-live, if any is open."""
    if judgement.go_live is None:
        return words.WHEN_DATED()
    if judgement.days_left is not None and judgement.days_left < 0:
        return words.PASSED()
    if not judgement.enough:
        return words.WHEN_ANSWERED()
    found = judgement.earliest
    if found is None or link is None or link.allows < judgement.go_live:
        return words.HOLDS(day=day(judgement.go_live))
    if link.allows == judgement.go_live:
        return words.JUST_HOLDS(day=day(judgement.go_live), why=decided_by(link))
    late = DAYS((link.allows - judgement.go_live).days)
    return words.EARLIEST(day=day(link.allows), late=late, why=decided_by(link))


def decided_by(link: Link) -> str:
    """«Det avgjøres av «…»: 6 av 15 mangler, det tar vanligvis 24 dager, og det må stå minst 30 dager før oppstart.»"""
    return words.DECIDED_BY(title=said(link.question.title), stands=stands(link))


def stands(link: Link) -> str:
    """What is left of a hard stop, how long it takes, and how long before the go-live it must stand."""
    parts = [lacking(link.question, link.lacking), _takes(link), _before(link)]
    told = [part for part in parts if part]
    return told[0] if len(told) == 1 else words.AND(first=", ".join(told[:-1]), last=told[-1])


def _takes(link: Link) -> str:
    if link.finish_from is From.ACTION:
        return words.PLANNED(day=day(link.finish))
    if link.finish_from is From.ANSWER:
        return words.DONE(day=day(link.finish))
    return words.TAKES(days=DAYS(link.work))


def _before(link: Link) -> str:
    if link.margin == 0:
        return words.ON_THE_DAY()
    return words.BEFORE(days=DAYS(link.margin))
