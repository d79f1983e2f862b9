"""What a vurderingsfil holds, as `docs/dossier.md` describes it, and its bytes: JSON with a hash over all of it.

Every text is checked as it is read: what could not have been stored here is not in a file of ours.
"""

import json
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from scoring.answers import FIRST_DAY, LAST_DAY
from scoring.plan import ActionStatus
from scoring.proof.phases import Phases
from scoring.vocabulary import AnswerField, CustomerType
from scoring.waivers import WaiverState
from service.review.submission_states import State
from storage.plain_text import LONGEST_TEXT, BadText, clean_text
from storage.tables import RevisionKind

# Version 1 had no facts, starts or outcomes, and 2 no finding answers or phases; they are read as where none were said.
FORMAT, VERSION = "klarsjekk-vurdering", 3
LONGEST_CONTENT = 200_000
LONGEST_BODY = 5_000_000


def _as_stored(text: str) -> str:
    try:
        if clean_text(text, longest=LONGEST_BODY) not in (text, None):
            raise ValueError("not as it is stored")
    except BadText as error:
        raise ValueError(error.fault) from None
    return text


def _within(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError("day out of range")
    return day


def _stored_in_utc(at: datetime) -> datetime:
    try:
        at.astimezone(UTC)
    except OverflowError:
        raise ValueError("moment out of range") from None
    return at


Id = Annotated[str, StringConstraints(pattern=r"^[!-~]{1,64}$")]
Session = Annotated[str, StringConstraints(pattern=r"^[ -~]{1,64}$")]
Sha = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Link = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_as_stored)]
Said = Annotated[str, StringConstraints(max_length=LONGEST_CONTENT), AfterValidator(_as_stored)]
Reason = Annotated[str, StringConstraints(max_length=LONGEST_TEXT, pattern=r"\S"), AfterValidator(_as_stored)]
Body = Annotated[str, StringConstraints(max_length=LONGEST_BODY), AfterValidator(_as_stored)]
Day = Annotated[date, AfterValidator(_within)]
Moment = Annotated[AwareDatetime, AfterValidator(_stored_in_utc)]
Number = Annotated[int, Field(ge=0, le=2_000_000_000)]
Figure = Annotated[float, Field(ge=0, le=1_000_000_000)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DossierMove(_Part):
    """The go-live, from one day to another."""

    moved_from: Day | None
    moved_to: Day | None
    actor: Name
    at: Moment


class DossierCustomer(_Part):
    id: Id
    name: Name
    customer_type: CustomerType
    go_live: Day | None
    invented: bool
    created_at: Moment
    moves: tuple[DossierMove, ...] = ()


class DossierForm(_Part):
    """A questionnaire as it was asked; the fingerprint is the SHA-256 of the body."""

    fingerprint: Sha
    body: Annotated[str, StringConstraints(max_length=LONGEST_BODY)]


class DossierRevision(_Part):
    """One line of the history; with `response_id` and the hash before it, these are the fields its hash is made of."""

    id: Number
    question_id: Id
    field: AnswerField
    version: Number | None
    content: Said | None
    actor: Name
    session: Session
    edit_no: Number
    base_version: Number | None
    kind: RevisionKind
    at: Moment
    prev_hash: Link
    hash: Sha


class DossierAnswer(_Part):
    """A field as it stands; it follows from the history."""

    question_id: Id
    field: AnswerField
    content: Said | None
    version: Number
    by: Name
    at: Moment


class DossierResponse(_Part):
    id: Id
    fingerprint: Sha
    created_at: Moment
    created_by: Name
    head: Link
    history: tuple[DossierRevision, ...]
    answers: tuple[DossierAnswer, ...]


class DossierChanges(_Part):
    """The fields of an action that were set."""

    text: Said = ""
    owner_member: Id | None = None
    owner_name: Name | None = None
    due: Day | None = None
    status: ActionStatus = ActionStatus.PLANNED
    note: Said | None = None


class DossierStep(_Part):
    """One line of an action's history."""

    changes: DossierChanges
    actor: Name
    session: Session
    edit_no: Number
    base_version: Number | None
    at: Moment


class DossierAction(_Part):
    """An action from its first line to its last; `question_id` None: it belongs to no question."""

    id: Id
    question_id: Id | None
    history: Annotated[tuple[DossierStep, ...], Field(min_length=1)]


class DossierEvent(_Part):
    """Something that became of a waiver or of what was sent in."""

    state: WaiverState | State
    actor: Name
    at: Moment
    reason: Said | None


class DossierMatter(_Part):
    """Something that lies with HPAS, with all that became of it."""

    id: Id
    events: Annotated[tuple[DossierEvent, ...], Field(min_length=1)]


class DossierWaiver(DossierMatter):
    question_id: Id
    measure: Said
    owner: Name
    expires: Day
    given_for: Said | None


class DossierSnapshot(DossierMatter):
    """What was sent in, frozen. body: a JSON list of [question, field, content]."""

    fingerprint: Sha
    as_of: Day
    go_live: Day
    sent_at: Moment
    sent_by: Name
    complete: bool
    marker: Number
    body: Body


class DossierFact(_Part):
    """A fact of «Om virksomheten» as it was given; without a value it was taken away."""

    fact_id: Id
    value: Figure | None
    actor: Name
    at: Moment


class DossierStart(_Part):
    """The day the customer started, as it was said; without a day it was taken back."""

    started_on: Day | None
    reason: Said | None
    actor: Name
    at: Moment


class DossierOutcome(_Part):
    """What the customer itself said of a measure, so many days after the start; nothing at all took it back."""

    measure_id: Id
    days_after: Number
    figure: Figure | None
    not_known: bool
    remark: Said | None
    actor: Name
    at: Moment


class DossierFindingAnswer(_Part):
    """Why a finding of «Henger svarene sammen?» stands. basis: what the answers behind it said then, in 64 signs."""

    rule_id: Id
    basis: Sha
    reason: Reason
    actor: Name
    at: Moment


class DossierPhases(_Part):
    """When it is built, tested and taught, where the customer differs from its wave; no day at all took it back."""

    build_stop: Day | None
    test_start: Day | None
    test_end: Day | None
    training_start: Day | None
    reason: Reason
    actor: Name
    at: Moment

    @property
    def days(self) -> Phases:
        return Phases(self.build_stop, self.test_start, self.test_end, self.training_start)


class Dossier(_Part):
    """All that one customer has said. people: member's id -> name, of those the history names.

    From facts on each is the oldest first. What both sides have signed, and what HPAS says, is not in it.
    """

    made_at: Moment
    customer: DossierCustomer
    people: dict[Id, Name]
    forms: Annotated[tuple[DossierForm, ...], Field(min_length=1)]
    response: DossierResponse
    actions: tuple[DossierAction, ...] = ()
    waivers: tuple[DossierWaiver, ...] = ()
    snapshots: tuple[DossierSnapshot, ...] = ()
    facts: tuple[DossierFact, ...] = ()
    starts: tuple[DossierStart, ...] = ()
    outcomes: tuple[DossierOutcome, ...] = ()
    finding_answers: tuple[DossierFindingAnswer, ...] = ()
    phases: tuple[DossierPhases, ...] = ()


def dossier_bytes(dossier: Dossier) -> bytes:
    """The file. What was not set in a line of an action's history is left out, as it is in the database."""
    content = dossier.model_dump(mode="json")
    for action, made in zip(content["actions"], dossier.actions, strict=True):
        for line, step in zip(action["history"], made.history, strict=True):
            line["changes"] = step.changes.model_dump(mode="json", exclude_unset=True)
    whole = {"format": FORMAT, "version": VERSION, "sha256": content_hash(content), "content": content}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def content_hash(content: Any) -> str:
    """SHA-256 of the content as JSON with sorted keys and no spaces."""
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
