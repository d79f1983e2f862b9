"""Beslutning: both sides sign on the same page, and when a hard stop is worse it says so wherever the customer is met."""

import re
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from language import NO_BREAK, short_day
from scoring.answers import Share
from scoring.decision.standing import DecisionStanding
from scoring.vocabulary import DecisionKind
from service.decision.conditions import mark_condition
from service.decision.ground import decision_ground
from service.decision.kept import CustomerDecisions, read_decisions
from service.decision.signing import SeenBy, propose_decision
from service.decision.wanted import WantedCondition, WantedDecision
from service.demo.decided import decide
from service.judgement import judge_customer
from service.outcomes.starts import confirm_start
from service.people.actor import Role
from service.review.ratings import agree_together
from service.review.submissions import State, move, send_in
from tests.builders import ADMIN, REVIEWER
from tests.pages.house import COMPARISON, FILES, OVERVIEW, TODAY, WEEK, House, words
from tests.service.review.sending import hand_back

DECISION, AFTER, WAVES = "pages/customer/decision.py", "pages/customer/after.py", "pages/hpas/waves.py"
NAME = "Demo kommune C"
# Of the hard stops of a municipality one that C has begun, answered as a share.
STOP = "KO-0501"


def reviewed(house: House) -> None:
    """C has sent in, and HPAS has agreed with one answer and is done."""
    view = house.view(NAME)
    made = send_in(house.ws, house.lead(NAME), view.customer.id, seen=view.marker, as_of=TODAY, incomplete=True)
    move(house.ws, REVIEWER, made, State.IN_REVIEW, expected=State.SENT)
    agree_together(house.ws, REVIEWER, made, [STOP], seen=True)
    hand_back(house.ws, made)


def kept(house: House) -> CustomerDecisions:
    here = judge_customer(house.ws, ADMIN, house.customers[NAME].id, as_of=TODAY)
    return read_decisions(house.ws, ADMIN, here)


def said(app: AppTest) -> str:
    return words(app).replace("\\", "").replace(NO_BREAK, " ")


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert [error.message for error in app.exception] == []
    return app


def knows(app: AppTest) -> AppTest:
    """Say that one knows how many answers nobody has looked at."""
    (box,) = (each for each in app.checkbox if re.fullmatch(r"Jeg vet at \d+\D+svar ikke er sett på\.", each.label))
    return box.check().run()


def fill(app: AppTest, **said: str) -> AppTest:
    for name, text in said.items():
        box = next(each for each in (*app.text_area, *app.text_input) if str(each.key) == f"decision.{name}.0")
        box.set_value(text)
    return app.run()


def test_both_sides_sign_and_what_nobody_has_seen_is_confirmed_by_number(house: House) -> None:
    reviewed(house)
    app = house.open(DECISION, role=Role.DECISION_MAKER, customer=NAME)
    assert "Ingen beslutning er tatt ennå" in said(app)
    app.radio(key="decision.kind").set_value(DecisionKind.CONDITIONS).run()
    due = short_day(TODAY + timedelta(days=30))
    fill(app, text="Ekstra folk på vakt", owner="Kommunalsjef", due=due)
    press(app, "decision-propose")
    assert "svar er ikke sett på. Se over, og si fra at du vet det" in said(app)
    assert kept(house).held == ()
    press(knows(app), "decision-propose")
    waiting = kept(house).waiting
    assert waiting is not None
    assert [(each.text, each.owner) for each in waiting.row.conditions] == [("Ekstra folk på vakt", "Kommunalsjef")]
    assert "Venter på at HPAS skriver under." in said(app)
    # The one who proposed has nothing more to sign, and the form is empty again.
    assert "decision-sign" not in {str(each.key) for each in app.button}
    assert app.radio(key="decision.kind").value is None

    ours = house.open(DECISION, role=Role.REVIEWER, customer=NAME)
    press(knows(ours), "decision-sign")
    assert "Begge har skrevet under, og beslutningen gjelder." in said(ours)
    found = kept(house).signed
    assert found is not None
    assert {each.role for each in found.signed} == {"decision_maker", "reviewer"}
    assert "For kunden: Lokal bruker, beslutningstaker hos kunden" in said(ours)


