"""Interface words and Norwegian formats: the one place where identifiers become bokmål, dates and numbers."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from scoring.typed_values import MONTHS
from scoring.vocabulary import (
    Area,
    Basis,
    CustomerType,
    Direction,
    HardStop,
    Kind,
    Programme,
    QuestionnaireType,
    ReachKind,
    Responsible,
    Rule,
    Source,
    Status,
    Verdict,
    WaitingOn,
)

OSLO = ZoneInfo("Europe/Oslo")
NO_BREAK = "\u00a0"
DASH = "–"

CUSTOMER_TYPES = {
    CustomerType.HEALTH_TRUST: "helseforetak",
    CustomerType.MUNICIPALITY: "kommune",
    CustomerType.GP_OFFICE: "fastlegekontor",
}
QUESTIONNAIRES: dict[QuestionnaireType, str] = dict(CUSTOMER_TYPES.items()) | {Programme.PROGRAMME: "HPAS selv"}
_PLURALS = {
    CustomerType.HEALTH_TRUST: "helseforetak",
    CustomerType.MUNICIPALITY: "kommuner",
    CustomerType.GP_OFFICE: "fastlegekontor",
}


def reach_name(kind: ReachKind, target: str, customer: str = "") -> str:
    """Whom an answer of HPAS's is for, in words: «HPAS: kommuner». customer: the name of the one it is for."""
    match kind:
        case ReachKind.ALL:
            told = "alle kunder"
        case ReachKind.TYPE:
            told = _PLURALS[CustomerType(target)]
        case ReachKind.WAVE:
            told = f"oppstart {day(date.fromisoformat(target))}"
        case ReachKind.CUSTOMER:
            told = customer
    return f"HPAS: {told}"


