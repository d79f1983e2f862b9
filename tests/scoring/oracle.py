"""The judgement a second time, naively, straight from design section 3: dictionaries and loops, nothing of `scoring`.

It reads the plain notation of `builders` and gives the plain form of a judgement. Slow and simple on purpose.
"""

from datetime import date, timedelta
from itertools import pairwise
from math import ceil, floor
from typing import Any

NEAR = 1e-9
LATE = ("behind", "unanswered", "at_risk")
Plain = Any
Spec = dict[str, Plain]


def judge(case: Plain) -> dict[str, Plain]:
    rows = {id_: _row(case, id_, spec) for id_, spec in case.questions.items()}
    verdict, reasons = _verdict(case, rows)
    factors = sorted({spec.get("factor", "F01") for spec in case.questions.values()})
    return {
        "days_left": _left(case),
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


def work_left(case: Plain, id_: str) -> int:
    """Days of work that are left of a question, by its plan or as a rule; none where its day is past."""
    return max(0, until_done(case, id_))


def until_done(case: Plain, id_: str) -> int:
    """Days until a question's requirement is reached; negative where the day of a date is past."""
    return int((_finish(case, row(case, id_), 1.0) - case.as_of).days)


def row(case: Plain, id_: str) -> Spec:
    """All that is known of one question: status, done, plan, slack, reserve …"""
    return _row(case, id_, case.questions[id_])


def _left(case: Plain) -> int | None:
    return None if case.go_live is None else (case.go_live - case.as_of).days


# One question.


def _row(case: Plain, id_: str, spec: Spec) -> dict[str, Plain]:
    reply = case.answers.get(id_)
    excused, value = False, reply
    if isinstance(reply, dict) and not {"done", "all", "rows"} & set(reply):
        excused = reply.get("not_applicable") is not None
        value = reply.get("value")
    row: dict[str, Plain] = {"id": id_, "spec": spec, "value": value, "excused": excused}
    row["answered"] = not excused and (value == "none_yet" or _amount(spec, value) is not None)
    row["step"] = _step(case, spec)
    row["expected"] = 0.0 if row["step"] is None else _towards(spec, spec["expected"][row["step"]])
    row["attainment"], row["done"] = _attained(case, row)
    row["plan"] = case.actions.get(id_)
    if row["plan"] is not None and row["plan"] < case.as_of:
        row["plan"] = None
    row["slack"], row["start_by"] = _slack(case, row)
    row["status"] = _status(case, row)
    row["late"] = _days_late(case, row)
    row["reserve"] = _reserve(case, row)
    row["waived"] = _is_waived(case, row)
    return row


def _amount(spec: Spec, value: Plain) -> Plain:
    """The value as one number (or date), None when it is not fully answered."""
    if value is None:
        return None
    if spec["kind"] == "share":
        return _part(value)
    if spec["kind"] == "matrix":
        return _rows_as_share(spec, value["rows"])
    return value


def _part(share: Spec) -> float | None:
    if share.get("done") is None or share.get("all") is None or share["done"] > share["all"]:
        return None
    return float(share["done"]) / float(share["all"])


def _rows_as_share(spec: Spec, given: Spec) -> float | None:
    names = list(given) if spec["rows"] == "customer" else list(spec["rows"])
    counted = []
    for name in names:
        row = given.get(name, {})
        if row.get("not_applicable") is None:
            counted.append(row)
    if not counted:
        return None
    for row in counted:
        if _part(row) is None:
            return None
    if spec.get("combine", "pooled") == "weakest":
        return min(_part(row) or 0.0 for row in counted)
    done = sum(row["done"] for row in counted)
    return float(done / sum(row["all"] for row in counted))


def _requirement(spec: Spec) -> float:
    return float(spec["expected"][min(spec["expected"])])


def _towards(spec: Spec, amount: float) -> float:
    """Attainment of an amount in the question's unit, by the table of kinds."""
    required = _requirement(spec)
    if spec["kind"] == "yes_no":
        return 1.0 if amount else 0.0
    if spec["kind"] == "number":
        worst = float(spec.get("worst", 0))
        return max(0.0, min(1.0, (amount - worst) / (required - worst)))
    return max(0.0, min(1.0, amount / required))


def _step(case: Plain, spec: Spec) -> int | None:
    """The key of the step in force: the smallest that is >= the days left."""
    if case.go_live is None:
        return None
    keys = [key for key in spec["expected"] if key >= _left(case)]
    return min(keys) if keys else None


def _attained(case: Plain, row: Spec) -> tuple[float | None, float | None]:
    """The attainment that counts, and the one the clock goes by: what is done, whether it proves anything or not."""
    spec = row["spec"]
    if not row["answered"]:
        return None, 0.0
    if row["value"] == "none_yet":
        return (None if case.go_live is None else row["expected"]), 1.0
    amount = _amount(spec, row["value"])
    if spec["kind"] == "date":
        if amount > case.as_of:
            amount = 0
        elif case.go_live is None:
            return None, None
        else:
            amount = (case.go_live - amount).days
    done = _towards(spec, amount)
    return (min(done, row["expected"]) if _too_early(case, spec) else done), done


def _too_early(case: Plain, spec: Spec) -> bool:
    """Whether an answer proves nothing yet."""
    return case.go_live is not None and spec.get("not_before") is not None and _left(case) > spec["not_before"]


# The clock.


def _up(days: float) -> int:
    return ceil(days - NEAR)


def _work(row: Spec, reach: float) -> int:
    """Usual days of work to an attainment."""
    if row["done"] >= reach - NEAR:
        return 0
    return max(1, _up(row["spec"].get("lead_days", 30) * (reach - row["done"])))


def _finish(case: Plain, row: Spec, reach: float) -> date:
    """The day an attainment is usually reached."""
    answered = row["answered"] and row["value"] != "none_yet"
    if row["spec"]["kind"] == "date":
        if answered:
            return row["value"]  # type: ignore[no-any-return]
        if row["value"] == "none_yet" and row["answered"]:
            return case.as_of  # type: ignore[no-any-return]
        if row["plan"] is not None:
            return row["plan"]  # type: ignore[no-any-return]
        return case.as_of + timedelta(days=row["spec"].get("lead_days", 30))  # type: ignore[no-any-return]
    days = _work(row, reach)
    if days > 0 and row["plan"] is not None:
        days = _up((row["plan"] - case.as_of).days * (reach - row["done"]) / (1 - row["done"]))
    return case.as_of + timedelta(days=days)  # type: ignore[no-any-return]


def _slack(case: Plain, row: Spec) -> tuple[int | None, date | None]:
    """The least slack of the coming steps, and the start of the step it is found at (of equal ones the first to come)."""
    if case.go_live is None or row["excused"]:
        return None, None
    least, start_by = None, None
    for days, reach in steps(row["spec"]).items():
        if days >= _left(case) or reach <= row["done"] + NEAR:
            continue
        step_day = case.go_live - timedelta(days=days)
        slack = (step_day - _finish(case, row, reach)).days
        if least is None or slack < least:
            least, start_by = slack, step_day - timedelta(days=_work(row, reach))
    return least, start_by


def _margin(spec: Spec) -> int:
    """The least days before the go-live at which the requirement of a hard stop must stand."""
    if spec["kind"] == "date":
        return int(_requirement(spec))
    if spec.get("margin_days") is not None:
        return int(spec["margin_days"])
    return min(spec["expected"]) if spec["hard_stop"] == "phase" else 0


def _allows(case: Plain, row: Spec) -> date:
    """The earliest go-live a hard stop allows: its requirement finished, and the margin after it."""
    return _finish(case, row, 1.0) + timedelta(days=_margin(row["spec"]))


def _reserve(case: Plain, row: Spec) -> int | None:
    if not row["spec"].get("hard_stop") or row["status"] in (None, "met", "not_applicable"):
        return None
    return int((case.go_live - _allows(case, row)).days)


def _live(case: Plain, spec: Spec) -> bool:
    begins = [days + max(1, _up(spec.get("lead_days", 30) * reach)) for days, reach in steps(spec).items() if reach > 0]
    return case.go_live is not None and _left(case) <= max(begins)


def _status(case: Plain, row: Spec) -> str | None:
    if case.go_live is None:
        return None
    if row["excused"]:
        return "not_applicable"
    if not row["answered"] and row["step"] is not None:
        return "unanswered"
    attained = 0.0 if row["attainment"] is None else row["attainment"]
    if attained >= 1 - NEAR:
        return "met"
    if attained < row["expected"] - NEAR:
        return "behind"
    if row["slack"] is not None and row["slack"] < 0:
        return "at_risk"
    return "not_due" if row["step"] is None else "on_track"


def _is_waived(case: Plain, row: Spec) -> bool:
    """Whether a waiver holds: for a hard stop that may have one, to the go-live, and given for the answer as it is."""
    if case.go_live is None or not row["spec"].get("hard_stop") or not row["spec"].get("waivable", True):
        return False
    for waiver in case.waivers:
        lasts = case.as_of <= waiver["expires"] and case.go_live <= waiver["expires"]
        if waiver["question"] == row["id"] and lasts and waiver.get("given_for") == row["value"]:
            return True
    return False


# Figures and days ahead of the plan.


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
        if row["attainment"] is not None:
            known += weight
            points += weight * row["attainment"]
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
    left = _left(case)
    if left is None:
        return None
    # What proves nothing yet says nothing of how far one has come.
    rows = [row for row in rows if row["answered"] and not _too_early(case, row["spec"])]
    if all(row["attainment"] >= 1 - NEAR for row in rows) or _planned_mean(rows, left) <= NEAR:
        return None
    whole = sum(row["spec"].get("weight", 1) for row in rows)
    attained = sum(row["spec"].get("weight", 1) * row["attainment"] for row in rows) / whole
    day = 0
    while _planned_mean(rows, day) > attained + NEAR:
        day += 1
    if day == 0:
        return float(left)
    before, after = _planned_mean(rows, day - 1), _planned_mean(rows, day)
    return left - (day - 1 + min(1.0, (before - attained) / (before - after)))


def _planned_mean(rows: list[Spec], days_left: int) -> float:
    whole = sum(row["spec"].get("weight", 1) for row in rows)
    return float(sum(row["spec"].get("weight", 1) * planned(row["spec"], days_left) for row in rows) / whole)


def planned(spec: Spec, days_left: float) -> float:
    """The attainment of one who moves evenly, rounded down to what can be answered."""
    even = moved_evenly(spec, days_left)
    if spec["kind"] == "yes_no":
        return float(floor(even + NEAR))
    if spec["kind"] == "level":
        return floor(even * _requirement(spec) + NEAR) / _requirement(spec)
    return even


def steps(spec: Spec) -> dict[int, float]:
    """Days before the go-live -> the attainment of the step's value, the earliest first."""
    return {days: _towards(spec, spec["expected"][days]) for days in sorted(spec["expected"], reverse=True)}


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
            return low + (high - low) * (from_day - days_left) / (from_day - to_day)
        if days_left == to_day:
            return high
    raise AssertionError("a day lies before the first step, between two, or after the last")


# The verdict.


def _verdict(case: Plain, rows: dict[str, Spec]) -> tuple[str | None, dict[str, list[str]]]:
    if case.go_live is None:
        return None, {}
    stops = [row for row in rows.values() if row["spec"].get("hard_stop")]
    failing = [row for row in stops if row["reserve"] is not None and row["reserve"] < 0 and not row["waived"]]
    applicable = [row for row in rows.values() if not row["excused"]]
    due = [row for row in applicable if row["step"] is not None]
    replied = [row for row in due if row["answered"]]
    enough = bool(applicable) and len(replied) >= case.verdict_coverage * len(due) - NEAR
    if any(row["answered"] for row in failing) or (enough and failing):
        return "not_ready", _failing_by_rule(failing)
    if not enough:
        return "undecided", {"too_few_answers": [row["id"] for row in due if not row["answered"]]}
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


def _conditions(case: Plain, rows: dict[str, Spec], stops: list[Spec]) -> dict[str, list[str]]:
    """Waivers in use, and what is marked not applicable and waits for HPAS's word."""
    held = [row for row in stops if row["waived"] and row["reserve"] is not None]
    waived = [row["id"] for row in held if row["status"] in LATE or row["reserve"] < 0]
    waiting = [row["id"] for row in rows.values() if row["excused"] and row["id"] not in case.agreed]
    if len(waiting) <= case.not_applicable_share * len(rows) + NEAR:
        waiting = [id_ for id_ in waiting if rows[id_]["spec"].get("hard_stop")]
    reasons = {"waiver": waived, "not_applicable_unconfirmed": waiting}
    return {rule: ids for rule, ids in reasons.items() if ids}


def _earliest(case: Plain, rows: dict[str, Spec]) -> dict[str, Plain] | None:
    if case.go_live is None:
        return None
    best: date | None = None
    decides = None
    for id_, row in rows.items():
        if not row["spec"].get("hard_stop") or row["status"] in ("met", "not_applicable") or row["waived"]:
            continue
        allowed = _allows(case, row)
        if best is None or allowed > best:
            best, decides = allowed, id_
    if best is None or case.go_live > best:
        return {"date": case.go_live, "decided_by": None}
    return {"date": best, "decided_by": decides}


# As it is shown.


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
        "live": _live(case, row["spec"]),
    }


def _days_late(case: Plain, row: Spec) -> int:
    if row["status"] != "behind":
        return 0
    for days in sorted(row["spec"]["expected"], reverse=True):
        if row["attainment"] < _towards(row["spec"], row["spec"]["expected"][days]) - NEAR:
            step_day = case.go_live - timedelta(days=days)
            return int((case.as_of - step_day).days)
    raise AssertionError("a question that is behind has a step it does not reach")
