"""`pytest --quick`, which is `make quick`: all that needs no browser, server, database process or program to install.

The whole app, page by page, is left out too: it takes as long as all the rest.

A test says by its folder, its fixtures, the engine among its parameters or the mark `slow` what it needs. Whatever starts
a program all the same in a quick run fails, and says so: nothing is left out or let in by mistake. Properties are tried
on fewer examples.
"""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import is_hypothesis_test, settings

FOLDERS = ("tests/browser/", "tests/crash/", "tests/pages/", "tests/replicas/")
# What fixtures stand for: a Chromium, a PostgreSQL, the app as a server, two replicas, a login provider.
COSTLY = {"browser", "chromium", "postgres", "durable", "server", "broken", "replicas", "issuer", "started", "bare"}
COSTLY_VALUE = "postgresql"
MARK = "slow: starts a program or the whole app, or repeats itself very often; left out by --quick"
EXAMPLES = 15
_STARTS = ("subprocess.Popen", "os.posix_spawn", "os.system", "os.exec")
_running = False


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="only what needs no browser, server or database process")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", MARK)
    if config.getoption("--quick"):
        sys.addaudithook(_refuse)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--quick"):
        left_out = [item for item in items if is_costly(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not is_costly(item)]
        for item in items:
            _try_fewer(getattr(item, "obj", None))


def _try_fewer(test: object) -> None:
    if is_hypothesis_test(test):
        # A test may be given its settings once only, and these have theirs: so they are put where that would put them.
        held: settings = test._hypothesis_internal_use_settings  # type: ignore[attr-defined]
        fewer = settings(held, max_examples=min(held.max_examples, EXAMPLES))
        test._hypothesis_internal_use_settings = fewer  # type: ignore[attr-defined]


def is_costly(item: pytest.Item) -> bool:
    """Whether the test needs more than Python."""
    given = getattr(item, "callspec", None)
    return (
        item.nodeid.startswith(FOLDERS)
        or item.get_closest_marker("slow") is not None
        or not COSTLY.isdisjoint(getattr(item, "fixturenames", ()))
        or (given is not None and COSTLY_VALUE in given.params.values())
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[None]:
    global _running
    _running = True
    try:
        return (yield)
    finally:
        _running = False


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if _running and event.startswith(_STARTS):
        raise RuntimeError(f"--quick: {arguments[0]!r} is started. Mark the test: @pytest.mark.slow")
