"""What the back-test shows that could have failed: warnings right and false, harms nobody asked about, and two coders' agreement."""

from collections.abc import Iterator, Mapping, Sequence

from language import AREAS, DASH, VERDICTS, count, listed, number, percent
from reports.answers.wording import value_text
from reports.judgement.backtest_case import Backtest, days_text, failing, paragraph, table
from reports.judgement.backtest_text import AGREEMENT, ALONE, HALF_A_YEAR, HARMS, SIGNALS
from scoring.answers import Answer
from scoring.hindsight.agreement import Pair, pairs_of, silence, weighted_kappa
from scoring.hindsight.past import (
    LEAST_CODED,
    WARNS_AT,
    Harm,
    HarmSeen,
    PastOutcome,
    PastOutcomes,
    Went,
    behind_in,
    harm_seen,
    hits,
    warned_at,
)
from scoring.reference_cases import ReferenceCase
from scoring.vocabulary import Area, Verdict

WENT = {Went.BAD: "dårlig", Went.GOOD: "godt"}
SEEN = {
    HarmSeen.WARNED: "varslet",
    HarmSeen.LATE: "på etterskudd",
    HarmSeen.CONTENT: "besvart uten varsel",
    HarmSeen.SILENT: "ubesvart",
    HarmSeen.NOT_ASKED: "uten spørsmål",
}
# The first go-lives, of which three areas must be told of.
FIRST_YEAR = 2022
HALF_A_YEAR_BEFORE = 180
# Before this nothing is coded.
EARLIEST = 400


def signals(tests: Sequence[Backtest], outcomes: PastOutcomes) -> str:
    """Each go-live with the warnings it would have had; right of a bad one, false of a good one."""
    rated = list(_rated(tests, outcomes))
    counted = [(test, told) for test, told in rated if _own(test) >= LEAST_CODED]
    heads = ["Hvem", "Gikk", "Egne svar", "Varsel, dager før", "Bare svakt varsel", "Første varsel", "Treff på skaden"]
    few = [test.case.name for test, _ in rated if _own(test) < LEAST_CODED]
    told = [*(_tally(counted, went) for went in Went), _left_out(few)]
    rows = (_signal_row(test, told) for test, told in rated)
    return f"{SIGNALS}\n{paragraph(' '.join(each for each in told if each))}\n{table(heads, rows)}"


def _rated(tests: Sequence[Backtest], outcomes: PastOutcomes) -> Iterator[tuple[Backtest, PastOutcome]]:
    for test in tests:
        if (told := outcomes.of(test.case.id)) is not None:
            yield test, told


def _own(test: Backtest) -> int:
    """Questions the texts answer of the case itself; HPAS's answers are not counted."""
    return len({coded.question_id for coded in test.case.coded if not coded.of_hpas})


def _tally(counted: Sequence[tuple[Backtest, PastOutcome]], went: Went) -> str:
    those = [(test, told) for test, told in counted if told.outcome is went]
    warned = [(test, told) for test, told in those if warned_at(test.judgements)]
    many = f"Av {count(len(those), 'koding', 'kodinger')} av oppstarter det gikk {WENT[went]} for"
    if went is Went.GOOD:
        good = [test for test, _ in those]
        return f"{many}, fikk {len(warned)} et falskt varsel. {_not_cleared(good)} {_on_the_day(good)}".rstrip()
    hit = sum(bool(hits(told.harms, test.judgements)) for test, told in warned)
    return (
        f"{many}, fikk {len(warned)} et varsel i tide, og {hit} av dem på et tema der skaden kom. "
        f"{len(those) - len(warned)} var bom."
    )


def _not_cleared(tests: Sequence[Backtest]) -> str:
    """How often a good one was told nothing because too little is known of it."""
    verdicts = [test.judgements[days].verdict for test in tests for days in WARNS_AT]
    unknown = verdicts.count(Verdict.UNDECIDED)
    return f"På {unknown} av {len(verdicts)} avstander var svaret «{VERDICTS[Verdict.UNDECIDED]}»."


def _on_the_day(tests: Sequence[Backtest]) -> str:
    """The good ones that would have been stopped on the very day, too late to be a warning, and by what."""
    stopped = [test for test in tests if test.last.verdict is Verdict.NOT_READY and not warned_at(test.judgements)]
    return " ".join(
        f"På selve dagen ville også {test.case.name} vært stoppet, av {listed(failing(test.last))}." for test in stopped
    )


def _left_out(names: list[str]) -> str:
    return f"Holdt utenfor, fordi færre enn {LEAST_CODED} svar kan kodes: {listed(names)}." if names else ""


def _signal_row(test: Backtest, told: PastOutcome) -> list[str]:
    warned = warned_at(test.judgements)
    weak = [days for days in warned_at(test.judgements, Verdict.BEHIND) if days not in warned]
    return [
        test.case.name,
        WENT[told.outcome] if told.outcome else DASH,
        number(_own(test)),
        listed(list(map(number, warned))) or DASH,
        listed(list(map(number, weak))) or DASH,
        f"{days_text(warned[0])}: {listed(failing(test.judgements[warned[0]]))}" if warned else DASH,
        listed(hits(told.harms, test.judgements)) or DASH,
    ]


