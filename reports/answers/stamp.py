"""What an answers file carries to say which response it is of, and how far its history had come then."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

_STAMP = re.compile(r"klarsjekk:([A-Za-z0-9_-]{1,64}):([0-9]{1,9})(?::([0-9a-f]{16}))?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which response the file is of, and how many revisions it had then. part: whose questions it has, "" for all."""

    response_id: str
    revisions: int
    part: str = ""

    def __str__(self) -> str:
        part = f":{self.part}" if self.part else ""
        return f"klarsjekk:{self.response_id}:{self.revisions}{part}"


def stamps_in(texts: Iterable[str]) -> set[Stamp]:
    """The stamps among some texts."""
    found = (_STAMP.fullmatch(text.strip()) for text in texts)
    return {Stamp(each[1], int(each[2]), each[3] or "") for each in found if each}


def oldest(stamps: Collection[Stamp]) -> Stamp | None:
    """The stamp of a file with lines from several days of one response: nothing newer is put back.

    Lines from the files of several people are nobody's part.
    """
    first = min(stamps, key=lambda stamp: stamp.revisions, default=None)
    return first and (first if len({stamp.part for stamp in stamps}) == 1 else replace(first, part=""))
