"""A hand-made client and the table of the plan: what no browser sends is not stored, and a viewer has no say in it."""

import pytest

from tests.protocol import Widget
from tests.security.raw_client import Client
from tests.security.serve import Server
from tests.security.test_raw_client import CONTRIBUTOR, LEAD, VIEWER, replayed

OWNER = '{"edited_rows": {"0": {"owner": "Åse"}}}'
HONEST = [
    OWNER,
    '{"edited_rows": {"0": {"due": "15.1.2027", "status": "i gang"}}}',
    '{"edited_rows": {"0": {"note": "Vi venter på papirer"}}}',
]
HOSTILE = [
    '{"edited_rows": {"99": {"owner": "Odd"}}}',
    '{"edited_rows": {"-1": {"owner": "Odd"}}}',
    '{"edited_rows": {"x": {"owner": "Odd"}}}',
    '{"edited_rows": {"0": {"version": "7"}}}',
    '{"edited_rows": {"0": {"owner": 7}}}',
    '{"edited_rows": {"0": {"due": "i morgen"}}}',
    '{"edited_rows": {"0": {"due": "0001-01-01"}}}',
    '{"edited_rows": {"0": {"status": "ferdig nok"}}}',
    '{"edited_rows": {"0": {"status": null}}}',
    '{"edited_rows": {"0": {"text": ""}}}',
    '{"edited_rows": {"0": "Odd"}}',
    '{"edited_rows": [1]}',
    "[1]",
    "{",
]


def table(client: Client) -> Widget:
    """The table on Tiltak, with the action that was planned before."""
    (drawn,) = (w for w in client.open("tiltak").widgets.values() if w.key.startswith("plan-table."))
    return drawn


@pytest.mark.parametrize("delta", HONEST)
def test_what_a_browser_would_send_is_stored(server: Server, delta: str) -> None:
    with Client(server, CONTRIBUTOR) as client:
        drawn = table(client)
        before = server.world.stored()
        client.give(drawn, string_value=delta)
        assert server.world.stored() != before


@pytest.mark.parametrize("delta", HOSTILE)
def test_what_no_browser_sends_is_not_stored(server: Server, delta: str) -> None:
    with Client(server, LEAD) as client:
        drawn = table(client)
        before = server.world.stored()
        client.give(drawn, string_value=delta)
        assert server.world.stored() == before
        assert table(client)


def test_a_viewer_cannot_use_the_table_of_a_contributor(server: Server) -> None:
    with Client(server, CONTRIBUTOR) as other:
        theirs = table(other)
    with Client(server, VIEWER) as client:
        client.open("tiltak")
        before = server.world.stored()
        replayed(client, theirs, string_value=OWNER.replace("Åse", "Liv"))
        assert server.world.stored() == before
