"""Which tests run in the same process when there are several: `make test` has two.

All that drives a browser or kills servers is one group, so that there is one browser and one server for it at a time; of
the rest, each file is one, so that what its tests share is made once and in their order. xdist's own groups are not read
by this version of pytest.
"""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

BROWSER = "a browser"
_IN_ONE = (
    "tests/browser/",
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
        return BROWSER if nodeid.startswith(_IN_ONE) else nodeid.partition("::")[0]


@pytest.hookimpl
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    return Together(config, log)
