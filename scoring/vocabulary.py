"""The closed lists of words Klarsjekk judges with (design section 1): stable identifiers, never shown as they are."""

from enum import StrEnum


class CustomerType(StrEnum):
    HEALTH_TRUST = "health_trust"
    MUNICIPALITY = "municipality"
    GP_OFFICE = "gp_office"


class Programme(StrEnum):
    """HPAS itself: asked and judged as customers are, and never a choice of customer type."""

    PROGRAMME = "programme"


QuestionnaireType = CustomerType | Programme
QUESTIONNAIRE_TYPES: tuple[QuestionnaireType, ...] = (*CustomerType, *Programme)


def questionnaire_type(word: str) -> QuestionnaireType:
    """Whom a questionnaire with this name asks. Raises ValueError for any other word."""
    return Programme(word) if word in set(Programme) else CustomerType(word)


class ReachKind(StrEnum):
    """Whom an answer of HPAS's is for; the order is from the least particular to the most."""

    ALL = "all"
    TYPE = "type"
    WAVE = "wave"
    CUSTOMER = "customer"


class Area(StrEnum):
    TESTING = "testing"
    OPERATIONS = "operations"
    STAFFING = "staffing"


class Kind(StrEnum):
    LEVEL = "level"
    YES_NO = "yes_no"
    SHARE = "share"
    NUMBER = "number"
    DATE = "date"
    MATRIX = "matrix"


class Combine(StrEnum):
    POOLED = "pooled"
    WEAKEST = "weakest"


class HardStop(StrEnum):
    GO_LIVE = "go_live"
    PHASE = "phase"


class Responsible(StrEnum):
    CUSTOMER = "customer"
    HPAS = "hpas"
    BOTH = "both"


class ProvesOn(StrEnum):
    """On what an answer proves anything: a solution that nobody builds on any more."""

    STABLE_SOLUTION = "stable_solution"


class WaitingOn(StrEnum):
    HPAS = "hpas"
    EPIC = "epic"
    HEMIT = "hemit"
    HEALTH_TRUST = "health_trust"
    MUNICIPALITY = "municipality"
    OTHER_SUPPLIER = "other_supplier"


class Source(StrEnum):
    """Where a step or threshold is from: the report, another programme, or Klarsjekk itself."""

    REPORT = "report"
    BENCHMARK = "benchmark"
    OWN = "own"


class LessonKind(StrEnum):
    PROBLEM = "problem"
    SUCCESS = "success"
    ADVICE = "advice"
    FACT = "fact"
    INFERRED = "inferred"


class Status(StrEnum):
    """Status of one question; the order is the order in which the rules are tried."""

    NOT_APPLICABLE = "not_applicable"
    UNANSWERED = "unanswered"
    MET = "met"
    BEHIND = "behind"
    AT_RISK = "at_risk"
    NOT_DUE = "not_due"
    ON_TRACK = "on_track"


# Short of what is expected now, or of what a coming step will ask: what a gap is.
LATE = (Status.UNANSWERED, Status.BEHIND)
OPEN = (*LATE, Status.AT_RISK)


class Verdict(StrEnum):
    """The conclusion, the gravest first; last who has started, of whom nothing more is concluded."""

    NOT_READY = "not_ready"
    UNDECIDED = "undecided"
    BEHIND = "behind"
    CONDITIONAL = "conditional"
    ON_TRACK = "on_track"
    READY = "ready"
    IN_USE = "in_use"


# Shown and never ranked: too little is known, or the date is behind them.
UNRANKED = (Verdict.UNDECIDED, Verdict.IN_USE)


class Rule(StrEnum):
    """Why a verdict is what it is."""

    HARD_STOP_ANSWERED = "hard_stop_answered"
    TOO_FEW_ANSWERS = "too_few_answers"
    HARD_STOP_UNANSWERED = "hard_stop_unanswered"
    HARD_STOP_AT_RISK = "hard_stop_at_risk"
    BEHIND = "behind"
    WAIVER = "waiver"
    NOT_APPLICABLE_UNCONFIRMED = "not_applicable_unconfirmed"
    MOVING_SOLUTION = "moving_solution"
    ALL_EXPECTED_MET = "all_expected_met"
    ALL_MET = "all_met"
    STARTED = "started"


class DecisionKind(StrEnum):
    """What is decided on a go-live."""

    GO = "go"
    CONDITIONS = "go_with_conditions"
    POSTPONE = "postpone"


class DecisionSide(StrEnum):
    """Who must sign: both."""

    CUSTOMER = "customer"
    HPAS = "hpas"


class AnswerField(StrEnum):
    """The parts of an answer, each saved by itself."""

    VALUE = "value"
    NOT_APPLICABLE = "not_applicable"
    WAITING_ON = "waiting_on"
    COMMENT = "comment"
    EVIDENCE = "evidence"
    NOT_KNOWN = "not_known"
    DISAGREES = "disagrees"


class Basis(StrEnum):
    """Whose view the figures rest on: the customer's own answers, or HPAS's rating where there is one."""

    CUSTOMER = "customer"
    HPAS = "hpas"


class Direction(StrEnum):
    """How an answer has moved from one time to another."""

    UP = "up"
    DOWN = "down"
    NEW = "new"
    GONE = "gone"
    SAME = "same"
