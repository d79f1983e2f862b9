"""`score`: judge a file of answers without a database."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from commands.arguments import InputFault, Parser, a_day, add_as_of, add_assessments, add_encoding, read_file
from commands.output import deliver
from content.catalogue import read_catalogue
from reports.answers.csv_read import AnswersFile, read_answers
from reports.answers.days_read import DUE, EXPIRES, read_days
from reports.answers.facts_read import FactReply
from reports.answers.file_faults import FileRefused
from reports.columns import Column
from reports.judgement.result_files import judgement_csv, judgement_json
from scoring.answers import NO_ANSWER, Answer
from scoring.basis import counted, is_given
from scoring.judgement import judge
from scoring.profile.facts import Fact
from scoring.profile.wholes import with_wholes
from scoring.proof.phases import Phases
from scoring.questionnaire import Catalogue, Form
from scoring.vocabulary import QUESTIONNAIRE_TYPES, CustomerType, Programme, QuestionnaireType, questionnaire_type
from scoring.waivers import Waiver
from scoring.yardstick import yardstick

PURPOSE = (
    "Vurder en fil med svar, og skriv ut konklusjon og tall. Kolonnen confirmed_on sier når et svar sist ble gitt eller "
    "bekreftet. Et svar uten dag regnes som nytt."
)


def add_arguments(command: Parser) -> None:
    types = [asked.value for asked in QUESTIONNAIRE_TYPES]
    command.add_argument(
        "--questionnaire",
        required=True,
        choices=types,
        help="kundetypen svarene gjelder, eller programme for HPAS selv",
    )
    command.add_argument(
        "--answers", required=True, type=Path, metavar="FIL", help="CSV-filen med svar, - for standard inn"
    )
    command.add_argument(
        "--go-live", type=a_day, metavar="DATO", help="dagen for oppstart; uten den gis bare hva som er på plass"
    )
    command.add_argument(
        "--programme", type=Path, metavar="FIL", help="CSV med svarene til HPAS, som teller der HPAS svarer for kunden"
    )
    command.add_argument(
        "--profile", type=Path, metavar="FIL", help="CSV med question_id (profile:units) og value: «Om virksomheten»"
    )
    command.add_argument("--actions", type=Path, metavar="FIL", help="CSV med question_id og due: fristene i planen")
    command.add_argument("--waivers", type=Path, metavar="FIL", help="CSV med question_id og expires: godkjente unntak")
    command.add_argument("--build-stop", type=a_day, metavar="DATO", help="dagen fra da av ingenting bygges lenger")
    command.add_argument("--test-start", type=a_day, metavar="DATO", help="dagen testen begynner")
    command.add_argument("--training-start", type=a_day, metavar="DATO", help="dagen opplæringen begynner")
    command.add_argument(
        "--started", type=a_day, metavar="DATO", help="dagen kunden startet, når den er bekreftet: da er den i bruk"
    )
    add_as_of(command)
    add_assessments(command)
    command.add_argument("--format", choices=["json", "csv"], default="json", help="hvordan svaret skrives (json)")
    add_encoding(command)


def score(options: argparse.Namespace) -> int:
    """Print the judgement of the answers. Raises `FileRefused` with every fault of the first file that has any."""
    asked = questionnaire_type(options.questionnaire)
    catalogue = read_catalogue(options.assessments)
    form, confirmed = _form(catalogue, asked, options.assessments), options.encoding_confirmed
    profile = catalogue.profile.of(asked) if isinstance(asked, CustomerType) else {}
    data = read_file(options.answers)
    file = read_answers(data, form.questionnaire, encoding_confirmed=confirmed, may_be_empty=True, profile=profile)
    facts = {**file.facts, **_facts(options.profile, form, profile, confirmed=confirmed)}
    given = _given(catalogue, form, file, options)
    own = with_wholes(form.questionnaire, file.answers, {fact_id: reply.value for fact_id, reply in facts.items()})
    answers = counted(form.questionnaire, own, given)
    due = _days(options.actions, DUE, form, confirmed=confirmed)
    expires = _days(options.waivers, EXPIRES, form, confirmed=confirmed)
    judgement = judge(
        yardstick(form),
        answers,
        go_live=options.go_live,
        as_of=options.as_of,
        waivers=[Waiver(id_, day, answers.get(id_, NO_ANSWER).value) for id_, day in expires.items()],
        actions={id_: day for id_, day in due.items() if day >= options.as_of},
        phases=Phases(options.build_stop, options.test_start, training_start=options.training_start),
        started=options.started,
    )
    made = judgement_json(judgement, asked).encode() if options.format == "json" else judgement_csv(judgement)
    deliver(made)
    return 0


def _given(catalogue: Catalogue, form: Form, file: AnswersFile, options: argparse.Namespace) -> dict[str, Answer]:
    """Question -> what HPAS answers for the customer: by a file of HPAS's own, or as the customer's file has it.

    Raises `FileRefused` with every fault of the file.
    """
    if options.programme is None:
        return dict(file.given)
    asked = _form(catalogue, Programme.PROGRAMME, options.assessments).questionnaire
    try:
        data, confirmed = read_file(options.programme), options.encoding_confirmed
        said = read_answers(data, asked, encoding_confirmed=confirmed, may_be_empty=True).answers
    except FileRefused as refused:
        raise FileRefused(refused.faults, file=str(options.programme)) from None
    return {
        own: said[theirs] for own, theirs in form.questionnaire.carried.items() if is_given(said.get(theirs, NO_ANSWER))
    }


def _facts(path: Path | None, form: Form, asked: Mapping[str, Fact], *, confirmed: bool) -> Mapping[str, FactReply]:
    """What a file of facts alone says, in the columns of a file of answers. Raises `FileRefused`, or `InputFault`."""
    if path is None:
        return {}
    try:
        return read_answers(
            read_file(path), form.questionnaire, encoding_confirmed=confirmed, may_be_empty=True, profile=asked
        ).facts
    except FileRefused as refused:
        raise FileRefused(refused.faults, file=str(path)) from None


def _days(path: Path | None, column: Column, form: Form, *, confirmed: bool) -> dict[str, date]:
    """Question -> day, the last of several. Raises `FileRefused` with every fault, or `InputFault`."""
    if path is None:
        return {}
    try:
        return read_days(read_file(path), column, form.questionnaire, encoding_confirmed=confirmed)
    except FileRefused as refused:
        raise FileRefused(refused.faults, file=str(path)) from None


def _form(catalogue: Catalogue, asked: QuestionnaireType, folder: Path) -> Form:
    if asked not in catalogue.all_questionnaires:
        offered = ", ".join(catalogue.all_questionnaires)
        raise InputFault(str(folder), f"det finnes ikke noe spørreskjema for {asked.value}", f"Velg blant {offered}.")
    return catalogue.form(asked)
