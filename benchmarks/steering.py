"""How long HPAS's pages for many take: `python -m benchmarks.steering` opens each, and a bare page, in turn, in one browser.

Goal, at 2,500 customers: from address to standing still in at most 4 times what a page with a single radio takes in the
same run, at most 4,000 nodes, and at most 6,000 pixels high at 1280. Another number of customers may follow the command;
needs Chromium (`CHROMIUM` says where).
"""

import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks.clicks import BARE, CHROMIUM, FLAGS, row, served, shown
from benchmarks.many_customers import fill
from benchmarks.scoring import AS_OF
from deploy.processes import ROOT
from storage.engines.database import open_database

CUSTOMERS, TIMES = 2_500, 5
GOAL, MOST_NODES, HIGHEST = 4.0, 4_000, 6_000
PAGES = {
    "Denne uken": "?rolle=admin",
    "Denne uken, one list whole": "?rolle=admin&liste=never-in&uke-side=1",
    "Kunder og tilgang": "kunder?rolle=admin",
    "Kunder og tilgang, searched": "kunder?rolle=admin&sok=kommune+12",
    "Logg": "logg?rolle=admin",
}
# The script has come to rest, and nothing is being drawn.
STILL = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning"
    && document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')
    && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')"""
SIZE = """() => [document.querySelectorAll("*").length,
    document.querySelector('[data-testid="stMainBlockContainer"]').getBoundingClientRect().height]"""


def main() -> None:
    customers = int(sys.argv[1]) if len(sys.argv) > 1 else CUSTOMERS
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        times, sizes = measured(browser, Path(folder), customers)
        browser.close()
    bare = times.pop("")
    print(row(f"{customers} customers, in ms", "bare", "p95", "page", "p95", "multiple", "nodes, px", ""))
    print(f"|{'-' * 44}|" + f"{'-' * 11}:|" * 6 + "-----|")
    for name, taken in times.items():
        ratio, (nodes, height) = statistics.median(taken) / statistics.median(bare), sizes[name]
        reached = "yes" if ratio <= GOAL and nodes <= MOST_NODES and height <= HIGHEST else "NO"
        print(row(name, *shown(bare), *shown(taken), f"{ratio:.2f} ×", f"{nodes}, {height}", reached))


def measured(
    browser: Browser, folder: Path, customers: int
) -> tuple[dict[str, list[float]], dict[str, tuple[int, int]]]:
    """Name -> milliseconds of each opening, the first thrown away ("" is the bare page); and its nodes and height."""
    script, database = folder / "bare.py", f"sqlite:///{folder / 'many.db'}"
    script.write_text(BARE, encoding="utf-8")
    with open_database(database, create=True) as opened:
        fill(opened, customers)
    times: dict[str, list[float]] = defaultdict(list)
    sizes: dict[str, tuple[int, int]] = {}
    settings = {"DATABASE_URL": database, "KLARSJEKK_TODAY": AS_OF.isoformat()}
    with served(script, folder, {}) as bare, served(ROOT / "server.py", folder, settings) as app:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        for _ in range(TIMES + 1):
            for name, address in {"": bare, **{name: f"{app}/{path}" for name, path in PAGES.items()}}.items():
                taken, sizes[name] = page_opened(context, address)
                times[name].append(taken)
    return {name: taken[1:] for name, taken in times.items()}, sizes


def page_opened(context: BrowserContext, url: str) -> tuple[float, tuple[int, int]]:
    """Open the address in a new tab; milliseconds until it stands still, and how many nodes and pixels it is."""
    page = context.new_page()
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_function(STILL, polling=20, timeout=120_000)
    taken = 1e3 * (time.perf_counter() - start)
    nodes, height = page.evaluate(SIZE)
    page.close()
    return taken, (int(nodes), round(height))


if __name__ == "__main__":
    main()