def test_what_is_wrong_is_said_and_what_was_typed_stands(house: House) -> None:
    reviewed(house)
    app = house.open(DECISION, role=Role.DECISION_MAKER, customer=NAME)
    app.radio(key="decision.kind").set_value(DecisionKind.CONDITIONS).run()
    fill(knows(app), text="Ekstra folk på vakt", owner="", due="31.02.2027")
    press(app, "decision-propose")
    assert len(app.error) == 1
    fill(app, due=short_day(TODAY + timedelta(days=30)))
    press(app, "decision-propose")
    assert [str(each.value) for each in app.error] == ["Vilkår 1\\: Skriv hvem som har ansvaret\\, på én linje\\."]
    assert app.text_area(key="decision.text.0").value == "Ekstra folk på vakt"
    assert kept(house).held == ()


def test_a_new_day_is_chosen_with_the_earliest_beside_it(house: House) -> None:
    reviewed(house)
    app = house.open(DECISION, role=Role.DECISION_MAKER, customer=NAME)
    app.radio(key="decision.kind").set_value(DecisionKind.POSTPONE).run()
    assert "Tidligste forsvarlige oppstart, slik det står nå:" in said(app)
    go_live = house.customers[NAME].go_live
    assert go_live is not None
    app.text_input(key="decision.day").set_value(short_day(go_live + timedelta(days=60)))
    app.text_area(key="decision.reason").set_value("Vi rekker det ikke.").run()
    press(knows(app), "decision-propose")
    ours = house.open(DECISION, role=Role.REVIEWER, customer=NAME)
    press(knows(ours), "decision-sign")
    assert "Oppstarten er flyttet." in said(ours)
    assert house.view(NAME).customer.go_live == go_live + timedelta(days=60)


def hpas_proposes(house: House, wanted: WantedDecision) -> None:
    customer_id = house.customers[NAME].id
    ground = decision_ground(house.ws, ADMIN, judge_customer(house.ws, ADMIN, customer_id, as_of=TODAY))
    assert ground.then is not None
    saw = SeenBy(ground.here.view.marker, ground.unseen)
    propose_decision(house.ws, REVIEWER, customer_id, wanted, snapshot_id=ground.then.info.id, saw=saw, as_of=TODAY)


def test_nobody_signs_a_proposal_that_came_after_the_page_was_drawn(house: House) -> None:
    reviewed(house)
    go_live = house.customers[NAME].go_live
    assert go_live is not None
    condition = WantedCondition("Ekstra folk på vakt", "Kommunalsjef", TODAY + timedelta(days=30))
    hpas_proposes(house, WantedDecision(DecisionKind.CONDITIONS, (condition,)))
    app = knows(house.open(DECISION, role=Role.DECISION_MAKER, customer=NAME))
    later = WantedDecision(
        DecisionKind.POSTPONE, new_go_live=go_live + timedelta(days=90), reason="Vi rekker det ikke."
    )
    hpas_proposes(house, later)
    press(app, "decision-sign")
    assert "Det er kommet en nyere beslutning" in str(app.error[0].value)
    assert kept(house).signed is None
    assert house.view(NAME).customer.go_live == go_live
    # Now it has been seen, and may be signed.
    press(app, "decision-sign")
    assert house.view(NAME).customer.go_live == later.new_go_live


def with_a_condition(house: House) -> None:
    """C starts with one condition, whose day is a month ahead."""
    reviewed(house)
    condition = WantedCondition("Ekstra folk på vakt", "Kommunalsjef", TODAY + timedelta(days=30))
    hpas_proposes(house, WantedDecision(DecisionKind.CONDITIONS, (condition,)))
    press(knows(house.open(DECISION, role=Role.DECISION_MAKER, customer=NAME)), "decision-sign")


