"""Measures and started customers for these tests."""

from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from scoring.frozen import Grounds, Text
from scoring.outcomes.measures import OutcomeMeasure, OutcomeRules
from scoring.vocabulary import AnswerField, CustomerType, Source
from service.answers.responses import Content
from service.outcomes.starts import confirm_start
from service.people.actor import Actor
from service.workspace import Workspace
from tests.builders import municipality, record, workspace

GO_LIVE = date(2027, 5, 1)
_NUMBERS = count(1)


def measure(id_: str, **more: Any) -> OutcomeMeasure:
    said = {
        "id": id_,
        "title": Text(nb=f"Måling {id_}"),
        "help": Text(nb="Tell det."),
        "unit": Text(nb="prosent"),
        "decimals": True,
        "customer_types": (CustomerType.MUNICIPALITY,),
        "better": "lower",
        "trouble": {7: 5.0, 30: 2.0},
        "foreseen_by": ("message_test",),
        "lesson": "L816-07",
        "basis": Grounds(source=Source.OWN, nb="Valgt her."),
    }
    return OutcomeMeasure.model_validate({**said, **more})


RULES = OutcomeRules(
    measures=(
        measure("lost"),
        measure("errors", unit=Text(nb="feil"), decimals=False, foreseen_by=("on_call",)),
        measure("letters", customer_types=(CustomerType.GP_OFFICE,)),
    )
)


def house(folder: Path) -> Workspace:
    return replace(workspace(folder), outcomes=RULES)


def started(ws: Workspace, *, stop: bool = True, on: date = GO_LIVE) -> Actor:
    """A customer that has answered everything, with its hard stop of messages in place or not, and has started."""
    lead, response_id = municipality(ws, f"Kommune {next(_NUMBERS)}", go_live=on)
    said: dict[str, Content] = {
        "Q-LEVEL": 3,
        "Q-YESNO": True,
        "Q-NUMBER": 2.0,
        "Q-DATE": date(2027, 1, 1),
        "Q-STOP": stop,
    }
    for turn, (id_, value) in enumerate(said.items()):
        record(ws, lead, response_id, id_, AnswerField.VALUE, value, base_version=None, session="a", edit_no=turn + 1)
    confirm_start(ws, lead, of(lead), on, as_of=on)
    return lead


def of(lead: Actor) -> str:
    assert lead.customer_id is not None
    return lead.customer_id