AREAS = {Area.TESTING: "Test", Area.OPERATIONS: "Drift", Area.STAFFING: "Bemanning"}
STATUSES = {
    Status.NOT_APPLICABLE: "ikke aktuelt",
    Status.UNANSWERED: "ikke svart",
    Status.MET: "på plass",
    Status.BEHIND: "på etterskudd",
    Status.AT_RISK: "haster",
    Status.NOT_DUE: "ikke forfalt",
    Status.ON_TRACK: "i rute",
}
VERDICTS = {
    Verdict.NOT_READY: "Datoen holder ikke",
    Verdict.UNDECIDED: "For få svar",
    Verdict.BEHIND: "På etterskudd",
    Verdict.CONDITIONAL: "I rute med vilkår",
    Verdict.ON_TRACK: "I rute",
    Verdict.READY: "Klar",
}
HARD_STOPS = {HardStop.GO_LIVE: "stoppkrav", HardStop.PHASE: "stoppkrav for fasen"}
RESPONSIBLE = {
    Responsible.CUSTOMER: "dere selv",
    Responsible.HPAS: "HPAS",
    Responsible.BOTH: "dere og HPAS",
}
WAITING_ON = {
    WaitingOn.HPAS: "HPAS",
    WaitingOn.EPIC: "Epic",
    WaitingOn.HEMIT: "Hemit",
    WaitingOn.HEALTH_TRUST: "helseforetaket",
    WaitingOn.MUNICIPALITY: "kommunen",
    WaitingOn.OTHER_SUPPLIER: "en annen leverandør",
}
KINDS = {
    Kind.LEVEL: "nivå",
    Kind.YES_NO: "ja eller nei",
    Kind.SHARE: "andel",
    Kind.NUMBER: "tall",
    Kind.DATE: "dato",
    Kind.MATRIX: "tabell",
}
# Who has given an answer, where it is not the customer.
ANSWERED_BY = {Responsible.HPAS: "HPAS"}
INVENTED = "Oppdiktet kunde, laget for å vise Klarsjekk. Ingenting her er fra en virkelig kunde."
BASES = {Basis.CUSTOMER: "kundens vurdering", Basis.HPAS: "HPAS' vurdering"}
CHANGES = {
    Direction.UP: "bedre",
    Direction.DOWN: "dårligere",
    Direction.NEW: "nytt svar",
    Direction.GONE: "svaret er borte",
    Direction.SAME: "som før",
}
# The keys are the states of `service.review.submission_states`, which lies above this module.
STATES = {
    "sent": "sendt, venter på HPAS",
    "in_review": "HPAS ser på den",
    "reopened": "tatt tilbake",
    "returned": "sendt tilbake med kommentarer",
    "reviewed": "ferdig vurdert av HPAS",
}
# The keys are the operations of `service.people.permissions` and what happens at login, as the audit log has them.
OPERATIONS = {
    "read": "åpne egenvurderingen",
    "see_history": "se historikken",
    "answer": "svare",
    "import_answers": "hente inn svar fra fil",
    "export_answers": "laste ned for kunden",
    "assign": "dele ut spørsmål",
    "send_in": "sende inn",
    "reopen": "ta tilbake",
    "change_form": "bytte til nytt spørreskjema",
    "review": "kvalitetssikre",
    "see_review_queue": "se hva som venter på kvalitetssikring",
    "set_go_live": "flytte oppstarten",
    "list_customers": "se kundene",
    "add_customer": "legge til en kunde",
    "describe_customer": "endre opplysninger om en kunde",
    "archive_customer": "arkivere en kunde eller ta den tilbake",
    "remind_customer": "minne en kunde på å svare",
    "compare": "sammenligne kunder",
    "export_comparison": "laste ned for alle kunder",
    "fill_demo": "lage demokunder",
    "list_members": "se hvem som har tilgang",
    "invite_member": "invitere til en kunde",
    "remove_member": "fjerne tilgang hos en kunde",
    "list_hpas_members": "se hvem i HPAS som har tilgang",
    "invite_hpas_member": "invitere til HPAS",
    "remove_hpas_member": "fjerne tilgang i HPAS",
    "forget_member": "glemme en person",
    "rebind_member": "knytte tilgang til ny innlogging",
    "review_access": "gå gjennom tilganger",
    "read_audit_log": "lese loggen",
    "plan_actions": "planlegge tiltak",
    "propose_waiver": "be om unntak",
    "answer_finding": "se på svar som ikke henger sammen",
    "decide_waiver": "avgjøre unntak",
    "set_up": "ta Klarsjekk i bruk på egen maskin",
    "describe_own": "endre navn på egen virksomhet",
    "take_in": "hente inn en vurderingsfil",
    "send_letters": "sende brev",
    "choose_letters": "slå brev av eller på",
    "make_calendar": "lage eller stoppe kalenderadresse",
    "see_programme": "se svarene til HPAS",
    "answer_programme": "svare for HPAS",
    "end_logins": "se og avslutte egne innlogginger",
    "see_person": "ta ut alt om en person",
    "retain": "glemme det som har ligget lenge nok",
    "log_in": "logge inn",
    "log_out": "logge ut",
}
# The keys are the roles of `service.people.actor`.
ROLES = {
    "lead": "prosjektleder hos kunden",
    "contributor": "bidragsyter hos kunden",
    "viewer": "leser hos kunden",
    "reviewer": "kvalitetssikrer i HPAS",
    "admin": "administrator i HPAS",
    "programme": "svarer for HPAS",
}
# Stands where a name was that someone has asked us to forget.
FORGOTTEN_NAME = "glemt navn"
OUTCOMES = {"done": "utført", "refused": "avvist"}
SOURCES = {Source.REPORT: "sluttrapporten", Source.BENCHMARK: "andre programmer", Source.OWN: "Klarsjekks egen"}
# One and many: what a rule says of so many questions, with {n} for the number.
RULES = {
    Rule.HARD_STOP_ANSWERED: ("{n} stoppkrav rekker ikke datoen.", "{n} stoppkrav rekker ikke datoen."),
    Rule.TOO_FEW_ANSWERS: ("{n} spørsmål som gjelder nå, mangler svar.", "{n} spørsmål som gjelder nå, mangler svar."),
    Rule.HARD_STOP_UNANSWERED: (
        "{n} stoppkrav mangler svar. Er det ikke begynt, rekker det ikke datoen.",
        "{n} stoppkrav mangler svar. Er de ikke begynt, rekker de ikke datoen.",
    ),
    Rule.HARD_STOP_AT_RISK: (
        "{n} stoppkrav er på etterskudd eller haster.",
        "{n} stoppkrav er på etterskudd eller haster.",
    ),
    Rule.BEHIND: (
        "{n} spørsmål som ikke stopper datoen, er på etterskudd eller mangler svar.",
        "{n} spørsmål som ikke stopper datoen, er på etterskudd eller mangler svar.",
    ),
    Rule.WAIVER: ("{n} stoppkrav har godkjent unntak.", "{n} stoppkrav har godkjent unntak."),
    Rule.NOT_APPLICABLE_UNCONFIRMED: (
        "{n} spørsmål er merket ikke aktuelt, og HPAS har ikke sagt seg enig ennå.",
        "{n} spørsmål er merket ikke aktuelt, og HPAS har ikke sagt seg enig ennå.",
    ),
    Rule.ALL_EXPECTED_MET: ("Alle stoppkrav er der de skal være nå.", "Alle stoppkrav er der de skal være nå."),
    Rule.ALL_MET: ("Alt som gjelder dere, er på plass.", "Alt som gjelder dere, er på plass."),
}