def of_the_first(app: AppTest, what: str) -> str:
    """The key of a widget of the first condition."""
    held = [str(each.key) for each in (*app.button, *app.text_input, *app.text_area)]
    return next(key for key in held if key.startswith("condition.") and key.endswith(what))


def test_an_overdue_condition_cannot_be_missed_and_is_said_to_be_done(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_condition(house)
    assert "Ekstra folk" not in said(house.open(OVERVIEW, customer=NAME)), "it is neither overdue nor near"
    monkeypatch.setenv("KLARSJEKK_TODAY", (TODAY + timedelta(days=33)).isoformat())
    assert "1 vilkår er ikke oppfylt innen fristen:** «Ekstra folk på vakt»" in said(
        house.open(OVERVIEW, customer=NAME)
    )
    week = said(house.open(WEEK, role=Role.REVIEWER))
    assert "Vilkår som ikke er oppfylt innen fristen: 1" in week
    assert "3 dager over fristen: Ekstra folk på vakt" in week

    app = house.open(DECISION, role=Role.LEAD, customer=NAME)
    assert "1 vilkår er ikke oppfylt innen fristen" in said(app)
    assert "Begge har skrevet under, og beslutningen gjelder." in said(app), "it does not fall by itself"
    app.text_input(key=of_the_first(app, ".day")).set_value("32.01.2027")
    app.text_area(key=of_the_first(app, ".note")).set_value("Turnusen er lagt.")
    press(app, of_the_first(app, ".done"))
    assert len(app.error) == 2, "what is overdue, and what is wrong with the day"
    assert app.text_area(key=of_the_first(app, ".note")).value == "Turnusen er lagt."
    app.text_input(key=of_the_first(app, ".day")).set_value(short_day(TODAY + timedelta(days=32)))
    press(app, of_the_first(app, ".done"))
    assert "Det står nå at vilkår 1 er oppfylt." in said(app)
    assert not app.error
    assert "prosjektleder" in said(app)
    assert "Turnusen er lagt." in said(app)
    assert app.text_area(key=of_the_first(app, ".note")).value == ""
    assert "Ekstra folk" not in said(house.open(OVERVIEW, customer=NAME))


def test_what_someone_else_has_said_of_a_condition_since_is_told_first(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_condition(house)
    later = TODAY + timedelta(days=33)
    monkeypatch.setenv("KLARSJEKK_TODAY", later.isoformat())
    app = house.open(DECISION, role=Role.REVIEWER, customer=NAME)
    signed = kept(house).signed
    assert signed is not None
    mark_condition(house.ws, house.lead(NAME), signed.row.id, 0, done_on=later, said_before=0, as_of=later)
    press(app, of_the_first(app, ".not"))
    assert "Noen har sagt noe annet om vilkår 1 i mellomtiden" in str(app.error[0].value).replace("\\", "")
    assert "oppfylt" in said(app)
    press(app, of_the_first(app, ".not"))
    assert "Det står nå at vilkår 1 ikke er oppfylt." in said(app)


def test_what_is_open_is_told_after_the_start_too(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with_a_condition(house)
    customer = house.customers[NAME]
    assert customer.go_live is not None
    later = customer.go_live + timedelta(days=2)
    monkeypatch.setenv("KLARSJEKK_TODAY", later.isoformat())
    confirm_start(house.ws, house.lead(NAME), customer.id, customer.go_live, as_of=later)
    after = said(house.open(AFTER, customer=NAME))
    assert "Vilkårene i beslutningen" in after
    assert "Kommunalsjef. Ikke oppfylt," in after
    assert "1 vilkår er ikke oppfylt innen fristen" in said(house.open(OVERVIEW, customer=NAME))


def unfolded(app: AppTest, decision_id: str) -> AppTest:
    app.session_state[f"decision.past.{decision_id}"] = True
    return app.run()


def test_a_decision_that_is_replaced_says_that_its_conditions_are_not_followed(house: House) -> None:
    with_a_condition(house)
    signed = kept(house).signed
    assert signed is not None
    hpas_proposes(house, WantedDecision(DecisionKind.CONDITIONS, (WantedCondition("Nytt", "Leder", TODAY),)))
    app = house.open(DECISION, role=Role.DECISION_MAKER, customer=NAME)
    assert "følges ikke opp lenger" not in said(unfolded(app, signed.row.id))
    press(knows(app), "decision-sign")
    unfolded(app, signed.row.id)
    assert "Beslutningen er erstattet av en nyere, så vilkårene følges ikke opp lenger." in said(app)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.VIEWER])
def test_the_others_see_how_it_goes_with_the_conditions(house: House, role: Role) -> None:
    with_a_condition(house)
    app = house.open(DECISION, role=role, customer=NAME)
    assert "Ekstra folk på vakt" in said(app)
    assert "Ikke oppfylt ennå" in said(app)
    assert not [each for each in app.button if str(each.key).startswith("condition.")]


@pytest.mark.parametrize("role", [Role.LEAD, Role.CONTRIBUTOR, Role.VIEWER])
def test_the_others_see_it_and_sign_nothing(house: House, role: Role) -> None:
    reviewed(house)
    app = house.open(DECISION, role=role, customer=NAME)
    assert "Den som bestemmer hos kunden, og HPAS, skriver under." in said(app)
    assert {str(each.key) for each in app.button} & {"decision-propose", "decision-sign"} == set()
    assert "stoppkrav" in said(app)


def test_a_decision_that_no_longer_holds_says_so_wherever_the_customer_is_met(house: House) -> None:
    reviewed(house)
    decide(house.ws, house.customers[NAME].id, as_of=TODAY)
    assert "Besluttet: Start med vilkår" in said(house.open(OVERVIEW, customer=NAME))
    house.someone_else_says(NAME, STOP, Share(1, 40))
    found = kept(house).signed
    assert found is not None
    assert found.standing is DecisionStanding.FALLEN

    title = found.changes[0].questions[0]
    shown = said(house.open(DECISION, role=Role.VIEWER, customer=NAME))
    assert "gjelder ikke lenger" in shown
    assert f"{house.view(NAME).form.questionnaire.by_id[title].title.nb}: var «" in shown
    assert "gjelder ikke lenger:** et stoppkrav er dårligere enn da" in said(house.open(OVERVIEW, customer=NAME))
    week = said(house.open(WEEK, role=Role.REVIEWER))
    assert "Beslutninger som ikke gjelder lenger: 1" in week
    compared = house.open(COMPARISON, role=Role.REVIEWER)
    assert "1 beslutning** gjelder ikke lenger" in said(compared)
    (column,) = (frame.value["Beslutning"].tolist() for frame in compared.dataframe if "Beslutning" in frame.value)
    assert "Gjelder ikke lenger: start med vilkår" in column
    day = str(house.customers[NAME].go_live)
    assert "**Beslutninger:** 1 gjelder ikke lenger. Det er Demo kommune C." in said(
        house.open(WAVES, role=Role.REVIEWER, oppstart=day)
    )


def test_nothing_of_decisions_is_drawn_where_nobody_has_decided(house: House) -> None:
    assert "eslut" not in said(house.open(OVERVIEW, customer=NAME))
    assert all("Beslutning" not in frame.value for frame in house.open(COMPARISON, role=Role.REVIEWER).dataframe)
    # That a vurderingsfil carries none is said to all.
    carries_none = "Beslutninger begge har skrevet under, er ikke med."
    assert "Beslutning" not in said(house.open(FILES, customer=NAME)).replace(carries_none, "")
