"""Beslutningsgrunnlag: two to four A4 pages for who decides, as a tagged PDF (PDF/UA-1) set by Typst.

The template is `decision_paper.typ` (`reports.paper`).
"""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from language import AREAS, DASH, INVENTED, ahead, day, days_to, percent, points
from reports.judgement.verdict_wording import reason_text
from reports.paper import TONES, set_paper
from reports.plan import after_start, paper_sections
from reports.plan.customer_report import CustomerReport
from reports.plan.decision_section import decided
from reports.plan.paper_sections import Section, shortened
from reports.plan.proposal import alternatives, date_and_reason, points_of_proposal, who_decides
from scoring.judgement import Figures
from scoring.vocabulary import Area

TEMPLATE = Path(__file__).with_name("decision_paper.typ")
SECTIONS: tuple[Callable[[CustomerReport], Section], ...] = (
    paper_sections.conditions,
    paper_sections.patients,
    paper_sections.people_and_money,
    paper_sections.changed,
    paper_sections.unknown,
    paper_sections.answered_by,
)


def decision_basis_pdf(report: CustomerReport) -> bytes:
    """The paper as it stands on the day of the judgement."""
    return set_paper(TEMPLATE, _paper(report), made=report.as_of)


def _paper(report: CustomerReport) -> dict[str, Any]:
    judgement, began = report.judgement, after_start.began(report)
    sections = SECTIONS if began is None else after_start.SECTIONS
    return {
        "title": f"Beslutningsgrunnlag: {report.customer}",
        "heading": "Beslutningsgrunnlag",
        "customer": report.customer,
        "org_number": f"Organisasjonsnummer {report.org_number}" if report.org_number else "",
        "invented": INVENTED() if report.invented else "",
        "made": [judgement.as_of.year, judgement.as_of.month, judgement.as_of.day],
        "footer": " · ".join(_foot(report)),
        "facts": _facts(report) if began is None else after_start.facts(report, began),
        "tone": TONES[judgement.verdict],
        "proposal_head": f"Forslag til vedtak for {who_decides(report)}",
        "proposal": points_of_proposal(report) if began is None else after_start.points(report, began),
        "verdict": report.verdict,
        "reasons": _reasons(report),
        "alternatives": [
            [f"{each.name} (foreslås)" if each.proposed else each.name, each.means] for each in alternatives(report)
        ],
        "date": date_and_reason(report) if began is None else after_start.when(report, began),
        "sections": [
            asdict(shortened(each)) for each in [*decided(report), *(section(report) for section in sections)]
        ],
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
