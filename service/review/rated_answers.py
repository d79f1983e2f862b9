"""What a customer answers today on HPAS's basis: its own answers with the ratings that still hold and that one may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.answers import NO_ANSWER, Answer, BadValue, check_value
from scoring.basis import Basis, Rating, answers_on_basis, customers_part, still_holds
from scoring.encoding import number_of
from scoring.questionnaire import Question
from scoring.review.looked_at import Looked, looked_at
from service.answers.responses import ResponseView
from service.people.actor import Actor
from service.review.ratings import ratings
from service.review.submissions import SnapshotInfo, SnapshotView, open_snapshot
from service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RatedAnswers:
    """answers: with HPAS's word in place of the customer's, `None` where no rating says otherwise. looked: at how much of them."""

    answers: dict[str, Answer] | None
    looked: Looked


def rated_answers(ws: Workspace, actor: Actor, view: ResponseView, sent: Sequence[SnapshotInfo]) -> RatedAnswers | None:
    """What HPAS has said of the answers as they are now; `None` where it has said nothing.

    sent: what the customer has sent in, the newest first; the newest with ratings counts. A customer sees those that are handed back, and no others.
    """
    for info in sent:
        then = open_snapshot(ws, actor, info.id)
        if then.ratings:
            return RatedAnswers(on_rating(view, [then]), _looked(view, then))
    return None


def _looked(view: ResponseView, then: SnapshotView) -> Looked:
    """Of today's answers: those that are as they were when HPAS looked."""
    asked = view.form.questionnaire.by_id
    manners = {
        id_: rated.manner for id_, rated in then.ratings.items() if id_ in asked and _stands(asked[id_], view, then)
    }
    return looked_at(customers_part(view.form.questionnaire, view.answers), manners)


def _stands(question: Question, view: ResponseView, then: SnapshotView) -> bool:
    both = (view.counted, then.answers)
    return still_holds(*(number_of(question, said.get(question.id, NO_ANSWER)) for said in both))


def on_rating(view: ResponseView, sent: Sequence[SnapshotView]) -> dict[str, Answer] | None:
    """The same from snapshots that are read already, the oldest first."""
    newest = next((then for then in reversed(sent) if then.ratings), None)
    held = _standing(view, newest) if newest else {}
    return answers_on_basis(view.counted, held, Basis.HPAS) if held else None


def _standing(view: ResponseView, then: SnapshotView) -> Mapping[str, Rating]:
    """The ratings that do not agree, of questions that are answered as they were then."""
    asked = view.form.questionnaire.by_id
    return {
        question_id: rating
        for question_id, rating in ratings(then).items()
        if not rating.agreed
        and (question := asked.get(question_id))
        and _fits(question, rating)
        and _stands(question, view, then)
    }


def _fits(question: Question, rating: Rating) -> bool:
    """Whether the form of today takes the value."""
    try:
        if rating.value is not None:
            check_value(question, rating.value)
    except BadValue:
        return False
    return True
