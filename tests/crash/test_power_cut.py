"""Nothing that was told as saved is lost when the power goes, at any point; with a weaker setting something is."""

import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from storage.answers import rows as answer_rows
from storage.chain_keys import KEY, keys_in
from storage.engines.database import open_database
from storage.engines.file_lock import hold
from storage.engines.sqlite_database import SqliteDatabase
from storage.engines.sqlite_file import WRITER_SETTINGS, engine_on
from storage.verification import verify
from tests.crash.budget import budget
from tests.crash.recording_disk import AfterPowerCut, Connection, Operation, RecordingDisk, Write, keeping
from tests.storage.saving import RESPONSE, address_of, an_edit, new_database
from tests.tell import Tell

SAVES = 60
NAME = "klarsjekk.db"
KEPT = (0.0, 0.5, 0.95)  # how much of what was not synced is on the disk all the same
CHECKPOINT_OFTEN = "wal_autocheckpoint=60"


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    """One key for all: an image of the disk has none beside it."""
    monkeypatch.setenv(KEY, "key" * 20)


class Recording(NamedTuple):
    """The files before, what was done to them since, and each save with how much had been done when it returned."""

    before: dict[str, bytearray]
    log: list[Operation]
    acknowledged: list[tuple[int, str]]


def _record(folder: Path, settings: tuple[str, ...]) -> Recording:
    """Save with our own code and settings, on a disk that notes what it is asked to do."""
    path = folder / NAME
    new_database(address_of(path)).close()
    before = {NAME: bytearray(path.read_bytes())}
    disk = RecordingDisk(f"recording-{id(folder)}")
    engine = engine_on(lambda: Connection(path, disk), settings=(*settings, CHECKPOINT_OFTEN))
    acknowledged = []
    with SqliteDatabase(engine, path, hold(path)) as database:
        database.remember_the_file()
        database.take_keys(keys_in(os.environ), seal=False)
        for turn in range(SAVES):
            with database.writing() as connection:
                edit = an_edit("A", turn, f"save {turn}", question_id=f"Q-{turn % 5}")
                answer_rows.write(connection, RESPONSE, edit)
            acknowledged.append((len(disk.log), f"save {turn}"))
        log = list(disk.log)
    return Recording(before, log, acknowledged)


def _images(recording: Recording, cuts: int) -> Iterator[tuple[int, dict[str, bytes]]]:
    """What would be left after a power cut at so many points, all along, each in several ways; and the point."""
    disk, chance = AfterPowerCut(recording.before), random.Random(5)
    points = {round(number * len(recording.log) / cuts) for number in range(1, cuts + 1)}
    for point, operation in enumerate(recording.log, start=1):
        disk.go_on(operation)
        if point in points:
            for share in KEPT:
                yield point, disk.image(keeping(share, chance))


def _outcome(folder: Path, image: dict[str, bytes], told: list[str], *, thoroughly: bool) -> str:
    """ "whole", "lost" or "corrupt": what the next start would find."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in image.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(content)
    with closing(sqlite3.connect(folder / NAME)) as connection:
        try:
            sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            kept = {row[0] for row in connection.execute("SELECT content FROM answer_revision")}
        except sqlite3.DatabaseError:
            return "corrupt"
    if not sound:
        return "corrupt"
    if thoroughly:
        with open_database(address_of(folder / NAME)) as database:
            assert verify(database).findings == ()
    return "whole" if set(told) <= kept else "lost"


def _outcomes(folder: Path, recording: Recording, cuts: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for number, (point, image) in enumerate(_images(recording, cuts)):
        told = [content for when, content in recording.acknowledged if when <= point]
        found[_outcome(folder / "image", image, told, thoroughly=number % 20 == 0)] += 1
    return found


def _weaker(settings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(setting.replace("synchronous=FULL", "synchronous=NORMAL") for setting in settings)


def test_what_was_saved_survives_a_power_cut(tmp_path: Path, tell: Tell) -> None:
    recording = _record(tmp_path, WRITER_SETTINGS)
    checkpoints = sum(isinstance(done, Write) and done.file == NAME for done in recording.log)
    found = _outcomes(tmp_path, recording, budget(110, 500))
    told = f"{found.total()} images, {found['corrupt']} corrupt, {found['lost']} with a save lost"
    tell(f"power cut with our settings: {told}; {checkpoints} pages moved by checkpoints")
    assert found.total() >= budget(300, 1300)
    assert found == Counter(whole=found.total())
    assert checkpoints > 0


def test_the_power_cut_would_show_a_weaker_setting(tmp_path: Path, tell: Tell) -> None:
    assert _weaker(WRITER_SETTINGS) != WRITER_SETTINGS
    found = _outcomes(tmp_path, _record(tmp_path, _weaker(WRITER_SETTINGS)), budget(40, 400))
    told = f"{found.total()} images, {found['corrupt']} corrupt, {found['lost']} with a save lost"
    tell(f"power cut with synchronous=NORMAL, as a control: {told}")
    assert found["lost"] > 0


def test_each_save_is_synced_once_before_it_is_told(tmp_path: Path) -> None:
    recording = _record(tmp_path, WRITER_SETTINGS)
    starts = [0, *(when for when, _ in recording.acknowledged)]
    for start, (end, _) in zip(starts, recording.acknowledged, strict=False):
        done = [type(operation).__name__ for operation in recording.log[start:end]]
        assert "Write" in done
        assert "Sync" in done[done.index("Write") :]
