"""Files of what was sent in and compared: authorised, logged, and made by `reports`; with the schema for programs.

What is about one customer needs leave to export it; what is about all needs that of the comparison.
"""

from collections.abc import Iterator
from datetime import date

from reports.answers.all_answers_csv import LongCustomer, answers_long_csv
from reports.dialect import Dialect
from reports.portfolio.comparison_csv import ComparedCustomer, comparison_csv, comparison_long_csv
from reports.portfolio.owed_csv import OwedLine, waiting_csv
from reports.review.sent_in_csv import SentIn, changes_csv, disagreement_csv, snapshots_csv, waves_csv
from reports.table_schema import schema_json
from scoring.basis import Basis
from scoring.vocabulary import CustomerType
from scoring.waves import waves
from service.answers.file_import import Exported, file_name
from service.faults import NotAllowed
from service.people.access import allow, event, plain_id
from service.people.actor import Actor
from service.people.permissions import Operation
from service.portfolio.comparison import Everyone, Member, read_everyone
from service.portfolio.owed import Owed, mirror
from service.portfolio.trend import changes_since_last
from service.review.ratings import disagreement
from service.workspace import Workspace
from storage import records
from storage.review import rows as submission_rows
from storage.review.rows import SnapshotRow

__all__ = [
    "export_all_answers",
    "export_changes",
    "export_comparison",
    "export_disagreement",
    "export_schema",
    "export_snapshots",
    "export_waiting",
    "export_waves",
    "pieces_of_all_answers",
]


def export_snapshots(
    ws: Workspace, actor: Actor, dialect: Dialect, *, as_of: date, customer_id: str | None = None
) -> Exported:
    """What one customer has sent in, or all have, the oldest first. `as_of` only names the file."""
    customer_id = None if customer_id is None else plain_id(customer_id)
    with ws.database.reading() as connection:
        customers = {row.id: row for row in records.customers(connection, customer_id)}
        _may(ws, actor, customer_id, known=bool(customers))
        sent = submission_rows.snapshots(connection, customer_id=customer_id)
    _log(ws, actor, customer_id, "snapshots")
    lines = (_sent_in(row, customers[row.customer_id].name, customers[row.customer_id].customer_type) for row in sent)
    of = customers[customer_id].name if customer_id else ""
    return Exported(file_name("innsendt", of, dialect, as_of), snapshots_csv(lines, dialect))


def export_changes(ws: Workspace, actor: Actor, customer_id: str, dialect: Dialect, *, as_of: date) -> Exported:
    """What the customer has changed since it last sent in; only headings when it never has."""
    since = changes_since_last(ws, actor, customer_id, as_of=as_of)
    _may(ws, actor, customer_id, known=True)
    _log(ws, actor, customer_id, "changes")
    with ws.database.reading() as connection:
        of = records.customers(connection, customer_id)[0].name
    data = changes_csv(since.changes if since else (), dialect)
    return Exported(file_name("endringer", of, dialect, as_of), data)


def export_comparison(
    ws: Workspace,
    actor: Actor,
    dialect: Dialect,
    *,
    as_of: date,
    cut: int | None = None,
    basis: Basis = Basis.CUSTOMER,
    long: bool = False,
    logged: bool = True,
) -> Exported:
    """All customers at a cut and on a basis, one line each; `long` gives one line per customer and group of questions.

    logged: False only for a database that is opened for reading; then the audit log cannot be written.
    """
    everyone = _everyone(ws, actor, as_of, cut, basis, "comparison", logged=logged)
    rows = [
        ComparedCustomer(member.name, member.customer_type, compared, basis)
        for member, compared in zip(everyone.members, everyone.judged.rows(), strict=True)
    ]
    factors = [factor.id for factor in ws.catalogue.factors]
    made = (
        comparison_long_csv(rows, dialect=dialect) if long else comparison_csv(rows, factors=factors, dialect=dialect)
    )
    of = " ".join(part for part in ("langt" if long else "", _at(cut, basis)) if part)
    return Exported(file_name("sammenligning", of, dialect, as_of), made)


def export_waves(
    ws: Workspace,
    actor: Actor,
    dialect: Dialect,
    *,
    as_of: date,
    cut: int | None = None,
    basis: Basis = Basis.CUSTOMER,
) -> Exported:
    """Every go-live day with those who start then."""
    everyone = _everyone(ws, actor, as_of, cut, basis, "waves")
    names = {member.customer_id: member.name for member in everyone.members}
    topics = {topic.id: topic.title.nb for topic in ws.catalogue.topics.values()}
    data = waves_csv(waves(everyone.judged.rows()), names=names, topics=topics, dialect=dialect)
    return Exported(file_name("bolger", _at(cut, basis), dialect, as_of), data)


