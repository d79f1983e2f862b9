"""An assessment's whole life through the pages: planned, sent in, reviewed, returned, sent in again, excepted, compared."""

import re
from datetime import timedelta
from itertools import count

from streamlit.testing.v1 import AppTest

from language import short_day
from scoring.judgement import Judgement
from scoring.vocabulary import LATE, AnswerField, Verdict, WaitingOn
from service.judgement import judge_customer
from service.people.actor import Role, local_actor
from service.review.ratings import agree_together
from service.review.review_queue import read_queue
from service.review.submissions import list_snapshots, open_snapshot
from tests.builders import ADMIN, REVIEWER, record
from tests.pages.house import COMPARISON, NO_DATE, TODAY, House, words
from ui.review.rating import UNSEEN

ACTIONS, DATE, SEND_IN = (f"pages/customer/{name}.py" for name in ("actions", "date", "send_in"))
REVIEWS = "pages/hpas/reviews.py"
WEAK = "Demo kommune E"


def press(page: AppTest, label: str) -> AppTest:
    """Press the first button that begins with this."""
    button = next(button for button in page.button if button.label.startswith(label))
    button.click().run()
    assert not page.exception, page.exception
    return page


def states(house: House) -> list[str]:
    customer = house.customers[WEAK]
    return [info.state for info in list_snapshots(house.ws, ADMIN, customer.id)]


def send(house: House) -> None:
    page = house.open(SEND_IN, customer=WEAK)
    label = next(button.label for button in page.button if button.label.startswith("Send inn"))
    press(page, label)


def reviewing(house: House) -> AppTest:
    """The review of what was sent in last, as a link to it opens it."""
    newest = list_snapshots(house.ws, ADMIN, house.customers[WEAK].id)[0]
    return house.open(REVIEWS, role=Role.REVIEWER, customer=WEAK, innsendt=newest.id)


def test_a_lead_sends_in_hpas_returns_it_and_the_lead_sends_it_in_again(house: House) -> None:
    send(house)
    assert states(house) == ["sent"]

    press(reviewing(house), "Begynn")
    assert states(house) == ["in_review"]
    page = press(reviewing(house), "Enig")
    assert "HPAS er enig" in words(page)
    refused = press(reviewing(house), "Send tilbake")
    assert states(house) == ["in_review"], "a return without a comment is refused"
    assert refused.error
    page = reviewing(house)
    page.text_area[0].set_value("Se på stoppkravene.").run()
    press(page, "Send tilbake")
    assert states(house) == ["returned"]
    assert "Se på stoppkravene." in words(house.open(SEND_IN, customer=WEAK))

    send(house)
    assert states(house) == ["sent", "returned"]
    assert len(read_queue(house.ws, local_actor(Role.REVIEWER), as_of=TODAY).lines) == 1
    page = house.open(COMPARISON, role=Role.REVIEWER, customer=WEAK, tid="30")
    assert not page.exception
    assert "slik de sendte inn nærmest 30 dager" in words(page)


def test_a_lead_may_take_back_what_nobody_has_begun_to_review(house: House) -> None:
    send(house)
    press(house.open(SEND_IN, customer=WEAK), "Ta tilbake")
    assert states(house) == ["reopened"]


def test_what_is_taken_back_is_what_stood_on_the_page_and_not_what_was_sent_in_since(house: House) -> None:
    send(house)
    page = house.open(SEND_IN, customer=WEAK)
    press(house.open(SEND_IN, customer=WEAK), "Ta tilbake")
    send(house)
    press(page, "Ta tilbake")
    assert page.error
    assert states(house) == ["sent", "reopened"]
    press(page, "Ta tilbake")
    assert states(house) == ["reopened", "reopened"]


def test_the_rest_of_a_page_is_what_was_on_it_and_not_what_has_slid_in_since(house: House) -> None:
    send(house)
    press(reviewing(house), "Begynn")
    page = reviewing(house)
    page.segmented_control(key="review.shown").set_value(UNSEEN).run()
    shown = [str(each.key).removeprefix("review.agree.") for each in page.button if "review.agree." in str(each.key)]
    newest = list_snapshots(house.ws, ADMIN, house.customers[WEAK].id)[0].id
    agree_together(house.ws, REVIEWER, newest, shown[:3], seen=True)
    press(page, "Enig i resten på siden")
    assert list(open_snapshot(house.ws, ADMIN, newest).ratings) == shown


def test_what_the_customer_sees_of_a_review_comes_when_it_is_handed_back(house: House) -> None:
    send(house)
    press(reviewing(house), "Begynn")
    press(reviewing(house), "Enig")
    assert "HPAS har sett på" not in words(house.open(SEND_IN, customer=WEAK))
    refused = press(reviewing(house), "Ferdig vurdert")
    assert states(house) == ["in_review"], "what is not looked at is confirmed first"
    assert any("svar er ikke sett på" in error.value for error in refused.error)
    page = reviewing(house)
    page.checkbox[0].check().run()
    press(page, "Ferdig vurdert")
    assert states(house) == ["reviewed"]
    assert "HPAS har sett på 1" in words(house.open(SEND_IN, customer=WEAK)).replace("\u00a0", " ")


