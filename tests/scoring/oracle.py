"""The judgement a second time, naively, straight from design section 3: dictionaries and loops, nothing of `scoring`.

It reads the plain notation of `builders` and gives the plain form of a judgement. Slow and simple on purpose.
"""

from datetime import date, timedelta
from typing import Any

NEAR = 1e-9
Plain = Any
Spec = dict[str, Plain]


def judge(case: Plain) -> dict[str, Plain]:
    rows = {id_: _row(case, id_, spec) for id_, spec in case.questions.items()}
    verdict, reasons = _verdict(case, rows)
    factors = sorted({spec.get("factor", "F01") for spec in case.questions.values()})
    return {
        "days_left": None if case.go_live is None else (case.go_live - case.as_of).days,
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


def _row(case: Plain, id_: str, spec: Spec) -> dict[str, Plain]:
    reply = case.answers.get(id_)
    excused, value = False, reply
    if isinstance(reply, dict) and not {"done", "all", "rows"} & set(reply):
        excused = reply.get("not_applicable") is not None
        value = reply.get("value")
    row = {"id": id_, "spec": spec, "value": value, "excused": excused}
    row["answered"] = not excused and _amount(spec, value) is not None
    row["attainment"] = _attainment(case, spec, value) if row["answered"] else None
    row["step"] = _step(case, spec)
    row["expected"] = 0.0 if row["step"] is None else _towards(spec, spec["expected"][row["step"]])
    row["status"] = _status(case, row)
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


def _attainment(case: Plain, spec: Spec, value: Plain) -> float | None:
    amount = _amount(spec, value)
    if spec["kind"] == "date":
        if amount > case.as_of:
            amount = 0
        elif case.go_live is None:
            return None
        else:
            amount = (case.go_live - amount).days
    return _towards(spec, amount)


def _step(case: Plain, spec: Spec) -> int | None:
    """The key of the step in force: the smallest that is >= the days left."""
    if case.go_live is None:
        return None
    left = (case.go_live - case.as_of).days
    keys = [key for key in spec["expected"] if key >= left]
    return min(keys) if keys else None


def _status(case: Plain, row: Spec) -> str | None:
    attained = row["attainment"]
    full = attained is not None and attained >= 1 - NEAR
    if case.go_live is None:
        return None
    if row["excused"]:
        return "not_applicable"
    if not row["answered"] and row["step"] is not None:
        return "unanswered"
    if not full and row["step"] is None:
        return "not_due"
    if full:
        return "met"
    return "on_track" if attained >= row["expected"] - NEAR else "behind"


def _is_waived(case: Plain, row: Spec) -> bool:
    for waiver in case.waivers:
        holds = case.as_of <= waiver["expires"] and waiver.get("given_for") == row["value"]
        if holds and waiver["question"] == row["id"]:
            return True
    return False


def _figures(case: Plain, rows: list[Spec]) -> dict[str, Plain]:
    rows = [row for row in rows if not row["excused"]]
    answered = sum(1 for row in rows if row["answered"])
    none = dict.fromkeys(("readiness", "low", "high", "expected", "coverage"))
    if not rows:
        return {**none, "answered": 0, "applicable": 0}
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
    }


def _verdict(case: Plain, rows: dict[str, Spec]) -> tuple[str | None, dict[str, list[str]]]:
    if case.go_live is None:
        return None, {}
    behind = [i for i, row in rows.items() if row["status"] == "behind"]
    silent = [i for i, row in rows.items() if row["status"] == "unanswered"]
    failing = [i for i in rows if i in behind + silent and rows[i]["spec"].get("hard_stop")]
    waived = [i for i in failing if rows[i]["waived"]]
    stopping = [i for i in failing if i not in waived]
    applicable = [row for row in rows.values() if not row["excused"]]
    due = [row for row in applicable if row["step"] is not None]
    replied = [row for row in due if row["answered"]]
    if any(i in behind for i in stopping):
        return "not_ready", {"hard_stop_answered": [i for i in stopping if i in behind]}
    if len(replied) < case.verdict_coverage * len(due) - NEAR or not applicable:
        return "undecided", {"too_few_answers": silent}
    if stopping:
        return "not_ready", {"hard_stop_unanswered": stopping}
    short = [i for i in rows if i in behind + silent and i not in waived]
    if waived or short:
        reasons = {"waiver": waived, "behind": short}
        return "conditional", {rule: ids for rule, ids in reasons.items() if ids}
    if all(row["status"] == "met" for row in applicable):
        return "ready", {"all_met": []}
    return "on_track", {"all_expected_met": []}


def _shown(case: Plain, row: Spec) -> dict[str, Plain]:
    undated = case.go_live is None
    return {
        "status": row["status"],
        "attainment": row["attainment"],
        "expected_attainment": None if undated else row["expected"],
        "due": None if undated else case.go_live - timedelta(days=min(row["spec"]["expected"])),
        "days_late": None if undated else _days_late(case, row),
    }


def _days_late(case: Plain, row: Spec) -> int:
    if row["status"] != "behind":
        return 0
    for days in sorted(row["spec"]["expected"], reverse=True):
        if row["attainment"] < _towards(row["spec"], row["spec"]["expected"][days]) - NEAR:
            step_day = case.go_live - timedelta(days=days)
            return int((case.as_of - step_day).days)
    raise AssertionError("a question that is behind has a step it does not reach")


def _earliest(case: Plain, rows: dict[str, Spec]) -> dict[str, Plain] | None:
    if case.go_live is None:
        return None
    best: date | None = None
    decides = None
    for id_, row in rows.items():
        if not row["spec"].get("hard_stop") or row["status"] in ("met", "not_applicable"):
            continue
        if row["spec"]["kind"] == "date" and row["answered"] and row["value"] <= case.as_of:
            finish = row["value"]
        elif id_ in case.actions:
            finish = case.actions[id_]
        else:
            finish = case.as_of + timedelta(days=row["spec"].get("lead_days", 30))
        allowed = finish + timedelta(days=min(row["spec"]["expected"]))
        if best is None or allowed > best:
            best, decides = allowed, id_
    if best is None or case.go_live > best:
        return {"date": case.go_live, "decided_by": None}
    return {"date": best, "decided_by": decides}
