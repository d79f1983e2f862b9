"""The judgement a second time, naively, straight from design section 3: dictionaries and loops, nothing of `scoring`.

It reads the plain notation of `builders` and gives the plain form of a judgement. Slow and simple on purpose.
"""

from datetime import date, timedelta
from itertools import pairwise
from math import floor

from tests.scoring.oracle_clock import NEAR, Plain, Spec, allows, days_to, live, requirement, row_of, steps, too_early

LATE = ("behind", "unanswered", "at_risk")


def judge(case: Plain) -> dict[str, Plain]:
    rows = {id_: row_of(case, id_) for id_ in case.questions}
    if in_use(case):
        rows = {id_: {**row, "reserve": None, "waived": False, "late": 0} for id_, row in rows.items()}
    verdict, reasons = _verdict(case, rows)
    factors = sorted({spec.get("factor", "F01") for spec in case.questions.values()})
    return {
        "days_left": None if case.go_live is None else days_to(case),
        "verdict": verdict,
        "reasons": reasons,
        "overall": _figures(case, list(rows.values())),
        "factors": {
            factor: _figures(case, [r for r in rows.values() if r["spec"].get("factor", "F01") == factor])
            for factor in factors
        },
        "areas": {
            area: _figures(case, [r for r in rows.values() if area in r["spec"].get("areas", [])])
            for area in ("testing", "operations", "staffing")
        },
        "questions": {id_: _shown(case, row) for id_, row in rows.items()},
        "earliest_go_live": _earliest(case, rows),
    }


def in_use(case: Plain) -> bool:
    """Whether the go-live is past and it has confirmed a start: then stops, dates and plan rest."""
    said = case.started is not None and case.go_live is not None
    return bool(said and case.go_live <= case.as_of and case.started <= case.as_of)


def promised(actions: list[Spec], as_of: date) -> dict[str, date]:
    """What a list of actions promises: per question the latest day of those that are open, undated and past ones aside."""
    days: dict[str, date] = {}
    for action in actions:
        due = action.get("due")
        if action.get("status", "planned") not in ("planned", "started") or due is None or due < as_of:
            continue
        if action["question"] not in days or due > days[action["question"]]:
            days[action["question"]] = due
    return days


def _figures(case: Plain, rows: list[Spec]) -> dict[str, Plain]:
    rows = [row for row in rows if not row["excused"]]
    answered = sum(1 for row in rows if row["answered"])
    names = ("readiness", "low", "high", "expected", "coverage")
    if not rows:
        return {**dict.fromkeys(names), "answered": 0, "applicable": 0, "ahead_days": None}
    whole = known = points = should = 0.0
    for row in rows:
        weight = row["spec"].get("weight", 1)
        whole += weight
        should += weight * row["expected"]
        if row["attainment"] is not None or row["lapsed"]:
            known += weight
            points += weight * (row["attainment"] or 0.0)
    coverage = answered / len(rows)
    shown = coverage >= case.readiness_coverage - NEAR and known > 0
    return {
        "readiness": 100 * points / known if shown else None,
        "low": 100 * points / whole,
        "high": 100 * (points + whole - known) / whole,
        "expected": None if case.go_live is None else 100 * should / whole,
        "coverage": coverage,
        "answered": answered,
        "applicable": len(rows),
        "ahead_days": _ahead_days(case, rows) if shown else None,
    }


def _ahead_days(case: Plain, rows: list[Spec]) -> float | None:
    if case.go_live is None or in_use(case):
        return None
    left = days_to(case)
    # What proves nothing yet says nothing of how far one has come.
    rows = [row for row in rows if row["said"] and not too_early(case, row["spec"])]
    if all((row["attainment"] or 0.0) >= 1 - NEAR for row in rows) or _planned_mean(rows, left) <= NEAR:
        return None
    whole = sum(row["spec"].get("weight", 1) for row in rows)
    attained = sum(row["spec"].get("weight", 1) * (row["attainment"] or 0.0) for row in rows) / whole
    day = 0
    while _planned_mean(rows, day) > attained + NEAR:
        day += 1
    if day == 0:
        return float(left)
    before, after = _planned_mean(rows, day - 1), _planned_mean(rows, day)
    return float(left - (day - 1 + min(1.0, (before - attained) / (before - after))))


def _planned_mean(rows: list[Spec], days_left: int) -> float:
    whole = sum(row["spec"].get("weight", 1) for row in rows)
    return float(sum(row["spec"].get("weight", 1) * planned(row["spec"], days_left) for row in rows) / whole)


def planned(spec: Spec, days_left: float) -> float:
    """The attainment of one who moves evenly, rounded down to what can be answered."""
    even = moved_evenly(spec, days_left)
    if spec["kind"] == "yes_no":
        return float(floor(even + NEAR))
    if spec["kind"] == "level":
        return float(floor(even * requirement(spec) + NEAR) / requirement(spec))
    return even


def moved_evenly(spec: Spec, days_left: float) -> float:
    """The same without rounding: nothing, then straight to the first step and from step to step."""
    marks = list(steps(spec).items())
    if days_left <= marks[-1][0]:
        return 1.0
    first, reach = marks[0]
    points = [(first + spec.get("lead_days", 30) * reach, 0.0), *marks]
    if days_left >= points[0][0] and days_left > first:
        return 0.0
    for (from_day, low), (to_day, high) in pairwise(points):
        if to_day < days_left <= from_day:
            return float(low + (high - low) * (from_day - days_left) / (from_day - to_day))
        if days_left == to_day:
            return high
    raise AssertionError("a day lies before the first step, between two, or after the last")


