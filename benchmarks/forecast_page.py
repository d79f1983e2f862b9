"""How long a page with the forecast takes: `python -m benchmarks.forecast_page` opens Oversikt and a bare page, in turn.

Goal, with 2,500 customers in the database: from address to standing still in at most twice what a page with a single radio
takes in the same run, in one browser that has been there before. Told beside it: Utvikling, which has a picture that is
moved with the mouse as well, until the words of the forecast stand and until all does; and of one who has started, where
there is none. Needs Chromium (`CHROMIUM` says where).
"""

import statistics
import time
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks.clicks import BARE, CHROMIUM, FLAGS, row, served, shown
from benchmarks.many_customers import customer_id, fill
from benchmarks.scoring import AS_OF
from benchmarks.steering import STILL, page_opened
from deploy.processes import ROOT
from storage.engines.database import open_database

CUSTOMERS, TIMES = 2_500, 7
GOAL = 2.0
# One with some ninety days left, and one who has started; both have sent in on five dates.
AHEAD, STARTED = 110, 11
FORECAST = "() => document.querySelector('[data-testid=stMain]')?.textContent.includes('Slik det går nå')"
_OVERVIEW, _WORDS, _STANDS, _WITHOUT = (
    "Oversikt, with the forecast in a line",
    "Utvikling, until the forecast stands",
    "Utvikling, with its picture",
    "Utvikling, of one who has started",
)


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        bare, pages = measured(browser, Path(folder))
        browser.close()
    print(row(f"{CUSTOMERS} customers, in ms", "bare", "p95", "page", "p95", "multiple", "goal", ""))
    print(f"|{'-' * 44}|" + f"{'-' * 11}:|" * 6 + "-----|")
    for name, taken in pages.items():
        ratio = statistics.median(taken) / statistics.median(bare)
        goal, reached = (f"{GOAL} ×", "yes" if ratio <= GOAL else "NO") if name == _OVERVIEW else ("", "")
        print(row(name, *shown(bare), *shown(taken), f"{ratio:.2f} ×", goal, reached))


def measured(browser: Browser, folder: Path) -> tuple[list[float], dict[str, list[float]]]:
    """Milliseconds of each opening of the bare page, and of what else is measured; the first thrown away."""
    script, database = folder / "bare.py", f"sqlite:///{folder / 'many.db'}"
    script.write_text(BARE, encoding="utf-8")
    with open_database(database, create=True) as opened:
        fill(opened, CUSTOMERS)
    settings = {"DATABASE_URL": database, "KLARSJEKK_TODAY": AS_OF.isoformat()}
    bare: list[float] = []
    pages: dict[str, list[float]] = defaultdict(list)
    with served(script, folder, {}) as bare_url, served(ROOT / "server.py", folder, settings) as app_url:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        ahead, started = (f"kunde={customer_id(n)}&rolle=lead" for n in (AHEAD, STARTED))
        for _ in range(TIMES + 1):
            bare.append(page_opened(context, bare_url)[0])
            pages[_OVERVIEW].append(forecast_opened(context, f"{app_url}/?{ahead}")[1])
            words, still = forecast_opened(context, f"{app_url}/utvikling?{ahead}")
            pages[_WORDS].append(words)
            pages[_STANDS].append(still)
            pages[_WITHOUT].append(page_opened(context, f"{app_url}/utvikling?{started}")[0])
    return bare[1:], {name: taken[1:] for name, taken in pages.items()}


def forecast_opened(context: BrowserContext, url: str) -> tuple[float, float]:
    """Milliseconds until the words of the forecast stand, and until the page stands still."""
    page = context.new_page()
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_function(FORECAST, polling=20, timeout=120_000)
    words = 1e3 * (time.perf_counter() - start)
    page.wait_for_function(STILL, polling=20, timeout=120_000)
    still = 1e3 * (time.perf_counter() - start)
    page.close()
    return words, still


if __name__ == "__main__":
    main()
