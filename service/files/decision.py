"""Files of decisions: of one customer or of all, a line for each condition, and one for a decision without any."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from language import CUSTOMER_TYPES, DECISIONS, listed, local_day
from language.service.files import decision as words
from reports.columns import Table, choice, day, text, whole
from reports.decision.condition_wording import CONDITION_STATES
from reports.decision.decision_wording import DECISION_STANDINGS, change_text
from scoring.decision.conditions import ConditionState
from scoring.decision.standing import DecisionChange, DecisionStanding
from scoring.vocabulary import CustomerType, DecisionKind, DecisionSide
from service.decision.conditions import FollowedCondition, SaidOfCondition, followed
from service.decision.kept import SIGNED, read_decisions, standings_of
from service.files.export import Export, ExportScope, Wanted, rows_of
from service.judgement import judge_customer
from service.people.customers import CustomerInfo
from service.people.members import shown_as
from service.people.permissions import Operation
from service.portfolio.comparison import read_comparison
from service.workspace import Workspace
from storage import records
from storage.decision import mark_rows
from storage.decision import rows as decision_rows
from storage.decision.mark_rows import Marks
from storage.decision.rows import DecisionRow, SignatureRow
from storage.people import rows as people_rows


@dataclass(frozen=True, slots=True)
class _DecisionLine:
    customer: CustomerInfo
    row: DecisionRow
    standing: DecisionStanding
    changes: Sequence[DecisionChange]
    names: Mapping[str, str]
    condition: FollowedCondition | None

    def signed(self, side: DecisionSide) -> SignatureRow | None:
        return next((each for each in self.row.signatures if each.side == side), None)

    def by(self, side: DecisionSide) -> str | None:
        signed = self.signed(side)
        return shown_as(self.names, signed.actor) if signed else None

    def on(self, side: DecisionSide) -> date | None:
        signed = self.signed(side)
        return local_day(signed.at) if signed else None

    def unseen(self, side: DecisionSide) -> int | None:
        signed = self.signed(side)
        return signed.unseen if signed else None

    @property
    def said(self) -> SaidOfCondition | None:
        """The newest word on the condition."""
        return self.condition.newest if self.condition else None

    @property
    def state(self) -> ConditionState | None:
        """Of a condition that is followed: the decision is the newest that both have signed."""
        return self.condition.state if self.condition and self.standing in SIGNED else None

    @property
    def changed(self) -> str | None:
        return listed([change_text(each, self.customer.go_live) for each in self.changes]) or None


_OURS, _THEIRS = DecisionSide.HPAS, DecisionSide.CUSTOMER
_DECISIONS: Table[_DecisionLine] = {
    text("decision_id", "Beslutning"): lambda line: line.row.id,
    text("customer_id", "Kunde-id"): lambda line: line.customer.id,
    text("customer", "Kunde"): lambda line: line.customer.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: CustomerType(line.customer.customer_type),
    choice("decision", "Besluttet", DECISIONS): lambda line: DecisionKind(line.row.kind),
    choice("standing", "Status", DECISION_STANDINGS): lambda line: line.standing,
    text("changed", "Endret siden"): lambda line: line.changed,
    day("made_on", "Foreslått"): lambda line: local_day(line.row.made_at),
    day("go_live", "Oppstart"): lambda line: line.row.go_live,
    day("new_go_live", "Ny oppstart"): lambda line: line.row.new_go_live,
    day("earliest_go_live", "Tidligste oppstart"): lambda line: line.row.earliest,
    text("reason", "Begrunnelse"): lambda line: line.row.reason,
    text("signed_by_customer", "Skrevet under for kunden av"): lambda line: line.by(_THEIRS),
    day("signed_by_customer_on", "Kundens underskrift"): lambda line: line.on(_THEIRS),
    whole("unseen_by_customer", "Kunden visste at ikke er sett på"): lambda line: line.unseen(_THEIRS),
    text("signed_by_hpas", "Skrevet under for HPAS av"): lambda line: line.by(_OURS),
    day("signed_by_hpas_on", "HPAS' underskrift"): lambda line: line.on(_OURS),
    whole("unseen_by_hpas", "HPAS visste at ikke er sett på"): lambda line: line.unseen(_OURS),
    text("snapshot_id", "Innsending"): lambda line: line.row.snapshot_id,
    text("questionnaire", "Spørreskjema"): lambda line: line.row.fingerprint,
    whole("revisions", "Ledd i svarkjeden"): lambda line: line.row.marker,
    text("chain_head", "Svarkjeden endte i"): lambda line: line.row.head,
    whole("condition_number", "Vilkår nummer"): lambda line: line.condition.place + 1 if line.condition else 0,
    text("condition", "Vilkår"): lambda line: line.condition.text if line.condition else None,
    text("condition_owner", "Ansvarlig for vilkåret"): lambda line: line.condition.owner if line.condition else None,
    day("condition_due", "Frist for vilkåret"): lambda line: line.condition.due if line.condition else None,
    choice("condition_state", "Status for vilkåret", CONDITION_STATES): lambda line: line.state,
    day("condition_done_on", "Oppfylt"): lambda line: line.said.done_on if line.said else None,
    text("condition_note", "Merknad til vilkåret"): lambda line: line.said.note if line.said else None,
    text("condition_said_by", "Sagt av"): lambda line: line.said.name if line.said else None,
    day("condition_said_on", "Sagt dagen"): lambda line: local_day(line.said.at) if line.said else None,
}


def _of_one(ws: Workspace, wanted: Wanted) -> list[_DecisionLine]:
    """The oldest first."""
    here = judge_customer(ws, wanted.actor, wanted.customer_id, as_of=wanted.as_of)
    customer = here.view.customer
    held = read_decisions(ws, wanted.actor, here).held
    told = {each.row.id: (each.standing, each.changes) for each in held}
    with ws.database.reading() as connection:
        marks = mark_rows.marks_of(connection, list(told))
    return list(_lines(ws, {customer.id: customer}, [each.row for each in reversed(held)], told, marks, wanted.as_of))


def _of_all(ws: Workspace, wanted: Wanted) -> list[_DecisionLine]:
    """By customer, the oldest first. What has changed is told of those that count."""
    found = read_comparison(ws, wanted.actor, as_of=wanted.as_of).decisions
    with ws.database.reading() as connection:
        customers = {row.id: row for row in records.listed_customers(connection)}
        rows = decision_rows.decisions_of_all(connection)
        marks = mark_rows.marks_of_all(connection)
    own: dict[str, list[DecisionRow]] = defaultdict(list)
    for row in rows:
        own[row.customer_id].append(row)
    told: dict[str, tuple[DecisionStanding, Sequence[DecisionChange]]] = {
        id_: (standing, ()) for held in own.values() for id_, standing in standings_of(held).items()
    }
    told |= {each.id: (each.standing, each.changes) for each in found.values()}
    return list(_lines(ws, customers, [row for held in own.values() for row in held], told, marks, wanted.as_of))


def _lines(
    ws: Workspace,
    customers: Mapping[str, CustomerInfo],
    rows: Iterable[DecisionRow],
    told: Mapping[str, tuple[DecisionStanding, Sequence[DecisionChange]]],
    marks: Marks,
    as_of: date,
) -> Iterator[_DecisionLine]:
    with ws.database.reading() as connection:
        names = {each.id: each.name or each.email or "" for each in people_rows.members(connection, everyone=True)}
    for row in rows:
        for condition in followed(row, marks[row.id], names, as_of) or (None,):
            yield _DecisionLine(customers[row.customer_id], row, *told[row.id], names, condition)


DECISIONS_OF_ONE = Export(
    id="decisions",
    title=words.DECISIONS,
    about=words.ABOUT_DECISIONS,
    key=("decision_id", "condition_number"),
    named="beslutninger",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=_DECISIONS,
    read=_of_one,
    rows=rows_of(_DECISIONS),
)
DECISIONS_OF_ALL = Export(
    id="all_decisions",
    title=words.ALL_DECISIONS,
    about=words.ABOUT_ALL_DECISIONS,
    key=("decision_id", "condition_number"),
    named="beslutninger-alle",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_DECISIONS,
    read=_of_all,
    rows=rows_of(_DECISIONS),
    logged_as="decisions",
)
