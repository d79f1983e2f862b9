"""What an answers file carries to say which response it is of, and how far its history had come then."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

HEADING = "Nøkkel"
_STAMP = re.compile(r"klarsjekk:([A-Za-z0-9_-]{1,64}):([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which response the file is of, and how many revisions it had then."""

    response_id: str
    revisions: int

    def __str__(self) -> str:
        return f"klarsjekk:{self.response_id}:{self.revisions}"


def stamps_in(texts: Iterable[str]) -> set[Stamp]:
    """The stamps among some texts."""
    found = (_STAMP.fullmatch(text.strip()) for text in texts)
    return {Stamp(each[1], int(each[2])) for each in found if each}


def oldest(stamps: Iterable[Stamp]) -> Stamp | None:
    """The stamp of a file with lines from several days of one response: nothing newer is put back."""
    return min(stamps, key=lambda stamp: stamp.revisions, default=None)
