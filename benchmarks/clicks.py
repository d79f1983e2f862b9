"""How long an answer takes on screen: `python -m benchmarks.clicks` clicks in the real app and in a bare page, in turn.

Goal: from click to saved and settled in at most 1.3 times what a page with a single radio takes in the same run.
Both are served with the same settings, in one browser. The whole click is from moving the mouse to the option until
the answer stands there saved and the script rests; the part inside the page begins when the button goes down.
Needs Chromium (`CHROMIUM` says where).
"""

import os
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from deploy.processes import ROOT, free_port, running
from scoring.questionnaire import Question
from scoring.vocabulary import HardStop, Kind
from service.answers.responses import open_response
from service.demo.customers import fill_demo
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.workspace import open_workspace

CLICKS = 60
WARM_UP = 4
GOAL = 1.3
Times = tuple[float, float]
WHOLE, INSIDE = 0, 1
TODAY = date(2026, 11, 23)
CUSTOMER = "Demo kommune D"
CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")

BARE = """import streamlit as st

answer = st.radio("Svar", range(5), index=None, format_func=lambda level: f"Nivå {level}", key="answer")
st.write(f"Svaret er {answer}.")
"""

# Waits in the page itself: what `words` says stands there, and the script has come to rest. Milliseconds from the click.
TIMER = """([root, words]) => new Promise((resolve) => {
  let start = null;
  const watch = new MutationObserver(() => {
    const place = document.querySelector(root);
    const app = document.querySelector('[data-testid="stApp"]');
    if (start === null || !place || app.dataset.testScriptState !== "notRunning") return;
    if (!words.every((word) => place.textContent.includes(word))) return;
    watch.disconnect();
    resolve(performance.now() - start);
  });
  document.addEventListener("pointerdown", () => { start = performance.now(); }, { capture: true, once: true });
  watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})"""


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        bare, app = measured(browser, Path(folder))
        browser.close()
    print(row("from click to settled, in ms", "bare", "p95", "in the app", "p95", "multiple", "goal", ""))
    print(f"|{'-' * 44}|" + f"{'-' * 11}:|" * 6 + "-----|")
    for name, goal, part in (("the whole click", GOAL, WHOLE), ("    of it inside the page", None, INSIDE)):
        print(line(name, [times[part] for times in bare], [times[part] for times in app], goal))


def line(name: str, bare: list[float], app: list[float], goal: float | None) -> str:
    ratio = statistics.median(app) / statistics.median(bare)
    reached = "" if goal is None else "yes" if ratio <= goal else "NO"
    return row(name, *shown(bare), *shown(app), f"{ratio:.2f} ×", f"{goal} ×" if goal else "", reached)


def row(measured: str, *cells: str) -> str:
    *figures, reached = cells
    return f"| {measured:<42} | {' | '.join(f'{cell:>10}' for cell in figures)} | {reached:<3} |"


def shown(times: list[float]) -> tuple[str, str]:
    return f"{statistics.median(times):.0f}", f"{statistics.quantiles(times, n=20)[-1]:.0f}"


def measured(browser: Browser, folder: Path) -> tuple[list[Times], list[Times]]:
    """The times of each click in the bare page and in the app."""
    script = folder / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    url = f"sqlite:///{folder / 'demo.db'}"
    customer, factor, question = prepared(url)
    settings = {"DATABASE_URL": url, "KLARSJEKK_TODAY": TODAY.isoformat()}
    with served(script, folder, {}) as bare_url, served(ROOT / "server.py", folder, settings) as app_url:
        bare, app = browser.new_page(), browser.new_page()
        bare.goto(bare_url)
        app.goto(f"{app_url}/egenvurdering?kunde={customer}&rolle=lead&tema={factor}")
        return alternated(bare, app, f".st-key-card-{question.id}")


def prepared(url: str) -> tuple[str, str, Question]:
    """A demo database; the customer, factor and question to click on: one whose status turns with the answer."""
    with open_workspace(database_url=url, assessments=ROOT / "assessments", create=True) as ws:
        admin = local_actor(Role.ADMIN)
        fill_demo(ws, admin, as_of=TODAY)
        customer = next(found.id for found in list_customers(ws, admin) if found.name == CUSTOMER)
        view = open_response(ws, admin, customer)
    asked = [each for each in view.form.questionnaire.questions if each.from_programme is None]
    question = next(q for q in asked if q.kind is Kind.LEVEL and q.hard_stop in (None, HardStop.GO_LIVE))
    return customer, view.form.factors[question.topic], question


@contextmanager
def served(script: Path, folder: Path, settings: dict[str, str]) -> Iterator[str]:
    """The address of a Streamlit server that runs `script` with this repository's settings; its log is in the folder."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    log = folder / f"{script.stem}.log"
    with running(command, log, f"{url}/_stcore/health", environment=os.environ | settings):
        yield url


def alternated(bare: Page, app: Page, card: str) -> tuple[list[Times], list[Times]]:
    """One click in each page in turn, the first few thrown away; every answer differs from the one before."""
    for page, place in ((bare, ".stMain"), (app, card)):
        page.locator(f"{place} [role=radiogroup] label").first.wait_for()
        page.wait_for_timeout(1_000)
    times: tuple[list[Times], list[Times]] = ([], [])
    for turn in range(WARM_UP + CLICKS):
        level = (0, 4)[turn % 2]
        status = ("På etterskudd", "På plass")[turn % 2]
        times[0].append(clicked(bare, ".stMain", level, [f"Svaret er {level}."]))
        times[1].append(clicked(app, card, level, [status, "Lagret"]))
    return times[0][WARM_UP:], times[1][WARM_UP:]


def clicked(page: Page, place: str, level: int, words: list[str]) -> Times:
    """Click one option and wait for the words: milliseconds of the whole click, and of its part inside the page."""
    page.bring_to_front()
    option = page.locator(f"{place} [role=radiogroup] label").nth(level)
    option.scroll_into_view_if_needed()
    page.evaluate(f"window.timed = ({TIMER})({[place, words]!r}); undefined")
    start = time.perf_counter()
    option.click()
    inside = float(page.evaluate("window.timed"))
    return 1e3 * (time.perf_counter() - start), inside


if __name__ == "__main__":
    main()
