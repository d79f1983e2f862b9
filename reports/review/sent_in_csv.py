"""What was sent in, what changed, waves, and where HPAS and the customers part: each as a file of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from language import CHANGES as CHANGE_WORDS
from language import CUSTOMER_TYPES, STATES, VERDICTS
from reports.answers.wording import value_text
from reports.dialect import Cell, Column, Dialect, Figure, Label, to_bytes
from scoring.answers import Answer
from scoring.changes import Change
from scoring.disagreement import Disagreement
from scoring.questionnaire import Question
from scoring.vocabulary import CustomerType
from scoring.waves import Wave

SNAPSHOTS = (
    Column("snapshot_id", "Innsending"),
    Column("customer", "Kunde"),
    Column("customer_type", "Kundetype"),
    Column("as_of", "Dato"),
    Column("go_live", "Oppstart"),
    Column("days_left", "Dager til oppstart"),
    Column("sent_by", "Sendt inn av"),
    Column("complete", "Fullstendig"),
    Column("state", "Status"),
    Column("questionnaire", "Spørreskjema"),
)
CHANGES = (
    Column("question_id", "Spørsmål-id"),
    Column("question", "Spørsmål"),
    Column("change", "Endring"),
    Column("before", "Før"),
    Column("after", "Nå"),
    Column("attainment_before", "Oppnåelse før"),
    Column("attainment_after", "Oppnåelse nå"),
)
WAVES = (
    Column("go_live", "Oppstart"),
    Column("customers", "Antall kunder"),
    Column("weakest", "Svakeste konklusjon"),
    Column("weakest_customers", "Hvem"),
    Column("failed_topics", "Temaer med stoppkrav som ikke er oppfylt"),
    Column("earliest_go_live", "Tidligste forsvarlige oppstart"),
    Column("decided_by", "Avgjøres av"),
    Column("decided_by_question", "Avgjøres av spørsmål"),
)
DISAGREEMENT = (
    Column("customer", "Kunde"),
    Column("question_id", "Spørsmål-id"),
    Column("topic", "Tema"),
    Column("factor", "Suksessfaktor"),
    Column("weight", "Vekt"),
    Column("own_attainment", "Kundens vurdering"),
    Column("hpas_attainment", "HPAS' vurdering"),
    Column("distance", "Avstand"),
)


@dataclass(frozen=True, slots=True)
class SentIn:
    """One line of the list of what was sent in. `questionnaire`: the fingerprint."""

    snapshot_id: str
    customer: str
    customer_type: CustomerType
    as_of: date
    go_live: date
    days_left: int
    sent_by: str
    complete: bool
    state: str
    questionnaire: str


def snapshots_csv(sent: Iterable[SentIn], dialect: Dialect) -> bytes:
    """One line per snapshot, in the order given."""
    return to_bytes(SNAPSHOTS, (_snapshot(each) for each in sent), dialect)


def _snapshot(each: SentIn) -> list[Cell]:
    return [
        each.snapshot_id,
        each.customer,
        Label(each.customer_type.value, CUSTOMER_TYPES[each.customer_type]),
        each.as_of,
        each.go_live,
        each.days_left,
        each.sent_by,
        each.complete,
        Label(each.state, STATES[each.state]),
        each.questionnaire,
    ]


def changes_csv(changes: Iterable[Change], dialect: Dialect) -> bytes:
    """One line per question, those that are the same too."""
    return to_bytes(CHANGES, (_change(each) for each in changes), dialect)


def _change(each: Change) -> list[Cell]:
    word = CHANGE_WORDS[each.direction]
    return [
        each.question_id,
        each.question.title.nb if each.question else None,
        Label(each.direction.value, word),
        _said(each.question, each.before),
        _said(each.question, each.after),
        Figure(each.before_attainment, 3),
        Figure(each.after_attainment, 3),
    ]


def _said(question: Question | None, answer: Answer) -> str | None:
    if answer.value is None and answer.not_applicable is None:
        return None
    # A question that is asked no more has no words for its values.
    return value_text(question, answer).replace("\u00a0", " ") if question else answer.not_applicable


def waves_csv(waves: Iterable[Wave], *, names: Mapping[str, str], topics: Mapping[str, str], dialect: Dialect) -> bytes:
    """One line per go-live day. names: customer -> what it is called; topics: id -> title, for people."""
    return to_bytes(WAVES, (_wave(each, names, topics) for each in waves), dialect)


def _wave(each: Wave, names: Mapping[str, str], topics: Mapping[str, str]) -> list[Cell]:
    return [
        each.go_live,
        len(each.keys),
        Label(each.weakest.value, VERDICTS[each.weakest]),
        _listed([names[key] for key in each.weakest_keys]),
        Label(" ".join(each.stops), _listed([topics.get(topic, topic) for topic in each.stops])),
        each.earliest,
        names[each.decided_by[0]] if each.decided_by else None,
        each.decided_by[1] if each.decided_by else None,
    ]


def _listed(words: Sequence[str]) -> str:
    return "; ".join(words)


def disagreement_csv(found: Iterable[Disagreement], *, names: Mapping[str, str], dialect: Dialect) -> bytes:
    """One line per customer and question, in the order given."""
    return to_bytes(DISAGREEMENT, (_apart(each, names) for each in found), dialect)


def _apart(each: Disagreement, names: Mapping[str, str]) -> list[Cell]:
    return [
        names.get(each.customer, each.customer),
        each.question_id,
        each.topic,
        each.factor,
        each.weight,
        Figure(each.own, 3),
        Figure(each.hpas, 3),
        Figure(each.distance, 3),
    ]
