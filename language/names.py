"""What identifiers are called on screen and in papers, in both languages."""

from datetime import date

from language.both import Both, Plural, Words
from language.formats import day
from scoring.outcomes.foresight import SpeaksFor
from scoring.vocabulary import (
    Area,
    Basis,
    CustomerType,
    DecisionKind,
    DecisionSide,
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

CUSTOMER_TYPES = Words(
    {
        CustomerType.HEALTH_TRUST: ("helseforetak", "helseføretak"),
        CustomerType.MUNICIPALITY: "kommune",
        CustomerType.GP_OFFICE: "fastlegekontor",
    }
)
QUESTIONNAIRES = Words[QuestionnaireType](
    {
        CustomerType.HEALTH_TRUST: ("helseforetak", "helseføretak"),
        CustomerType.MUNICIPALITY: "kommune",
        CustomerType.GP_OFFICE: "fastlegekontor",
        Programme.PROGRAMME: ("HPAS selv", "HPAS sjølv"),
    }
)
_PLURALS = Words(
    {
        CustomerType.HEALTH_TRUST: ("helseforetak", "helseføretak"),
        CustomerType.MUNICIPALITY: ("kommuner", "kommunar"),
        CustomerType.GP_OFFICE: "fastlegekontor",
    }
)
_ALL_CUSTOMERS = Both("alle kunder", "alle kundar")
_GO_LIVE = Both("oppstart {day}", "oppstart {day}")


def reach_name(kind: ReachKind, target: str, customer: str = "") -> str:
    """Whom an answer of HPAS's is for, in words: «HPAS: kommuner». customer: the name of the one it is for."""
    match kind:
        case ReachKind.ALL:
            told = _ALL_CUSTOMERS()
        case ReachKind.TYPE:
            told = _PLURALS[CustomerType(target)]
        case ReachKind.WAVE:
            told = _GO_LIVE(day=day(date.fromisoformat(target)))
        case ReachKind.CUSTOMER:
            told = customer
    return f"HPAS: {told}"


AREAS = Words({Area.TESTING: "Test", Area.OPERATIONS: "Drift", Area.STAFFING: "Bemanning"})
STATUSES = Words(
    {
        Status.NOT_APPLICABLE: ("ikke aktuelt", "ikkje aktuelt"),
        Status.UNANSWERED: ("ikke svart", "ikkje svart"),
        Status.MET: "på plass",
        Status.BEHIND: ("på etterskudd", "på etterskot"),
        Status.AT_RISK: ("haster", "hastar"),
        Status.NOT_DUE: ("ikke forfalt", "ikkje forfalle"),
        Status.ON_TRACK: "i rute",
    }
)
VERDICTS = Words(
    {
        Verdict.NOT_READY: ("Datoen holder ikke", "Datoen held ikkje"),
        Verdict.UNDECIDED: "For få svar",
        Verdict.BEHIND: ("På etterskudd", "På etterskot"),
        Verdict.CONDITIONAL: "I rute med vilkår",
        Verdict.ON_TRACK: "I rute",
        Verdict.READY: "Klar",
        Verdict.IN_USE: "I bruk",
    }
)
HARD_STOPS = Words({HardStop.GO_LIVE: "stoppkrav", HardStop.PHASE: "stoppkrav for fasen"})
RESPONSIBLE = Words(
    {
        Responsible.CUSTOMER: ("dere selv", "de sjølve"),
        Responsible.HPAS: "HPAS",
        Responsible.BOTH: ("dere og HPAS", "de og HPAS"),
    }
)
WAITING_ON = Words(
    {
        WaitingOn.HPAS: "HPAS",
        WaitingOn.EPIC: "Epic",
        WaitingOn.HEMIT: "Hemit",
        WaitingOn.HEALTH_TRUST: ("helseforetaket", "helseføretaket"),
        WaitingOn.MUNICIPALITY: "kommunen",
        WaitingOn.OTHER_SUPPLIER: ("en annen leverandør", "ein annan leverandør"),
    }
)
KINDS = Words(
    {
        Kind.LEVEL: "nivå",
        Kind.YES_NO: "ja eller nei",
        Kind.SHARE: ("andel", "del"),
        Kind.NUMBER: ("tall", "tal"),
        Kind.DATE: "dato",
        Kind.MATRIX: "tabell",
    }
)
# Who has given an answer, where it is not the customer.
ANSWERED_BY = Words({Responsible.HPAS: "HPAS"})
INVENTED = Both(
    "Oppdiktet kunde, laget for å vise Klarsjekk. Ingenting her er fra en virkelig kunde.",
    "Oppdikta kunde, laga for å vise Klarsjekk. Ingenting her er frå ein verkeleg kunde.",
)
BASES = Words({Basis.CUSTOMER: "kundens vurdering", Basis.HPAS: "HPAS' vurdering"})
CHANGES = Words(
    {
        Direction.UP: ("bedre", "betre"),
        Direction.DOWN: ("dårligere", "dårlegare"),
        Direction.NEW: "nytt svar",
        Direction.GONE: "svaret er borte",
        Direction.SAME: "som før",
    }
)
DECISIONS = Words(
    {
        DecisionKind.GO: "Start",
        DecisionKind.CONDITIONS: "Start med vilkår",
        DecisionKind.POSTPONE: ("Utsett", "Utset"),
    }
)
DECISION_SIDES = Words({DecisionSide.CUSTOMER: "kunden", DecisionSide.HPAS: "HPAS"})
# The keys are the states of `service.review.submission_states`, which lies above this module.
STATES = Words(
    {
        "sent": ("sendt, venter på HPAS", "send, ventar på HPAS"),
        "in_review": ("HPAS ser på den", "HPAS ser på henne"),
        "reopened": ("tatt tilbake", "teken tilbake"),
        "returned": ("sendt tilbake med kommentarer", "send tilbake med kommentarar"),
        "reviewed": "ferdig vurdert av HPAS",
    }
)
# The keys are the operations of `service.people.permissions` and what happens at login, as the audit log has them.
OPERATIONS = Words(
    {
        "read": ("åpne egenvurderingen", "opne eigenvurderinga"),
        "see_history": ("se historikken", "sjå historikken"),
        "answer": "svare",
        "import_answers": ("hente inn svar fra fil", "hente inn svar frå fil"),
        "export_answers": "laste ned for kunden",
        "assign": "dele ut spørsmål",
        "send_in": "sende inn",
        "reopen": "ta tilbake",
        "change_form": ("bytte til nytt spørreskjema", "byte til nytt spørjeskjema"),
        "review": "kvalitetssikre",
        "see_review_queue": ("se hva som venter på kvalitetssikring", "sjå kva som ventar på kvalitetssikring"),
        "set_go_live": "flytte oppstarten",
        "give_phases": (
            "si når en bølge bygges, testes og læres opp",
            "seie når ei bølgje blir bygd, testa og lært opp",
        ),
        "correct_phases": ("rette når en kunde tester og læres opp", "rette når ein kunde testar og blir lært opp"),
        "list_customers": ("se kundene", "sjå kundane"),
        "add_customer": ("legge til en kunde", "leggje til ein kunde"),
        "describe_customer": ("endre opplysninger om en kunde", "endre opplysningar om ein kunde"),
        "archive_customer": ("arkivere en kunde eller ta den tilbake", "arkivere ein kunde eller ta kunden tilbake"),
        "remind_customer": ("minne en kunde på å svare", "minne ein kunde på å svare"),
        "set_group_reviewer": ("sette kvalitetssikrer for en gruppe", "setje kvalitetssikrar for ei gruppe"),
        "plan_shared_roles": ("planlegge delte roller", "planleggje delte roller"),
        "compare": ("sammenligne kunder", "samanlikne kundar"),
        "export_comparison": ("laste ned for alle kunder", "laste ned for alle kundar"),
        "fill_demo": ("lage demokunder", "lage demokundar"),
        "list_members": ("se hvem som har tilgang", "sjå kven som har tilgang"),
        "invite_member": ("invitere til en kunde", "invitere til ein kunde"),
        "remove_member": ("fjerne tilgang hos en kunde", "fjerne tilgang hos ein kunde"),
        "list_hpas_members": ("se hvem i HPAS som har tilgang", "sjå kven i HPAS som har tilgang"),
        "invite_hpas_member": "invitere til HPAS",
        "remove_hpas_member": "fjerne tilgang i HPAS",
        "forget_member": ("glemme en person", "gløyme ein person"),
        "rebind_member": ("knytte tilgang til ny innlogging", "knyte tilgang til ny innlogging"),
        "review_access": ("gå gjennom tilganger", "gå gjennom tilgangar"),
        "read_audit_log": "lese loggen",
        "plan_actions": ("planlegge tiltak", "planleggje tiltak"),
        "propose_waiver": "be om unntak",
        "answer_finding": ("se på svar som ikke henger sammen", "sjå på svar som ikkje heng saman"),
        "decide_waiver": ("avgjøre unntak", "avgjere unntak"),
        "sign_decision": ("skrive under på en beslutning", "skrive under på ei avgjerd"),
        "mark_condition": ("si om et vilkår er oppfylt", "seie om eit vilkår er oppfylt"),
        "confirm_start": ("bekrefte oppstarten", "stadfeste oppstarten"),
        "record_outcome": ("føre hva som skjedde etter oppstart", "føre kva som hende etter oppstart"),
        "remark_outcome": (
            "si HPAS' syn på det som skjedde etter oppstart",
            "seie HPAS' syn på det som hende etter oppstart",
        ),
        "set_up": ("ta Klarsjekk i bruk på egen maskin", "ta Klarsjekk i bruk på eiga maskin"),
        "describe_own": ("endre navn på egen virksomhet", "endre namn på eiga verksemd"),
        "take_in": ("hente inn en vurderingsfil", "hente inn ei vurderingsfil"),
        "send_letters": "sende brev",
        "choose_language": ("velge språk", "velje språk"),
        "choose_letters": "slå brev av eller på",
        "make_calendar": "lage eller stoppe kalenderadresse",
        "see_programme": ("se svarene til HPAS", "sjå svara til HPAS"),
        "answer_programme": "svare for HPAS",
        "end_logins": ("se og avslutte egne innlogginger", "sjå og avslutte eigne innloggingar"),
        "see_person": ("ta ut alt om en person", "ta ut alt om ein person"),
        "retain": ("glemme det som har ligget lenge nok", "gløyme det som har lege lenge nok"),
        "manage_tokens": ("lage eller stoppe en nøkkel for programmer", "lage eller stoppe ein nøkkel for program"),
        "log_in": "logge inn",
        "log_out": "logge ut",
        "use_token": ("hente tall med en nøkkel", "hente tal med ein nøkkel"),
    }
)
# The keys are the roles of `service.people.actor`.
ROLES = Words(
    {
        "lead": ("prosjektleder hos kunden", "prosjektleiar hos kunden"),
        "contributor": ("bidragsyter hos kunden", "bidragsytar hos kunden"),
        "viewer": ("leser hos kunden", "lesar hos kunden"),
        "reviewer": ("kvalitetssikrer i HPAS", "kvalitetssikrar i HPAS"),
        "admin": "administrator i HPAS",
        "programme": ("svarer for HPAS", "svarar for HPAS"),
        "decision_maker": ("beslutningstaker hos kunden", "avgjerdstakar hos kunden"),
    }
)
# Stands where a name was that someone has asked us to forget.
FORGOTTEN_NAME = "glemt navn"
OUTCOMES = Words({"done": "utført", "refused": "avvist"})
SOURCES = Words(
    {
        Source.REPORT: "sluttrapporten",
        Source.BENCHMARK: ("andre programmer", "andre program"),
        Source.OWN: ("Klarsjekks egen", "Klarsjekk sin eigen"),
    }
)
# What the outcomes after the go-lives speak for, topic by topic.
SPEAKS_FOR = Words(
    {
        SpeaksFor.TOO_FEW: ("for få til å si noe", "for få til å seie noko"),
        SpeaksFor.KEEP: ("behold kravet", "behald kravet"),
        SpeaksFor.STRICTER: ("strengere krav", "strengare krav"),
        SpeaksFor.EASIER: ("mildere krav", "mildare krav"),
        SpeaksFor.OTHER: ("et annet spørsmål", "eit anna spørsmål"),
        SpeaksFor.NOTHING: ("ikke noe tydelig", "ikkje noko tydeleg"),
    }
)
# Part of a step's reasons -> what it answers; "" where they are said as one.
BASIS_PARTS = Words(
    {
        "": ("Hvorfor da", "Kvifor då"),
        "what": ("Hva vi spør om", "Kva vi spør om"),
        "when": ("Hvorfor da", "Kvifor då"),
        "amount": ("Hvorfor så mye", "Kvifor så mykje"),
    }
)


def _always(nb: str, nn: str) -> Plural:
    """What is said alike of one and of many."""
    return Plural((nb, nb), (nn, nn))


# What a rule says of so many questions.
RULES = {
    Rule.HARD_STOP_ANSWERED: _always("{n} stoppkrav rekker ikke datoen.", "{n} stoppkrav rekk ikkje datoen."),
    Rule.TOO_FEW_ANSWERS: _always(
        "{n} spørsmål som gjelder nå, mangler svar.", "{n} spørsmål som gjeld no, manglar svar."
    ),
    Rule.HARD_STOP_UNANSWERED: Plural(
        (
            "{n} stoppkrav mangler svar. Er det ikke begynt, rekker det ikke datoen.",
            "{n} stoppkrav mangler svar. Er de ikke begynt, rekker de ikke datoen.",
        ),
        (
            "{n} stoppkrav manglar svar. Er det ikkje byrja på, rekk det ikkje datoen.",
            "{n} stoppkrav manglar svar. Er dei ikkje byrja på, rekk dei ikkje datoen.",
        ),
    ),
    Rule.HARD_STOP_AT_RISK: _always(
        "{n} stoppkrav er på etterskudd eller haster.", "{n} stoppkrav er på etterskot eller hastar."
    ),
    Rule.BEHIND: _always(
        "{n} spørsmål som ikke stopper datoen, er på etterskudd eller mangler svar.",
        "{n} spørsmål som ikkje stoppar datoen, er på etterskot eller manglar svar.",
    ),
    Rule.MOVING_SOLUTION: Plural(
        (
            "Ett svar er prøvd på en løsning i bevegelse: siste trinn teller ikke før det er gjort på nytt.",
            "{n} svar er prøvd på en løsning i bevegelse: siste trinn teller ikke før det er gjort på nytt.",
        ),
        (
            "Eitt svar er prøvt på ei løysing i rørsle: siste trinn tel ikkje før det er gjort på nytt.",
            "{n} svar er prøvde på ei løysing i rørsle: siste trinn tel ikkje før det er gjort på nytt.",
        ),
    ),
    Rule.WAIVER: _always("{n} stoppkrav har godkjent unntak.", "{n} stoppkrav har godkjent unntak."),
    Rule.NOT_APPLICABLE_UNCONFIRMED: Plural(
        (
            "{n} spørsmål er merket ikke aktuelt, og HPAS har ikke sagt seg enig ennå.",
            "{n} spørsmål er merket ikke aktuelt, og HPAS har ikke sagt seg enig ennå.",
        ),
        (
            "{n} spørsmål er merkt ikkje aktuelt, og HPAS har ikkje sagt seg einig enno.",
            "{n} spørsmål er merkte ikkje aktuelle, og HPAS har ikkje sagt seg einig enno.",
        ),
    ),
    Rule.ALL_EXPECTED_MET: _always("Alle stoppkrav er der de skal være nå.", "Alle stoppkrav er der dei skal vere no."),
    Rule.STARTED: _always(
        "Oppstarten er bekreftet. Konklusjon, datoer og plan hviler.",
        "Oppstarten er stadfesta. Konklusjon, datoar og plan kviler.",
    ),
    Rule.ALL_MET: _always("Alt som gjelder dere, er på plass.", "Alt som gjeld dykk, er på plass."),
}


# The days of a wave, as they are asked for (`scoring.proof.phases.Phases`).
PHASE_DAYS = Words(
    {
        "build_stop": ("byggestopp", "byggjestopp"),
        "test_start": ("test begynner", "test byrjar"),
        "test_end": ("test slutter", "test sluttar"),
        "training_start": ("opplæring begynner", "opplæring byrjar"),
    }
)
