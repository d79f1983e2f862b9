"""How long Sammenligning takes with many customers: `python -m benchmarks.comparison_page [--customers N …]`.

Each is opened in a real browser until it stands still, in turn with a page with a single radio in the same run. Goals:
at 2,500 customers within 4 times the bare page, at 10,000 within 5 times; at most 4,000 elements and 6,000 pixels high.
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.clicks import BARE, CHROMIUM, FLAGS, served
from benchmarks.first_page import LAST, opened
from benchmarks.many_customers import fill
from benchmarks.scoring import AS_OF, Measurement
from deploy.processes import ROOT
from storage.engines.database import open_database

GOALS = {250: 4.0, 2_500: 4.0, 10_000: 5.0}
NODES, HEIGHT = 4_000, 6_000
TIMES = 4
LAST_WORDS = "Alle tabellene i én pakke"
_SIZE = """() => [document.querySelectorAll('*').length,
    document.querySelector('[data-testid=stMain]').scrollHeight]"""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--customers", type=int, nargs="+", default=list(GOALS))
    print(Measurement("measured", "result", "goal"))
    print(f"|{'-' * 74}|{'-' * 13}:|{'-' * 11}:|{'-' * 9}|")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for customers in parser.parse_args().customers:
            measure(browser, Path(folder), customers)
        browser.close()


def measure(browser: Browser, folder: Path, customers: int) -> None:
    """Print the lines of so many customers."""
    script, database = folder / "bare.py", f"sqlite:///{folder / f'{customers}.db'}"
    script.write_text(BARE, encoding="utf-8")
    with open_database(database, create=True) as held:
        fill(held, customers)
    settings = {"DATABASE_URL": database, "KLARSJEKK_TODAY": AS_OF.isoformat()}
    with served(script, folder, {}) as bare_url, served(ROOT / "server.py", folder, settings) as app_url:
        address, bare, page = f"{app_url}/sammenligning?rolle=reviewer", [], []
        for _ in range(TIMES + 1):
            bare.append(opened(browser, bare_url, LAST["bare"]))
            page.append(opened(browser, address, LAST_WORDS))
        nodes, height = size(browser, address)
    ratio, goal = statistics.median(page[1:]) / statistics.median(bare[1:]), GOALS.get(customers, GOALS[10_000])
    of = f"{customers:,} customers"
    print(Measurement(f"{of}: a bare page", f"{statistics.median(bare[1:]):.0f} ms"))
    print(Measurement(f"{of}: Sammenligning", f"{ratio:.2f} ×", f"{goal} ×", ratio <= goal))
    print(Measurement(f"{of}: elements", f"{nodes:,}", f"{NODES:,}", nodes <= NODES))
    print(Measurement(f"{of}: pixels high", f"{height:,}", f"{HEIGHT:,}", height <= HEIGHT), flush=True)


def size(browser: Browser, address: str) -> tuple[int, int]:
    """Elements and pixels of the page once its table is drawn."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.locator(".st-key-map [role=gridcell]").first.wait_for(state="attached", timeout=120_000)
    nodes, height = page.evaluate(_SIZE)
    context.close()
    return int(nodes), int(height)


if __name__ == "__main__":
    main()
