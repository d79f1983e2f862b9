"""Who may do what: one table, default deny (design section 5). A foreign object and a missing one are refused alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from service.faults import NotAllowed
from service.people.actor import Actor, Role, is_hpas


class Operation(StrEnum):
    READ = "read"
    SEE_HISTORY = "see_history"
    ANSWER = "answer"
    IMPORT_ANSWERS = "import_answers"
    EXPORT_ANSWERS = "export_answers"
    ASSIGN = "assign"
    SEND_IN = "send_in"
    REOPEN = "reopen"
    CHANGE_FORM = "change_form"
    REVIEW = "review"
    SEE_REVIEW_QUEUE = "see_review_queue"
    SET_GO_LIVE = "set_go_live"
    GIVE_PHASES = "give_phases"
    CORRECT_PHASES = "correct_phases"
    LIST_CUSTOMERS = "list_customers"
    ADD_CUSTOMER = "add_customer"
    DESCRIBE_CUSTOMER = "describe_customer"
    ARCHIVE_CUSTOMER = "archive_customer"
    REMIND_CUSTOMER = "remind_customer"
    SET_GROUP_REVIEWER = "set_group_reviewer"
    PLAN_SHARED_ROLES = "plan_shared_roles"
    COMPARE = "compare"
    EXPORT_COMPARISON = "export_comparison"
    FILL_DEMO = "fill_demo"
    LIST_MEMBERS = "list_members"
    INVITE_MEMBER = "invite_member"
    REMOVE_MEMBER = "remove_member"
    LIST_HPAS_MEMBERS = "list_hpas_members"
    INVITE_HPAS_MEMBER = "invite_hpas_member"
    REMOVE_HPAS_MEMBER = "remove_hpas_member"
    FORGET_MEMBER = "forget_member"
    REBIND_MEMBER = "rebind_member"
    REVIEW_ACCESS = "review_access"
    READ_AUDIT_LOG = "read_audit_log"
    PLAN_ACTIONS = "plan_actions"
    PROPOSE_WAIVER = "propose_waiver"
    DECIDE_WAIVER = "decide_waiver"
    ANSWER_FINDING = "answer_finding"
    SIGN_DECISION = "sign_decision"
    MARK_CONDITION = "mark_condition"
    CONFIRM_START = "confirm_start"
    RECORD_OUTCOME = "record_outcome"
    REMARK_OUTCOME = "remark_outcome"
    SET_UP = "set_up"
    DESCRIBE_OWN = "describe_own"
    TAKE_IN = "take_in"
    SEND_LETTERS = "send_letters"
    CHOOSE_LETTERS = "choose_letters"
    CHOOSE_LANGUAGE = "choose_language"
    MAKE_CALENDAR = "make_calendar"
    SEE_PROGRAMME = "see_programme"
    ANSWER_PROGRAMME = "answer_programme"
    END_LOGINS = "end_logins"
    SEE_PERSON = "see_person"
    RETAIN = "retain"
    MANAGE_TOKENS = "manage_tokens"


class Scope(StrEnum):
    OWN = "own"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Permission:
    """Role -> scope; a role that is not here may not. `of_one`: it is done to one customer's data.

    on_hpas: who may do it to HPAS's own answers, which no scope reaches.
    """

    roles: Mapping[Role, Scope]
    of_one: bool = True
    on_hpas: frozenset[Role] = frozenset()


_EVERYONE = {
    Role.CONTRIBUTOR: Scope.OWN,
    Role.LEAD: Scope.OWN,
    Role.VIEWER: Scope.OWN,
    Role.DECISION_MAKER: Scope.OWN,
    Role.REVIEWER: Scope.ALL,
    Role.ADMIN: Scope.ALL,
}
_WRITERS = {Role.CONTRIBUTOR: Scope.OWN, Role.LEAD: Scope.OWN}
_LEAD = {Role.LEAD: Scope.OWN}
_HPAS = {Role.REVIEWER: Scope.ALL, Role.ADMIN: Scope.ALL}
_LEADERS = {Role.LEAD: Scope.OWN, Role.ADMIN: Scope.ALL}
_ADMIN = {Role.ADMIN: Scope.ALL}
# HPAS's own answers: who reads them, and who gives them.
_READS_HPAS = frozenset({Role.REVIEWER, Role.ADMIN, Role.PROGRAMME})
_FOR_HPAS = frozenset({Role.ADMIN, Role.PROGRAMME})

PERMISSIONS: Mapping[Operation, Permission] = MappingProxyType(
    {
        Operation.READ: Permission(_EVERYONE, on_hpas=_READS_HPAS),
        Operation.SEE_HISTORY: Permission(_EVERYONE, on_hpas=_READS_HPAS),
        Operation.ANSWER: Permission(_WRITERS, on_hpas=_FOR_HPAS),
        Operation.IMPORT_ANSWERS: Permission(_WRITERS, on_hpas=_FOR_HPAS),
        Operation.EXPORT_ANSWERS: Permission(_EVERYONE, on_hpas=_READS_HPAS),
        Operation.ASSIGN: Permission(_LEAD, on_hpas=_FOR_HPAS),
        Operation.SEND_IN: Permission(_LEAD),
        Operation.REOPEN: Permission(_LEAD),
        Operation.CHANGE_FORM: Permission(_LEAD, on_hpas=_FOR_HPAS),
        Operation.REVIEW: Permission(_HPAS),
        Operation.SEE_REVIEW_QUEUE: Permission(_HPAS, of_one=False),
        Operation.SET_GO_LIVE: Permission(_ADMIN),
        Operation.GIVE_PHASES: Permission(_ADMIN, of_one=False),
        Operation.CORRECT_PHASES: Permission(_LEADERS),
        Operation.LIST_CUSTOMERS: Permission({**_EVERYONE, Role.PROGRAMME: Scope.OWN}, of_one=False),
        Operation.ADD_CUSTOMER: Permission(_ADMIN, of_one=False),
        Operation.DESCRIBE_CUSTOMER: Permission(_ADMIN),
        Operation.ARCHIVE_CUSTOMER: Permission(_ADMIN),
        Operation.REMIND_CUSTOMER: Permission(_HPAS),
        Operation.SET_GROUP_REVIEWER: Permission(_ADMIN, of_one=False),
        Operation.PLAN_SHARED_ROLES: Permission(_ADMIN, of_one=False),
        Operation.COMPARE: Permission(_HPAS, of_one=False),
        Operation.EXPORT_COMPARISON: Permission(_HPAS, of_one=False),
        Operation.FILL_DEMO: Permission(_ADMIN, of_one=False),
        Operation.LIST_MEMBERS: Permission(_LEADERS),
        Operation.INVITE_MEMBER: Permission(_LEADERS),
        Operation.REMOVE_MEMBER: Permission(_LEADERS),
        Operation.LIST_HPAS_MEMBERS: Permission(_ADMIN, of_one=False),
        Operation.INVITE_HPAS_MEMBER: Permission(_ADMIN, of_one=False),
        Operation.REMOVE_HPAS_MEMBER: Permission(_ADMIN, of_one=False),
        Operation.FORGET_MEMBER: Permission(_ADMIN),
        Operation.REBIND_MEMBER: Permission(_ADMIN),
        Operation.REVIEW_ACCESS: Permission(_ADMIN, of_one=False),
        Operation.READ_AUDIT_LOG: Permission(_ADMIN, of_one=False),
        Operation.PLAN_ACTIONS: Permission(_WRITERS, on_hpas=_FOR_HPAS),
        Operation.PROPOSE_WAIVER: Permission({Role.LEAD: Scope.OWN}),
        Operation.DECIDE_WAIVER: Permission(_HPAS),
        Operation.ANSWER_FINDING: Permission(_WRITERS, on_hpas=_FOR_HPAS),
        # A lead signs where it is the one who decides: `service.decision.signing`.
        Operation.SIGN_DECISION: Permission({Role.DECISION_MAKER: Scope.OWN, **_LEAD, **_HPAS}),
        Operation.MARK_CONDITION: Permission({Role.DECISION_MAKER: Scope.OWN, **_LEAD, **_HPAS}),
        Operation.CONFIRM_START: Permission({Role.LEAD: Scope.OWN, **_HPAS}),
        Operation.RECORD_OUTCOME: Permission(_WRITERS),
        Operation.REMARK_OUTCOME: Permission(_HPAS),
        # Both for who has not logged in alone, and where the database allows it: `service.people.own_machine`.
        Operation.SET_UP: Permission({Role.LEAD: Scope.ALL}, of_one=False),
        Operation.DESCRIBE_OWN: Permission(_LEAD),
        Operation.TAKE_IN: Permission(_ADMIN, of_one=False),
        Operation.SEND_LETTERS: Permission(_ADMIN, of_one=False),
        Operation.CHOOSE_LETTERS: Permission(_EVERYONE, of_one=False),
        Operation.CHOOSE_LANGUAGE: Permission(_LEADERS),
        Operation.MAKE_CALENDAR: Permission(_LEAD),
        Operation.SEE_PROGRAMME: Permission(dict.fromkeys(_READS_HPAS, Scope.ALL), of_one=False),
        Operation.ANSWER_PROGRAMME: Permission(dict.fromkeys(_FOR_HPAS, Scope.ALL), of_one=False),
        # One's own alone: `service.people.open_logins`.
        Operation.END_LOGINS: Permission({**_EVERYONE, Role.PROGRAMME: Scope.OWN}, of_one=False),
        Operation.SEE_PERSON: Permission(_ADMIN),
        Operation.RETAIN: Permission(_ADMIN, of_one=False),
        Operation.MANAGE_TOKENS: Permission(_ADMIN, of_one=False),
    }
)


def require(actor: Actor, operation: Operation, customer_id: str | None = None) -> None:
    """Raise `NotAllowed` unless `actor` may. `customer_id` None: no such thing, or it is about no one customer."""
    permission = PERMISSIONS.get(operation)
    if permission is not None and permission.of_one and customer_id is not None and is_hpas(customer_id):
        if actor.role not in permission.on_hpas:
            raise NotAllowed
        return
    scope = permission.roles.get(actor.role) if permission else None
    if permission is None or scope is None:
        raise NotAllowed
    if permission.of_one and (customer_id is None or not _reaches(actor, scope, customer_id)):
        raise NotAllowed


def scope_of(actor: Actor, operation: Operation) -> Scope:
    """How far the actor reaches in an operation that `require` let through."""
    return PERMISSIONS[operation].roles[actor.role]


def _reaches(actor: Actor, scope: Scope, customer_id: str) -> bool:
    return scope is Scope.ALL or actor.customer_id == customer_id
