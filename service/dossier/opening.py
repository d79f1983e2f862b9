"""A vurderingsfil opened: is it one, is it whole, and is it as it was made? Nothing of a file that is not is read further.

The hash over all of it finds what was changed by hand; the chain of the history and the fingerprints of the questionnaires
what was changed by someone who made a new hash.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from pydantic import ValidationError

from language.service.answers.serialisation import ANSWER_TO
from language.service.dossier import opening as words
from reports.answers.text_encoding import LARGEST_MB
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField
from scoring.waivers import WaiverState
from service.answers.serialisation import CONFIRMED_ON, answers_from, fits
from service.dossier.beside import check_beside
from service.dossier.document import (
    FORMAT,
    VERSION,
    Dossier,
    DossierChanges,
    DossierMatter,
    DossierSnapshot,
    content_hash,
)
from service.faults import BadInput, DatabaseProblem
from service.review.submission_states import State
from storage.answers import chain

MEMBER = "vurderingsfil.json"
UNPACKED_MB = 60
# How every file of ours ends.
LAST = "\n }\n}"


def looks_like_one(data: bytes) -> bool:
    """Whether it is meant to be a vurderingsfil, not a file of answers."""
    if data.startswith(b"PK"):
        return MEMBER.encode() in data[:200]
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def opened(data: bytes) -> Dossier:
    """What the file says. Raises `BadInput`: dossier_too_large, _not_one, _cut_off, _newer or _altered."""
    content = _content(_whole(_unpacked(data)))
    try:
        # Strict, and from JSON again: there a day is text, and nothing else becomes one.
        dossier = Dossier.model_validate_json(json.dumps(content), strict=True)
    except ValidationError as error:
        raise _altered(".".join(str(part) for part in error.errors()[0]["loc"])) from None
    except RecursionError:
        raise BadInput("dossier_not_one") from None
    forms = dict(_forms(dossier))
    if dossier.response.fingerprint not in forms:
        raise _altered(words.FORM())
    _check_history(dossier, forms[dossier.response.fingerprint])
    _check_plan(dossier)
    for where in check_beside(dossier):
        raise _altered(where)
    for snapshot in dossier.snapshots:
        _check_snapshot(snapshot, forms)
    return dossier


def _unpacked(data: bytes) -> bytes:
    if len(data) > LARGEST_MB * 1_000_000:
        raise BadInput("dossier_too_large", most=LARGEST_MB)
    if not data.startswith(b"PK"):
        return data
    try:
        with ZipFile(BytesIO(data)) as packed, packed.open(MEMBER) as member:
            found = member.read(UNPACKED_MB * 1_000_000 + 1)
    except (KeyError, NotImplementedError, RuntimeError):
        raise BadInput("dossier_not_one") from None
    except (BadZipFile, EOFError, OSError, ValueError):
        raise BadInput("dossier_cut_off") from None
    if len(found) > UNPACKED_MB * 1_000_000:
        raise BadInput("dossier_too_large", most=UNPACKED_MB)
    return found


def _whole(data: bytes) -> dict[str, Any]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("dossier_not_one") from None
    try:
        found = json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise BadInput("dossier_not_one") from None
    except ValueError:
        if f'"{FORMAT}"' not in text[:1_000]:
            raise BadInput("dossier_not_one") from None
        raise _altered(words.SIGNS()) if text.rstrip().endswith(LAST) else BadInput("dossier_cut_off") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise BadInput("dossier_not_one")
    return found


def _no_number(name: str) -> float:
    raise ValueError(name)


def _content(whole: dict[str, Any]) -> object:
    version = whole.get("version")
    if isinstance(version, int) and version > VERSION:
        raise BadInput("dossier_newer", found=version, known=VERSION)
    content = whole.get("content")
    if version not in range(1, VERSION + 1) or whole.keys() != {"format", "version", "sha256", "content"}:
        raise _altered(words.BEGINNING())
    try:
        hashed = content_hash(content)
    except (UnicodeEncodeError, RecursionError):
        raise _altered(words.SIGNS()) from None
    if hashed != whole["sha256"]:
        raise _altered(words.CHECKSUM())
    return content


def _altered(where: str) -> BadInput:
    return BadInput("dossier_altered", where=where)


def _forms(dossier: Dossier) -> Iterator[tuple[str, Form]]:
    for kept in dossier.forms:
        if sha256(kept.body.encode()).hexdigest() != kept.fingerprint:
            raise _altered(words.FORM())
        try:
            form = Form.model_validate_json(kept.body)
        except ValidationError:
            raise _altered(words.FORM()) from None
        if form.questionnaire.customer_type is not dossier.customer.customer_type:
            raise _altered(words.FORM_OF_ANOTHER())
        yield kept.fingerprint, form


def _check_history(dossier: Dossier, form: Form) -> None:
    response, before = dossier.response, ""
    standing: dict[tuple[str, AnswerField], tuple[object, ...]] = {}
    for number, line in enumerate(response.history, start=1):
        where = words.HISTORY_LINE(number=number)
        row = {**{name: getattr(line, name) for name in chain.REVISION if name != "response_id"}}
        if line.prev_hash != before or chain.revision_hash({**row, "response_id": response.id}) != line.hash:
            raise _altered(where)
        before, key = line.hash, (line.question_id, line.field)
        if line.version is not None:
            if line.version != (standing[key][1] if key in standing else 0) + 1:  # type: ignore[operator]
                raise _altered(where)
            standing[key] = (line.content, line.version, line.actor, line.at)
    if before != response.head:
        raise _altered(words.END_OF_HISTORY())
    stand = {(a.question_id, a.field): (a.content, a.version, a.by, a.at) for a in response.answers}
    if stand != standing or len(stand) != len(response.answers):
        raise _altered(words.NOT_ITS_ANSWERS())
    _check_answers(form, [(answer.question_id, answer.field, answer.content) for answer in response.answers])


def _check_answers(form: Form, said: list[tuple[str, AnswerField, str | None]]) -> None:
    """What could not be an answer to its question is no answer of ours."""
    for question_id, field, content in said:
        question = form.questionnaire.by_id.get(question_id)
        if question is not None and not fits(question, field, content):
            raise _altered(ANSWER_TO(question=question_id))


def _check_plan(dossier: Dossier) -> None:
    """An action begins with all its fields, a waiver as proposed, and what was sent in as sent; each of them once."""
    for action in dossier.actions:
        first, *_ = action.history
        blank = any(
            "text" in step.changes.model_fields_set and not step.changes.text.strip() for step in action.history
        )
        if first.changes.model_fields_set != DossierChanges.model_fields.keys() or blank:
            raise _altered(words.ACTION())
    for waiver in dossier.waivers:
        if not _begins(waiver, WaiverState.PROPOSED) or not waiver.measure.strip():
            raise _altered(words.WAIVER())
    for things in (dossier.actions, dossier.waivers, dossier.snapshots):
        if len({thing.id for thing in things}) != len(things):
            raise _altered(words.TWICE())


def _begins(matter: DossierMatter, state: WaiverState | State) -> bool:
    """Whether it begins so, and everything that became of it is of the same kind."""
    return matter.events[0].state is state and all(type(event.state) is type(state) for event in matter.events)


def _field(name: str) -> str:
    """A part of an answer, or the day it was stood by. Raises ValueError."""
    return name if name == CONFIRMED_ON else AnswerField(name)


def _check_snapshot(snapshot: DossierSnapshot, forms: dict[str, Form]) -> None:
    where = words.SENT_IN(day=snapshot.as_of.isoformat())
    if snapshot.fingerprint not in forms or not _begins(snapshot, State.SENT):
        raise _altered(where)
    try:
        said = [(str(id_), _field(field), str(content)) for id_, field, content in json.loads(snapshot.body)]
        answers_from(forms[snapshot.fingerprint], said)
    except (ValueError, TypeError, DatabaseProblem):
        raise _altered(where) from None
