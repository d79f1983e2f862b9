"""How long the first page takes: `python -m benchmarks.first_page` opens Oversikt and a bare page cold, in turn, in one browser.

Goal: Oversikt stands, with all that is on it, in at most 1.8 times what a page with a single radio takes in the same run.
Both are served with the same settings. Cold is a browser that has never been here: it fetches every script anew. Needs
Chromium (`CHROMIUM` says where).
"""

import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from benchmarks.clicks import BARE, CHROMIUM, FLAGS, TODAY, prepared, row, served, shown
from deploy.processes import ROOT

TIMES = 8
GOAL = 1.8
# The last words of each page, and that the script has come to rest.
LAST = {"bare": "Svaret er None.", "oversikt": "Se hva som avgjør datoen"}
STANDS = """(last) => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning"
    && document.querySelector('[data-testid="stMain"]')?.textContent.includes(last)"""


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        bare, overview = measured(browser, Path(folder))
        browser.close()
    ratio = statistics.median(overview) / statistics.median(bare)
    print(row("from address to all drawn, cold, in ms", "bare", "p95", "Oversikt", "p95", "multiple", "goal", ""))
    print(f"|{'-' * 44}|" + f"{'-' * 11}:|" * 6 + "-----|")
    reached = "yes" if ratio <= GOAL else "NO"
    print(row("the first page", *shown(bare), *shown(overview), f"{ratio:.2f} ×", f"{GOAL} ×", reached))


def measured(browser: Browser, folder: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of each opening of the bare page and of Oversikt, the first of each thrown away."""
    script = folder / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    database = f"sqlite:///{folder / 'demo.db'}"
    customer, _, _ = prepared(database)
    settings = {"DATABASE_URL": database, "KLARSJEKK_TODAY": TODAY.isoformat()}
    with served(script, folder, {}) as bare_url, served(ROOT / "server.py", folder, settings) as app_url:
        bare, overview = [], []
        for _ in range(TIMES + 1):
            bare.append(opened(browser, bare_url, LAST["bare"]))
            overview.append(opened(browser, f"{app_url}/?kunde={customer}&rolle=lead", LAST["oversikt"]))
    return bare[1:], overview[1:]


def opened(browser: Browser, url: str, last: str) -> float:
    """Open the address in a browser that has never been there; milliseconds until its last words stand."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_function(STANDS, arg=last, polling=20)
    taken = 1e3 * (time.perf_counter() - start)
    context.close()
    return taken


if __name__ == "__main__":
    main()
