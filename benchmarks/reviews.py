"""How Kvalitetssikring stands among many: `python -m benchmarks.reviews` opens it and clicks «Enig» among 7 and 2,500 customers.

Goals: the queue and Rulleplan at 2,500 within 4 times a bare page opened in the same run, in at most 4,000 nodes and 6,000
pixels; «Enig», from click to said, within 1.5 times of what it takes among 7. Needs Chromium (`CHROMIUM` says where).
"""

import statistics
import time
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.clicks import BARE, CHROMIUM, FLAGS, TIMER, served
from benchmarks.many_customers import fill
from benchmarks.scoring import AS_OF, Measurement
from deploy.processes import ROOT
from scoring.vocabulary import CustomerType
from service.answers.responses import open_response
from service.demo.customers import Profile, add_profile, fill_demo
from service.people.actor import Role, local_actor
from service.review.submissions import State, move, send_in
from service.workspace import open_workspace

FEW, MANY = 7, 2_500
PAGE_GOAL, CLICK_GOAL, NODES, HEIGHT = 4.0, 1.5, 4_000, 6_000
OPENINGS, CLICKS, AT_ONCE = 5, 24, 8
ADMIN, REVIEWER = local_actor(Role.ADMIN), local_actor(Role.REVIEWER)
RESTS = """(last) => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning"
    && !document.querySelector('[data-stale="true"]')
    && document.querySelector('[data-testid="stMain"]')?.textContent.includes(last)"""
PAGES = {"kvalitetssikring": "Beskrivelse av filen (JSON)", "rulleplan": "Ta bølgene med deg"}


def main() -> None:
    print(Measurement("measured", "result", "goal"))
    print(f"|{'-' * 74}|{'-' * 13}:|{'-' * 11}:|{'-' * 9}|")
    with TemporaryDirectory() as name, sync_playwright() as playwright, ExitStack() as stack:
        folder = Path(name)
        script = folder / "bare.py"
        script.write_text(BARE, encoding="utf-8")
        bare = stack.enter_context(served(script, folder, {}))
        few, among_few = _app(stack, folder, FEW)
        many, among_many = _app(stack, folder, MANY)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        _pages(browser, bare, many)
        _clicks(
            browser,
            f"{few}/kvalitetssikring?rolle=reviewer&innsendt={among_few}",
            f"{many}/kvalitetssikring?rolle=reviewer&innsendt={among_many}",
        )
        browser.close()


def _app(stack: ExitStack, folder: Path, customers: int) -> tuple[str, str]:
    """The address of the app among so many customers, and the review that is open there."""
    within = folder / str(customers)
    within.mkdir()
    url = f"sqlite:///{within / 'app.db'}"
    with open_workspace(database_url=url, assessments=ROOT / "assessments", create=True) as ws:
        if customers <= FEW:
            fill_demo(ws, ADMIN, as_of=AS_OF)
        profile = Profile("Demo helseforetak T", 92, answered=0.95, customer_type=CustomerType.HEALTH_TRUST)
        lead = local_actor(Role.LEAD, add_profile(ws, ADMIN, profile, AS_OF))
        own = lead.customer_id or ""
        made = send_in(ws, lead, own, seen=open_response(ws, lead, own).marker, as_of=AS_OF, incomplete=True)
        move(ws, REVIEWER, made, State.IN_REVIEW, expected=State.SENT)
        if customers > FEW:
            fill(ws.database, customers)
    settings = {"DATABASE_URL": url, "KLARSJEKK_TODAY": AS_OF.isoformat()}
    return stack.enter_context(served(ROOT / "server.py", within, settings)), made


def _pages(browser: Browser, bare: str, many: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    least = statistics.median(_opened(page, bare, "Svaret er None.") for _ in range(OPENINGS))
    print(Measurement("a bare page", f"{least:.0f} ms", "1 ×"), flush=True)
    for path, last in PAGES.items():
        taken = statistics.median(_opened(page, f"{many}/{path}?rolle=reviewer", last) for _ in range(OPENINGS))
        nodes = page.evaluate("document.querySelectorAll('*').length")
        height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        print(
            Measurement(
                f"{path} at {MANY:,} customers", f"{taken / least:.2f} ×", f"{PAGE_GOAL} ×", taken <= PAGE_GOAL * least
            )
        )
        print(Measurement("    nodes", f"{nodes:,}", f"{NODES:,}", nodes <= NODES))
        print(Measurement("    pixels high", f"{height:,}", f"{HEIGHT:,}", height <= HEIGHT), flush=True)
    page.close()


def _opened(page: Page, url: str, last: str) -> float:
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_function(RESTS, arg=last, polling=20)
    return 1e3 * (time.perf_counter() - start)


def _clicks(browser: Browser, few: str, many: str) -> None:
    """One click in each in turn, so that what else the machine does is the same for both."""
    pages = [browser.new_page(viewport={"width": 1280, "height": 900}) for _ in range(2)]
    for page, url in zip(pages, (few, many), strict=True):
        _opened(page, url, "Gi den tilbake")
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(CLICKS):
        for page, held in zip(pages, times, strict=True):
            page.bring_to_front()
            if turn and turn % AT_ONCE == 0:
                page.get_by_role("button", name="Neste").click()
                page.wait_for_function(RESTS, arg=f"Side {turn // AT_ONCE + 1} av", polling=20)
            held.append(_agreed(page, turn % AT_ONCE))
    first, second = (statistics.median(held) for held in times)
    print(Measurement(f"«Enig» among {FEW} customers", f"{first:.0f} ms", "1 ×"))
    name = f"«Enig» among {MANY:,}, as a multiple"
    print(Measurement(name, f"{second / first:.2f} ×", f"{CLICK_GOAL} ×", second <= CLICK_GOAL * first), flush=True)


def _agreed(page: Page, place: int) -> float:
    """Milliseconds from when the button goes down until the card says so and the script rests."""
    card = page.locator("[class*=st-key-review-]:has(h4)").nth(place)
    name = card.evaluate("card => [...card.classList].find(each => each.startsWith('st-key-review-'))")
    button = card.get_by_role("button", name="Enig", exact=True)
    button.scroll_into_view_if_needed()
    page.evaluate(f"window.timed = ({TIMER})({[f'.{name}', ['HPAS er enig']]!r}); undefined")
    button.click()
    return float(page.evaluate("window.timed"))


if __name__ == "__main__":
    main()
