"""What customers wait for HPAS to answer or to put in place: by HPAS's own question, with the hard stops it holds up."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scoring.basis import EVERYONE, Reach, reaches_of
from scoring.questionnaire import Question
from scoring.vocabulary import Programme, WaitingOn
from service.answers.carried import ProgrammeAnswers, read_programme
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.portfolio.comparison import ComparedMember, Comparison
from service.portfolio.owed import CarriedQuestion, carried_questions
from service.portfolio.shared_comparison import read_shared
from service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AwaitedAnswer:
    """One of HPAS's questions that customers wait for.

    reach: where the answer of the one that starts first is given, everyone where there is none. who: whose it is to do:
    HPAS, or whom HPAS itself waits on. customers: names of those who wait now. stops: how many
    of them it is a hard stop for. by, days_late: as it is for the one of them that starts first. coming: how many more
    will wait.
    """

    question: Question
    reach: Reach
    who: WaitingOn
    customers: tuple[str, ...]
    stops: int
    by: date | None
    days_late: int
    coming: int


def awaited(ws: Workspace, actor: Actor, *, as_of: date, compared: Comparison | None = None) -> list[AwaitedAnswer]:
    """All that is waited for, most hard stops first, then most customers; today, as customers are judged today.

    compared: all customers, where someone has read them; else as they are for looking at (`service.portfolio.shared_comparison`).
    """
    allow(ws, actor, Operation.SEE_PROGRAMME)
    form = ws.form_of(Programme.PROGRAMME)
    if form is None:
        return []
    if compared is None:
        compared = read_shared(ws, as_of=as_of)
    waits: dict[str, list[CarriedQuestion]] = defaultdict(list)
    for each in carried_questions(compared):
        if each.asked in form.questionnaire.by_id:
            waits[each.asked].append(each)
    with ws.database.reading() as connection:
        said = read_programme(connection, list(waits))
    found = [_awaited(form.questionnaire.by_id[asked], parts, compared.members, said) for asked, parts in waits.items()]
    return sorted(found, key=lambda each: (-each.stops, -len(each.customers), -each.days_late, each.question.id))


def _awaited(
    question: Question, parts: Sequence[CarriedQuestion], members: Sequence[ComparedMember], said: ProgrammeAnswers
) -> AwaitedAnswer:
    waiting = [place for part in parts for place in part.now]
    first = min(
        (part.first for part in parts if part.now or not waiting), key=lambda item: (item.by or date.max, item.place)
    )
    one = members[first.place]
    given = said.holding(question.id, reaches_of(one.customer_id, one.customer_type, one.go_live))
    return AwaitedAnswer(
        question=question,
        reach=given.reach if given else EVERYONE,
        who=first.who,
        customers=tuple(sorted((members[place].name for place in waiting), key=str.casefold)),
        stops=sum(len(part.now) for part in parts if part.question.hard_stop is not None),
        by=first.by,
        days_late=first.days_late,
        coming=sum(len(part.later) for part in parts),
    )
