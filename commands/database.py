"""`migrate` and `demo`: a database that is up to date, and one with invented customers."""

import argparse

from commands.arguments import ROOT, Parser, add_assessments, add_database, database_url, today
from language import count
from service.actor import Role, local_actor
from service.demo import fill_demo
from service.workspace import open_workspace
from storage.database import open_database

MIGRATE = "Lag databasen hvis den mangler, og bring den opp til denne utgaven."
DEMO = "Lag oppdiktede kunder i en egen database."
DEMO_FILE = "data/demo.db"


def add_migrate_arguments(command: Parser) -> None:
    add_database(command)


def add_demo_arguments(command: Parser) -> None:
    add_database(command, default=DEMO_FILE)
    add_assessments(command)


def migrate(options: argparse.Namespace) -> int:
    """Make or upgrade the database; an older one is copied first."""
    with open_database(database_url(options), create=True) as database:
        print(f"Databasen er klar: {database.path}")
    return 0


def demo(options: argparse.Namespace) -> int:
    """Add the invented customers that are not there yet."""
    url = f"sqlite:///{ROOT / DEMO_FILE}" if options.database == DEMO_FILE else options.database
    ws = open_workspace(database_url=url, assessments=options.assessments, create=True)
    try:
        added = fill_demo(ws, local_actor(Role.ADMIN), as_of=today())
        if added:
            print(f"La inn {count(len(added), 'oppdiktet kunde', 'oppdiktede kunder')} i {ws.database.path}")
        else:
            print(f"De oppdiktede kundene er der allerede: {ws.database.path}")
    finally:
        ws.close()
    return 0
