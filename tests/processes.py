"""Which tests run in the same process when there are several: `make test` has two.

All that drives a browser is one group, so that there is one browser and one server for it at a time; of the rest, each
file is one, so that what its tests share is made once.
"""

from pathlib import PurePath

import pytest

# What starts servers and kills them while clients are at work.
_SERVERS = ("replicas", "test_server_killed.py")


# Before the distributor reads the groups.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item, item.path.relative_to(config.rootpath))))


def _group(item: pytest.Item, path: PurePath) -> str:
    drives = "browser" in getattr(item, "fixturenames", ()) or any(part in _SERVERS for part in path.parts)
    return "browser" if drives else path.as_posix()