def _verdict(case: Plain, rows: dict[str, Spec]) -> tuple[str | None, dict[str, list[str]]]:
    verdict, reasons = _decided(case, rows)
    moving = [row["id"] for row in rows.values() if row["moving"]]
    told = {"moving_solution": moving} if moving and verdict not in (None, "undecided") else {}
    return verdict, reasons | told


def _decided(case: Plain, rows: dict[str, Spec]) -> tuple[str | None, dict[str, list[str]]]:
    if case.go_live is None:
        return None, {}
    if in_use(case):
        return "in_use", {"started": []}
    stops = [row for row in rows.values() if row["spec"].get("hard_stop")]
    failing = [row for row in stops if row["reserve"] is not None and row["reserve"] < 0 and not row["waived"]]
    applicable = [row for row in rows.values() if not row["excused"]]
    due = [row for row in applicable if row["step"] is not None]
    asked = [row for row in due if "from_programme" not in row["spec"]]
    replied = [row for row in asked if row["said"]]
    enough = bool(applicable) and len(replied) >= case.verdict_coverage * len(asked) - NEAR
    if any(row["said"] for row in failing) or (enough and failing):
        return "not_ready", _failing_by_rule(failing)
    if not enough:
        return "undecided", {"too_few_answers": [row["id"] for row in asked if not row["answered"]]}
    late = [row for row in due if row["status"] in ("behind", "unanswered")]
    behind = _behind(case, stops, due, late)
    if behind:
        return "behind", behind
    conditions = _conditions(case, rows, stops)
    others = [row["id"] for row in _latest_first(late) if row["id"] not in conditions.get("waiver", [])]
    named = {"behind": others} if others else {}
    if conditions:
        return "conditional", conditions | named
    if all(row["status"] == "met" for row in applicable):
        return "ready", {"all_met": []}
    return "on_track", {"all_expected_met": []} | named


def _by_reserve(rows: list[Spec]) -> list[Spec]:
    return sorted(rows, key=lambda row: row["reserve"])


def _latest_first(rows: list[Spec]) -> list[Spec]:
    """Hard stops by reserve, the others by how late they are, then by slack."""
    far = 1e9
    keys = {
        row["id"]: (far, -row["late"], far if row["slack"] is None else row["slack"])
        if row["reserve"] is None
        else (row["reserve"], 0, 0)
        for row in rows
    }
    return sorted(rows, key=lambda row: keys[row["id"]])


def _failing_by_rule(failing: list[Spec]) -> dict[str, list[str]]:
    """Failing hard stops under the rules they break: the rule of the gravest first, in each the gravest first."""
    reasons: dict[str, list[str]] = {}
    for row in _by_reserve(failing):
        rule = "hard_stop_answered" if row["answered"] else "hard_stop_unanswered"
        reasons.setdefault(rule, []).append(row["id"])
    return reasons


def _behind(case: Plain, stops: list[Spec], due: list[Spec], late: list[Spec]) -> dict[str, list[str]]:
    open_stops = [row["id"] for row in _by_reserve([s for s in stops if s["status"] in LATE and not s["waived"]])]
    reasons = {}
    if open_stops:
        reasons["hard_stop_at_risk"] = open_stops
    if len(late) > case.behind_share * len(due) + NEAR:
        others = [row["id"] for row in _latest_first(late) if row["id"] not in open_stops]
        if others:
            reasons["behind"] = others
    return reasons


def _agreed(case: Plain, row: Spec) -> bool:
    return row["id"] in case.agreed or "from_programme" in row["spec"]


def _conditions(case: Plain, rows: dict[str, Spec], stops: list[Spec]) -> dict[str, list[str]]:
    """Waivers in use, and what is marked not applicable and waits for HPAS's word."""
    held = [row for row in stops if row["waived"] and row["reserve"] is not None]
    waived = [row["id"] for row in _by_reserve(held) if row["status"] in LATE or row["reserve"] < 0]
    waiting = [row["id"] for row in rows.values() if row["excused"] and not _agreed(case, row)]
    if len(waiting) <= case.not_applicable_share * len(rows) + NEAR:
        waiting = [id_ for id_ in waiting if rows[id_]["spec"].get("hard_stop")]
    reasons = {"waiver": waived, "not_applicable_unconfirmed": waiting}
    return {rule: ids for rule, ids in reasons.items() if ids}


def _earliest(case: Plain, rows: dict[str, Spec]) -> dict[str, Plain] | None:
    if case.go_live is None or in_use(case):
        return None
    best: date | None = None
    decides = None
    for id_, row in rows.items():
        if not row["spec"].get("hard_stop") or row["status"] in ("met", "not_applicable") or row["waived"]:
            continue
        allowed = allows(case, row)
        if best is None or allowed > best:
            best, decides = allowed, id_
    if best is None or case.go_live > best:
        return {"date": case.go_live, "decided_by": None}
    return {"date": best, "decided_by": decides}


def _shown(case: Plain, row: Spec) -> dict[str, Plain]:
    undated = case.go_live is None
    return {
        "status": row["status"],
        "attainment": row["attainment"],
        "expected_attainment": None if undated else row["expected"],
        "due": None if undated else case.go_live - timedelta(days=min(row["spec"]["expected"])),
        "days_late": None if undated else row["late"],
        "slack_days": row["slack"],
        "reserve_days": row["reserve"],
        "start_by": row["start_by"],
        "live": live(case, row["spec"]),
        "stale": row["stale"],
        "moving": row["moving"],
    }
