"""What a project lead reads: the conclusion and why, one gap, and the way from the gap to its question."""

import re

from playwright.sync_api import expect

from language import NO_BREAK, VERDICTS
from reports.judgement.verdict_wording import headline, reason_text
from scoring.gaps import by_urgency, gaps_of
from scoring.judgement import judge
from scoring.vocabulary import Verdict
from scoring.yardstick import yardstick
from tests.browser.screen import Screen
from tests.browser.serve import TODAY, Server

LATE = "Demo kommune E"


def test_the_overview_gives_the_verdict_its_reasons_and_the_questions_behind_them(
    screen: Screen, server: Server
) -> None:
    view = server.stored(LATE)
    judged = judge(yardstick(view.form), view.counted, go_live=view.customer.go_live, as_of=TODAY)
    screen.open_for("", LATE)
    box = screen.page.get_by_test_id("stAlert").filter(has_text=VERDICTS[Verdict.NOT_READY])
    assert judged.verdict is Verdict.NOT_READY
    expect(box).to_contain_text(headline(judged).replace(NO_BREAK, " "))
    for reason in judged.reasons:
        expect(box).to_contain_text(reason_text(reason))
        expect(box).to_contain_text(judged.questions[reason.questions[0]].question.title.nb)
    expect(screen.page.get_by_text(f"{judged.days_left} dager til oppstart")).to_be_visible()


def test_the_overview_leads_to_the_gaps_that_say_what_is_missing_and_lead_to_their_questions(
    screen: Screen, server: Server
) -> None:
    view = server.stored(LATE)
    judged = judge(yardstick(view.form), view.counted, go_live=view.customer.go_live, as_of=TODAY)
    stops = [gap for gap in gaps_of(judged) if gap.open and gap.hard_stop]
    screen.open_for("", LATE)
    screen.page.get_by_role("link", name=re.compile(r"^Se alle \d+ mangler")).click()
    screen.shows("mangler")
    screen.settle()
    question = by_urgency(stops)[0].question
    row = screen.page.locator("[class*=st-key-gap-]").first
    expect(row).to_have_class(re.compile(rf"st-key-gap-{question.id}"))
    screen.insist(row.locator("summary").click, row.get_by_role("button", name="Svar"))
    expect(row.get_by_text(re.compile(r"Skulle vært på plass"))).to_be_visible()
    expect(row.get_by_text(question.action.nb)).to_be_visible()

    screen.insist(row.get_by_role("button", name="Svar").click, row.get_by_role("button", name="Se hele temaet"))
    row.get_by_role("button", name="Se hele temaet").click()
    screen.shows("egenvurdering")
    screen.expect_card(question.id)
    expect(screen.page.get_by_role("heading", level=3, name=question.title.nb)).to_be_visible()