def export_waiting(
    ws: Workspace,
    actor: Actor,
    dialect: Dialect,
    *,
    as_of: date,
    cut: int | None = None,
    basis: Basis = Basis.CUSTOMER,
) -> Exported:
    """Who owes what to which customer, what is overdue first."""
    everyone = _everyone(ws, actor, as_of, cut, basis, "waiting")
    lines = [_owed(each, everyone.members[each.place]) for each in mirror(everyone).owed]
    return Exported(file_name("venter-paa", _at(cut, basis), dialect, as_of), waiting_csv(lines, dialect))


def _owed(each: Owed, member: Member) -> OwedLine:
    return OwedLine(
        who=each.who,
        customer=member.name,
        customer_type=member.customer_type,
        go_live=member.go_live,
        question=each.question,
        when=each.when,
        by=each.by,
        days_late=each.days_late,
    )


def export_disagreement(ws: Workspace, actor: Actor, dialect: Dialect, *, as_of: date) -> Exported:
    """Where HPAS and the customers part, customer by customer. `as_of` only names the file."""
    allow(ws, actor, Operation.EXPORT_COMPARISON)
    found = disagreement(ws, actor)
    _log(ws, actor, None, "disagreement")
    with ws.database.reading() as connection:
        names = {row.id: row.name for row in records.customers(connection)}
    return Exported(file_name("uenighet", "", dialect, as_of), disagreement_csv(found, names=names, dialect=dialect))


def export_schema(ws: Workspace, name: str) -> Exported:
    """What a file for programs looks like, as a Table Schema with its dialect; it is about no customer.

    Raises `NotAllowed` when there is no file of that name (`reports.table_schema.tables`).
    """
    made = schema_json(name, factors=[factor.id for factor in ws.catalogue.factors])
    if made is None:
        raise NotAllowed
    return Exported(f"klarsjekk-{name}.schema.json", made)


def export_all_answers(
    ws: Workspace,
    actor: Actor,
    dialect: Dialect,
    *,
    as_of: date,
    cut: int | None = None,
    basis: Basis = Basis.CUSTOMER,
) -> Exported:
    """Every answer of every customer as one long table."""
    pieces = pieces_of_all_answers(ws, actor, dialect, as_of=as_of, cut=cut, basis=basis)
    return Exported(file_name("alle-svar", _at(cut, basis), dialect, as_of), b"".join(pieces))


def pieces_of_all_answers(
    ws: Workspace,
    actor: Actor,
    dialect: Dialect,
    *,
    as_of: date,
    cut: int | None = None,
    basis: Basis = Basis.CUSTOMER,
) -> Iterator[bytes]:
    """The same in pieces of some megabytes, for those who write them out as they come."""
    everyone = _everyone(ws, actor, as_of, cut, basis, "answers")
    called = [LongCustomer(member.name, member.customer_type) for member in everyone.members]
    return answers_long_csv(called, everyone.judged, basis, dialect)


def _everyone(
    ws: Workspace, actor: Actor, as_of: date, cut: int | None, basis: Basis, what: str, *, logged: bool = True
) -> Everyone:
    allow(ws, actor, Operation.EXPORT_COMPARISON)
    everyone = read_everyone(ws, actor, as_of=as_of, cut=cut, basis=basis)
    if logged:
        _log(ws, actor, None, f"{what} {_at(cut, basis)}".rstrip())
    return everyone


def _at(cut: int | None, basis: Basis) -> str:
    parts = [f"t-{cut}" if cut is not None else "", "hpas" if basis is Basis.HPAS else ""]
    return " ".join(part for part in parts if part)


def _may(ws: Workspace, actor: Actor, customer_id: str | None, *, known: bool) -> None:
    if customer_id is None:
        allow(ws, actor, Operation.EXPORT_COMPARISON)
        return
    allow(ws, actor, Operation.EXPORT_ANSWERS, customer_id if known else None, thing=f"customer:{customer_id}")
    if not known:
        raise NotAllowed


def _log(ws: Workspace, actor: Actor, customer_id: str | None, what: str) -> None:
    operation = Operation.EXPORT_ANSWERS if customer_id else Operation.EXPORT_COMPARISON
    thing = f"customer:{customer_id}" if customer_id else "customers"
    with ws.database.writing() as connection:
        records.audit(connection, event(actor, operation, thing, detail=what))


def _sent_in(row: SnapshotRow, name: str, customer_type: CustomerType) -> SentIn:
    return SentIn(
        snapshot_id=row.id,
        customer=name,
        customer_type=customer_type,
        as_of=row.as_of,
        go_live=row.go_live,
        days_left=row.days_left,
        sent_by=row.sent_by,
        complete=row.complete,
        state=row.state,
        questionnaire=row.fingerprint,
    )
