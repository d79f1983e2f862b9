"""Whether the app can do its work just now: for whoever watches over it, and not a word of what is kept."""

from service.faults import DatabaseProblem
from service.workspace import Workspace
from storage import records


def what_keeps_it(ws: Workspace) -> list[str]:
    """The names of the problems that keep people from reading or saving; none when it is ready. Asked by nobody."""
    try:
        with ws.database.reading() as connection:
            records.how_many_customers(connection)
        if ws.database.writable:
            ws.database.check_room()
    except DatabaseProblem as problem:
        return [type(problem).__name__]
    return []
