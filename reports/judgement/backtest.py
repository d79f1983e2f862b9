"""The back-test as a page for people: what Klarsjekk would have said of customers that have started, day by day.

Says plainly what it is not: the answers are read from one report afterwards, and most questions have none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from textwrap import fill

from language import AREAS, DASH, NO_BREAK, QUESTIONNAIRES, VERDICTS, count, day, listed, number, percent, points
from reports.answers.wording import value_text
from scoring.judgement import Figures, Judged, Judgement, judge
from scoring.questionnaire import Form
from scoring.reference_cases import CodedAnswer, ReadingKind, ReferenceCase
from scoring.vocabulary import Area, QuestionnaireType, Status, Verdict
from scoring.yardstick import yardstick

DISTANCES = (365, 180, 90, 60, 30, 0)
READINGS = {ReadingKind.STATED: "sagt", ReadingKind.INFERRED: "tolket"}

_HEAD = """\
# Tilbakeblikk: hva Klarsjekk ville sagt om oppstartene som har vært

Siden er laget av `python cli.py backtest --write docs/backtest.md` fra `assessments/references/`. Endre svarene der,
ikke her.

## Les dette først

- **Kodingen er vår lesning, gjort etterpå.** Vi har lest sluttrapporten for Helseplattformen Main Project (versjon 1.0,
  27. februar 2025) og svart på dagens spørsmål slik vi mener rapporten tilsier. Kundene har ikke svart selv, og ingen
      av dem har sett på kodingen.
- **Rapporten er HPAS sin egen.** Den sier mest om HPAS og det felles prosjektet, og lite om hva den enkelte kunden
  hadde på plass. Det prosjektet gjorde samlet, er bare brukt for de første oppstartene, der rapporten selv sier at det
  gjelder. Det rapporten sier om HPAS sine egne folk, penger og driftsorganisasjon, er bare ført på spørsmålet om
  driften hos HPAS, ikke på kundens egen drift.
- **Rapporten har nesten ingen tall.** «For lite» og «ikke godt nok» er kodet som 1 av 2, «enkelte» og «deler av» som
  3 av 4, og «bedre i senere innføringer» som nok. Dette er de mildeste svarene vi mener stemmer med teksten. De er ikke
  målinger. Et nivå er satt så høyt som teksten tillater, men ikke høyere enn kravet.
- **Rapporten har nesten ingen datoer.** For hvert svar står det hvor lenge før oppstart vi regner med at det gjaldt.
  Det rapporten skriver i nåtid i februar 2025, for eksempel om tjenesteavtalen, er brukt for alle oppstartene.
- **Taushet er ikke et svar.** Der rapporten ikke sier noe, står spørsmålet ubesvart.
"""

_MOVED = """\
## Hva som er annerledes enn i den første utgaven

I den første utgaven var konklusjonen «Ikke klar» 16 av 30 ganger, «For få svar» 13 ganger og «I rute» én gang. Svarene
er de samme. Dette er endret:

- **Et trinn som er passert, stopper ikke lenger datoen.** Før holdt det at ett stoppkrav lå etter planen. Nå regner vi
  ut når kravet vanligvis kan være oppfylt, ut fra det som mangler og hvor lang tid arbeidet tar. Datoen holder ikke når
  det blir senere enn den dagen kravet minst må stå. Derfor er Trondheim og St. Olavs hospital ikke stoppet et år før
  oppstart: Hvem som skal se hva i delt journal (KO-0501 og HF-0502), var etter planen, men kunne hentes inn. Da er det
  de mange spørsmålene uten svar som avgjør, og det blir «For få svar».
- **Trinn og marger er satt på nytt.** Trinnene gir nå tid til arbeidet, og hvert stoppkrav sier hvor lenge før oppstart
  det minst må stå. Derfor er antallet stoppkrav i parentes et annet enn før på noen avstander. Hvorfor står ved hvert
  spørsmål.
- **«Ikke aktuelt» på et stoppkrav er et vilkår.** Det står til HPAS har sagt seg enig. Derfor er Øya legesenter «I rute
  med vilkår» et år før, og ikke «I rute». Ingenting skulle være på plass ennå.
"""

_LIMITS = """\
## Hva dette kan si, og hva det ikke kan si

Det kan vise **at spørsmålene treffer**: det rapporten peker på som svakt, er noe Klarsjekk spør om, og et stoppkrav
slår ut der det skal. Det kan også vise **når** stoppkravet ville slått ut, så langt vi har rett i når svaret gjaldt.

Det kan **ikke** vise at Klarsjekk ville forutsett noe. Spørsmålene er skrevet av noen som hadde lest rapporten, og
svarene er hentet fra den samme rapporten. Kunden kunne svart annerledes den gangen, og mye ble klart først etter
oppstart. Fem oppstarter er for få til å regne på treffsikkerhet.