def half_a_year_before(tests: Sequence[Backtest]) -> str:
    """Of the first go-lives: what was behind in each area, or that it cannot be known."""
    first = [test for test in tests if test.case.go_live.year == FIRST_YEAR]
    heads = ["Hvem", *(AREAS[area] for area in Area)]
    rows = ([test.case.name, *(_area(test, area) for area in Area)] for test in first)
    return f"{HALF_A_YEAR}\n{table(heads, rows)}"


def _area(test: Backtest, area: Area) -> str:
    judged = test.judgements[HALF_A_YEAR_BEFORE]
    figures = judged.areas[area]
    answered = f"{figures.answered} av {figures.applicable} besvart"
    if not figures.answered:
        return f"kan ikke vites ({answered})"
    behind = [each.question.id for each in behind_in(judged, area)]
    return f"{listed(behind)} ({answered})" if behind else f"ingen av svarene er på etterskudd ({answered})"


def harms(tests: Sequence[Backtest], outcomes: PastOutcomes) -> str:
    """Each harm that came, and what would have been said of it before."""
    seen = [(test, harm, _seen(test, harm)) for test, told in _rated(tests, outcomes) for harm in told.harms]
    several = {each: sum(found is each for *_, found in seen) for each in HarmSeen}
    told = listed([f"{several[each]} {SEEN[each]}" for each in HarmSeen])
    rows = [[test.case.name, harm.nb, harm.source, SEEN[found]] for test, harm, found in seen]
    text = paragraph(f"Av {count(len(seen), 'skade', 'skader')} er {told}.")
    return f"{HARMS}\n{text}\n{table(['Hvem', 'Skade', 'Kilde', 'Før oppstart'], rows)}"


def _seen(test: Backtest, harm: Harm) -> HarmSeen:
    return harm_seen(harm, test.form.questionnaire, test.judgements)


def agreement(tests: Sequence[Backtest], second: Sequence[ReferenceCase], outcomes: PastOutcomes) -> str:
    """How far the second coder agrees with the first, case by case and in all; that there is none, when there is none."""
    by_id = {case.id: case for case in second}
    both = [(test, by_id[test.case.id]) for test in tests if test.case.id in by_id]
    if not both:
        return ALONE
    rows = [_agreed_row(test, again) for test, again in both]
    pairs = [pair for test, again in both for pair in _pairs(test, again)]
    heads = ["Hvem", "Første", "Andre", "Begge", "Vektet kappa", "Enige om taushet", "Første varsel", "Etter den andre"]
    either = sum(len(_last(test.case).keys() | _last(again).keys()) for test, again in both)
    told = (
        f"I alt er vektet kappa {_kappa(pairs)}, av {count(len(pairs), 'svar', 'svar')} begge har gitt. "
        f"Av {either} spørsmål minst én svarte på, svarte begge på {len(pairs)}. {_falser(both, outcomes)}"
    ).rstrip()
    apart = [row for test, again in both for row in _apart(test, again)]
    return (
        f"{AGREEMENT}\n{paragraph(told)}\n{table(heads, rows)}\nUlike svar:\n\n"
        f"{table(['Hvem', 'Id', 'Første', 'Andre'], apart)}"
    )


def _falser(both: Sequence[tuple[Backtest, ReferenceCase]], outcomes: PastOutcomes) -> str:
    """Good go-lives that the second coding alone gives a false warning."""
    good = [each for each in both if (told := outcomes.of(each[1].id)) is not None and told.outcome is Went.GOOD]
    names = [
        test.case.name
        for test, again in good
        if warned_at(Backtest(again, test.form).judgements) and not warned_at(test.judgements)
    ]
    return f"Etter den andre ville også {listed(names)} fått et falskt varsel." if names else ""


def _last(case: ReferenceCase) -> Mapping[str, Answer]:
    """Question -> the answer of its own that stood last before the go-live; HPAS's are coded with HPAS."""
    by_day = (coded for days in range(EARLIEST, -1, -1) for coded in case.coded_at(days))
    return {coded.question_id: coded.answer for coded in by_day if not coded.of_hpas}


def _pairs(test: Backtest, again: ReferenceCase) -> list[Pair]:
    first, second = (
        {each: told.value for each, told in _last(case).items() if told.value is not None}
        for case in (test.case, again)
    )
    return pairs_of(first, second)


def _agreed_row(test: Backtest, again: ReferenceCase) -> list[str]:
    first, second, asked = _last(test.case), _last(again), test.form.questionnaire.by_id
    pairs = _pairs(test, again)
    return [
        test.case.name,
        number(len(first)),
        number(len(second)),
        number(len(pairs)),
        _kappa(pairs),
        percent(silence(asked, first, second)),
        *(_first_warning(each) for each in (test, Backtest(again, test.form))),
    ]


def _first_warning(test: Backtest) -> str:
    warned = warned_at(test.judgements)
    return days_text(warned[0]) if warned else DASH


def _kappa(pairs: Sequence[Pair]) -> str:
    found = weighted_kappa(pairs)
    return DASH if found is None else f"{found:.2f}".replace(".", ",")


def _apart(test: Backtest, again: ReferenceCase) -> Iterator[list[str]]:
    """The questions both answered differently, and those that one left."""
    first, second, asked = _last(test.case), _last(again), test.form.questionnaire.by_id
    for each, question in asked.items():
        told = [value_text(question, found) if (found := by.get(each)) else DASH for by in (first, second)]
        if told[0] != told[1]:
            yield [test.case.name, each, *told]
