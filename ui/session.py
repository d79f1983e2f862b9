"""What belongs to one browser tab: widget keys, the edit counter, the chosen customer and role.

The only module that touches `st.session_state` and the query parameters. Answers live on disk, not here.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from urllib.parse import urlsplit

import streamlit as st

from scoring.vocabulary import AnswerField

CUSTOMER = "kunde"
FACTOR = "tema"
QUESTION = "sporsmal"
FILTER = "vis"
ROLE = "rolle"
LANGUAGE = "sprak"
ASSIGNEE = "ansvarlig"
SNAPSHOT = "innsendt"
EDITION = "utgave"
WAVE = "oppstart"
LOGIN = "innlogging"


def key(kind: str, *ids: str) -> str:
    """The widget key made from what the widget is about."""
    return ".".join((kind, *ids))


def name(kind: str, *ids: str) -> str:
    """The same for a container, whose key becomes a class name on the page."""
    return "-".join((kind, *ids))


SEARCH = key("answers", "search")


def value(widget_key: str) -> object:
    """What the widget holds now, or `None` when it is not drawn."""
    return st.session_state.get(widget_key)


def put(widget_key: str, content: object) -> None:
    """Give a widget its content before it is drawn."""
    st.session_state[widget_key] = content


def forget(widget_keys: Iterable[str]) -> None:
    """Let the widgets start afresh from what is stored."""
    for widget_key in widget_keys:
        st.session_state.pop(widget_key, None)


def seed(widget_key: str, content: object) -> bool:
    """Give a widget that is not drawn yet its stored content; True when it was given.

    What was typed there and could not be saved comes before what is stored.
    """
    if widget_key in st.session_state:
        return False
    unsaved: dict[str, object] = st.session_state.get("unsaved", {})
    st.session_state[widget_key] = unsaved.get(widget_key, content)
    return widget_key not in unsaved


def keep_unsaved(widget_keys: Iterable[str]) -> None:
    """Remember what these widgets hold until it is saved, also while they are not drawn."""
    held = {each: st.session_state[each] for each in widget_keys if each in st.session_state}
    # The state of a table cannot be given back to it; what was typed there stands in what is laid down.
    plain = {each: content for each, content in held.items() if isinstance(content, str | int | None)}
    st.session_state["unsaved"] = st.session_state.get("unsaved", {}) | plain


def drop_unsaved(widget_keys: Iterable[str]) -> None:
    """It is saved, or given up."""
    gone = set(widget_keys)
    st.session_state["unsaved"] = {k: held for k, held in st.session_state.get("unsaved", {}).items() if k not in gone}


def start_afresh_for(customer_id: str) -> None:
    """Let go of what the questions hold when another customer is chosen: their answers must never be seen as this one's."""
    before = st.session_state.get("customer")
    st.session_state["customer"] = customer_id
    if before not in (None, customer_id):
        let_go_of_questions()


def let_go_of_questions() -> None:
    """Let every question show what is stored when it is next drawn."""
    forget([held for held in st.session_state if str(held).split(".")[0] in _OF_QUESTIONS])


_OF_QUESTIONS = {
    *("answer", "answers", "base", "more", "notes", "unsaved", "gap-form", "gap-left", "gap-open", "answered-here"),
    *AnswerField,
}


def here() -> str:
    """The address the browser has opened the app at, without what follows the host."""
    found = urlsplit(st.context.url or "")
    return f"{found.scheme}://{found.netloc}" if found.netloc else ""


def drawn(name: str, content: object) -> object:
    """What the run before this one drew, which is what was on screen when a button was pressed; from now on `content`."""
    before = st.session_state.get(name, content)
    st.session_state[name] = content
    return before


def take(name: str) -> object:
    """What was put there, once."""
    return st.session_state.pop(name, None)


def count(name: str) -> int:
    """How many times something was counted in this tab."""
    return int(st.session_state.get(key("count", name), 0))


def bump(name: str) -> None:
    st.session_state[key("count", name)] = count(name) + 1


TAB_HEADER = "X-Klarsjekk-Tab"
# Edits of one connection; the next one begins above them.
_EDITS = 100_000
_MOST_CONNECTIONS = 20_000


def arrive(who: str) -> None:
    """Take down which tab this is, when the page is first drawn: the same when its connection has broken and is taken up elsewhere.

    who: part of the name, so that nobody can pass their edits off as another's.
    """
    said, _ = _connection()
    named = blake2b(f"{said} {who}".encode(), digest_size=8).hexdigest() if said else secrets.token_hex(8)
    st.session_state.setdefault("tab", named)
    _first_edit()


def _connection() -> tuple[str, int]:
    """What the browser calls the tab, "" when it says nothing, and how many connections it had before this one."""
    name, _, before = str(st.context.headers.get(TAB_HEADER, "")).partition(".")
    return name, int(before or 0)


