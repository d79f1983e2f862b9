"""Beslutningsgrunnlag: two to four A4 pages for who decides, as a tagged PDF (PDF/UA-1) set by Typst.

The template is `decision_paper.typ`; it is handed data, never markup, so nothing that people typed is ever read as
Typst. Only the fonts that come with Typst are used.
"""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from language import AREAS, DASH, INVENTED, ahead, day, days_to, percent, points
from reports.judgement.verdict_wording import reason_text
from reports.plan import paper_sections
from reports.plan.customer_report import CustomerReport
from reports.plan.paper_sections import Section, shortened
from reports.plan.proposal import alternatives, date_and_reason, points_of_proposal, who_decides
from scoring.judgement import Figures
from scoring.vocabulary import Area, Verdict

TEMPLATE = Path(__file__).with_name("decision_paper.typ")
SECTIONS: tuple[Callable[[CustomerReport], Section], ...] = (
    paper_sections.conditions,
    paper_sections.patients,
    paper_sections.people_and_money,
    paper_sections.changed,
    paper_sections.unknown,
    paper_sections.answered_by,
)
_TONES = {
    Verdict.NOT_READY: "bad",
    Verdict.UNDECIDED: "open",
    Verdict.BEHIND: "fair",
    Verdict.CONDITIONAL: "fair",
    Verdict.ON_TRACK: "good",
    Verdict.READY: "good",
    None: "open",
}


def decision_basis_pdf(report: CustomerReport) -> bytes:
    """The paper as it stands on the day of the judgement."""
    made = report.as_of
    pdf = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(shown(_paper(report)), ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"],
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
        "footer": " · ".join(_foot(report)),
        "facts": _facts(report),
        "tone": _TONES[judgement.verdict],
        "proposal_head": f"Forslag til vedtak for {who_decides(report)}",
        "proposal": points_of_proposal(report),
        "verdict": report.verdict,
        "reasons": _reasons(report),
        "alternatives": [
            [f"{each.name} (foreslås)" if each.proposed else each.name, each.means] for each in alternatives(report)
        ],
        "date": date_and_reason(report),
        "sections": [asdict(shortened(section(report))) for section in SECTIONS],
        "figures_head": ["Hva", "Nå", "På plass", "Forventet", "Mulig", "Svargrad", "Mot planen"],
        "figures": _figures(report),
    }


def _foot(report: CustomerReport) -> list[str]:
    """With the checksum that `cli.py verify --against` asks for, where there is one."""
    checksum = [f"kontrollsum {report.checksum}"] if report.checksum else []
    return ["Klarsjekk", report.named, day(report.as_of), *checksum]


def _facts(report: CustomerReport) -> list[tuple[str, str]]:
    judgement = report.judgement
    go_live, left = judgement.go_live, judgement.days_left
    return [
        ("Per", day(judgement.as_of)),
        ("Oppstart", day(go_live) if go_live else "ikke satt"),
        ("Igjen", DASH if left is None else days_to(left)),
    ]


def _reasons(report: CustomerReport) -> list[str]:
    told = []
    for reason in report.judgement.reasons:
        named = [report.title_of(id_) for id_ in reason.questions[:3]]
        more = len(reason.questions) - len(named)
        about = "; ".join(named) + (f", og {more} til" if more > 0 else "")
        told.append(f"{reason_text(reason)} Det gjelder: {about}." if about else reason_text(reason))
    return told or ["Det mangler en dato for oppstart, og da kan det ikke trekkes noen konklusjon."]


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
