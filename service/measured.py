"""What is measured of the work, as lines of OpenMetrics (`web.metrics`): numbers, and nothing of anyone."""

from collections.abc import Iterator

from service.workspace import Workspace
from storage.engines.measured import BOUNDS, WRITES


def measured(ws: Workspace) -> Iterator[str]:
    """Writes since the process began, and connections to the database in use just now. Asked by nobody."""
    checked_out = getattr(ws.database.engine.pool, "checkedout", None)
    yield from _gauge("writes_under_way", WRITES.under_way)
    yield from _gauge("database_connections", checked_out() if checked_out else 0)
    yield "# TYPE klarsjekk_failed_writes counter"
    yield from (
        f'klarsjekk_failed_writes_total{{kind="{kind}"}} {many}' for kind, many in sorted(WRITES.failures.items())
    )
    yield from _times()


def _times() -> Iterator[str]:
    yield "# TYPE klarsjekk_write_seconds histogram"
    yield "# UNIT klarsjekk_write_seconds seconds"
    so_far = 0
    for bound, many in zip((*map(str, BOUNDS), "+Inf"), WRITES.buckets, strict=True):
        so_far += many
        yield f'klarsjekk_write_seconds_bucket{{le="{bound}"}} {so_far}'
    yield f"klarsjekk_write_seconds_count {so_far}"
    yield f"klarsjekk_write_seconds_sum {WRITES.seconds:.6f}"


def _gauge(name: str, value: int) -> list[str]:
    return [f"# TYPE klarsjekk_{name} gauge", f"klarsjekk_{name} {value}"]
