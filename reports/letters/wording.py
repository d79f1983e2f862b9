"""What each letter says, in bokmål: titles and dates, never what anyone has answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from language import WAITING_ON, count, day, days_to, sentence
from reports.letters.letter import Letter, LetterPart, one_line, part
from scoring.gaps import Gap, When
from scoring.vocabulary import WaitingOn

AUTOMATIC = "Brevet er sendt automatisk av Klarsjekk."
SWITCH_OFF = "Vil du ikke ha slike brev? Slå dem av på siden «Varsler» i Klarsjekk"
MOST_DEADLINES = 15


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that is due: the title of a question or of an action, and of which customer. left: days from today."""

    title: str
    customer: str
    day: date
    left: int
    action: bool


@dataclass(frozen=True, slots=True)
class WeekOfCustomer:
    """What a customer's week is made of. late, first: gaps by urgency. owed: whom it waits on -> gaps. mine: given to the
    one who reads, and open. conditions: a line for each of the decision's that is overdue or near. changed: titles of what was answered anew, planned as done, or moved."""

    customer: str
    go_live: date | None
    days_left: int | None
    enough: bool
    first: Sequence[Gap]
    late: Sequence[Gap]
    owed: Mapping[WaitingOn, Sequence[Gap]]
    mine: Sequence[str]
    conditions: Sequence[str]
    changed: Sequence[str]


@dataclass(frozen=True, slots=True)
class WeekOfHpas:
    """lists: a heading and a line for each customer under it, the most urgent first."""

    lists: Sequence[tuple[str, Sequence[str]]]


def week_of_customer(week: WeekOfCustomer, *, to: str, app: str, page: str = "") -> Letter:
    """Monday's letter to a lead. app: the address of the app, "" when it is not known; page: what follows it."""
    customer = one_line(week.customer)
    if week.go_live is None or week.days_left is None:
        opening = f"{customer} har ikke fått en dato for oppstart ennå. Da kan vi ikke si hva som haster."
    else:
        opening = f"{customer} starter {day(week.go_live)}. {sentence(days_to(week.days_left))}."
    parts = _gaps(week) if week.enough else ()
    begin = () if week.enough else ("Svar på flere spørsmål, så sier vi hva dere bør gjøre først.",)
    mine = part("Spørsmål du selv skal svare på", [one_line(title) for title in week.mine])
    conditions = part("Vilkår i beslutningen", [one_line(line) for line in week.conditions])
    changed = part("Endret siden forrige mandag", [one_line(title) for title in week.changed])
    return Letter(
        subject=f"Uken som kommer: {customer}",
        to=one_line(to),
        opening=(opening, *begin),
        parts=(conditions, *parts, mine, changed),
        link=_to(app, page, "Åpne Klarsjekk"),
        closing=_closing(app),
    )


def _gaps(week: WeekOfCustomer) -> tuple[LetterPart, ...]:
    owed = [
        f"{sentence(WAITING_ON[who])}: {one_line(gap.question.title.nb)} ({_when(gap)})"
        for who, gaps in week.owed.items()
        for gap in gaps
    ]
    return (
        part("Dette først", [gap_line(gap) for gap in week.first]),
        part("Mer som er på etterskudd", [gap_line(gap) for gap in week.late]),
        part("Dette venter dere på fra andre", owed),
    )


def gap_line(gap: Gap) -> str:
    """The title of a question and its day: «Beredskapsplanen er øvd (frist 1. mars 2027)»."""
    return f"{one_line(gap.question.title.nb)} ({_when(gap)})"


def _when(gap: Gap) -> str:
    if gap.when is When.NOW:
        return f"skulle vært på plass {day(gap.by)}"
    begin = f", begynn senest {day(gap.start_by)}" if gap.start_by else ""
    return f"frist {day(gap.by)}{begin}"


def week_of_person(
    titles: Sequence[str], *, customer: str, given: int, answered: int, to: str, app: str, page: str = ""
) -> Letter:
    """The week of someone who has been given questions. titles: what is left, the most urgent first."""
    left = count(len(titles), "spørsmål", "spørsmål")
    return Letter(
        subject=f"Spørsmål som venter på deg: {one_line(customer)}",
        to=one_line(to),
        opening=(
            f"{one_line(customer)} gjør seg klar til å ta i bruk Helseplattformen, og har gitt deg "
            f"{count(given, 'spørsmål', 'spørsmål')}. {answered} er besvart. {left} står igjen.",
        ),
        parts=(part("Svar på disse først", [one_line(title) for title in titles]),),
        link=_to(app, page, "Svar i Klarsjekk"),
        closing=_closing(app),
    )


def week_of_hpas(week: WeekOfHpas, *, to: str, app: str) -> Letter:
    """The list of the week, for those who work in HPAS."""
    parts = tuple(part(heading, lines, most=10) for heading, lines in week.lists)
    quiet = not any(each.lines for each in parts)
    opening = "Ingenting venter på dere denne uken." if quiet else "Dette bør dere se på denne uken."
    return Letter(
        "Uken som kommer: HPAS", one_line(to), (opening,), parts, _to(app, "", "Åpne Klarsjekk"), _closing(app)
    )


