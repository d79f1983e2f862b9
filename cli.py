"""Klarsjekk without a browser: for batch work, for those who write the content, and for checking a figure.

0 when all went well, 1 when the input is at fault (a message on standard error says where), 2 for wrong usage.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from commands import (
    backtest,
    customers,
    database,
    export,
    files,
    letters,
    members,
    people,
    rehearsal,
    retain,
    score,
    tokens,
)
from commands.arguments import ASSESSMENTS, InputFault, Parser, add_assessments, add_command, version
from content.catalogue import read_content
from content.english import not_in_step
from content.problems import ContentError
from content.published_form import against_published
from language import count
from reports.answers.file_faults import FileRefused
from scoring.questionnaire import Questionnaire
from service.faults import Refused
from storage.engines.problems import DatabaseProblem

__all__ = ["ASSESSMENTS", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit code; wrong usage exits with 2."""
    options = _parser().parse_args(arguments)
    try:
        exit_code: int = options.run(options)
    except FileRefused as refused:
        name = refused.file or str(getattr(options, "answers", None) or options.file)
        lines = [fault.in_file(name) for fault in refused.faults]
        print(*lines, f"{count(len(lines), 'feil', 'feil')}. Ingenting er lagret.", sep="\n", file=sys.stderr)
        return 1
    except (ContentError, DatabaseProblem, InputFault, Refused) as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader (head, less) has had enough; Python would complain once more when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return exit_code


def check(options: argparse.Namespace) -> int:
    """Read all content; say what is wrong with it, or what there is, and what the nynorsk and the English lack."""
    content = read_content(options.assessments)
    catalogue, cases = content.catalogue, content.reference_cases
    if gone := against_published(options.assessments, catalogue):
        raise ContentError(gone)
    for questionnaire in catalogue.all_questionnaires.values():
        print(_summary(questionnaire))
    if cases:
        answers = sum(len(case.coded) for case in cases)
        print(f"references: {count(len(cases), 'oppstart', 'oppstarter')}, {count(answers, 'svar', 'svar')}")
    english = not_in_step(options.assessments, content.english, catalogue.programme)
    for behind in (*content.nynorsk_behind, *english):
        print(behind, file=sys.stderr)
    return 0


def _summary(questionnaire: Questionnaire) -> str:
    questions = questionnaire.questions
    hard_stops = sum(question.hard_stop is not None for question in questions)
    inputs = sum(question.inputs for question in questions)
    name = questionnaire.customer_type
    return f"{name}: {len(questions)} spørsmål, {hard_stops} stoppkrav, {inputs} felt å fylle ut"


def _parser() -> Parser:
    parser = Parser(prog="cli.py", description="Klarsjekk uten nettleser.")
    parser.add_argument(
        "--version", action="version", version=f"Klarsjekk {version()}", help="vis hvilken utgave dette er"
    )
    commands = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    add_assessments(add_command(commands, "check", check, "Les innholdet i assessments, og si hva som er galt."))
    score.add_arguments(add_command(commands, "score", score.score, score.PURPOSE))
    backtest.add_arguments(add_command(commands, "backtest", backtest.backtest, backtest.PURPOSE))
    export.add_export_arguments(add_command(commands, "export", export.export, export.EXPORT))
    files.add_import_arguments(add_command(commands, "import", files.import_answers, files.IMPORT))
    database.add_demo_arguments(add_command(commands, "demo", database.demo, database.DEMO))
    database.add_migrate_arguments(add_command(commands, "migrate", database.migrate, database.MIGRATE))
    database.add_backup_arguments(add_command(commands, "backup", database.backup, database.BACKUP))
    database.add_restore_arguments(add_command(commands, "restore", database.restore, database.RESTORE))
    database.add_verify_arguments(add_command(commands, "verify", database.verify_all, database.VERIFY))
    people.add_invite_arguments(add_command(commands, "invite", people.invite_someone, people.INVITE))
    members.add_people_arguments(add_command(commands, "people", members.people, members.PEOPLE))
    rehearsal.add_rehearse_arguments(add_command(commands, "rehearse", rehearsal.rehearse, rehearsal.REHEARSE))
    retain.add_retain_arguments(add_command(commands, "retain", retain.retain, retain.RETAIN))
    customers.add_customers_arguments(add_command(commands, "customers", customers.customers, customers.CUSTOMERS))
    tokens.add_tokens_arguments(add_command(commands, "tokens", tokens.tokens, tokens.TOKENS))
    letters.add_remind_arguments(add_command(commands, "remind", letters.remind_all, letters.REMIND))
    return parser


if __name__ == "__main__":
    sys.exit(main())
