"""The keys the chain is sealed with: kept outside the database, in the environment or in a file beside it.

Several may be given, the newest first: the first seals, the others know what was sealed before it came.
"""

import hmac
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from storage.engines.problems import ChainKeyUseless

KEY = "KLARSJEKK_CHAIN_KEY"
KEY_FILE = "KLARSJEKK_CHAIN_KEY_FILE"
SHORTEST = 32  # signs


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The keys as they were given, the newest first; none at all is allowed."""

    given: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.given)

    @property
    def newest_id(self) -> str:
        """What the newest key is called in the database; "" when there is none."""
        return _id(self.given[0]) if self.given else ""

    def knows(self, key_id: str) -> bool:
        return any(_id(key) == key_id for key in self.given)

    def seal(self, said: str) -> str:
        """The newest key's seal on a text; "" without a key."""
        return _seal(self.given[0], said) if self.given else ""

    def fits(self, key_id: str, said: str, seal: str) -> bool:
        """Whether the seal was made with the key of that name."""
        return any(_id(key) == key_id and hmac.compare_digest(_seal(key, said), seal) for key in self.given)


NO_KEYS = Keys()


def keys_in(environ: Mapping[str, str]) -> Keys:
    """The keys the environment gives, or the file it names; none when it gives none. Raises `ChainKeyUseless`."""
    if given := environ.get(KEY):
        return _parsed(given, KEY)
    return keys_of(Path(named)) if (named := environ.get(KEY_FILE)) else NO_KEYS


def keys_of(path: Path) -> Keys:
    """The keys in a file, divided by spaces or lines. Raises `ChainKeyUseless`."""
    try:
        return _parsed(path.read_bytes().decode(), path)
    except (OSError, UnicodeDecodeError):
        raise ChainKeyUseless(path, "filen kan ikke leses") from None


def keys_for_file(database: Path, environ: Mapping[str, str], *, make: bool) -> Keys:
    """The keys of an SQLite file: the environment's, or those beside it. `make`: one of its own where there is none."""
    if found := keys_in(environ):
        return found
    path = database.with_name(database.name + ".key")
    if make:
        # Another process may have made it in this moment.
        with suppress(FileExistsError):
            _make(path)
    return keys_of(path) if path.exists() else NO_KEYS


def _make(path: Path) -> None:
    file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.write(file, f"{token_hex(32)}\n".encode())
        os.fsync(file)
    finally:
        os.close(file)


def _parsed(text: str, place: Path | str) -> Keys:
    keys = tuple(text.split())
    if not keys or min(map(len, keys)) < SHORTEST:
        raise ChainKeyUseless(place, f"en nøkkel må ha minst {SHORTEST} tegn")
    return Keys(keys)


def _id(key: str) -> str:
    return sha256(f"klarsjekk key {key}".encode()).hexdigest()[:12]


def _seal(key: str, said: str) -> str:
    return hmac.new(key.encode(), said.encode(), sha256).hexdigest()
