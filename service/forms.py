"""The questionnaires kept with responses, read from the database once: a fingerprint never means anything else."""

from collections.abc import Collection, Mapping
from hashlib import sha256

from sqlalchemy import Connection

from language.service.forms import KEPT_FORM
from scoring.questionnaire import Form
from storage import records
from storage.engines.problems import Damaged

_READ: dict[str, Form] = {}


def kept_forms(connection: Connection, fingerprints: Collection[str]) -> Mapping[str, Form]:
    """Fingerprint -> the form as it was asked. Raises `Damaged` when one is missing or has been changed."""
    missing = set(fingerprints) - _READ.keys()
    if missing:
        bodies = records.forms(connection, missing)
        for fingerprint in missing:
            body = bodies.get(fingerprint, "")
            if sha256(body.encode()).hexdigest() != fingerprint:
                raise Damaged(KEPT_FORM(), fingerprint[:12])
            _READ[fingerprint] = Form.model_validate_json(body)
    return {fingerprint: _READ[fingerprint] for fingerprint in fingerprints}


def known(fingerprint: str) -> Form | None:
    """The form as it was read once; `None` when nobody has asked for it yet."""
    return _READ.get(fingerprint)


def forget() -> None:
    """Read every form anew when it is next asked for."""
    _READ.clear()


def keep(connection: Connection, form: Form) -> str:
    """Keep the form; its fingerprint."""
    body = form.model_dump_json()
    records.keep_form(connection, form.fingerprint, form.questionnaire.customer_type, body)
    return form.fingerprint
