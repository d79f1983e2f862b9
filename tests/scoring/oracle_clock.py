"""One question of the naive judgement: what is answered, and the one clock, straight from design sections 2 and 3.

Slow and simple on purpose; reads the plain notation of `builders`, and nothing of `scoring`.
"""

from datetime import date, timedelta
from math import ceil
from typing import Any

NEAR = 1e-9
Plain = Any
Spec = dict[str, Plain]


def row_of(case: Plain, id_: str) -> dict[str, Plain]:
    """All that is known of one question: status, what is done, plan, slack, reserve …"""
    spec = case.questions[id_]
    reply = case.answers.get(id_)
    if "from_programme" in spec and not (isinstance(reply, dict) and reply.get("disagrees")):
        reply = case.hpas.get(id_)
    excused, value = False, reply
    if isinstance(reply, dict) and not {"done", "all", "rows"} & set(reply):
        excused = reply.get("not_applicable") is not None
        value = reply.get("value")
    found: dict[str, Plain] = {"id": id_, "spec": spec, "value": value, "excused": excused}
    found["said"] = not excused and (value == "none_yet" or _amount(spec, value) is not None)
    found["stale"] = found["said"] and _too_old(case, id_)
    found["lapsed"] = found["stale"] and _counts_as_none(case, spec)
    found["answered"] = found["said"] and not found["lapsed"]
    found["step"] = _step(case, spec)
    found["expected"] = 0.0 if found["step"] is None else towards(spec, spec["expected"][found["step"]])
    found["attainment"], found["done"] = _attained(case, found)
    found["moving"] = _held_down(case, found)
    found["plan"] = case.actions.get(id_)
    if found["plan"] is not None and found["plan"] < case.as_of:
        found["plan"] = None
    found["slack"], found["start_by"] = _slack(case, found)
    found["status"] = _status(case, found)
    found["late"] = _days_late(case, found)
    found["reserve"] = _reserve(case, found)
    found["waived"] = _is_waived(case, found)
    return found


def on_moving(case: Plain, id_: str) -> bool:
    """Whether an answer about test or training was given, or what it is about begun, before nothing was built any more."""
    spec, stop = case.questions[id_], case.phases.get("build_stop")
    if spec.get("proves_on") is None or stop is None:
        return False
    begins = case.phases.get("test_start" if "testing" in spec.get("areas", []) else "training_start")
    given = case.confirmed.get(id_)
    if given is None:
        given = case.as_of if begins is None else min(begins, case.as_of)
    return bool(given < stop or (begins is not None and begins < stop))


def _held_down(case: Plain, row: Spec) -> bool:
    """Take back what counts less on a moving solution, and say whether that is anything."""
    if not row["answered"] or row["value"] == "none_yet" or not on_moving(case, row["id"]):
        return False
    whole = row["done"]
    marks = list(steps(row["spec"]).values())
    row["done"] = min(whole, marks[-2] if len(marks) > 1 else 0.0)
    row["attainment"] = row["done"] if case.go_live is None else min(row["done"], row["expected"])
    return bool(row["done"] < whole - NEAR or row["attainment"] < row["done"] - NEAR)


def _too_old(case: Plain, id_: str) -> bool:
    """Whether nobody has stood by an answer for longer than it may be; after the go-live none gets older."""
    allowed, last, given = case.questions[id_].get("fresh_days"), case.as_of, case.confirmed.get(id_)
    if case.freshness is not None and allowed is None:
        near = case.go_live is not None and days_to(case) <= case.freshness["near_from"]
        allowed = case.freshness["near" if near else "usual"]
    if case.go_live is not None:
        last = min(last, case.go_live)
    return given is not None and allowed is not None and (last - given).days > allowed


def _counts_as_none(case: Plain, spec: Spec) -> bool:
    if case.freshness is None or case.go_live is None or not spec.get("hard_stop"):
        return False
    return days_to(case) <= int(case.freshness["stops_from"])


def work_left(case: Plain, id_: str) -> int:
    """Days of work that are left of a question, by its plan or as a rule; none where its day is past."""
    return max(0, until_done(case, id_))


