"""What a vurderingsfil brings beside the answers: facts, the start and the figures after it; and nothing that is HPAS's."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from language import local_day
from scoring.answers import Share
from service.answers.responses import open_response
from service.dossier.gathering import gather
from service.dossier.taking_in import DossierPreview, preview_dossier, take_in
from service.faults import BadInput
from service.outcomes.figures import OutcomeSide, SaidOutcome, read_outcomes, record_outcome
from service.outcomes.starts import confirm_start, start_history, take_back_start
from service.people.access import now
from service.people.customers import list_customers, set_go_live
from service.people.own_machine import describe_own
from service.profile.facts import give_fact, read_profile
from service.workspace import Workspace
from storage.verification import verify
from tests.builders import ADMIN, REVIEWER, catalogue, questionnaire, workspace
from tests.service.dossier.lived import NAME, OFFICE, Own, altered, own_machine
from tests.service.outcomes.made import RULES
from tests.service.profile.test_facts import NEW, with_profile

TODAY = local_day(now())
GO_LIVE = TODAY - timedelta(days=40)
STARTED = GO_LIVE + timedelta(days=1)
Content = dict[str, Any]


def house(where: Any) -> Workspace:
    return replace(workspace(where, of=with_profile(catalogue(questionnaire(*NEW)))), outcomes=RULES)


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    with house(tmp_path_factory.mktemp("own")) as ws:
        yield lived_on(ws)


def lived_on(ws: Workspace) -> Own:
    """A municipality on its own machine: two facts, a start that was corrected, and figures of the first week."""
    made = own_machine(ws)
    describe_own(ws, made.lead, made.customer_id, name=NAME, go_live=GO_LIVE)
    for fact_id, value in (("units", 10), ("units", 12), ("helpers", 3)):
        give_fact(ws, made.lead, made.customer_id, fact_id, value)
    made.say("Q-A", Share(5, None))
    confirm_start(ws, made.lead, made.customer_id, GO_LIVE, as_of=TODAY)
    confirm_start(ws, made.lead, made.customer_id, STARTED, as_of=TODAY, reason="Utsatt en dag.")
    record(made, "lost", SaidOutcome(6.5, False, "Mest epikriser."))
    record(made, "errors", SaidOutcome(None, True, None))
    return made


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with house(tmp_path_factory.mktemp("made")) as ws:
        return lived_on(ws).file()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with house(tmp_path_factory.mktemp("empty")) as ws:
        yield ws


@pytest.fixture
def hpas(address: str) -> Iterator[Workspace]:
    with house(address) as ws:
        yield ws


def record(own: Own, measure: str, said: SaidOutcome) -> None:
    record_outcome(own.ws, own.lead, own.customer_id, measure, 7, said, as_of=TODAY)


def taken(ws: Workspace, data: bytes) -> DossierPreview:
    seen = preview_dossier(ws, OFFICE, data)
    return take_in(ws, OFFICE, data, seal=seen.seal)


def started_on(ws: Workspace) -> date | None:
    (only,) = list_customers(ws, OFFICE)
    return only.started_on


def said_of(ws: Workspace, own: Own) -> tuple[object, ...]:
    """All there is to say of facts, start and figures, with who and when."""
    profile = read_profile(ws, ADMIN, own.customer_id)
    facts = [(each.fact_id, each.value, each.name, each.at) for each in profile.history]
    (week, *_) = read_outcomes(ws, ADMIN, own.customer_id, as_of=TODAY).rounds
    figures = [(line.measure.id, line.before[OutcomeSide.CUSTOMER]) for line in week.lines]
    return facts, start_history(ws, ADMIN, own.customer_id), figures


def test_facts_start_and_figures_arrive_with_who_and_when_and_once(own: Own, hpas: Workspace) -> None:
    seen = taken(hpas, own.file())
    assert (seen.facts, seen.outcomes, seen.started_on) == (3, 2, STARTED)
    assert said_of(hpas, own) == said_of(own.ws, own)
    assert started_on(hpas) == STARTED
    assert open_response(hpas, ADMIN, own.customer_id).answers["Q-A"].value == Share(5, 12)
    assert preview_dossier(hpas, OFFICE, own.file()).nothing_new
    assert verify(hpas.database).findings == ()


def test_a_later_file_brings_what_is_new_alone_and_an_older_one_nothing_back(own: Own, hpas: Workspace) -> None:
    old = own.file()
    taken(hpas, old)
    give_fact(own.ws, own.lead, own.customer_id, "units", 14)
    record(own, "lost", SaidOutcome(4.0, False, None))
    take_back_start(own.ws, own.lead, own.customer_id, reason="Feil kunde.")
    confirm_start(own.ws, own.lead, own.customer_id, STARTED, as_of=TODAY)
    seen = taken(hpas, own.file())
    assert (seen.facts, seen.outcomes, seen.started_on) == (1, 1, STARTED)
    assert said_of(hpas, own) == said_of(own.ws, own)
    assert open_response(hpas, ADMIN, own.customer_id).answers["Q-A"].value == Share(5, 14)
    assert preview_dossier(hpas, OFFICE, old).nothing_new


def test_what_was_said_here_later_stands(own: Own, hpas: Workspace) -> None:
    taken(hpas, own.file())
    lead = replace(own.lead, id="lead-here")
    give_fact(own.ws, own.lead, own.customer_id, "units", 14)
    late = own.file()
    give_fact(hpas, lead, own.customer_id, "units", 20)
    record_outcome(hpas, lead, own.customer_id, "lost", 7, SaidOutcome(1.0, False, None), as_of=TODAY)
    taken_if_new(hpas, late)
    assert read_profile(hpas, ADMIN, own.customer_id).given["units"].value == 20
    assert open_response(hpas, ADMIN, own.customer_id).answers["Q-A"].value == Share(5, 20)


def test_an_answer_with_the_whole_of_before_gets_the_one_that_stands_here(own: Own, hpas: Workspace) -> None:
    taken(hpas, own.file())
    give_fact(hpas, replace(own.lead, id="lead-here"), own.customer_id, "units", 20)
    own.say("Q-B", Share(2, None))
    taken(hpas, own.file())
    assert open_response(hpas, ADMIN, own.customer_id).answers["Q-B"].value == Share(2, 20)


def test_what_was_put_together_here_goes_on_to_a_third_place(
    own: Own, hpas: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    taken(hpas, own.file())
    give_fact(own.ws, own.lead, own.customer_id, "helpers", 4)
    record(own, "errors", SaidOutcome(2.0, False, None))
    late, here = own.file(), Own(hpas, replace(own.lead, id="lead-here"), own.customer_id)
    give_fact(hpas, here.lead, own.customer_id, "units", 20)
    record(here, "lost", SaidOutcome(1.0, False, None))
    taken(hpas, late)
    with house(tmp_path_factory.mktemp("third")) as third:
        assert taken(third, here.file()).numbers[4:6] == (5, 4)


def test_hpas_view_neither_leaves_nor_is_lost(own: Own, hpas: Workspace) -> None:
    taken(hpas, own.file())
    theirs = SaidOutcome(9.0, False, "Vi så flere.")
    record_outcome(hpas, REVIEWER, own.customer_id, "lost", 7, theirs, side=OutcomeSide.HPAS, as_of=TODAY)
    record(own, "lost", SaidOutcome(5.0, False, None))
    taken(hpas, own.file())
    lines = read_outcomes(hpas, ADMIN, own.customer_id, as_of=TODAY).rounds[0].lines
    lost = next(line for line in lines if line.measure.id == "lost")
    assert (lost.own.figure, lost.hpas.figure) == (5.0, 9.0)
    out = gather(hpas, ADMIN, own.customer_id)
    assert [each.figure for each in out.outcomes] == [6.5, None, 5.0]
    assert not [name for name in type(out).model_fields if "decision" in name]


def test_a_start_that_does_not_fit_the_go_live_here_is_told_and_left_with_its_figures(
    own: Own, hpas: Workspace
) -> None:
    before = own.file()
    early = altered(before, lambda content: content.update(starts=[], outcomes=[]))
    taken(hpas, early)
    set_go_live(hpas, ADMIN, own.customer_id, TODAY + timedelta(days=90))
    seen = taken_if_new(hpas, before)
    assert (seen.started_on, seen.outcomes) == (None, 0)
    assert any("passer ikke til oppstarten her" in note for note in seen.notes)
    assert started_on(hpas) is None


def taken_if_new(ws: Workspace, data: bytes) -> DossierPreview:
    seen = preview_dossier(ws, OFFICE, data)
    return seen if seen.nothing_new else take_in(ws, OFFICE, data, seal=seen.seal)


def test_a_file_of_the_first_version_is_read_as_one_that_says_nothing_of_it(own: Own, hpas: Workspace) -> None:
    def first(content: Content) -> None:
        for name in ("facts", "starts", "outcomes"):
            del content[name]

    whole = json.loads(altered(own.file(), first))
    seen = taken(hpas, json.dumps({**whole, "version": 1}).encode())
    assert (seen.facts, seen.outcomes, seen.started_on) == (0, 0, None)


def _order(content: Content) -> None:
    content["facts"].reverse()


def _no_reason(content: Content) -> None:
    content["starts"][1]["reason"] = None


def _no_start(content: Content) -> None:
    content["starts"] = []


def _both(content: Content) -> None:
    content["outcomes"][0]["not_known"] = True


def _side(content: Content) -> None:
    content["outcomes"][0]["side"] = "hpas"


def _too_many(content: Content) -> None:
    content["facts"][2]["value"] = 501
    content["facts"][2]["fact_id"] = "units"


def _half(content: Content) -> None:
    content["outcomes"][1] |= {"figure": 1.5, "not_known": False}


def _below(content: Content) -> None:
    content["facts"][0]["value"] = -1


@pytest.mark.parametrize("change", [_order, _no_reason, _no_start, _both, _side, _too_many, _half, _below])
def test_what_could_not_have_been_said_so_is_refused_whole(
    file: bytes, empty: Workspace, change: Callable[[Content], None]
) -> None:
    data = altered(file, change)
    for act in (preview_dossier, partial(take_in, seal="")):
        with pytest.raises(BadInput) as raised:
            act(empty, OFFICE, data)
        assert raised.value.fault == "dossier_altered"
    assert list_customers(empty, OFFICE) == []
