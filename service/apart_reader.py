"""The process that reads for the app: `python -m service.apart_reader`, with a socket as its standard input.

It opens the database for reading alone, answers one question after the other, each as of one moment, and ends when
whoever asks is gone or has asked nothing for a while. What goes wrong ends it too: who asks then reads for itself.
"""

import os
import socket
import sys
from contextlib import suppress
from pickle import PickleBuffer

from service.apart_wire import Ask, Home, Told, code, packed, receive, send, send_parts, wait_at_most
from service.shared_readings import LOOKED_THROUGH
from service.workspace import Workspace, open_workspace
from storage import links

IDLE_SECONDS = 900
# Those who answer come first.
NICER_BY = 19


def main() -> None:
    with suppress(OSError):
        os.nice(NICER_BY)
    with socket.socket(fileno=sys.stdin.fileno()) as end, suppress(EOFError, ConnectionError):
        wait_at_most(end, IDLE_SECONDS)
        home: Home = receive(end)
        if home.code != code():
            return
        with open_workspace(
            database_url=home.database_url, assessments=home.assessments, read_only=True, beside=True
        ) as ws:
            while True:
                told, arrays = answered(ws, receive(end))
                send(end, told)
                send_parts(end, arrays)


def answered(ws: Workspace, ask: Ask) -> tuple[Told, list[PickleBuffer]]:
    """What is asked for, as of when, and the arrays in it."""
    with ws.database.one_moment(), ws.database.reading() as connection:
        value = ask.read(ws)
        number, said = links.told_since(connection, ask.since, most=LOOKED_THROUGH)
    if said is None:
        raise EOFError
    rest, arrays = packed(value)
    return Told(number, said, rest), arrays


if __name__ == "__main__":
    main()
