"""What axe-core has to say about the page that is on screen, by WCAG 2.1 A and AA."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.screen import Screen

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    # All that is well would be told of place by place otherwise: that takes longer than to look for it.
    "resultTypes": ["violations"],
}


def violations(screen: Screen) -> list[str]:
    """One line for each place that breaks a rule."""
    return violations_on(screen.page)


def violations_on(page: Page) -> list[str]:
    """The same of any tab."""
    result: dict[str, Any] = Axe().run(page, options=RULES).response
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