def until_done(case: Plain, id_: str) -> int:
    """Days until a question's requirement is reached; negative where the day of a date is past."""
    return int((_finish(case, row_of(case, id_), 1.0) - case.as_of).days)


def days_to(case: Plain) -> int:
    """Days left, of who has a day to count to."""
    return int((case.go_live - case.as_of).days)


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


def requirement(spec: Spec) -> float:
    return float(spec["expected"][min(spec["expected"])])


def towards(spec: Spec, amount: float) -> float:
    """Attainment of an amount in the question's unit, by the table of kinds."""
    required = requirement(spec)
    if spec["kind"] == "yes_no":
        return 1.0 if amount else 0.0
    if spec["kind"] == "number":
        worst = float(spec.get("worst", 0))
        return max(0.0, min(1.0, (amount - worst) / (required - worst)))
    return max(0.0, min(1.0, amount / required))


def steps(spec: Spec) -> dict[int, float]:
    """Days before the go-live -> the attainment of the step's value, the earliest first."""
    return {days: towards(spec, spec["expected"][days]) for days in sorted(spec["expected"], reverse=True)}


def _step(case: Plain, spec: Spec) -> int | None:
    """The key of the step in force: the smallest that is >= the days left."""
    if case.go_live is None:
        return None
    keys = [key for key in spec["expected"] if key >= days_to(case)]
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
    done = towards(spec, amount)
    return (min(done, row["expected"]) if too_early(case, spec) else done), done


def too_early(case: Plain, spec: Spec) -> bool:
    """Whether an answer proves nothing yet."""
    return case.go_live is not None and spec.get("not_before") is not None and days_to(case) > spec["not_before"]


def up(days: float) -> int:
    return ceil(days - NEAR)


def _work(row: Spec, reach: float) -> int:
    """Usual days of work to an attainment."""
    if row["done"] >= reach - NEAR:
        return 0
    return max(1, up(row["spec"].get("lead_days", 30) * (reach - row["done"])))


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
        days = up((row["plan"] - case.as_of).days * (reach - row["done"]) / (1 - row["done"]))
    return case.as_of + timedelta(days=days)  # type: ignore[no-any-return]


def _slack(case: Plain, row: Spec) -> tuple[int | None, date | None]:
    """The least slack of the coming steps, and the start of the step it is found at (of equal ones the first to come)."""
    if case.go_live is None or row["excused"]:
        return None, None
    least, start_by = None, None
    for days, reach in steps(row["spec"]).items():
        if days >= days_to(case) or reach <= row["done"] + NEAR:
            continue
        step_day = case.go_live - timedelta(days=days)
        slack = (step_day - _finish(case, row, reach)).days
        if least is None or slack < least:
            least, start_by = slack, step_day - timedelta(days=_work(row, reach))
    return least, start_by


def _margin(spec: Spec) -> int:
    """The least days before the go-live at which the requirement of a hard stop must stand."""
    if spec["kind"] == "date":
        return int(requirement(spec))
    if spec.get("margin_days") is not None:
        return int(spec["margin_days"])
    return min(spec["expected"]) if spec["hard_stop"] == "phase" else 0


def allows(case: Plain, row: Spec) -> date:
    """The earliest go-live a hard stop allows: its requirement finished, and the margin after it."""
    return _finish(case, row, 1.0) + timedelta(days=_margin(row["spec"]))


def _reserve(case: Plain, row: Spec) -> int | None:
    if not row["spec"].get("hard_stop") or row["status"] in (None, "met", "not_applicable"):
        return None
    return int((case.go_live - allows(case, row)).days)


def live(case: Plain, spec: Spec) -> bool:
    begins = [days + max(1, up(spec.get("lead_days", 30) * reach)) for days, reach in steps(spec).items() if reach > 0]
    return case.go_live is not None and days_to(case) <= max(begins)


def _days_late(case: Plain, row: Spec) -> int:
    if row["status"] != "behind":
        return 0
    for days in sorted(row["spec"]["expected"], reverse=True):
        if row["attainment"] < towards(row["spec"], row["spec"]["expected"][days]) - NEAR:
            step_day = case.go_live - timedelta(days=days)
            return int((case.as_of - step_day).days)
    raise AssertionError("a question that is behind has a step it does not reach")


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
