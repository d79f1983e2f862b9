"""Beslutningsgrunnlag: two to four A4 pages for who decides, as a tagged PDF (PDF/UA-1) set by Typst.

The template is `decision_paper.typ` (`reports.paper`).
"""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from language import AREAS, DASH, INVENTED, ahead, day, days_to, percent, points
from language.reports.plan import decision_paper as words
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
        "title": words.TITLE(customer=report.customer),
        "heading": words.HEADING(),
        "customer": report.customer,
        "org_number": words.ORG_NUMBER(number=report.org_number) if report.org_number else "",
        "invented": INVENTED() if report.invented else "",
        "made": [judgement.as_of.year, judgement.as_of.month, judgement.as_of.day],
        "footer": " · ".join(_foot(report)),
        "facts": _facts(report) if began is None else after_start.facts(report, began),
        "tone": TONES[judgement.verdict],
        "proposal_head": words.PROPOSAL(who=who_decides(report)),
        "proposal": points_of_proposal(report) if began is None else after_start.points(report, began),
        "conclusion": words.CONCLUSION(),
        "verdict": report.verdict,
        "reasons": _reasons(report),
        "alternatives_title": words.ALTERNATIVES(),
        "alternatives_head": [each() for each in words.ALTERNATIVES_HEAD],
        "alternatives": [
            [words.PROPOSED(name=each.name) if each.proposed else each.name, each.means]
            for each in alternatives(report)
        ],
        "date_title": words.DATE(),
        "date": date_and_reason(report) if began is None else after_start.when(report, began),
        "sections": [
            asdict(shortened(each)) for each in [*decided(report), *(section(report) for section in sections)]
        ],
        "figures_title": words.FIGURES(),
        "figures_about": words.ABOUT_FIGURES(),
        "figures_head": [each() for each in words.FIGURES_HEAD],
        "figures": _figures(report),
    }


def _foot(report: CustomerReport) -> list[str]:
    """With the checksum that `cli.py verify --against` asks for, where there is one."""
    checksum = [words.CHECKSUM(checksum=report.checksum)] if report.checksum else []
    return ["Klarsjekk", report.named, day(report.as_of), *checksum]


def _facts(report: CustomerReport) -> list[tuple[str, str]]:
    judgement = report.judgement
    go_live, left = judgement.go_live, judgement.days_left
    return [
        (words.AS_OF(), day(judgement.as_of)),
        (words.GO_LIVE(), day(go_live) if go_live else words.NOT_SET()),
        (words.LEFT(), DASH if left is None else days_to(left)),
    ]


def _reasons(report: CustomerReport) -> list[str]:
    told = []
    for reason in report.judgement.reasons:
        named = [report.title_of(id_) for id_ in reason.questions[:3]]
        more = len(reason.questions) - len(named)
        about = words.AND_MORE(named="; ".join(named), n=more) if more > 0 else "; ".join(named)
        told.append(words.ABOUT(reason=reason_text(reason), about=about) if about else reason_text(reason))
    return told or [words.NO_DATE()]


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
