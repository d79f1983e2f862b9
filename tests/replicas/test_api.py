"""A program reads through nginx from either replica with one key, and from neither once it is ended."""

from collections import Counter
from contextlib import closing
from datetime import timedelta
from http.client import HTTPSConnection
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from deploy.local import ASSESSMENTS
from service.files.api_tokens import OFFICE, end_token, list_tokens, make_token
from service.workspace import open_workspace
from tests.replicas.conftest import TODAY, Replicas


def status(replicas: Replicas, secret: str, replica: int) -> int:
    """What comes of asking; the cookie says which replica nginx asks."""
    headers = {"Authorization": f"Bearer {secret}", "Cookie": f"klarsjekk_route={replica}"}
    try:
        asked = Request(f"{replicas.site.url}/api/v1/customers.csv", headers=headers)
        with urlopen(asked, context=replicas.site.tls()) as reply:
            return int(reply.status)
    except HTTPError as refused:
        return refused.code


def test_one_key_is_good_at_both_replicas_and_ended_at_both(replicas: Replicas) -> None:
    with open_workspace(database_url=replicas.site.database_url, assessments=ASSESSMENTS) as ws:
        until = TODAY + timedelta(days=1)
        secret = make_token(ws, OFFICE, purpose="Prøve", expires=until, as_of=TODAY)
        assert [status(replicas, secret, each) for each in (1, 2)] == [200, 200]
        end_token(ws, OFFICE, list_tokens(ws, OFFICE, as_of=TODAY)[0].id)
        assert [status(replicas, secret, each) for each in (1, 2)] == [401, 401]


def test_a_flood_of_guesses_is_refused_and_hardly_written_down(replicas: Replicas) -> None:
    """One in a hundred is: of some 240 it was never twenty. Last here, as it uses up what an address may."""
    told: Counter[int] = Counter()
    address = urlsplit(replicas.site.url)
    with closing(HTTPSConnection(str(address.hostname), address.port, context=replicas.site.tls(), timeout=20)) as line:
        for _ in range(300):
            line.request("GET", "/api/v1/customers.csv", headers={"Authorization": "Bearer klarsjekk_x"})
            with line.getresponse() as reply:
                told[reply.status] += 1
                reply.read()
    log = replicas.site.access_log
    assert told[429] > 200
    assert log.read_text(encoding="utf-8").count(" 429 ") < 20
    assert "limiting" not in log.with_name("nginx.log").read_text(encoding="utf-8")
