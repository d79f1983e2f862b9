"""Beslutningsgrunnlag: two to four A4 pages for the steering group, as a tagged PDF (PDF/UA-1) set by Typst.

The template is `decision_paper.typ`; it is handed data, never markup, so nothing that people typed is ever read as
Typst. Only the fonts that come with Typst are used.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from language import (
    AREAS,
    DASH,
    INVENTED,
    NO_BREAK,
    STATUSES,
    WAITING_ON,
    ahead,
    count,
    day,
    days_to,
    moment,
    percent,
    points,
    sentence,
    short_day,
)
from reports.answers.wording import NOT_ANSWERED, missing
from reports.judgement.verdict_wording import earliest, reason_text
from reports.plan.customer_report import CustomerReport, LastAnswered
from reports.plan.plan_wording import (
    ACTION_STATUSES,
    STANDINGS,
    flags_text,
    shortest_way_text,
    work_text,
)
from scoring.gaps import Gap, When
from scoring.judgement import Figures
from scoring.owed import gap_work, owed_gaps, waits_on
from scoring.plan import PlannedAction
from scoring.vocabulary import Area, Status, Verdict
from scoring.waivers import Standing

TEMPLATE = Path(__file__).with_name("decision_paper.typ")
MOST_STOPS, MOST_ACTIONS, MOST_WAIVERS, MOST_NAMED, MOST_PEOPLE = 16, 14, 8, 8, 8
LONGEST = 260
_TONES = {
    Verdict.NOT_READY: "bad",
    Verdict.UNDECIDED: "open",
    Verdict.BEHIND: "fair",
    Verdict.CONDITIONAL: "fair",
    Verdict.ON_TRACK: "good",
    Verdict.READY: "good",
    None: "open",
}
Section = dict[str, Any]


def decision_basis_pdf(report: CustomerReport) -> bytes:
    """The paper as it stands on the day of the judgement."""
    made = report.as_of
    pdf = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(shown(_paper(report)), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
    )
    return bytes(pdf)


def shown(data: Any) -> Any:
    """The data as the fonts can show it: other signs as «□», without those that only turn or hide text."""
    match data:
        case str():
            return _breakable("".join(_sign(sign) for sign in unicodedata.normalize("NFC", data)))
        case dict():
            return {name: shown(value) for name, value in data.items()}
        case list() | tuple():
            return [shown(value) for value in data]
        case _:
            return data


_SHOWN = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x203A), (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2264, 0x2265))  # fmt: skip
_MORE = frozenset("\n\u2212\u00d7\u2260\u2248\u221e\u25a1")


def _sign(sign: str) -> str:
    if sign in _MORE or any(first <= ord(sign) <= last for first, last in _SHOWN):
        return sign
    return "" if unicodedata.category(sign) in ("Cf", "Cc", "Mn") else "\u25a1"


def _breakable(text: str) -> str:
    """The text with places to break a word that is longer than a narrow column."""
    return _LONG_WORD.sub(lambda found: "\u200b".join(_TWENTY.findall(found[0])), text)


_LONG_WORD, _TWENTY = re.compile(r"\S{28,}"), re.compile(r"\S{1,20}")


def _paper(report: CustomerReport) -> dict[str, Any]:
    judgement = report.judgement
    return {
        "title": f"Beslutningsgrunnlag: {report.customer}",
        "heading": "Beslutningsgrunnlag",
        "customer": report.customer,
        "invented": INVENTED if report.invented else "",
        "made": [judgement.as_of.year, judgement.as_of.month, judgement.as_of.day],
        "footer": f"Klarsjekk · {report.named} · {day(judgement.as_of)}",
        "facts": _facts(report),
        "tone": _TONES[judgement.verdict],
        "verdict": report.verdict,
        "reasons": _reasons(report),
        "ways": _ways(report),
        "figures_head": ["Hva", "Nå", "På plass", "Forventet", "Mulig", "Svargrad", "Mot planen"],
        "figures": _figures(report),
        "sections": [
            _stops(report),
            _work(report),
            _actions(report),
            _waivers(report),
            _unknown(report),
            _answered(report),
        ],
    }


def _facts(report: CustomerReport) -> list[tuple[str, str]]:
    judgement = report.judgement
    go_live, found, left = judgement.go_live, judgement.earliest, judgement.days_left
    return [
        ("Per", day(judgement.as_of)),
        ("Oppstart", day(go_live) if go_live else "ikke bestemt"),
        ("Igjen", DASH if left is None else days_to(left)),
        ("Tidligste forsvarlige oppstart", day(found.date) if found and judgement.enough else DASH),
    ]


def _reasons(report: CustomerReport) -> list[str]:
    told = []
    for reason in report.judgement.reasons:
        named = [f"{id_} {report.title_of(id_)}" for id_ in reason.questions[:3]]
        more = len(reason.questions) - len(named)
        rest = f" … og {more} til" if more > 0 else ""
        told.append(f"{reason_text(reason)} {'; '.join(named)}{rest}".strip())
    return told or ["Det mangler en dato for oppstart, og da kan det ikke trekkes noen konklusjon."]


def _ways(report: CustomerReport) -> list[str]:
    left = [way for way in report.ways if way.steps]
    if report.judgement.go_live is not None and not report.judgement.enough:
        return [
            "Svar på flere av spørsmålene som gjelder nå. Til da vet vi ikke hva som mangler, eller hvilken dato som holder."
        ]
    told = [shortest_way_text(way) for way in left or report.ways[-1:]]
    told.append(earliest(report.judgement, report.decides))
    return told or ["Sett en dato for oppstart for å se veien videre."]


def _figures(report: CustomerReport) -> list[dict[str, Any]]:
    (whole, everything), *factors = report.figures()
    areas = [(AREAS[area], report.judgement.areas[area]) for area in Area]
    return [_figure(whole, everything, strong=True), *(_figure(*one) for one in [*areas, *factors])]


def _figure(name: str, figures: Figures, *, strong: bool = False) -> dict[str, Any]:
    ready, expected = figures.readiness, figures.expected
    possible = f"{points(figures.low)}{DASH}{points(figures.high)}" if figures.low is not None else DASH
    return {
        "name": name,
        "strong": strong,
        "readiness": ready,
        "expected": expected,
        "short": ready is not None and expected is not None and ready < expected,
        "cells": [
            points(ready),
            points(expected),
            possible,
            percent(figures.coverage),
            ahead(figures.ahead_days) or DASH,
        ],
    }


def _section(
    title: str,
    *,
    before: Sequence[str] = (),
    head: Sequence[str] = (),
    widths: Sequence[float] = (),
    rows: Sequence[Sequence[str]] = (),
    after: Sequence[str] = (),
) -> Section:
    """`widths`: shares of the width, 0 for as wide as the text."""
    names = ("title", "before", "head", "widths", "rows", "after")
    short = [[_short(cell) for cell in row] for row in rows]
    return dict(zip(names, (title, [*before], [*head], [*widths], short, [*after]), strict=True))


def _stops(report: CustomerReport) -> Section:
    gaps = sorted((gap for gap in report.gaps if gap.hard_stop), key=lambda gap: (not gap.open, gap.by))
    stops = [judged for judged in report.judgement.questions.values() if judged.question.hard_stop]
    met = sum(judged.status is Status.MET for judged in stops)
    said = f"{met} av {count(len(stops), 'stoppkrav', 'stoppkrav')} er på plass."
    return _section(
        "Stoppkrav",
        before=[said],
        head=("Id", "Stoppkrav", "Status", "Mangler", "Frist", "Venter på"),
        widths=(0, 3, 1.2, 2, 0, 1.3),
        rows=[_stop_row(gap) for gap in gaps[:MOST_STOPS]],
        after=_more(len(gaps) - MOST_STOPS, "stoppkrav"),
    )


def _stop_row(gap: Gap) -> list[str]:
    waits = waits_on(gap)
    state = f"{STATUSES[gap.status]}{', unntak' if gap.judged.waived else ''}"
    return [
        gap.question.id,
        gap.question.title.nb,
        state,
        missing(gap, most_names=3),
        short_day(gap.by),
        WAITING_ON[waits] if waits else "",
    ]


def _work(report: CustomerReport) -> Section:
    parted = owed_gaps(report.gaps)
    rows = [["Kunden selv", work_text(gap_work(parted.own))]] if parted.own else []
    rows += [[f"Venter på {WAITING_ON[who]}", work_text(gap_work(gaps))] for who, gaps in parted.waiting.items()]
    idle = ["Alt som skulle vært på plass eller haster, venter på andre."] if parted.only_waits else []
    nothing = [] if rows else ["Ingenting gjenstår."]
    return _section("Hvem det står på", before=[*idle, *nothing], head=("Hvem", "Gjenstår"), widths=(1, 2), rows=rows)


def _actions(report: CustomerReport) -> Section:
    held = sorted((p for p in report.plan.actions if p.action.open), key=_by_day)
    without = len(report.plan.without_action)
    said = [f"{count(without, 'mangel', 'mangler')} er uten tiltak."] if without else []
    again = sum(planned.answer_again for planned in report.plan.actions)
    said += (
        [f"{count(again, 'tiltak er gjort', 'tiltak er gjort')}, men spørsmålet er ikke besvart på nytt."]
        if again
        else []
    )
    return _section(
        "Tiltak",
        before=said if held else [*said, "Ingen åpne tiltak."],
        head=("Id", "Tiltak", "Eier", "Frist", "Status", "Se på"),
        widths=(0, 3, 1.3, 0, 0, 1.6),
        rows=[_action_row(planned) for planned in held[:MOST_ACTIONS]],
        after=_more(len(held) - MOST_ACTIONS, "tiltak"),
    )


def _by_day(planned: PlannedAction) -> tuple[bool, int]:
    due = planned.action.due
    return due is None, due.toordinal() if due else 0


def _action_row(planned: PlannedAction) -> list[str]:
    action = planned.action
    due = short_day(action.due) if action.due else DASH
    state = ACTION_STATUSES[action.status]
    return [action.question_id, action.text, action.owner or DASH, due, state, flags_text(planned)]


def _waivers(report: CustomerReport) -> Section:
    held = [(c, s) for c, s in report.waivers if s not in (Standing.WITHDRAWN, Standing.REJECTED)]
    return _section(
        "Unntak",
        before=[] if held else ["Ingen unntak er foreslått eller godkjent."],
        head=("Id", "Tiltak i stedet", "Eier", "Utløper", "Status"),
        widths=(0, 3, 1.3, 0, 1.6),
        rows=[[c.question_id, c.measure, c.owner, short_day(c.expires), STANDINGS[s]] for c, s in held[-MOST_WAIVERS:]],
        after=_more(len(held) - MOST_WAIVERS, "unntak"),
    )


def _unknown(report: CustomerReport) -> Section:
    silent = [gap for gap in report.gaps if gap.when is When.NOW and gap.status is Status.UNANSWERED]
    overall = report.judgement.overall
    left_out = [j for j in report.judgement.questions.values() if j.status is Status.NOT_APPLICABLE]
    said = [
        f"{overall.answered} av {overall.applicable} aktuelle spørsmål er besvart. "
        f"Med de ubesvarte er mellom {points(overall.low)} og {points(overall.high)} % på plass."
    ]
    if silent:
        named = "; ".join(f"{gap.question.id} {gap.question.title.nb}" for gap in silent[:MOST_NAMED])
        rest = f" … og {len(silent) - MOST_NAMED} til" if len(silent) > MOST_NAMED else ""
        said.append(f"{sentence(NOT_ANSWERED)} og over fristen ({len(silent)}): {named}{rest}.")
    if left_out:
        said.append(f"{count(len(left_out), 'spørsmål', 'spørsmål')} er merket ikke aktuelt: {_ids(left_out)}.")
    said.append("Tallene bygger på kundens egne svar. Klarsjekk vet ikke mer enn det som er svart.")
    return _section("Det vi ikke vet", before=said)


def _ids(judged: Iterable[Any]) -> str:
    ids = [one.question.id for one in judged]
    return ", ".join(ids[:20]) + (f" … og {len(ids) - 20} til" if len(ids) > 20 else "")


def _answered(report: CustomerReport) -> Section:
    by: dict[str, list[LastAnswered]] = defaultdict(list)
    for said in report.said.values():
        by[said.by].append(said)
    people = sorted(by.items(), key=lambda one: (-len(one[1]), one[0].casefold()))
    return _section(
        "Hvem har svart når",
        before=[] if people else ["Ingen har svart ennå."],
        head=("Hvem", "Svar", "Sist"),
        widths=(2, 1, 2),
        rows=[[name, str(len(all_)), moment(max(s.at for s in all_))] for name, all_ in people[:MOST_PEOPLE]],
        after=_more(len(people) - MOST_PEOPLE, "personer"),
    )


def _more(left: int, what: str) -> list[str]:
    return [f"… og {left} {what} til. Alle står i Excel-boken."] if left > 0 else []


def _short(text: str) -> str:
    line = " ".join(text.replace(NO_BREAK, "\u00a0").split(" "))
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
