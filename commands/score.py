"""`score`: judge a file of answers without a database."""

import argparse
from pathlib import Path

from commands.arguments import InputFault, Parser, a_day, add_as_of, add_assessments, add_encoding, read_file
from commands.output import deliver
from content.catalogue import read_catalogue
from reports.answers.csv_read import read_answers
from reports.judgement.result_files import judgement_csv, judgement_json
from scoring.judgement import judge
from scoring.questionnaire import Catalogue, Form
from scoring.vocabulary import CustomerType
from scoring.yardstick import yardstick

PURPOSE = "Vurder en fil med svar, og skriv ut konklusjon og tall."


def add_arguments(command: Parser) -> None:
    types = [kind.value for kind in CustomerType]
    command.add_argument("--questionnaire", required=True, choices=types, help="kundetypen svarene gjelder")
    command.add_argument("--answers", required=True, type=Path, metavar="FIL", help="CSV-filen med svar")
    command.add_argument("--go-live", type=a_day, metavar="DATO", help="dagen for oppstart; uten den gis bare klarhet")
    add_as_of(command)
    add_assessments(command)
    command.add_argument("--format", choices=["json", "csv"], default="json", help="hvordan svaret skrives (json)")
    add_encoding(command)


def score(options: argparse.Namespace) -> int:
    """Print the judgement of the answers. Raises `FileRefused` with every fault of the file."""
    kind = CustomerType(options.questionnaire)
    form = _form(read_catalogue(options.assessments), kind, options.assessments)
    data = read_file(options.answers)
    file = read_answers(data, form.questionnaire, encoding_confirmed=options.encoding_confirmed)
    judgement = judge(yardstick(form), file.answers, go_live=options.go_live, as_of=options.as_of)
    made = judgement_json(judgement, kind).encode() if options.format == "json" else judgement_csv(judgement)
    deliver(made)
    return 0


def _form(catalogue: Catalogue, kind: CustomerType, folder: Path) -> Form:
    if kind not in catalogue.questionnaires:
        offered = ", ".join(catalogue.questionnaires)
        raise InputFault(str(folder), f"det finnes ikke noe spørreskjema for {kind.value}", f"Velg blant {offered}.")
    return catalogue.form(kind)
