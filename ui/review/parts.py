"""The parts of Kvalitetssikring: what waits, what is done, exceptions, and where HPAS and the customers part."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from language.ui.review import parts as words
from scoring.disagreement import Disagreement
from service.files.all_plans import WAIVERS as WAIVERS_OF_ALL
from service.files.review import ALL_SNAPSHOTS, RATINGS
from service.people.actor import Actor
from service.people.customers import CustomerInfo, list_customers
from service.plan.waivers import CustomerWaiver, approved_waivers, open_proposals
from service.review.ratings import disagreement
from service.review.review_queue import QueuePage
from service.workspace import Workspace
from ui import session
from ui.change_form import say_outcome
from ui.files import tables
from ui.plan import waivers
from ui.review import disagreement as apart
from ui.review import queue_table

WAITING, DONE, WAIVERS, APART = "waiting", "done", "waivers", "apart"
_KEY = session.key("reviews", "part")


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """The part that is chosen, with what it shows; the others are empty."""

    name: str
    queue: QueuePage | None = None
    proposals: Sequence[CustomerWaiver] = ()
    approved: Sequence[CustomerWaiver] = ()
    found: Sequence[Disagreement] = ()
    customers: Sequence[CustomerInfo] = ()


def read(ws: Workspace, actor: Actor) -> ReviewPart:
    held = session.value(_KEY)
    if held == WAIVERS:
        return ReviewPart(WAIVERS, proposals=open_proposals(ws, actor), approved=approved_waivers(ws, actor))
    if held == APART:
        return ReviewPart(APART, found=disagreement(ws, actor), customers=list_customers(ws, actor))
    name = DONE if held == DONE else WAITING
    return ReviewPart(name, queue=queue_table.read(ws, actor, done=name == DONE))


def draw(part: ReviewPart) -> None:
    say_outcome()
    st.segmented_control(
        words.WHAT_TO_SEE(),
        [WAITING, DONE, WAIVERS, APART],
        format_func=words.PARTS.__getitem__,
        default=WAITING,
        required=True,
        key=_KEY,
        persist_state="session",
        label_visibility="collapsed",
    )
    if part.queue is not None:
        queue_table.draw(part.queue, done=part.name == DONE)
    elif part.name == WAIVERS:
        waivers.queue(part.proposals, part.approved)
    else:
        apart.draw(part.found, {customer.id: customer.name for customer in part.customers})


def take_away() -> None:
    st.header(words.TAKE_AWAY(), anchor=False)
    tables.choice("reviews", (ALL_SNAPSHOTS, RATINGS, WAIVERS_OF_ALL))
