"""The back-test as a page for people: what Klarsjekk would have said of customers that have started, day by day.

Says plainly what it is not: the answers are read from texts afterwards, and most questions have none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from language import AREAS, DASH, NO_BREAK, QUESTIONNAIRES, VERDICTS, count, day, listed, number, percent, points
from reports.answers.wording import value_text
from reports.judgement.backtest_case import (
    DISTANCES,
    READINGS,
    Backtest,
    days_text,
    failing,
    late,
    paragraph,
    silent,
    table,
    where,
)
from reports.judgement.backtest_signals import agreement, half_a_year_before, harms, signals
from reports.judgement.backtest_text import HEAD, HPAS, LIMITS, MOVED
from scoring.hindsight.past import Hindsight
from scoring.judgement import Figures, Judgement
from scoring.questionnaire import Form
from scoring.reference_cases import CodedAnswer, ReadingKind, ReferenceCase
from scoring.vocabulary import Area, Programme, QuestionnaireType, Status, Verdict

# Nothing was coded from other texts.
NOTHING_BESIDE = Hindsight()


def backtest(
    cases: Iterable[ReferenceCase], forms: Mapping[QuestionnaireType, Form], beside: Hindsight = NOTHING_BESIDE
) -> str:
    """The whole page as Markdown, in Norwegian. beside: what is coded from other texts than the report."""
    tests, others = ([Backtest(case, forms[case.customer_type]) for case in each] for each in (cases, beside.others))
    everyone = [*tests, *others]
    parts = [
        HEAD,
        _known(everyone),
        signals(everyone, beside.outcomes),
        half_a_year_before(everyone),
        harms(everyone, beside.outcomes),
        agreement(everyone, beside.second, beside.outcomes),
        _verdicts(everyone),
        *_hpas(tests),
        MOVED,
        LIMITS,
        *(_case(test) for test in everyone),
    ]
    return "\n".join(parts)


def _known(tests: Sequence[Backtest]) -> str:
    heads = [
        "Hvem",
        "Spørreskjema",
        "Oppstart",
        "Spørsmål som gjelder",
        "Svart",
        "Ukjent",
        "Sagt",
        "Tolket",
    ]
    return f"## Hvor lite vi vet\n\nTallene gjelder oppstartsdagen.\n\n{table(heads, map(_known_row, tests))}"


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


def _hpas(tests: Sequence[Backtest]) -> Iterator[str]:
    """How much more of the report is heard when HPAS answers too, and how it was judged; nothing when it is not coded."""
    ours = [test for test in tests if test.case.customer_type is Programme.PROGRAMME]
    theirs = [test for test in tests if test not in ours]
    if ours:
        heads = ["Hvem", "Spørsmål som gjelder", "Svart", "Andel", "Erfaringer spørsmålene svarer til"]
        rows = [_heard_row(name, each) for name, each in (("Kundene", theirs), *((x.case.name, [x]) for x in ours))]
        yield HPAS.format(
            asked=len(
                {lesson for test in tests for each in test.form.questionnaire.questions for lesson in each.lessons}
            ),
            of_customers=len(_heard(theirs)),
            of_all=len(_heard(tests)),
            table=table(heads, rows),
            late=listed(failing(ours[-1].judgements[180])),
        )


def _heard(tests: Iterable[Backtest]) -> set[str]:
    """The lessons that are the main reason for a question the report lets us answer of the one it is asked of."""
    return {
        lesson
        for test in tests
        for coded in test.case.coded
        if coded.answer.not_applicable is None
        and (question := test.form.questionnaire.by_id[coded.question_id]).from_programme is None
        for lesson in question.lessons
    }


def _heard_row(name: str, tests: Sequence[Backtest]) -> list[str]:
    own = [each for test in tests for each in test.last.questions.values() if each.question.from_programme is None]
    applicable = sum(each.status is not Status.NOT_APPLICABLE for each in own)
    answered = sum(each.attainment is not None for each in own)
    return [name, number(applicable), number(answered), percent(answered / applicable), number(len(_heard(tests)))]


def _verdicts(tests: Sequence[Backtest]) -> str:
    heads = ["Hvem", *(days_text(days) for days in DISTANCES)]
    verdicts = [judged.verdict for test in tests for judged in test.judgements.values()]
    tally = [
        f"«{VERDICTS[verdict]}» {count(verdicts.count(verdict), 'gang', 'ganger')}"
        for verdict in Verdict
        if verdict in verdicts
    ]
    return (
        f"## Konklusjonen på hver avstand\n\n{paragraph(f'Av {len(verdicts)} vurderinger er {listed(tally)}.')}"
        "Tallet i parentes sier hvor mange stoppkrav som er besvart og ikke rekker å bli oppfylt før oppstart.\n\n"
        f"{table(heads, map(_verdict_row, tests))}\n"
        "Tar vi bort alt vi har tolket, og lar bare det rapporten sier rett ut, stå igjen, blir det slik:\n\n"
        f"{table(heads, (_verdict_row(_stated(test)) for test in tests))}\n"
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
    failed = len(failing(judged))
    return f"{said} ({failed})" if failed else said


def _case(test: Backtest) -> str:
    case = test.case
    found = case.go_live_finding
    return "\n".join(
        [
            f"## {case.name}, {day(case.go_live)}\n",
            paragraph(case.about.nb),
            paragraph(f"Datoen: {found.why.nb} ({READINGS[found.reading]}, {where(found)})"),
            _distances(test),
            "### Stoppkrav som er besvart og ikke oppfylt\n",
            _hard_stops(test),
            "### Alt som er kodet\n",
            _coded(test),
        ]
    )


def _distances(test: Backtest) -> str:
    """What would have been said at each distance."""
    areas = [AREAS[area] for area in Area]
    heads = ["Igjen", "Dag", "Konklusjon", "På plass", "Spenn", "Svargrad", *areas, "Stoppkrav uten svar"]
    rows = [
        [
            days_text(days),
            day(judged.as_of),
            _verdict(judged),
            points(judged.overall.readiness),
            _span(judged.overall),
            percent(judged.overall.coverage),
            *(f"{_span(judged.areas[area])} ({_answered(judged.areas[area])})" for area in Area),
            number(len(silent(judged))),
        ]
        for days, judged in test.judgements.items()
    ]
    return (
        "Spennet går fra lavest (alle ubesvarte teller null) til høyest (alle ubesvarte er på plass). Hvert område har\n"
        "spenn og antall besvarte spørsmål. Stoppkrav uten svar er de som skulle vært i gang eller på plass da.\n"
        f"Andelen på plass vises når minst {percent(test.form.readiness_coverage)} er besvart.\n\n{table(heads, rows)}"
    )


def _span(figures: Figures) -> str:
    return f"{points(figures.low)}{DASH}{points(figures.high)}"


def _answered(figures: Figures) -> str:
    return f"{figures.answered} av {figures.applicable}".replace(" ", NO_BREAK)


def _hard_stops(test: Backtest) -> str:
    """Each answer that delays a hard stop or makes it fail, with the distances at which it does."""
    failed, behind = _distances_of(test, failing), _distances_of(test, late)
    if not failed and not behind:
        return "Ingen.\n"
    heads = ["Id", "Stoppkrav", "På etterskudd, kan hentes inn", "Rekker ikke", "Svar og grunn"]
    ids = sorted(failed.keys() | behind.keys())
    return table(heads, (_hard_stop(test, each, behind.get(each, []), failed.get(each, [])) for each in ids))


def _distances_of(test: Backtest, chosen: Callable[[Judgement], list[str]]) -> dict[str, list[int]]:
    """Question id -> the distances at which it is among the chosen."""
    found: dict[str, list[int]] = {}
    for days, judged in test.judgements.items():
        for question_id in chosen(judged):
            found.setdefault(question_id, []).append(days)
    return found


def _hard_stop(test: Backtest, question_id: str, behind: Sequence[int], failed: Sequence[int]) -> list[str]:
    question = test.form.questionnaire.by_id[question_id]
    taken = [
        coded
        for coded in test.case.coded
        if coded.question_id == question_id and any(coded.holds(days) for days in (*behind, *failed))
    ]
    said = [f"{_value(test, coded)}: {coded.finding.why.nb} ({where(coded.finding)})" for coded in taken]
    return [question_id, question.title.nb, _at(behind), _at(failed), " ".join(said)]


def _at(distances: Sequence[int]) -> str:
    return f"{listed([number(days) for days in distances])} dager" if distances else DASH


def _coded(test: Backtest) -> str:
    order = list(test.form.questionnaire.by_id)
    heads = ["Id", "Spørsmål", "Svar", "Gjelder", "Kilde", "Lesning", "Hvorfor"]
    coded = sorted(test.case.coded, key=lambda each: order.index(each.question_id))
    return table(heads, (_coded_row(test, each) for each in coded))


def _coded_row(test: Backtest, coded: CodedAnswer) -> list[str]:
    return [
        f"{coded.question_id} (HPAS)" if coded.of_hpas else coded.question_id,
        test.form.questionnaire.by_id[coded.question_id].title.nb,
        _value(test, coded),
        _period(coded),
        where(coded.finding),
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
