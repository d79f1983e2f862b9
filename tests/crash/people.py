"""Four people who save until they are killed, and what they were told: a line in a file after each save returned."""

import os
from collections.abc import Collection
from itertools import count
from pathlib import Path
from threading import Thread

from storage.answers import rows as answer_rows
from storage.engines.database import Database, open_database
from tests.storage.saving import RESPONSE, an_edit, revisions_per_question

PEOPLE = 4


def save_until_killed(address: str, told: Path, run: int) -> None:
    """The main function of a process that will not live long."""
    database = open_database(address)
    file = os.open(told, os.O_WRONLY | os.O_APPEND)

    def person(number: int) -> None:
        for turn in count():
            content = f"{run}/{number}/{turn}"
            with database.writing() as connection:
                edit = an_edit(f"{run}-{number}", turn, content, question_id=f"Q-{number % 2}")
                answer_rows.write(connection, RESPONSE, edit)
            os.write(file, f"{content}\n".encode())

    people = [Thread(target=person, args=(number,)) for number in range(PEOPLE)]
    for thread in people:
        thread.start()
    for thread in people:
        thread.join()


def whole_lines(told: Path) -> list[str]:
    """What was told; the last line may have been cut."""
    return told.read_text().split("\n")[:-1]


def lost(database: Database, acknowledged: Collection[str]) -> set[str]:
    """What was told as saved and is not in the history; the rest of the database must be whole."""
    revisions_per_question(database)
    with database.reading() as connection:
        return set(acknowledged) - {row.content for row in answer_rows.revisions(connection, RESPONSE)}
