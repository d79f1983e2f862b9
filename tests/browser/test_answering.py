"""A project lead answers, by mouse and by keyboard alone; each answer is saved at once and is there tomorrow."""

from datetime import date

import pytest
from playwright.sync_api import expect

from scoring.answers import Matrix, Share, Value
from tests.browser.conftest import NewScreen
from tests.browser.hands import TYPED, Hands, Keyboard, Mouse, first_row, typed
from tests.browser.screen import Screen
from tests.browser.serve import BLANK, Server

WHO = BLANK["answering"]
# Success factor -> question -> answer. The single date of the questionnaire, KO-0601, is answered on its own.
MOUSE: dict[int, dict[str, Value]] = {
    2: {
        "KO-0203": 3,
        "KO-0202": 0,
        "KO-0205": Share(12, 40),
        "KO-0206": first_row("home_care", Share(4, 5)),
        "KO-0208": True,
    },
    6: {"KO-0602": Share(1.5, 3), "KO-0608": 4},
    7: {"KO-0701": 2, "KO-0702": 2.0},
    8: {"KO-0801": Share(1, 4)},
}
KEYBOARD: dict[int, dict[str, Value]] = {
    9: {
        "KO-0901": 2,
        "KO-0902": 1,
        "KO-0903": Share(6, 8),
        "KO-0904": Share(0, 12),
        "KO-0907": first_row("home_care", Share(30, 90)),
        "KO-0909": 3.0,
    },
    3: {"KO-0301": 4, "KO-0304": Share(2, 4)},
    8: {"KO-0806": False},
}


def test_twenty_answers_are_saved_one_by_one_and_are_there_in_another_browser(
    new_screen: NewScreen, server: Server
) -> None:
    today = new_screen()
    start_cold(today)

    picked = answer_by_mouse(today)
    answer_by_keyboard(today, picked)
    stored = {question: answer.value for question, answer in server.stored(WHO).answers.items()}
    expected = {question: value for asked in (*MOUSE.values(), *KEYBOARD.values()) for question, value in asked.items()}

    assert stored == expected | {"KO-0601": picked}
    assert len(stored) == 20
    look_again(new_screen(elsewhere=True), len(stored) - 2)


@pytest.mark.parametrize("text", ["ca 5", "1.000"])
def test_what_is_no_number_is_told_at_once_and_the_answer_stands(screen: Screen, server: Server, text: str) -> None:
    screen.open_for("egenvurdering", BLANK["notes"], tema="F07")
    field = screen.card("KO-0702").locator(TYPED)
    field.fill("3,5")
    field.press("Enter")
    screen.until(lambda: server.answer(BLANK["notes"], "KO-0702").value, 3.5)
    field.fill(text)
    field.press("Enter")
    expect(screen.card("KO-0702").get_by_role("alert").filter(has_text="Skriv")).to_be_visible()
    screen.page.reload()
    screen.settle()
    expect(field).to_have_value(text)
    assert server.answer(BLANK["notes"], "KO-0702").value == 3.5
    field.fill("3,5")
    field.press("Enter")


def start_cold(screen: Screen) -> None:
    """On a deep link, as from an e-mail: the page is there at once, and nothing has to be clicked away."""
    screen.open("egenvurdering")
    screen.shows("egenvurdering")
    expect(screen.page.get_by_role("dialog")).to_have_count(0)
    screen.choose("Kunde", WHO)
    screen.expect_answered(0)


def answer_by_mouse(screen: Screen) -> date:
    """All of MOUSE, and the date that is handed back."""
    mouse = Mouse(screen)
    give_all(mouse, screen, MOUSE)
    mouse.to_factor(6)
    screen.expect_card("KO-0601")
    picked = date(2027, 1, 1)
    mouse.date("KO-0601", "1. januar 2027")
    screen.expect_saved("KO-0601")
    assert screen.server.answer(WHO, "KO-0601").value == picked
    return picked


def answer_by_keyboard(screen: Screen, picked: date) -> None:
    """All of KEYBOARD, and the date once more: another day typed, and then the one that was picked."""
    keyboard = Keyboard(screen)
    give_all(keyboard, screen, KEYBOARD)
    keyboard.to_factor(6)
    screen.expect_card("KO-0601")
    for text, day in (("18.8.2025", date(2025, 8, 18)), (f"{picked:%d.%m.%Y}", picked)):
        keyboard.date("KO-0601", text)
        screen.until(lambda: screen.server.answer(WHO, "KO-0601").value, day)


def give_all(hands: Hands, screen: Screen, answers: dict[int, dict[str, Value]]) -> None:
    for factor, asked in answers.items():
        hands.to_factor(factor)
        screen.expect_card(next(iter(asked)))
        for question_id, value in asked.items():
            before = screen.answered()
            give(hands, question_id, value)
            screen.expect_saved(question_id)
            # A matrix counts when all its rows are filled in.
            screen.expect_answered(before + (question_id not in ("KO-0206", "KO-0907")))


def give(hands: Hands, question_id: str, value: Value) -> None:
    match value:
        case bool():
            hands.yes_no(question_id, value)
        case int():
            hands.level(question_id, value)
        case float():
            hands.number(question_id, typed(value))
        case Share():
            hands.share(question_id, value)
        case Matrix():
            hands.first_row(question_id, value.rows[0].share)
        case date():
            raise AssertionError("A date is answered on its own.")


def look_again(screen: Screen, answered: int) -> None:
    """In a browser that has never been here: every answer is on the page."""
    for factor, asked in {**MOUSE, **KEYBOARD}.items():
        screen.open_for("egenvurdering", WHO, tema=f"F{factor:02d}")
        screen.expect_answered(answered)
        for question_id, value in asked.items():
            screen.expect_saved(question_id)
            see(screen, question_id, value)


def see(screen: Screen, question_id: str, value: Value) -> None:
    """The input holds the answer."""
    card = screen.card(question_id)
    match value:
        case bool():
            expect(card.get_by_role("radio", name="Ja" if value else "Nei", exact=True)).to_be_checked()
        case int():
            expect(card.get_by_role("radio", name=f"Nivå {value}", exact=True)).to_be_checked()
        case float():
            expect(card.locator(TYPED)).to_have_value(typed(value))
        case Share():
            for field, number in zip(card.locator(TYPED).all(), (value.done, value.all), strict=True):
                expect(field).to_have_value(typed(number))
        case Matrix():
            share = value.rows[0].share
            cells = card.locator("canvas [role=row]").nth(1).locator("[role=gridcell]")
            expect(cells.nth(1)).to_have_text(typed(share.done))
            expect(cells.nth(2)).to_have_text(typed(share.all))
        case date():
            raise AssertionError("A date is looked at on its own.")
