"""What a vurderingsfil brings of what was said to findings, and of days the customer corrected for itself; none of HPAS's."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from language import Language, speaking
from scoring.proof.phases import NO_PHASES, Phases
from scoring.vocabulary import CustomerType
from service.dossier.gathering import gather
from service.dossier.opening import opened
from service.dossier.taking_in import DossierPreview, OutdatedDossier, preview_dossier, take_in
from service.faults import BadInput
from service.files.dossier import DOSSIER
from service.judgement import judge_customer
from service.people.customers import add_customer, list_customers
from service.plan.phases import correct_phases, give_phases
from service.workspace import Workspace
from service.xray import LookedAt, findings_of, look_at
from storage.plan.phase_rows import said_of
from storage.verification import verify
from storage.xray.rows import finding_answers
from tests.builders import ADMIN, catalogue, workspace
from tests.service.dossier.lived import NAME, OFFICE, TODAY, Own, altered, own_machine
from tests.service.files.handing import handed
from tests.service.xray.test_findings import FORM, RULES

Content = dict[str, Any]
WAVE = date(2027, 5, 1)
OF_WAVE = Phases(build_stop=date(2027, 2, 20))
EARLY = Phases(build_stop=date(2027, 3, 1), test_start=date(2027, 3, 8), test_end=date(2027, 4, 1))
LATE = Phases(build_stop=date(2027, 3, 5), training_start=date(2027, 4, 2))


def house(where: Any) -> Workspace:
    return replace(workspace(where, of=catalogue(FORM)), xray=RULES)


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    with house(tmp_path_factory.mktemp("own")) as ws:
        yield lived_on(ws)


def lived_on(ws: Workspace) -> Own:
    """A municipality on its own machine: a finding that was spoken to twice, and days that were corrected twice."""
    made = own_machine(ws)
    made.say("Q-DONE", 3)
    made.say("Q-BEHIND", 1)
    for reason in ("Prøvd på nytt", "Vakten er øvd;\n«nå»"):
        look(made, reason)
    for phases in (EARLY, LATE):
        correct(made, phases)
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


def look(own: Own, reason: str) -> None:
    (found,) = findings_of(own.ws, own.lead, judge_customer(own.ws, own.lead, own.customer_id, as_of=TODAY))
    about = {"rule_id": found.seen.rule_id, "basis": found.basis, "as_of": TODAY}
    look_at(own.ws, own.lead, own.customer_id, reason=reason, **about)  # type: ignore[arg-type]


def correct(own: Own, phases: Phases) -> None:
    correct_phases(own.ws, own.lead, own.customer_id, phases, reason="Leverandøren er sein.")


def at_hpas(own: Own, hpas: Workspace) -> Own:
    """The same customer, where HPAS has it."""
    return Own(hpas, replace(own.lead, id="lead-here"), own.customer_id)


def taken(ws: Workspace, data: bytes) -> DossierPreview:
    seen = preview_dossier(ws, OFFICE, data)
    return take_in(ws, OFFICE, data, seal=seen.seal)


def rows_of(own: Own) -> tuple[object, object]:
    with own.ws.database.reading() as connection:
        return finding_answers(connection, own.response_id), said_of(connection, own.customer_id)


def held(ws: Workspace, customer_id: str) -> Phases:
    return judge_customer(ws, ADMIN, customer_id, as_of=TODAY).circumstances.phases.held


def looked_at(ws: Workspace, customer_id: str) -> LookedAt | None:
    (found,) = findings_of(ws, ADMIN, judge_customer(ws, ADMIN, customer_id, as_of=TODAY))
    return found.looked_at


def test_they_arrive_with_who_and_when_and_once(own: Own, hpas: Workspace) -> None:
    seen = taken(hpas, own.file())
    assert (seen.findings, seen.phases) == (2, 2)
    assert rows_of(at_hpas(own, hpas)) == rows_of(own)
    said = looked_at(hpas, own.customer_id)
    assert said is not None
    assert (said.reason, held(hpas, own.customer_id)) == ("Vakten er øvd;\n«nå»", LATE)
    again = preview_dossier(hpas, OFFICE, own.file())
    assert (again.nothing_new, again.findings, again.phases, again.notes) == (True, 0, 0, ())
    assert verify(hpas.database).findings == ()


def test_a_later_file_brings_what_is_new_alone_and_an_older_one_nothing_back(own: Own, hpas: Workspace) -> None:
    old = own.file()
    taken(hpas, old)
    look(own, "Likevel")
    correct(own, NO_PHASES)
    seen = taken(hpas, own.file())
    assert (seen.findings, seen.phases) == (1, 1)
    assert rows_of(at_hpas(own, hpas)) == rows_of(own)
    assert held(hpas, own.customer_id) == NO_PHASES
    assert preview_dossier(hpas, OFFICE, old).nothing_new


def test_what_was_said_here_later_stands_and_the_days_are_told(own: Own, hpas: Workspace) -> None:
    taken(hpas, own.file())
    look(own, "Sagt før")
    correct(own, EARLY)
    late, here = own.file(), at_hpas(own, hpas)
    look(here, "Sagt etter")
    correct(here, OF_WAVE)
    seen = preview_dossier(hpas, OFFICE, late)
    assert (seen.nothing_new, seen.findings, seen.phases) == (True, 0, 0)
    (note,) = seen.notes
    assert "blir stående: byggestopp 20.02.2027" in note
    said = looked_at(hpas, own.customer_id)
    assert said is not None
    assert (said.reason, held(hpas, own.customer_id)) == ("Sagt etter", OF_WAVE)


def test_days_that_would_be_others_are_shown_in_both_languages_and_seen_again_when_those_here_move(
    own: Own, hpas: Workspace
) -> None:
    give_phases(hpas, OFFICE, WAVE, OF_WAVE)
    seen = preview_dossier(hpas, OFFICE, own.file())
    (note,) = seen.notes
    assert "blir byggestopp 05.03.2027 og opplæring begynner 02.04.2027. Nå: byggestopp 20.02.2027." in note
    with speaking(Language.NYNORSK):
        (other,) = preview_dossier(hpas, OFFICE, own.file()).notes
    assert "blir byggjestopp 05.03.2027 og opplæring byrjar 02.04.2027. No: byggjestopp 20.02.2027." in other
    give_phases(hpas, OFFICE, WAVE, EARLY)
    with pytest.raises(OutdatedDossier):
        take_in(hpas, OFFICE, own.file(), seal=seen.seal)


def test_days_that_are_taken_back_leave_those_of_the_wave(own: Own, hpas: Workspace) -> None:
    give_phases(hpas, OFFICE, WAVE, OF_WAVE)
    taken(hpas, own.file())
    correct(own, NO_PHASES)
    (note,) = taken(hpas, own.file()).notes
    assert "blir byggestopp 20.02.2027. Nå: byggestopp 05.03.2027" in note
    assert held(hpas, own.customer_id) == OF_WAVE


def test_a_customer_known_by_its_name_gets_them(own: Own, hpas: Workspace) -> None:
    made = add_customer(hpas, OFFICE, name=NAME, customer_type=CustomerType.MUNICIPALITY, go_live=WAVE)
    taken(hpas, own.file())
    said = looked_at(hpas, made)
    assert said is not None
    assert held(hpas, made) == LATE
    assert preview_dossier(hpas, OFFICE, own.file()).nothing_new


def test_the_days_of_a_wave_are_hpas_own_and_never_leave_in_a_file(own: Own, hpas: Workspace) -> None:
    correct(own, NO_PHASES)
    taken(hpas, own.file())
    give_phases(hpas, OFFICE, WAVE, OF_WAVE)
    stops = [each.build_stop for each in gather(hpas, ADMIN, own.customer_id).phases]
    assert stops == [EARLY.build_stop, LATE.build_stop, None]


def test_what_was_put_together_here_goes_on_to_a_third_place(
    own: Own, hpas: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    taken(hpas, own.file())
    own.say("Q-BEHIND", 0)
    look(own, "Sagt på maskinen")
    late = own.file()
    look(at_hpas(own, hpas), "Sagt her etterpå")
    taken(hpas, late)
    on = handed(hpas, OFFICE, DOSSIER, own.customer_id, as_of=TODAY).data
    with house(tmp_path_factory.mktemp("third")) as third:
        assert taken(third, on).findings == 4
        assert looked_at(third, own.customer_id) == looked_at(hpas, own.customer_id)


def test_a_file_of_the_second_version_says_nothing_of_them(own: Own, hpas: Workspace) -> None:
    def second(content: Content) -> None:
        for name in ("finding_answers", "phases"):
            del content[name]

    whole = json.loads(altered(own.file(), second))
    seen = taken(hpas, json.dumps({**whole, "version": 2}).encode())
    assert (seen.findings, seen.phases) == (0, 0)
    assert taken(hpas, own.file()).numbers[-2:] == (2, 2)


def _in(part: str, **said: object) -> Callable[[Content], None]:
    return lambda content: content[part][0].update(said)


SPOILT: list[Callable[[Content], object]] = [
    _in("finding_answers", reason=" "),
    _in("finding_answers", reason=None),
    _in("finding_answers", reason="x" * 10_001),
    _in("finding_answers", reason="a\0b"),
    _in("finding_answers", basis="0" * 63),
    _in("finding_answers", rule_id="x" * 65),
    _in("finding_answers", actor=""),
    _in("finding_answers", response_id="another"),
    lambda content: content["finding_answers"].reverse(),
    _in("phases", reason=""),
    _in("phases", reason="x" * 10_001),
    _in("phases", build_stop="1999-12-31"),
    _in("phases", training_start="2100-01-02"),
    _in("phases", test_end="2027-03-07"),
    _in("phases", at="2027-01-01T00:00:00"),
    # A word on a wave is HPAS's own, and one on another customer somebody else's.
    _in("phases", go_live="2027-05-01"),
    _in("phases", customer_id="another"),
    lambda content: content["phases"].reverse(),
]


@pytest.mark.parametrize("change", SPOILT)
def test_what_could_not_have_been_said_so_is_refused_whole(
    file: bytes, empty: Workspace, change: Callable[[Content], object]
) -> None:
    assert opened(file).phases
    data = altered(file, change)
    for act in (preview_dossier, partial(take_in, seal="")):
        with pytest.raises(BadInput) as raised:
            act(empty, OFFICE, data)
        assert raised.value.fault == "dossier_altered"
    assert list_customers(empty, OFFICE) == []
