"""The log as one JSON object a line, for a collector: `KLARSJEKK_LOG=json`. Also each act of the audit log, as it is stored.

A line has the time in UTC, its number in this process, the level, who says it, and the words; an act has the number of
the person, what was done, to what, and the outcome. Never an answer, an address or a secret.
"""

import json
import logging
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count

SETTING = "KLARSJEKK_LOG"
ACT = ("actor", "act", "thing", "outcome")
_numbers = count(1)


class JsonLine(logging.Formatter):
    """One record as one line."""

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "number": f"{os.getpid()}-{next(_numbers)}",
            "level": record.levelname.lower(),
            "log": record.name,
            "says": record.getMessage(),
        }
        return json.dumps(said | {name: vars(record)[name] for name in ACT if name in vars(record)}, ensure_ascii=False)


def lines_as_asked(environment: Mapping[str, str]) -> None:
    """From now on the log is as the environment says."""
    if environment.get(SETTING) != "json":
        return
    ours = logging.getLogger("klarsjekk")
    ours.addHandler(logging.StreamHandler())
    ours.setLevel(logging.INFO)
    ours.propagate = False
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in list(logging.root.manager.loggerDict))]
    for handler in {handler for logger in loggers for handler in logger.handlers}:
        handler.setFormatter(JsonLine())