def day(value: date) -> str:
    """12. mars 2027"""
    return f"{value.day}.{NO_BREAK}{MONTHS[value.month - 1]}{NO_BREAK}{value.year}"


def short_day(value: date) -> str:
    """12.03.2027"""
    return f"{value.day:02d}.{value.month:02d}.{value.year}"


def clock(value: datetime) -> str:
    """14:32, Norwegian time."""
    return f"{value.astimezone(OSLO):%H:%M}"


def moment(value: datetime) -> str:
    """12. mars 2027 kl. 14:32, Norwegian time."""
    return f"{day(value.astimezone(OSLO).date())} kl.{NO_BREAK}{clock(value)}"


def number(value: float, *, decimals: int = 1) -> str:
    """3,5 · 4 · 12 000: at most so many decimals, none when they are zero."""
    text = f"{value:,.{decimals}f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    whole = whole.replace(",", NO_BREAK)
    if whole == "-0" and not fraction:
        whole = "0"
    return f"{whole},{fraction}" if fraction else whole


def points(value: float | None) -> str:
    """A figure of 0..100 as whole points; a dash where it does not exist."""
    return DASH if value is None else number(value, decimals=0)


def percent(value: float | None) -> str:
    """A share 0..1 as whole per cent: 35 %; a dash where it does not exist."""
    return DASH if value is None else f"{number(100 * value, decimals=0)}{NO_BREAK}%"


def ready(figure: float | None, expected: float | None) -> str:
    """«84 % på plass, forventet nå 94 %», of figures 0..100."""
    said = f"{points(figure)}{NO_BREAK}% på plass" if figure is not None else "ukjent"
    return said if expected is None else f"{said}, forventet nå {points(expected)}{NO_BREAK}%"


def count(amount: int, one: str, many: str) -> str:
    """1 mangel, 3 mangler …: the number with the right form of the word."""
    return f"{number(amount, decimals=0)}{NO_BREAK}{one if amount == 1 else many}"


def ahead(days: float | None) -> str:
    """9 dager etter planen · 4 dager foran planen · på planen; nothing where it is not known."""
    if days is None:
        return ""
    whole = round(abs(days))
    if whole == 0:
        return "på planen"
    return f"{count(whole, 'dag', 'dager')} {'foran' if days > 0 else 'etter'} planen"


def days_to(days_left: int) -> str:
    """How far it is to the go-live, or how long ago it was."""
    if days_left > 0:
        return f"{count(days_left, 'dag', 'dager')} til oppstart"
    if days_left == 0:
        return "Oppstart i dag"
    return f"{count(-days_left, 'dag', 'dager')} siden oppstart"


def listed(words: list[str]) -> str:
    """a, b og c"""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"


def ended(text: str) -> str:
    """The text with a full stop; what goes on («…») needs none."""
    return text if text.endswith("…") else f"{text}."


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
