"""Nothing that was told as saved is lost when the process that saves is killed, or PostgreSQL with all it has."""

import random
import time
from collections import Counter
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread

from storage.answers import rows as answer_rows
from storage.engines.database import Database, open_database
from storage.engines.problems import DatabaseProblem
from tests.crash.budget import budget
from tests.crash.people import PEOPLE, lost, save_until_killed, whole_lines
from tests.postgres import PostgresServer
from tests.storage.saving import RESPONSE, an_edit, new_database
from tests.tell import Tell

PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.crash.people", "storage.engines.postgres_database"])


def test_what_was_saved_survives_that_the_process_is_killed(
    engine: str, durable_address: str, tmp_path: Path, tell: Tell
) -> None:
    told = tmp_path / "told.txt"
    new_database(durable_address).close()
    chance, kills, acknowledged = random.Random(1), budget(20, 200), 0
    for kill in range(kills):
        told.write_bytes(b"")
        process = PROCESSES.Process(target=save_until_killed, args=(durable_address, told, kill))
        process.start()
        _wait_for(told, chance.randint(1, 40))
        time.sleep(chance.random() / 100)
        process.kill()
        process.join()
        lines = whole_lines(told)
        acknowledged += len(lines)
        with open_database(durable_address) as database:
            assert lost(database, lines) == set()
    tell(f"{engine}: {kills} kills of the process, {acknowledged} saves acknowledged, 0 lost")
    assert acknowledged >= kills


def _wait_for(told: Path, lines: int) -> None:
    deadline = time.monotonic() + 30
    while len(whole_lines(told)) < lines:
        assert time.monotonic() < deadline, "the process saves nothing"
        time.sleep(0.002)


class Typing:
    """People who save as fast as they can, and try the same again after an error, until they are told to stop."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.acknowledged: list[str] = []
        self.problems: Counter[str] = Counter()
        self.unnamed: list[Exception] = []
        self._stop = Event()
        self._people = [Thread(target=self._person, args=(number,)) for number in range(PEOPLE)]

    def __enter__(self) -> "Typing":
        for thread in self._people:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._people:
            thread.join()

    def _person(self, number: int) -> None:
        turn = 0
        while not self._stop.is_set():
            content = f"{number}/{turn}"
            try:
                self._save(number, turn, content)
            except DatabaseProblem as problem:
                self.problems[type(problem).__name__] += 1
                time.sleep(0.05)
            except Exception as error:
                self.unnamed.append(error)
                return
            else:
                self.acknowledged.append(content)
                turn += 1

    def _save(self, number: int, turn: int, content: str) -> None:
        edit = an_edit(f"S{number}", turn, content, question_id=f"Q-{number % 2}")
        self.database.once(
            lambda connection, again: (
                (answer_rows.written_before(connection, RESPONSE, [edit]) if again else None)
                or answer_rows.write(connection, RESPONSE, edit)
            )
        )


def test_what_was_saved_survives_that_postgresql_is_killed(durable: PostgresServer, tell: Tell) -> None:
    address, kills, chance = durable.address(durable.new_database()), budget(3, 20), random.Random(4)
    with new_database(address) as database, Typing(database) as people:
        for _ in range(kills):
            _until_more(people, 20)
            time.sleep(chance.random() / 5)
            durable.kill()
            time.sleep(0.1)
            durable.start()
        _until_more(people, 20)
    with open_database(address) as database:
        missing = lost(database, people.acknowledged)
    errors = ", ".join(f"{number} {name}" for name, number in sorted(people.problems.items()))
    told = f"{kills} kills of PostgreSQL, {len(people.acknowledged)} saves acknowledged, {len(missing)} lost"
    tell(f"{told}; errors told: {errors}")
    assert (people.unnamed, missing) == ([], set())
    assert people.problems.total() > 0


def _until_more(people: Typing, saves: int) -> None:
    """Wait until so many more have been saved: the retries work without anyone's help."""
    wanted, deadline = len(people.acknowledged) + saves, time.monotonic() + 30
    while len(people.acknowledged) < wanted:
        assert time.monotonic() < deadline, f"nobody saves: {people.problems} {people.unnamed}"
        time.sleep(0.01)
