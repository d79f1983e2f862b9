"""Random cases in the plain notation of `builders`: all kinds of questions and answers, days near the steps, waivers."""

import os
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.scoring import oracle_clock
from tests.scoring.builders import Case

Plain = Any
GO_LIVE = date(2027, 5, 1)
LONG_AGO = date(2001, 1, 1)
FRACTIONS = (0.0, 0.25, 1 / 3, 0.5, 0.9, 1.0)
AREAS = ("testing", "operations", "staffing")
STEP_DAYS = (0, 1, 30, 60, 90, 180, 365)
SHARES = (0.0, 0.1, 0.15, 0.4, 1.0)

SOAK = bool(os.environ.get("KLARSJEKK_SOAK"))


def tried(times: int = 80) -> settings:
    """The same cases in every run. `make soak` tries so many; the ordinary run the first third of them."""
    most = times if SOAK else times // 3
    return settings(derandomize=True, deadline=None, max_examples=most, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def questions(draw: st.DrawFn, *, followed: bool = False) -> dict[str, Plain]:
    """A question as a kept form may have it. followed: as `check` lets it through, with time for the work between its steps."""
    kind = draw(st.sampled_from(("level", "yes_no", "share", "number", "date", "matrix")))
    days = sorted(draw(st.sets(st.sampled_from(STEP_DAYS), min_size=1, max_size=3)), reverse=True)
    spec: dict[str, Plain] = {
        "kind": kind,
        "weight": draw(st.sampled_from((0.1, 0.5, 1, 2, 3))),
        "factor": draw(st.sampled_from(("F01", "F02", "F03"))),
        "areas": draw(st.lists(st.sampled_from(AREAS), unique=True, max_size=2)),
        "hard_stop": draw(st.sampled_from((None, None, "go_live", "phase"))),
        "lead_days": draw(st.sampled_from((0, 1, 10, 45, 200))),
        "not_before": draw(st.sampled_from((None, None, None, 30, 90))),
        "none_yet": draw(st.sampled_from((False, False, True))),
        "fresh_days": draw(st.sampled_from((None, None, None, 10, 120))),
        "proves_on": None if kind == "date" else draw(st.sampled_from((None, "stable_solution"))),
    }
    if kind == "number":
        spec["worst"] = draw(st.sampled_from((0, 2, 5.5)))
    if kind == "matrix":
        spec["rows"] = draw(st.sampled_from((["lab"], ["lab", "eye"], ["lab", "eye", "gp"], "customer")))
        spec["combine"] = draw(st.sampled_from(("pooled", "weakest")))
    if kind == "date":
        asked = max(1, days[0])
        spec["expected"] = {asked: asked if followed else draw(st.sampled_from((asked, asked, 1, 180)))}
    else:
        spec["expected"] = dict(zip(days, draw(_marks(spec, len(days))), strict=True))
    if spec["hard_stop"]:
        spec |= draw(_margins(min(spec["expected"]), followed))
    return spec | {"lead_days": _that_fits(spec)} if followed else spec


def _margins(last_step: int, followed: bool) -> st.SearchStrategy[dict[str, Plain]]:
    """What only a hard stop says."""
    beyond = () if followed else (last_step + 20,)
    margins = st.sampled_from((None, 0, last_step // 2, last_step, *beyond))
    return st.fixed_dictionaries({"margin_days": margins, "waivable": st.sampled_from((True, True, False))})


def _that_fits(spec: dict[str, Plain]) -> int:
    """The lead days, or the most that can be done from one step to the next."""
    steps = sorted(oracle_clock.steps(spec).items(), reverse=True)
    room = [
        (earlier - later) / (after - before)
        for (earlier, before), (later, after) in pairwise(steps)
        if after > before + 1e-9
    ]
    return int(min([spec["lead_days"], *room]))


@st.composite
def _marks(draw: st.DrawFn, spec: dict[str, Plain], many: int) -> list[Plain]:
    """Values of the steps, never easier towards the go-live, the last not nothing."""
    if spec["kind"] == "yes_no":
        return [True] * many
    choices: dict[str, tuple[float, ...]] = {"level": (1, 2, 3, 4), "number": (1, 3, 7.5)}
    marks: list[Plain] = sorted(
        draw(st.lists(st.sampled_from(choices.get(spec["kind"], FRACTIONS[1:])), min_size=many, max_size=many))
    )
    if spec["kind"] == "number":
        worst = spec["worst"]
        if marks[0] >= worst and marks[-1] > worst:
            return marks
        return sorted((min(mark, worst) if mark < worst else 0 for mark in marks), reverse=True)
    return marks


def values(spec: dict[str, Plain], as_of: date) -> st.SearchStrategy[Plain]:
    """Complete values of a question, good and bad."""
    match spec["kind"]:
        case "level":
            return st.integers(0, 4)
        case "yes_no":
            return st.booleans()
        case "number":
            return st.sampled_from((0, 0.5, 1, 2, 3, 5, 7.5, 20))
        case "date":
            return st.integers(-500, 30).map(lambda days: as_of + timedelta(days=days))
        case "share":
            return shares()
        case _:
            return st.fixed_dictionaries({"rows": st.fixed_dictionaries({row: shares() for row in names(spec)})})


def names(spec: dict[str, Plain]) -> list[str]:
    return ["one", "two"] if spec["rows"] == "customer" else list(spec["rows"])


def shares() -> st.SearchStrategy[dict[str, Plain]]:
    return st.builds(
        lambda done, whole: {"done": min(done, whole), "all": whole},
        st.integers(0, 13),
        st.sampled_from((1, 3, 10, 12.5)),
    )


def replies(spec: dict[str, Plain], as_of: date) -> st.SearchStrategy[Plain]:
    """Answers of every sort: complete, unfinished, silent, not applicable with or without a value."""
    whole = values(spec, as_of)
    complete = whole | st.just("none_yet") if spec["none_yet"] else whole
    unfinished: dict[str, Plain] = {
        "share": {"done": 3, "all": 2 if spec["weight"] == 2 else None},
        "matrix": {"rows": {names(spec)[0]: {"done": 3, "all": None}}} if spec["kind"] == "matrix" else None,
    }
    excused = st.builds(lambda v: {"not_applicable": "gjelder ikke", "value": v}, st.none() | complete)
    odd = st.just(unfinished.get(spec["kind"]))
    if spec["kind"] == "matrix":
        odd |= whole.map(lambda v: {"rows": {**v["rows"], names(spec)[-1]: {"not_applicable": "har ikke"}}})
    return st.one_of(complete, complete, complete, complete, st.none(), excused, odd)


@st.composite
def cases(
    draw: st.DrawFn,
    *,
    dated: bool | None = None,
    exceptions: bool = True,
    all_answered: bool = False,
    most: int = 5,
    followed: bool = False,
    aging: bool = False,
    started: bool = False,
) -> Case:
    """started: some have said that they started."""
    asked = st.lists(questions(followed=followed), min_size=1, max_size=most)
    specs = {f"Q{n}": spec for n, spec in enumerate(draw(asked))}
    as_of = GO_LIVE - timedelta(days=draw(days_left(specs)))
    reply = values if all_answered else replies
    answers = {id_: draw(reply(spec, as_of)) for id_, spec in specs.items()}
    has_date = draw(st.integers(0, 9).map(bool)) if dated is None else dated
    return Case(
        questions=specs,
        answers=answers,
        go_live=GO_LIVE if has_date else None,
        as_of=as_of,
        waivers=draw(waivers(specs, answers, as_of)) if exceptions else [],
        actions=draw(actions(specs, as_of)) if exceptions else {},
        readiness_coverage=draw(st.sampled_from((0.0, 0.5, 0.8))),
        verdict_coverage=draw(st.sampled_from((0.0, 0.5, 0.8, 1.0))),
        behind_share=draw(st.sampled_from(SHARES)),
        not_applicable_share=draw(st.sampled_from(SHARES)),
        agreed=draw(st.lists(st.sampled_from(sorted(specs)), unique=True, max_size=2)) if exceptions else [],
        freshness=draw(freshness()) if aging else None,
        confirmed=draw(confirmed(specs, as_of)) if aging else {},
        phases=draw(phases(as_of)) if aging else {},
        started=draw(st.none() | st.integers(-40, 3).map(lambda n: as_of + timedelta(days=n))) if started else None,
    )


def freshness() -> st.SearchStrategy[dict[str, int] | None]:
    """How old an answer may be; of a form kept before it was asked, nothing."""
    held = st.builds(
        lambda near, stops: {"usual": 90, "near": near, "near_from": 60, "stops_from": stops},
        st.sampled_from((14, 30)),
        st.sampled_from((0, 30, 60)),
    )
    return st.none() | held


def phases(as_of: date) -> st.SearchStrategy[dict[str, date]]:
    """Some of the days of a wave, round the day of the judgement."""
    near = st.sampled_from((-90, -30, -15, -14, 0, 1, 40)).map(lambda days: as_of + timedelta(days=days))
    return st.dictionaries(st.sampled_from(("build_stop", "test_start", "training_start")), near)


def confirmed(specs: dict[str, Plain], as_of: date) -> st.SearchStrategy[dict[str, date]]:
    """Of some of the questions the day that someone last stood by the answer."""
    days = st.sampled_from((-1, 0, 14, 15, 30, 31, 90, 91, 400)).map(lambda days: as_of - timedelta(days=days))
    return st.dictionaries(st.sampled_from(sorted(specs)), days)


def days_left(specs: dict[str, Plain]) -> st.SearchStrategy[int]:
    """Mostly the day of a step, the day before and the day after."""
    near = sorted({days + off for spec in specs.values() for days in spec["expected"] for off in (-1, 0, 1)})
    return st.sampled_from(near) | st.integers(-30, 420) | st.integers(-30, 800)


@st.composite
def waivers(draw: st.DrawFn, specs: dict[str, Plain], answers: dict[str, Plain], as_of: date) -> list[dict[str, Plain]]:
    found = []
    for id_ in draw(st.lists(st.sampled_from(sorted(specs)), max_size=2)):
        stands = answers[id_]
        if isinstance(stands, dict) and "not_applicable" in stands:
            stands = stands["value"]
        given_for = draw(st.sampled_from((True, True, False)))
        found.append(
            {
                "question": id_,
                "expires": draw(st.sampled_from((as_of, GO_LIVE))) + timedelta(days=draw(st.integers(-1, 2))),
                "given_for": stands if given_for else draw(values(specs[id_], as_of)),
            }
        )
    return found


@st.composite
def actions(draw: st.DrawFn, specs: dict[str, Plain], as_of: date) -> dict[str, date]:
    chosen = draw(st.lists(st.sampled_from(sorted(specs)), unique=True, max_size=2))
    return {id_: as_of + timedelta(days=draw(st.integers(-20, 300))) for id_ in chosen}


def best(case: Case, id_: str) -> Plain:
    """A value that fully reaches the requirement at any day."""
    spec = case.questions[id_]
    required = spec["expected"][min(spec["expected"])]
    full = {"done": 1, "all": 1}
    return {"yes_no": True, "date": LONG_AGO, "share": full, "level": 4, "number": required}.get(
        spec["kind"], {"rows": dict.fromkeys(names(spec), full) if spec["kind"] == "matrix" else {}}
    )


def worst(case: Case, id_: str) -> Plain:
    """A value that reaches nothing."""
    spec = case.questions[id_]
    empty = {"done": 0, "all": 1}
    tomorrow = case.as_of + timedelta(days=1)
    return {"yes_no": False, "date": tomorrow, "share": empty, "level": 0, "number": spec.get("worst")}.get(
        spec["kind"], {"rows": dict.fromkeys(names(spec), empty) if spec["kind"] == "matrix" else {}}
    )
