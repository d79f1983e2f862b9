"""A place that gets into trouble for real, in a process of its own: full, read-only, away for a while.

    python -m tests.crash.trouble FOLDER sqlite|postgresql

Prints one line of JSON: what the service told at each step, and what was found afterwards.
"""

import json
import os
import pwd
import resource
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from scoring.vocabulary import AnswerField
from service.faults import DatabaseProblem
from service.people import logins
from service.people.access import now
from service.people.actor import Role, local_actor
from service.people.issuers import trusted
from service.people.members import invite
from service.readiness import what_keeps_it
from storage.answers import rows as answer_rows
from storage.verification import verify
from tests.builders import municipality, record, workspace
from tests.postgres import PostgresServer

SIZE = {"sqlite": "2m", "postgresql": "24m"}
LARGEST = 2 << 20  # bytes of a file, where a small disk cannot be had
LEFT = 400_000  # bytes that are free when the disk begins to be narrow
NAME = "klarsjekk.db"
LOGIN = logins.Identity("login", "https://issuer.example", "s-1", "lead@kommune.example", True, "Leder", now())


class Place:
    """A disk of our own; where that is not allowed, a limit to how large a file may grow."""

    def __init__(self, folder: Path, size: str, server: PostgresServer | None = None) -> None:
        self.folder = folder
        self.server = server
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=1777", "none", str(folder)]
        self.is_disk = subprocess.run(mount, capture_output=True, check=False).returncode == 0

    def make_narrow(self) -> None:
        if not self.is_disk:
            self._limit(LARGEST)
            return
        filler = self.folder / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(4096))
        os.truncate(filler, max(0, filler.stat().st_size - LEFT))

    def make_room(self) -> None:
        if not self.is_disk:
            self._limit(None)
        (self.folder / "filler").unlink(missing_ok=True)

    def _limit(self, size: int | None) -> None:
        if self.server:
            self.server.stop()
            self.server.start(largest_file=size)
            return
        most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (size or most, most))


class Desk:
    """A lead who saves, and remembers what was told as saved."""

    def __init__(self, address: str) -> None:
        self.ws = workspace(address)
        self.lead, self.response_id = municipality(self.ws)
        self.acknowledged: list[str] = []
        self.turn = 0
        invite(self.ws, local_actor(Role.ADMIN), self.lead.customer_id, role=Role.LEAD, email=LOGIN.email or "")
        # Every coming is one that is to be written.
        logins.SEEN_AGAIN = timedelta(0)

    def comes(self) -> str:
        """ "let in" or the name of the problem, for someone who logs in."""
        try:
            logins.identify(self.ws, LOGIN, issuers=trusted([LOGIN.issuer]))
        except DatabaseProblem as problem:
            return type(problem).__name__
        return "let in"

    def save(self) -> str:
        """ "saved" or the name of the problem."""
        self.turn += 1
        # PostgreSQL would press together what repeats itself.
        content = f"{self.turn}:{os.urandom(4000).hex()}"
        said = {"base_version": None, "session": "s", "edit_no": self.turn}
        try:
            record(self.ws, self.lead, self.response_id, "Q-LEVEL", AnswerField.COMMENT, content, **said)  # type: ignore[arg-type]
        except DatabaseProblem as problem:
            return type(problem).__name__
        self.acknowledged.append(content)
        return "saved"

    def save_until_it_fails(self) -> str:
        return next(told for _ in range(100_000) if (told := self.save()) != "saved")

    def ready(self) -> str:
        """What whoever watches is told."""
        return ", ".join(what_keeps_it(self.ws)) or "ready"

    def lost(self) -> int:
        with self.ws.database.reading() as connection:
            kept = {row.content for row in answer_rows.revisions(connection, self.response_id)}
        return len(set(self.acknowledged) - kept)

    def forget_connections(self) -> None:
        """As when nobody has been here for a while: the next save opens the database anew."""
        self.ws.database.engine.dispose()


def on_sqlite(folder: Path) -> dict[str, object]:
    place = Place(folder, SIZE["sqlite"])
    if os.geteuid() == 0:
        # Nothing is read-only to root.
        os.chown(folder, pwd.getpwnam("nobody").pw_uid, -1)
        os.setuid(pwd.getpwnam("nobody").pw_uid)
    desk, file, aside = Desk(f"sqlite:///{folder / NAME}"), folder / NAME, folder / "aside.db"
    told = _full(place, desk)
    desk.forget_connections()
    file.chmod(0o444)
    folder.chmod(0o555)
    told["read only"] = [desk.save(), desk.comes()]
    folder.chmod(0o755)
    file.chmod(0o644)
    told["writable again"] = desk.save()
    file.rename(aside)
    told["away"] = [desk.save(), desk.save()]
    file.write_bytes(aside.read_bytes())
    told["another in its place"] = desk.save()
    aside.rename(file)
    told["back"] = desk.save()
    return told | _found(desk)


def on_postgresql(folder: Path) -> dict[str, object]:
    server = PostgresServer(durable=True)
    place = Place(folder, SIZE["postgresql"], server)
    desk = Desk(_on_the_small_disk(folder, server))
    told = _full(place, desk)
    for setting, step in (("on", "read only"), ("off", "writable again")):
        server.execute(f"ALTER DATABASE small SET default_transaction_read_only = {setting}")
        server.disconnect_all("small")
        told[step] = [desk.save(), desk.comes(), desk.ready()]
    server.stop()
    told["away"] = [desk.save(), desk.ready()]
    server.start()
    told["back"] = desk.save()
    found = _found(desk)
    server.close()
    return told | found


def _full(place: Place, desk: Desk) -> dict[str, object]:
    first = [desk.save(), desk.comes(), desk.ready()]
    place.make_narrow()
    told: dict[str, object] = {"disk": place.is_disk, "first": first, "full": desk.save_until_it_fails()}
    told["lost when full"] = desk.lost()
    told["who comes when full"] = desk.comes()
    told["ready when full"] = desk.ready()
    place.make_room()
    return told | {"room again": [desk.save(), desk.ready()]}


def _found(desk: Desk) -> dict[str, object]:
    amiss = len(verify(desk.ws.database).findings)
    found: dict[str, object] = {"acknowledged": len(desk.acknowledged), "lost": desk.lost(), "amiss": amiss}
    desk.ws.close()
    return found


def _on_the_small_disk(folder: Path, server: PostgresServer) -> str:
    """The tables lie on the small disk, the server's own log does not."""
    tables = folder / "tables"
    tables.mkdir()
    if server.owner is not None:
        os.chown(tables, server.owner, -1)
    server.execute(f"CREATE TABLESPACE small LOCATION '{tables}'")
    server.execute("CREATE DATABASE small TEMPLATE template0 TABLESPACE small")
    return server.address("small")


if __name__ == "__main__":
    print(json.dumps({"sqlite": on_sqlite, "postgresql": on_postgresql}[sys.argv[2]](Path(sys.argv[1]))))