Det kan **ikke** brukes til å rangere kundene. Forskjellen mellom de første og de siste oppstartene er rapportens egen
vurdering, som vi bare har ført inn. «For få svar» er ikke et godt tegn. Det betyr at vi ikke vet.

Rapportens kraftigste funn om drift er at HPAS begynte for sent. Spørreskjemaene spør om kundens egen drift, og det sier
rapporten ingenting om. Derfor er stoppkravene om egen drift og bemanning ubesvarte her, også for de første oppstartene.
"""


@dataclass(frozen=True)
class Backtest:
    """One case with the questionnaire it is answered with."""

    case: ReferenceCase
    form: Form

    @cached_property
    def judgements(self) -> dict[int, Judgement]:
        """Days before go-live -> the judgement of that day."""
        measure, go_live = yardstick(self.form), self.case.go_live
        return {
            days: judge(measure, self.case.answers_at(days), go_live=go_live, as_of=go_live - timedelta(days=days))
            for days in DISTANCES
        }

    @property
    def last(self) -> Judgement:
        return self.judgements[DISTANCES[-1]]


def backtest(cases: Iterable[ReferenceCase], forms: Mapping[QuestionnaireType, Form]) -> str:
    """The whole page as Markdown, in Norwegian."""
    tests = [Backtest(case, forms[case.customer_type]) for case in cases]
    parts = [_HEAD, _known(tests), _verdicts(tests), _MOVED, _LIMITS, *(_case(test) for test in tests)]
    return "\n".join(parts)


def _known(tests: Sequence[Backtest]) -> str:
    heads = [
        "Kunde",
        "Spørreskjema",
        "Oppstart",
        "Spørsmål som gjelder",
        "Svart",
        "Ukjent",
        "Sagt i rapporten",
        "Tolket",
    ]
    return f"## Hvor lite vi vet\n\nTallene gjelder oppstartsdagen.\n\n{_table(heads, map(_known_row, tests))}"


def _known_row(test: Backtest) -> list[str]:
    case, overall = test.case, test.last.overall
    readings = [coded.finding.reading for coded in case.coded_at(0) if coded.answer.not_applicable is None]
    return [
        case.name,
        QUESTIONNAIRES[case.customer_type],
        day(case.go_live),
        number(overall.applicable),
        number(overall.answered),
        percent(None if overall.coverage is None else 1 - overall.coverage),
        *(number(readings.count(reading)) for reading in ReadingKind),
    ]


def _verdicts(tests: Sequence[Backtest]) -> str:
    heads = ["Kunde", *(_days(days) for days in DISTANCES)]
    verdicts = [judged.verdict for test in tests for judged in test.judgements.values()]
    tally = [
        f"«{VERDICTS[verdict]}» {count(verdicts.count(verdict), 'gang', 'ganger')}"
        for verdict in Verdict
        if verdict in verdicts
    ]
    return (
        f"## Konklusjonen på hver avstand\n\nAv {len(verdicts)} vurderinger er {listed(tally)}.\n"
        "Tallet i parentes sier hvor mange stoppkrav som er besvart og ikke rekker å bli oppfylt før oppstart.\n\n"
        f"{_table(heads, map(_verdict_row, tests))}\n"
        "Tar vi bort alt vi har tolket, og lar bare det rapporten sier rett ut, stå igjen, blir det slik:\n\n"
        f"{_table(heads, (_verdict_row(_stated(test)) for test in tests))}\n"
        "Hvor lenge før oppstart et svar gjaldt, er vår vurdering også her.\n"
    )


def _verdict_row(test: Backtest) -> list[str]:
    return [test.case.name, *(_verdict(judged) for judged in test.judgements.values())]


def _stated(test: Backtest) -> Backtest:
    """The case with nothing but what the report says outright."""
    coded = tuple(each for each in test.case.coded if each.finding.reading is ReadingKind.STATED)
    return replace(test, case=replace(test.case, coded=coded))


def _verdict(judged: Judgement) -> str:
    said = VERDICTS[judged.verdict] if judged.verdict else DASH
    if not judged.overall.expected:
        return f"{said} (ingenting skal være på plass ennå)"
    failing = len(_failing(judged))
    return f"{said} ({failing})" if failing else said


def _case(test: Backtest) -> str:
    case = test.case
    found = case.go_live_finding
    return "\n".join(
        [
            f"## {case.name}, {day(case.go_live)}\n",
            _paragraph(case.about.nb),
            _paragraph(f"Datoen: {found.why.nb} ({READINGS[found.reading]}, avsnitt {found.section})"),
            _distances(test),
            "### Stoppkrav som er besvart og ikke oppfylt\n",
            _hard_stops(test),
            "### Alt som er kodet\n",
            _coded(test),
        ]
    )


def _paragraph(text: str) -> str:
    """In lines of at most 120 signs, as all our documents."""
    return fill(text, 120, break_long_words=False, break_on_hyphens=False) + "\n"


def _distances(test: Backtest) -> str:
    """What would have been said at each distance."""
    areas = [AREAS[area] for area in Area]
    heads = ["Igjen", "Dag", "Konklusjon", "På plass", "Spenn", "Svargrad", *areas, "Stoppkrav uten svar"]
    rows = [
        [
            _days(days),
            day(judged.as_of),
            _verdict(judged),
            points(judged.overall.readiness),
            _span(judged.overall),
            percent(judged.overall.coverage),
            *(f"{_span(judged.areas[area])} ({_answered(judged.areas[area])})" for area in Area),
            number(len(_silent(judged))),
        ]
        for days, judged in test.judgements.items()
    ]
    return (
        "Spennet går fra lavest (alle ubesvarte teller null) til høyest (alle ubesvarte er på plass). Hvert område har\n"
        "spenn og antall besvarte spørsmål. Stoppkrav uten svar er de som skulle vært i gang eller på plass da.\n"
        f"Andelen på plass vises når minst {percent(test.form.readiness_coverage)} er besvart.\n\n{_table(heads, rows)}"
    )


def _span(figures: Figures) -> str:
    return f"{points(figures.low)}{DASH}{points(figures.high)}"


def _answered(figures: Figures) -> str:
    return f"{figures.answered} av {figures.applicable}".replace(" ", NO_BREAK)


def _hard_stops(test: Backtest) -> str:
    """Each answer that delays a hard stop or makes it fail, with the distances at which it does."""
    failing, late = _distances_of(test, _failing), _distances_of(test, _late)
    if not failing and not late:
        return "Ingen.\n"
    heads = ["Id", "Stoppkrav", "På etterskudd, kan hentes inn", "Rekker ikke", "Svar og grunn"]
    ids = sorted(failing.keys() | late.keys())
    return _table(heads, (_hard_stop(test, each, late.get(each, []), failing.get(each, [])) for each in ids))


def _distances_of(test: Backtest, chosen: Callable[[Judgement], list[str]]) -> dict[str, list[int]]:
    """Question id -> the distances at which it is among the chosen."""
    found: dict[str, list[int]] = {}
    for days, judged in test.judgements.items():
        for question_id in chosen(judged):
            found.setdefault(question_id, []).append(days)
    return found


def _hard_stop(test: Backtest, question_id: str, late: Sequence[int], failing: Sequence[int]) -> list[str]:
    question = test.form.questionnaire.by_id[question_id]
    taken = [
        coded
        for coded in test.case.coded
        if coded.question_id == question_id and any(coded.holds(days) for days in (*late, *failing))
    ]
    said = [f"{_value(test, coded)}: {coded.finding.why.nb} (avsnitt {coded.finding.section})" for coded in taken]
    return [question_id, question.title.nb, _at(late), _at(failing), " ".join(said)]


def _at(distances: Sequence[int]) -> str:
    return f"{listed([number(days) for days in distances])} dager" if distances else DASH


def _coded(test: Backtest) -> str:
    order = list(test.form.questionnaire.by_id)
    heads = ["Id", "Spørsmål", "Svar", "Gjelder", "Avsnitt", "Lesning", "Hvorfor"]
    coded = sorted(test.case.coded, key=lambda each: order.index(each.question_id))
    return _table(heads, (_coded_row(test, each) for each in coded))


def _coded_row(test: Backtest, coded: CodedAnswer) -> list[str]:
    return [
        coded.question_id,
        test.form.questionnaire.by_id[coded.question_id].title.nb,
        _value(test, coded),
        _period(coded),
        coded.finding.section,
        READINGS[coded.finding.reading],
        coded.finding.why.nb,
    ]


def _value(test: Backtest, coded: CodedAnswer) -> str:
    return value_text(test.form.questionnaire.by_id[coded.question_id], coded.answer)


def _period(coded: CodedAnswer) -> str:
    period = coded.period
    if period is None:
        return "hele tiden"
    bounds = [("fra", period.from_days), ("til", period.until_days)]
    told = " ".join(f"{word} {number(days)}" for word, days in bounds if days is not None)
    return f"{told} dager før. {period.nb}"


def _failing(judged: Judgement) -> list[str]:
    """Hard stops that are answered and usually not reached in time any more."""
    return [each.question.id for each in _hard(judged) if each.fails and each.attainment is not None]


def _late(judged: Judgement) -> list[str]:
    """Hard stops that are answered and behind, with time left to catch up."""
    return [each.question.id for each in _hard(judged) if each.status is Status.BEHIND and not each.fails]


def _silent(judged: Judgement) -> list[str]:
    return [each.question.id for each in _hard(judged) if each.status is Status.UNANSWERED]


def _hard(judged: Judgement) -> Iterator[Judged]:
    return (each for each in judged.questions.values() if each.question.hard_stop is not None)


def _days(days: int) -> str:
    return count(days, "dag", "dager")


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a bar in a text would end its cell."""
    lines = [heads, ["---"] * len(heads), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
