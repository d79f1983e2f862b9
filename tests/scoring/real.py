"""The questionnaires of `assessments/` in the plain notation of `builders`, read without the checks of `content`."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.scoring import oracle
from tests.scoring.builders import Case
from tests.scoring.strategies import GO_LIVE, names

Plain = Any
FOLDER = Path(__file__).parents[2] / "assessments"
KEPT = ("kind", "expected", "hard_stop", "margin_days", "waivable", "not_before", "weight", "lead_days", "areas", "worst", "combine")  # fmt: skip


@cache
def read(name: str) -> Plain:
    return yaml.load((FOLDER / name).read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def customer_types() -> list[str]:
    """Those we ask: a file with questions, and a customer type of its own name."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml") if read(path.name).get("customer_type") == path.stem)


def questions(customer_type: str) -> dict[str, dict[str, Plain]]:
    """id -> the question as the judgement sees it."""
    topics = read("topics.yaml")["topics"]
    return {asked["id"]: _plain(asked, topics) for asked in read(f"{customer_type}.yaml")["questions"]}


def _plain(asked: dict[str, Plain], topics: dict[str, Plain]) -> dict[str, Plain]:
    spec = {key: asked[key] for key in KEPT if key in asked}
    spec |= {"factor": topics[asked["topic"]]["factor"], "none_yet": "none_yet" in asked}
    if "rows" in asked:
        spec["rows"] = asked["rows"] if asked["rows"] == "customer" else [row["id"] for row in asked["rows"]]
    return spec


@st.composite
def real_cases(draw: st.DrawFn, *, waived: bool = True) -> Case:
    """A customer that has come more or less far with one of them, with plans, waivers and HPAS's word here and there."""
    specs = questions(draw(st.sampled_from(customer_types())))
    rng = Random(draw(st.integers(0, 2**32 - 1)))
    as_of = GO_LIVE - timedelta(days=draw(st.integers(-30, 800)))
    ahead, silent = draw(st.sampled_from((-60, -14, 0, 14, 60))), draw(st.sampled_from((0.0, 0.05, 0.3)))
    left = (GO_LIVE - as_of).days
    answers = {id_: _reply(rng, spec, left - ahead + rng.gauss(0, 10), as_of, silent) for id_, spec in specs.items()}
    chosen = rng.sample(sorted(specs), len(specs) // 4)
    return Case(
        questions=specs,
        answers=answers,
        go_live=GO_LIVE,
        as_of=as_of,
        actions={id_: as_of + timedelta(days=rng.randint(-10, 200)) for id_ in chosen[::2]},
        waivers=[_waiver(rng, id_, answers[id_]) for id_ in chosen[::3]] if waived else [],
        agreed=chosen[1::2],
    )


def _waiver(rng: Random, id_: str, reply: Plain) -> dict[str, Plain]:
    given_for = reply["value"] if isinstance(reply, dict) and "value" in reply else reply
    return {"question": id_, "expires": GO_LIVE + timedelta(days=rng.randint(-1, 60)), "given_for": given_for}


def _reply(rng: Random, spec: dict[str, Plain], days_left: float, as_of: date, silent: float) -> Plain:
    chance = rng.random()
    if chance < silent:
        return None
    if chance < silent + 0.03:
        return {"not_applicable": "gjelder ikke oss", "value": None}
    if spec["none_yet"] and chance > 0.5:
        return "none_yet"
    return reaching(spec, oracle.moved_evenly(spec, days_left), as_of, days_left)


def reaching(spec: dict[str, Plain], part: float, as_of: date, days_left: float) -> Plain:
    """An answer that has come so far, rounded down to what can be answered; a date is that of its step, as it is moved."""
    required = spec["expected"][min(spec["expected"])]
    share = {"done": part * required, "all": 1}
    match spec["kind"]:
        case "level":
            return int(part * required + 1e-9)
        case "yes_no":
            return part >= 1 - 1e-9
        case "number":
            worst = spec.get("worst", 0)
            return worst + part * (required - worst)
        case "share":
            return share
        case "date":
            return as_of + timedelta(days=round(days_left) - required)
        case _:
            return {"rows": dict.fromkeys(names(spec), share)}