def _first_edit() -> None:
    """What comes late by an older connection has lower numbers than all that has come by this one."""
    first = min(_connection()[1], _MOST_CONNECTIONS) * _EDITS
    st.session_state["edit"] = max(st.session_state.get("edit", 0), first)


def tab() -> str:
    """A name for this browser tab, stable until it is closed or reloaded."""
    return str(st.session_state.setdefault("tab", secrets.token_hex(8)))


def of_this_process(widget_key: str) -> str:
    """The key of a table: another one when its tab is taken up by another process.

    What was typed stays in the frontend's table of the same key: it would look stored there, and is not.
    """
    return key(widget_key, "of", str(st.session_state.setdefault("stay", secrets.token_hex(4))))


def widget_keys(question_id: str) -> list[str]:
    """Every key the fields of a question may use."""
    return [widget_key for field in AnswerField for widget_key in keys_of_field(question_id, field)]


def keys_of_field(question_id: str, field: AnswerField) -> list[str]:
    """The keys of the widgets that hold one field of a question."""
    if field is AnswerField.VALUE:
        value = key("answer", question_id, "value")
        return [value, of_this_process(value), *(key("answer", question_id, part) for part in ("done", "all", "rows"))]
    return [key(field, question_id)]


def next_edit() -> int:
    """The number of this edit; taken when the callback starts, so that an older edit never replaces a newer one."""
    _first_edit()
    st.session_state["edit"] += 1
    return int(st.session_state["edit"])


@dataclass(frozen=True, slots=True)
class SaveNote:
    """What became of the last edit of a field, told beside it. `problem` is set when it was not stored.

    others_rows: of a matrix, the rows that someone else had changed too; empty when it is about the whole field.
    """

    at: datetime | None = None
    problem: str | None = None
    others_said: str | None = None
    others_at: datetime | None = None
    others_version: int | None = None
    others_rows: tuple[str, ...] = ()


def note(question_id: str, field: AnswerField, told: SaveNote | None) -> None:
    notes = dict(st.session_state.get("notes", {}))
    if told is None:
        notes.pop(key(question_id, field), None)
    else:
        notes[key(question_id, field)] = _packed(told)
    st.session_state["notes"] = notes


def noted(question_id: str, field: AnswerField) -> SaveNote | None:
    packed = st.session_state.get("notes", {}).get(key(question_id, field))
    return None if packed is None else _unpacked(packed)


Packed = tuple[str | None, str | None, str | None, str | None, int | None, tuple[str, ...]]


def _packed(told: SaveNote) -> Packed:
    """Plain text only: session state must survive a change of the code."""
    at, others_at = told.at, told.others_at
    return (
        at.isoformat() if at else None,
        told.problem,
        told.others_said,
        others_at.isoformat() if others_at else None,
        told.others_version,
        told.others_rows,
    )


def _unpacked(packed: Packed) -> SaveNote:
    at, problem, others_said, others_at, others_version, others_rows = packed
    return SaveNote(
        at=datetime.fromisoformat(at) if at else None,
        problem=problem,
        others_said=others_said,
        others_at=datetime.fromisoformat(others_at) if others_at else None,
        others_version=others_version,
        others_rows=others_rows,
    )


def based_on(widget_key: str) -> int:
    """The stored version the widget's content came from."""
    return int(st.session_state.get(key("base", widget_key), 0))


def set_base(widget_key: str, version: int) -> None:
    st.session_state[key("base", widget_key)] = version


def chosen(name: str) -> str | None:
    """A choice that a reload keeps: it stands in the address, and is checked like anything else from there."""
    held = st.query_params.get(name)
    if held is None:
        held = st.session_state.get(key("chosen", name))
    return None if held is None else str(held)


def choose(name: str, content: str | None) -> None:
    st.session_state[key("chosen", name)] = content
    if content is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != content:
        st.query_params[name] = content


def address() -> dict[str, str]:
    """All that stands in the address, to go on with on another page."""
    return st.query_params.to_dict()


def kept(page: str, name: str, first: str) -> str:
    """What a box of a page says, as text: what is chosen there stands in the address, and is there again on the way back.

    An address that someone came with comes before what the box held. Like all that is read from an address it may be
    anything at all; `keep` says what it came to.
    """
    stood, wrote = st.query_params.get(name), st.session_state.get(key("kept", page, name))
    if stood is not None and stood != wrote:
        return str(stood)
    held = st.session_state.get(key(page, name), wrote)
    return first if held is None else str(held)


def keep(page: str, said: Mapping[str, str], first: Mapping[str, str]) -> None:
    """Give the boxes of a page their content before they are drawn, and the address what is not as at `first`."""
    for name, content in said.items():
        st.session_state[key(page, name)] = st.session_state[key("kept", page, name)] = content
        if content == first[name]:
            st.query_params.pop(name, None)
    chosen = {name: content for name, content in said.items() if content != first[name]}
    if any(st.query_params.get(name) != content for name, content in chosen.items()):
        st.query_params.update(chosen)
