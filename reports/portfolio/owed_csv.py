"""What others owe the customers as a file: one line per customer and question, what is overdue first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from language import CUSTOMER_TYPES, HARD_STOPS, WAITING_ON
from reports.dialect import Cell, Column, Dialect, Label, to_bytes
from reports.judgement.gaps_csv import WHEN
from scoring.gaps import When
from scoring.questionnaire import Question
from scoring.vocabulary import CustomerType, WaitingOn

COLUMNS = (
    Column("waiting_on", "Hvem som skylder"),
    Column("customer", "Kunde"),
    Column("customer_type", "Kundetype"),
    Column("go_live", "Oppstart"),
    Column("question_id", "Spørsmål-id"),
    Column("question", "Spørsmål"),
    Column("hard_stop", "Stoppkrav"),
    Column("when", "Når"),
    Column("by", "Frist"),
    Column("days_late", "Dager på etterskudd"),
)


@dataclass(frozen=True, slots=True)
class OwedLine:
    """What one owes one customer. `when`, `by`: `None` for a customer without a go-live."""

    who: WaitingOn
    customer: str
    customer_type: CustomerType
    go_live: date | None
    question: Question
    when: When | None
    by: date | None
    days_late: int


def waiting_csv(lines: Iterable[OwedLine], dialect: Dialect) -> bytes:
    """The lines in the order given."""
    return to_bytes(COLUMNS, (_row(line) for line in lines), dialect)


def _row(line: OwedLine) -> list[Cell]:
    stop = line.question.hard_stop
    return [
        Label(line.who.value, WAITING_ON[line.who]),
        line.customer,
        Label(line.customer_type.value, CUSTOMER_TYPES[line.customer_type]),
        line.go_live,
        line.question.id,
        line.question.title.nb,
        Label(stop.value, HARD_STOPS[stop]) if stop else None,
        Label(line.when.value, WHEN[line.when]) if line.when else None,
        line.by,
        line.days_late,
    ]