def test_a_finished_review_is_opened_again_from_the_list_of_those_that_are_done(house: House) -> None:
    send(house)
    press(reviewing(house), "Begynn")
    page = reviewing(house)
    page.text_area[0].set_value("Se på stoppkravene.").run()
    press(page, "Send tilbake")
    page = house.open(REVIEWS, role=Role.REVIEWER)
    assert "Ingenting venter på kvalitetssikring." in words(page)
    page = reviewing(house)
    assert "Se på stoppkravene." in words(page)
    press(page, "Åpne igjen")
    assert states(house) == ["returned"]
    page.text_area[0].set_value("Vi så feil liste.")
    press(page, "Åpne igjen")
    assert states(house) == ["in_review"]


def test_the_rest_of_a_page_and_all_that_no_rule_names_are_agreed_to_in_one_act_each(house: House) -> None:
    send(house)
    press(reviewing(house), "Begynn")
    page = press(reviewing(house), "Enig i resten på siden")
    assert re.search(r"HPAS er enig i \d+ svar til", words(page).replace("\u00a0", " "))
    label = next(button.label for button in page.button if button.label.startswith("Enig i alt annet"))
    number = re.search(r"\((\d+) svar\)", label)
    page = press(page, "Enig i alt annet")
    assert number
    assert f"og er enig samlet i {number[1]} til" in words(page)


def test_an_address_of_a_review_that_is_not_there_says_so_and_shows_the_queue(house: House) -> None:
    send(house)
    page = house.open(REVIEWS, role=Role.REVIEWER, innsendt="finnes-ikke")
    assert "Vi finner ikke dette" in words(page)
    assert "1 vurdering venter" in words(page).replace("\u00a0", " ")


def test_one_click_plans_all_the_hard_stops_and_changes_no_answer(house: House) -> None:
    before = house.view(WEAK).answers
    page = press(house.open(ACTIONS, customer=WEAK), "Lag tiltak for")
    here = judge_customer(house.ws, ADMIN, house.customers[WEAK].id, as_of=TODAY)
    failing = {gap.question.id for gap in here.gaps if gap.hard_stop and gap.when == "now"}
    assert {one.action.question_id for one in here.plan.actions} == failing
    assert house.view(WEAK).answers == before
    assert "mangler eier" in words(page)


def test_from_not_ready_to_conditional_by_answers_and_one_approved_exception(house: House) -> None:
    customer = house.customers[WEAK]

    def judged() -> Judgement:
        return judge_customer(house.ws, ADMIN, customer.id, as_of=TODAY).judgement

    assert judged().verdict is Verdict.NOT_READY
    asked = judged().questions
    first = next(each for each in judged().failing if asked[each].question.waivable)
    for question_id in (found for found, each in asked.items() if each.status in LATE and found != first):
        house.put_in_place(WEAK, question_id)
    assert (judged().verdict, judged().failing) == (Verdict.NOT_READY, (first,))

    page = house.open(DATE, customer=WEAK)
    page.text_area[0].set_value("Ekstra folk på vakt de første ukene.")
    page.text_input[0].set_value("Kommunalsjefen")
    page.text_input[1].set_value(short_day(TODAY + timedelta(days=60)))
    press(page, "Send til HPAS")
    page = house.open(REVIEWS, role=Role.REVIEWER, customer=WEAK)
    page.session_state["reviews.part"] = "waivers"
    page.run()
    assert "Ekstra folk på vakt" in words(page)
    page.text_input[0].set_value("Forsvarlig med ekstra vakt.").run()
    press(page, "Godkjenn")

    assert (judged().verdict, judged().failing) == (Verdict.CONDITIONAL, ())
    overview = words(house.open(customer=WEAK))
    assert "I rute med vilkår" in overview
    assert "godkjent unntak" in overview

    page = house.open(REVIEWS, role=Role.REVIEWER, customer=WEAK)
    page.session_state["reviews.part"] = "waivers"
    page.run()
    box = page.expander[0]
    assert "Trekk godkjenningen tilbake" in box.label


_EDITS = count(1)


def test_the_go_lives_that_have_been_are_marked_as_history(house: House) -> None:
    page = house.open(COMPARISON, role=Role.REVIEWER, customer=WEAK, **{"del": "historie"})
    assert not page.exception
    assert "Historie, 0 dager før oppstart" in words(page)
    page = house.open("pages/customer/trend.py", customer=WEAK)
    page.toggle(key="course.history").set_value(True).run()
    assert not page.exception
    assert "vår lesning av sluttrapporten" in words(page)


def test_who_waits_without_a_go_live_is_listed_without_a_day(house: House) -> None:
    question = house.questions(NO_DATE)[0]
    view = house.view(NO_DATE)
    field, who = AnswerField.WAITING_ON, WaitingOn.HPAS
    told = {"base_version": None, "session": "journey", "edit_no": next(_EDITS)}
    record(house.ws, house.lead(NO_DATE), view.response_id, question.id, field, who, **told)  # type: ignore[arg-type]
    page = house.open(COMPARISON, role=Role.REVIEWER, customer=WEAK, **{"del": "venter"})
    waiting = next(frame.value for frame in page.dataframe if "Skylder" in frame.value)
    assert waiting[waiting["Kunde"] == NO_DATE]["Frist"].isna().all()
    assert (waiting["Kunde"] == NO_DATE).any()