def nudge(*, customer: str, to: str, app: str, page: str = "") -> Letter:
    """HPAS reminds a lead by hand. customer: "" in a text that goes to several."""
    whose = one_line(customer) or "dere"
    return Letter(
        subject=f"Klarsjekk venter på svar fra {whose}",
        to=one_line(to),
        opening=(
            f"Det er en stund siden vi så noe nytt fra {whose} i Klarsjekk.",
            "Svar på det dere vet nå. Da ser både dere og vi hva som mangler, mens det ennå er tid til å gjøre noe med det. "
            "Det dere ikke vet, kan dere dele ut til dem som vet det.",
            "Stopper noe opp, så si fra til HPAS.",
        ),
        link=_to(app, page, "Åpne Klarsjekk"),
        closing=("Brevet er sendt fra HPAS gjennom Klarsjekk.",) if app else (),
    )


def deadlines(found: Sequence[Deadline], *, to: str, app: str, page: str = "") -> Letter:
    """What is due in 30, 7 or 1 days, and what has passed. `found`: the nearest first."""
    coming = [each for each in found if each.left >= 0]
    passed = [each for each in found if each.left < 0]
    names = list(dict.fromkeys(one_line(each.customer) for each in found))
    what = "Frister som nærmer seg" if coming else "Frister som er passert"
    return Letter(
        subject=f"{what}: {', '.join(names[:2])}",
        to=one_line(to),
        opening=("Her er frister du bør vite om.",),
        parts=(
            part("Nærmer seg", [_due(each) for each in coming], most=MOST_DEADLINES),
            part("Passert", [_due(each) for each in passed], most=MOST_DEADLINES),
        ),
        link=_to(app, page, "Åpne Klarsjekk"),
        closing=_closing(app),
    )


def asks_if_started(customer: str, go_live: date, *, to: str, app: str, page: str = "") -> Letter:
    """To a lead whose go-live is past without anyone saying that it started."""
    name = one_line(customer)
    return Letter(
        subject=f"Startet dere? {name}",
        to=one_line(to),
        opening=(
            f"{name} skulle starte {day(go_live)}. Ingen har bekreftet at dere gjorde det.",
            "Bekreft hvilken dag dere startet. Ble det utsatt, så be HPAS sette en ny dato.",
        ),
        link=_to(app, page, "Bekreft i Klarsjekk"),
        closing=_closing(app),
    )


def asks_for_outcomes(customer: str, days_after: int, *, to: str, app: str, page: str = "") -> Letter:
    """To a lead: figures of what happened can be given."""
    name = one_line(customer)
    return Letter(
        subject=f"{days_after} dager etter oppstart: {name}",
        to=one_line(to),
        opening=(
            f"Det er gått {days_after} dager siden {name} startet. Nå spør vi hvordan det gikk.",
            "Det er rundt ti tall. Det dere ikke vet, svarer dere «vet ikke» på. Tallene viser hva som burde vært "
            "sett før oppstart, og hjelper dem som starter etter dere.",
        ),
        link=_to(app, page, "Før tallene i Klarsjekk"),
        closing=_closing(app),
    )


def _due(each: Deadline) -> str:
    kind = "Tiltak: " if each.action else ""
    return f"{kind}{one_line(each.title)} – {day(each.day)} ({_away(each.left)})"


def _away(left: int) -> str:
    if left == 0:
        return "i dag"
    if left == 1:
        return "i morgen"
    return f"om {left} dager" if left > 0 else f"for {count(-left, 'dag', 'dager')} siden"


def invitation(*, to: str, customer: str, role: str, address: str, by: str, app: str) -> Letter:
    """What an invited person must know: who asks, what for, where to log in, and with which address."""
    for_whom = one_line(customer) or "HPAS"
    where = f"Gå til {app}, og logg inn" if app else "Gå til adressen du får av den som inviterte deg, og logg inn"
    return Letter(
        subject=f"Du er invitert til Klarsjekk: {for_whom}",
        to=one_line(to),
        opening=(
            f"{one_line(by) or 'En administrator'} har invitert deg til Klarsjekk for {for_whom}. Rollen din er "
            f"{one_line(role).lower()}.",
            "I Klarsjekk ser dere hva som mangler før dere tar i bruk Helseplattformen, mens det ennå er tid til å gjøre noe.",
            f"{where} med jobbkontoen som har adressen {one_line(address, longest=320)}. En annen adresse slipper ikke inn.",
        ),
        link=_to(app, "", "Logg inn i Klarsjekk"),
        closing=(AUTOMATIC, "Kjenner du ikke til dette, kan du se bort fra brevet."),
    )


def _to(app: str, page: str, what: str) -> tuple[str, str] | None:
    return (f"{app}{page}", what) if app else None


def _closing(app: str) -> tuple[str, ...]:
    """Where such letters are turned off; a text to copy is no letter of ours."""
    return (AUTOMATIC, f"{SWITCH_OFF}: {app}/varsler") if app else ()
