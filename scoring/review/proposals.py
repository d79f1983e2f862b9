"""What a reviewer should look at, by rule: every hard stop, what is said not to apply, what has changed, and a sample.

The sample is drawn by the snapshot's id: the same for all who open it, and nobody's choice.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from hashlib import sha256

from scoring.judgement import Judged, Judgement
from scoring.review.looked_at import is_answered
from scoring.vocabulary import OPEN

# So many of those that no rule names.
SAMPLE = 5


class Proposed(StrEnum):
    """Why an answer is proposed, in the order they are looked at."""

    FAILING_STOP = "failing_stop"
    STOP = "stop"
    NOT_APPLICABLE = "not_applicable"
    CHANGED = "changed"
    CONTRADICTION = "contradiction"
    SAMPLE = "sample"


def proposed(
    judgement: Judgement,
    *,
    changed: Collection[str],
    seed: str,
    contradictions: Collection[str] = (),
    sample: int = SAMPLE,
) -> dict[str, tuple[Proposed, ...]]:
    """Question -> why it should be looked at, in the order to do it; nothing that HPAS answers itself.

    changed: what is answered otherwise than at the last review; nothing when there was none. contradictions: what should
    not be true together with another answer. seed: the id of the snapshot.
    """
    own = {id_: judged for id_, judged in judgement.questions.items() if judged.own}
    named = {id_: _rules(id_, judged, changed, contradictions) for id_, judged in own.items()}
    rest = [id_ for id_, judged in own.items() if not named[id_] and is_answered(judged.answer)]
    found = {id_: why for id_, why in named.items() if why} | dict.fromkeys(
        drawn(rest, seed, sample), (Proposed.SAMPLE,)
    )
    return _in_order(found)


def _rules(
    question_id: str, judged: Judged, changed: Collection[str], contradictions: Collection[str]
) -> tuple[Proposed, ...]:
    stop = judged.question.hard_stop is not None
    holds = {
        Proposed.FAILING_STOP: stop and judged.status in OPEN,
        Proposed.STOP: stop and judged.status not in OPEN,
        Proposed.NOT_APPLICABLE: judged.answer.not_applicable is not None,
        Proposed.CHANGED: question_id in changed,
        Proposed.CONTRADICTION: question_id in contradictions,
    }
    return tuple(why for why, so in holds.items() if so)


def drawn(question_ids: Sequence[str], seed: str, number: int) -> list[str]:
    """So many of the questions, as good as at random and always the same for the same seed."""
    return sorted(question_ids, key=lambda each: sha256(f"{seed}/{each}".encode()).digest())[:number]


def _in_order(found: Mapping[str, tuple[Proposed, ...]]) -> dict[str, tuple[Proposed, ...]]:
    order = list(Proposed)
    return dict(sorted(found.items(), key=lambda item: order.index(item[1][0])))
