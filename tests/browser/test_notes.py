"""What belongs to an answer besides the answer: comment, evidence, whom one waits for, not applicable; and taking it back."""

import re

import pytest
from playwright.sync_api import expect

from scoring.vocabulary import Kind, WaitingOn
from tests.browser.screen import Screen
from tests.browser.serve import BLANK, Server

WHO = BLANK["notes"]
HOSTILE = "\n".join(
    [
        "![bilde](https://sporing.example/a.png)",
        "<img src=x onerror=alert(1)><script>alert(2)</script>",
        r"$$\frac{1}{2}$$ :red[rød] :material/home: **fet** [lenke](javascript:alert(3))",
        '=HYPERLINK("https://sporing.example";"klikk")',
        "{{7*7}} `kode` &lt;b&gt;",
    ]
)


def test_comment_evidence_and_whom_one_waits_for_are_saved(screen: Screen, server: Server) -> None:
    screen.open_for("egenvurdering", WHO, tema="F06")
    screen.unfold("KO-0608")
    screen.write("KO-0608", "Kommentar", "Avtalen ligger til signering.")
    screen.expect_saved("KO-0608", "comment")
    screen.write("KO-0608", "Dokumentasjon", "https://kommune.example/sak/12")
    screen.expect_saved("KO-0608", "evidence")
    screen.unfold("KO-0608", "Venter på", "Venter på")
    screen.choose("Venter på", "Hemit")
    screen.expect_saved("KO-0608", "waiting_on")
    answer = server.answer(WHO, "KO-0608")
    assert (answer.value, answer.comment, answer.evidence, answer.waiting_on) == (
        None,
        "Avtalen ligger til signering.",
        "https://kommune.example/sak/12",
        WaitingOn.HEMIT,
    )
    expect(screen.card("KO-0608").get_by_text("Venter på Hemit, kommentar og dokumentasjon")).to_be_visible()


def test_what_becomes_of_an_answer_is_read_aloud(screen: Screen, server: Server) -> None:
    form = server.stored(WHO).form
    asked = next(q.id for q in form.questionnaire.questions if form.factors[q.topic] == "F10" and q.kind is Kind.LEVEL)
    screen.open_for("egenvurdering", WHO, tema="F10")
    aloud = screen.page.locator("body > [role=status]")
    for level, status in ((0, "På etterskudd"), (4, "På plass")):
        screen.card(asked).get_by_text(f"Nivå {level}", exact=True).click()
        expect(aloud).to_have_text(re.compile(rf"^{status} Lagret \d\d:\d\d"))


def test_a_question_that_does_not_apply_needs_a_reason_and_leaves_the_count(screen: Screen, server: Server) -> None:
    screen.open_for("egenvurdering", WHO, tema="F08")
    before = screen.applicable()
    screen.unfold("KO-0805", "Ikke aktuelt", "Ikke aktuelt for oss fordi")
    screen.write("KO-0805", "Ikke aktuelt for oss fordi", "Vi har ikke egne utviklere.")
    expect(screen.card("KO-0805").get_by_text("ikke er aktuelt. Grunnen står")).to_be_visible()
    screen.until(screen.applicable, before - 1)
    assert server.answer(WHO, "KO-0805").not_applicable == "Vi har ikke egne utviklere."

    screen.write("KO-0805", "Ikke aktuelt for oss fordi", "")
    screen.until(screen.applicable, before)
    assert server.answer(WHO, "KO-0805").not_applicable is None


def test_an_answer_can_be_taken_back_and_the_next_unanswered_is_one_click_away(screen: Screen, server: Server) -> None:
    screen.open_for("egenvurdering", WHO, tema="F09")
    card, before = screen.card("KO-0901"), screen.answered()
    card.get_by_text("Nivå 2", exact=True).click()
    screen.expect_answered(before + 1)
    screen.unfold("KO-0901")
    card.get_by_role("button", name="Fjern svaret").click()
    screen.expect_answered(before)
    expect(card.get_by_role("radio", name="Nivå 2", exact=True)).not_to_be_checked()
    assert server.answer(WHO, "KO-0901").value is None

    screen.page.get_by_role("button", name="Neste ubesvarte spørsmål").click()
    screen.expect_card("KO-0101")


@pytest.mark.parametrize("label", ["Kommentar", "Dokumentasjon"])
def test_hostile_text_is_shown_as_it_was_typed_and_loads_nothing(screen: Screen, server: Server, label: str) -> None:
    field = {"Kommentar": "comment", "Dokumentasjon": "evidence"}[label]
    screen.open_for("egenvurdering", WHO, tema="F07")
    screen.unfold("KO-0701")
    screen.write("KO-0701", label, HOSTILE)
    screen.expect_saved("KO-0701", field)
    assert getattr(server.answer(WHO, "KO-0701"), field) == HOSTILE

    screen.open_for("egenvurdering", WHO, tema="F07")
    screen.unfold("KO-0701")
    expect(screen.card("KO-0701").get_by_label(label)).to_have_value(HOSTILE)
    expect(screen.card("KO-0701").locator("img, script, .katex, a[href^='javascript']")).to_have_count(0)
