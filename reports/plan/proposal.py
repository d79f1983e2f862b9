"""The proposed decision of the paper, and the alternatives with what each means: words for the one judgement.

Every date here stands in the judgement; nothing is worked out anew.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from language import count, day, listed
from reports.judgement.verdict_wording import decided_by, next_stops
from reports.plan.customer_report import CustomerReport
from scoring.vocabulary import CustomerType, QuestionnaireType, Rule, Verdict

WHO_DECIDES: Mapping[QuestionnaireType, str] = {
    CustomerType.MUNICIPALITY: "kommunedirektøren",
    CustomerType.HEALTH_TRUST: "administrerende direktør",
    CustomerType.GP_OFFICE: "legene ved kontoret",
}
MOST_NAMED = 3


class Alternative(NamedTuple):
    """What could be decided, and what it means; one of them is proposed."""

    name: str
    means: str
    proposed: bool


def passed(report: CustomerReport) -> bool:
    """Whether the day of the go-live has passed, and nobody has said that it started."""
    left = report.judgement.days_left
    return left is not None and left < 0


def points_of_proposal(report: CustomerReport) -> list[str]:
    """What is proposed, a sentence or two per point."""
    judgement, verdict = report.judgement, report.judgement.verdict
    go_live = judgement.go_live
    if go_live is None:
        return [
            "Vi setter en dato for oppstart sammen med HPAS.",
            "Saken legges fram på nytt når datoen er satt. Først da kan vi si hva som skal være på plass når.",
        ]
    if passed(report):
        return [f"Oppstarten var satt til {day(go_live)}. Bekreft at den er gjennomført, eller sett en ny dato."]
    match verdict:
        case Verdict.NOT_READY:
            return _move(report)
        case Verdict.UNDECIDED:
            return _wait(report)
        case Verdict.BEHIND:
            return [
                f"Vi holder oppstarten {day(go_live)} inntil videre, på vilkårene i denne saken.",
                *_catch_up(report),
            ]
        case Verdict.CONDITIONAL:
            return [f"Vi holder oppstarten {day(go_live)}, på vilkårene i denne saken.", *_next(report)]
        case Verdict.ON_TRACK:
            return [f"Vi holder oppstarten {day(go_live)}.", *_next(report)]
        case _:
            return [
                f"Vi holder oppstarten {day(go_live)}.",
                "Blir et svar dårligere før oppstarten, legges saken fram på nytt.",
            ]


def _move(report: CustomerReport) -> list[str]:
    go_live, held = report.judgement.go_live, date_that_holds(report)
    first = f"Vi holder ikke oppstarten {day(go_live)}." if go_live else ""
    if held is None:
        return [f"{first} En ny dato kan vi først foreslå når flere av spørsmålene er besvart."]
    return [
        f"{first} Vi ber HPAS om ny oppstart {held} eller senere.",
        "Vilkårene i denne saken gjelder for den nye datoen.",
        "Saken legges fram på nytt når HPAS har svart.",
    ]


def _wait(report: CustomerReport) -> list[str]:
    silent = sum(len(reason.questions) for reason in report.judgement.reasons if reason.rule is Rule.TOO_FEW_ANSWERS)
    lacking = f" {count(silent, 'spørsmål', 'spørsmål')} som gjelder nå, mangler svar." if silent else ""
    return [
        f"Vi tar ikke stilling til datoen nå.{lacking}",
        "Prosjektlederen sørger for at spørsmålene blir besvart. Så legges saken fram på nytt.",
    ]


def _catch_up(report: CustomerReport) -> list[str]:
    by = report.judgement.catch_up_by
    if by is None:
        return ["Blir ikke det som er på etterskudd, hentet inn, legges saken fram på nytt."]
    return [
        f"Det som er på etterskudd, kan hentes inn til {day(by)}. Prosjektlederen legger fram en ny vurdering før det.",
        "Er vilkårene ikke i gang da, ber vi HPAS om en ny dato.",
    ]


def _next(report: CustomerReport) -> list[str]:
    coming = report.judgement.next_stops
    if coming is None:
        return []
    many = count(len(coming.questions), "stoppkrav", "stoppkrav")
    return [f"Prosjektlederen legger fram en ny vurdering {day(coming.date)}. Da må {many} ha nådd neste trinn."]


def date_that_holds(report: CustomerReport) -> str | None:
    """The earliest defensible go-live where it is later than the one that is set; `None` where it is not, or is not known."""
    judgement = report.judgement
    found, go_live = judgement.earliest, judgement.go_live
    if found is None or go_live is None or not judgement.enough or found.date <= go_live:
        return None
    return day(found.date)


def date_and_reason(report: CustomerReport) -> list[str]:
    """Which date can be defended, and the one thing that decides it."""
    judgement, link = report.judgement, report.decides
    go_live, found = judgement.go_live, judgement.earliest
    if go_live is None:
        return ["Ingen dato er satt."]
    if passed(report):
        return [f"{day(go_live)} er passert. Ingen har bekreftet at oppstarten er gjennomført."]
    if not judgement.enough or found is None:
        return ["For få spørsmål er besvart til å si hvilken dato som holder."]
    reason = [decided_by(link)] if link and link.allows >= go_live else []
    if found.date > go_live:
        late = count((found.date - go_live).days, "dag", "dager")
        return [f"Tidligste forsvarlige oppstart er {day(found.date)}, {late} etter datoen som gjelder nå.", *reason]
    if reason:
        return [f"{day(go_live)} holder så vidt.", *reason]
    return [f"{day(go_live)} holder: stoppkravene kan være på plass i tide."]


def alternatives(report: CustomerReport) -> list[Alternative]:
    """Hold the date, hold it with conditions, move it; none without a date, or when it has passed."""
    judgement = report.judgement
    if judgement.go_live is None or passed(report):
        return []
    chosen = {
        Verdict.NOT_READY: 2,
        Verdict.BEHIND: 1,
        Verdict.CONDITIONAL: 1,
        Verdict.ON_TRACK: 0,
        Verdict.READY: 0,
    }.get(judgement.verdict or Verdict.UNDECIDED)
    go_live, held = day(judgement.go_live), date_that_holds(report)
    told = [
        (f"Holde {go_live}", _means_holding(report)),
        (f"Holde {go_live} med vilkår", _means_conditions(report)),
        (f"Flytte til {held} eller senere" if held else "Flytte oppstarten", _means_moving(report)),
    ]
    found = [Alternative(name, means, place == chosen) for place, (name, means) in enumerate(told)]
    wait = Alternative(
        "Vente til spørsmålene er besvart", "Da vet vi hva som mangler, og hvilken dato som holder.", True
    )
    return found if chosen is not None else [wait, *found]


def _means_holding(report: CustomerReport) -> str:
    judgement = report.judgement
    match judgement.verdict:
        case Verdict.NOT_READY:
            failing = count(len(judgement.failing), "stoppkrav rekker", "stoppkrav rekker")
            return f"{failing} ikke datoen med vanlig arbeid. Vi starter uten at de er oppfylt, og uten at HPAS har godkjent det."
        case Verdict.UNDECIDED:
            return "Ingen vet om datoen holder. Det kan vise seg for sent til å flytte den."
        case Verdict.BEHIND:
            return "Mulig bare om det som er på etterskudd, blir hentet inn. Uten vilkår har ingen ansvar for at det skjer."
        case Verdict.CONDITIONAL:
            return "Da sier vi ja uten at noen har ansvar for det som gjenstår."
        case Verdict.ON_TRACK:
            return f"Alle stoppkrav er der de skal være nå. {next_stops(judgement)}".strip()
        case _:
            return "Alt som skal være på plass, er på plass."


def _means_conditions(report: CustomerReport) -> str:
    judgement = report.judgement
    match judgement.verdict:
        case Verdict.NOT_READY:
            return f"Hvert stoppkrav som ikke rekker datoen, må få en raskere plan eller et unntak som HPAS godkjenner.{_never(report)}"
        case Verdict.UNDECIDED:
            return "Vi vet ikke hvilke vilkår som trengs, før spørsmålene er besvart."
        case Verdict.BEHIND | Verdict.CONDITIONAL:
            return "Hvert vilkår får en eier og en frist. Holder de ikke, tas datoen opp igjen."
        case _:
            return "Ikke nødvendig nå: ingen stoppkrav er på etterskudd."


def _never(report: CustomerReport) -> str:
    """The failing hard stops that no waiver lets through."""
    asked = report.form.questionnaire.by_id
    firm = [report.title_of(id_) for id_ in report.judgement.failing if id_ in asked and not asked[id_].waivable]
    if not firm:
        return ""
    named = listed([f"«{title}»" for title in firm[:MOST_NAMED]])
    more = f" og {len(firm) - MOST_NAMED} til" if len(firm) > MOST_NAMED else ""
    return f" Unntak gis ikke for {named}{more}."


def _means_moving(report: CustomerReport) -> str:
    if not report.judgement.enough:
        return "Vi vet ikke hvilken dato som ville holdt, før flere spørsmål er besvart."
    if date_that_holds(report):
        return "Stoppkravene kan være oppfylt til da med vanlig arbeid. Planer, vakter og opplæring må legges om."
    return "Stoppkravene krever det ikke. Planer, vakter og opplæring må legges om, og det som er lært, må holdes ved like."


def who_decides(report: CustomerReport) -> str:
    """Who is asked."""
    return WHO_DECIDES.get(report.form.questionnaire.customer_type, "ledelsen")


def gravest(report: CustomerReport) -> Sequence[str]:
    """Ids of the hard stops the paper speaks of, the gravest first: those that fail, then others that are late or urge."""
    urging = [gap for gap in report.gaps if gap.hard_stop and gap.open]
    urging.sort(key=lambda gap: gap.judged.reserve_days if gap.judged.reserve_days is not None else 10**6)
    return tuple(dict.fromkeys([*report.judgement.failing, *(gap.question.id for gap in urging)]))
