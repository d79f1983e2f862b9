"""`backtest`: what Klarsjekk would have said of the customers that have started, as a page in Markdown."""

import argparse
from pathlib import Path

from commands.arguments import InputFault, Parser, add_assessments
from commands.output import deliver
from content.catalogue import read_content
from reports.judgement.backtest import backtest as page

PURPOSE = "Vis hva Klarsjekk ville sagt om oppstartene i assessments/references."


def add_arguments(command: Parser) -> None:
    command.add_argument("--write", type=Path, metavar="FIL", help="filen det skrives til (ellers skjermen)")
    add_assessments(command)


def backtest(options: argparse.Namespace) -> int:
    """Print the page, or write it to a file."""
    content = read_content(options.assessments)
    catalogue, cases = content.catalogue, content.reference_cases
    if not cases:
        raise InputFault(str(options.assessments / "references"), "her er ingen oppstarter", "Legg inn minst én fil.")
    forms = {asked: catalogue.form(asked) for asked in catalogue.all_questionnaires}
    deliver(page(cases, forms, content.hindsight).encode(), options.write)
    return 0
