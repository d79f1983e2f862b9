"""Words for the conclusion, its reasons and the earliest date: screen, paper, workbook and calendar take them from here."""

from language import RULES, VERDICTS, ahead, count, day
from reports.answers.wording import lacking
from scoring.judgement import Judgement
from scoring.reasons import Reason
from scoring.vocabulary import OPEN, Status, Verdict
from scoring.what_if import From, Link

NO_DATE = "Ingen dato for oppstart"
PASSED = "Datoen er passert. Bekreft at dere startet, eller få satt en ny dato."


def headline(judgement: Judgement) -> str:
    """The conclusion in a line: «På etterskudd: 9 dager etter planen, kan hentes inn til 12. mars 2027»."""
    if judgement.verdict is None:
        return NO_DATE
    if judgement.in_use and judgement.started:
        return f"{VERDICTS[judgement.verdict]} siden {day(judgement.started)}"
    said = ", ".join(part for part in (_how_much(judgement), _until(judgement)) if part)
    return f"{VERDICTS[judgement.verdict]}: {said}" if said else VERDICTS[judgement.verdict]


def _how_much(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.NOT_READY:
        stops = [judged for judged in judgement.questions.values() if judged.question.hard_stop]
        asked = sum(judged.status is not Status.NOT_APPLICABLE for judged in stops)
        return f"{len(judgement.failing)} av {asked} stoppkrav rekker ikke"
    if not judgement.enough:
        return ""
    days = judgement.overall.ahead_days
    return (
        ahead(days)
        if judgement.verdict is not Verdict.BEHIND or (days or 0) <= 0
        else f"{_open(judgement)}, ellers {ahead(days)}"
    )


def _open(judgement: Judgement) -> str:
    """What is behind in one who is ahead of the plan as a whole."""
    stops = sum(judged.status in OPEN and judged.reserve_days is not None for judged in judgement.questions.values())
    return f"{stops} stoppkrav haster" if stops else "mye er på etterskudd"


def _until(judgement: Judgement) -> str:
    """Until when it can be caught up, or until when it is on the way."""
    if judgement.verdict is Verdict.BEHIND and judgement.catch_up_by:
        return f"kan hentes inn til {day(judgement.catch_up_by)}"
    return ""


def next_stops(judgement: Judgement) -> str:
    """«I rute til 12. mars 2027: da må 9 stoppkrav være på plass, 4 er ikke påbegynt.»; nothing where none is to come."""
    coming = judgement.next_stops
    if coming is None or judgement.verdict not in (Verdict.BEHIND, Verdict.CONDITIONAL, Verdict.ON_TRACK):
        return ""
    lead = "I rute til" if judgement.verdict is not Verdict.BEHIND else "Neste frist er"
    idle = len(coming.not_begun)
    told = f", {idle} er ikke påbegynt" if idle else ""
    many = count(len(coming.questions), "stoppkrav", "stoppkrav")
    return f"{lead} {day(coming.date)}: da må {many} ha nådd neste trinn{told}."


def reason_text(found: Reason) -> str:
    """What the rule says of so many questions."""
    return RULES[found.rule](len(found.questions))


def earliest(judgement: Judgement, link: Link | None) -> str:
    """Which date holds, and in plain words why. link: the hard stop that allows the latest go-live, if any is open."""
    if judgement.go_live is None:
        return "Vises når datoen for oppstart er bestemt."
    if judgement.days_left is not None and judgement.days_left < 0:
        return PASSED
    if not judgement.enough:
        return "Vises når flere av spørsmålene som gjelder nå, er besvart."
    found = judgement.earliest
    if found is None or link is None or link.allows < judgement.go_live:
        return f"{day(judgement.go_live)} holder: stoppkravene kan være på plass i tide."
    if link.allows == judgement.go_live:
        return f"{day(judgement.go_live)} holder så vidt. {decided_by(link)}"
    late = count((link.allows - judgement.go_live).days, "dag", "dager")
    return f"Tidligst {day(link.allows)}, {late} etter datoen dere har nå. {decided_by(link)}"


def decided_by(link: Link) -> str:
    """«Det avgjøres av «…»: 6 av 15 mangler, det tar vanligvis 24 dager, og det må stå minst 30 dager før oppstart.»"""
    return f"Det avgjøres av «{link.question.title.nb}»: {stands(link)}."


def stands(link: Link) -> str:
    """What is left of a hard stop, how long it takes, and how long before the go-live it must stand."""
    parts = [lacking(link.question, link.lacking), _takes(link), _before(link)]
    told = [part for part in parts if part]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])}, og {told[-1]}"


def _takes(link: Link) -> str:
    if link.finish_from is From.ACTION:
        return f"det er ferdig {day(link.finish)} etter planen"
    if link.finish_from is From.ANSWER:
        return f"det ble eller blir gjort {day(link.finish)}"
    return f"det tar vanligvis {count(link.work, 'dag', 'dager')}"


def _before(link: Link) -> str:
    if link.margin == 0:
        return "det må stå senest på oppstartsdagen"
    return f"det må stå minst {count(link.margin, 'dag', 'dager')} før oppstart"
