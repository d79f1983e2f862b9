"""Which tests run in the same process when there are several: `make test` has three.

All that drives a browser or kills servers is three groups, so that each has one browser and what it shares is started once: the
walks on the app as it is at home, in two halves, and those with a login, with replicas or with a server that goes away. Of the
rest, each file is one, so that what its tests share is made once and in their order. xdist's own groups are not read by this
version of pytest.
"""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

WALKS = "tests/browser/"
FIRST_HALF = tuple(f"{WALKS}test_{letter}" for letter in "abcdefgh")
SERVERS = "servers with a login, in pairs, or killed"
_OF_SERVERS = (
    "tests/replicas/",
    "tests/crash/test_server_killed.py",
    "tests/security/test_cookies.py",
    "tests/security/test_hostile_texts.py",
    "tests/security/test_letters.py",
    "tests/security/test_login.py",
    "tests/web/test_expiry.py",
    "tests/web/test_together.py",
)


class Together(LoadScopeScheduling):  # type: ignore[misc]
    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(_OF_SERVERS):
            return SERVERS
        if nodeid.startswith(WALKS):
            return WALKS if nodeid.startswith(FIRST_HALF) else f"{WALKS} the rest"
        return nodeid.partition("::")[0]


@pytest.hookimpl
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    return Together(config, log)
