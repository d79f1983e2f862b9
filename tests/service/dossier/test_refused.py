"""A vurderingsfil that is not whole, not as it was made, or not for here: refused with what and why, and nothing is stored."""

import json
import random
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from sqlalchemy import select

from scoring.vocabulary import CustomerType
from service.answers.responses import open_response
from service.dossier.opening import MEMBER, looks_like_one, opened
from service.dossier.taking_in import preview_dossier, take_in
from service.faults import BadInput
from service.files.answers import ANSWERS, ANSWERS_BOOK
from service.files.dossier import DOSSIER
from service.people.customers import add_customer, list_customers
from service.workspace import Workspace
from storage.tables import metadata
from storage.verification import verify
from tests.builders import GO_LIVE, catalogue, question, questionnaire, workspace
from tests.service.dossier.lived import OFFICE, TODAY, Own, altered, lived_in, own_machine
from tests.service.files.handing import handed

Content = dict[str, Any]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    with workspace(tmp_path_factory.mktemp("own")) as opened_one:
        yield lived_in(opened_one)


@pytest.fixture(scope="module")
def file(own: Own) -> bytes:
    return own.file()


@pytest.fixture
def hpas(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened_one:
        add_customer(opened_one, OFFICE, name="Hitra", customer_type=CustomerType.MUNICIPALITY, go_live=GO_LIVE)
        yield opened_one


def fault_of(data: bytes) -> str:
    with pytest.raises(BadInput) as raised:
        opened(data)
    return raised.value.fault


def packed(data: bytes, name: str = MEMBER) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as book:
        book.writestr(name, data)
    return out.getvalue()


def rewritten(data: bytes, **changes: object) -> bytes:
    return json.dumps({**json.loads(data), **changes}).encode()


BYTES: list[tuple[str, Callable[[bytes], bytes], str]] = [
    ("nothing", lambda _: b"", "dossier_not_one"),
    ("a letter", lambda _: "Hei, her er svarene våre".encode(), "dossier_not_one"),
    ("a PDF", lambda _: b"%PDF-1.7 \xff\xfe", "dossier_not_one"),
    ("other JSON", lambda _: b'{"svar": [1, 2]}', "dossier_not_one"),
    ("a list", lambda _: b"[]", "dossier_not_one"),
    ("deep JSON", lambda _: b"[" * 100_000, "dossier_not_one"),
    ("half of it", lambda data: data[: len(data) // 2], "dossier_cut_off"),
    ("all but the last sign", lambda data: data[:-1], "dossier_cut_off"),
    ("a comma too much", lambda data: data.replace(b",", b",,", 1), "dossier_altered"),
    ("half of a packed one", lambda data: packed(data)[:900], "dossier_cut_off"),
    ("another packed file", lambda data: packed(data, "svar.json"), "dossier_not_one"),
    ("too much", lambda data: data + b" " * 5_000_000, "dossier_too_large"),
    ("a bomb", lambda _: packed(b" " * 61_000_000), "dossier_too_large"),
    ("a newer format", lambda data: rewritten(data, version=4), "dossier_newer"),
    ("an older format", lambda data: rewritten(data, version=0), "dossier_altered"),
    ("another hash", lambda data: rewritten(data, sha256="0" * 64), "dossier_altered"),
    ("no hash", lambda data: rewritten(data, sha256=None), "dossier_altered"),
    ("no content", lambda data: rewritten(data, content={}), "dossier_altered"),
    ("half a sign", lambda data: data.replace("Åfjord".encode(), b"\\ud800"), "dossier_altered"),
]


@pytest.mark.parametrize(("made", "fault"), [case[1:] for case in BYTES], ids=[case[0] for case in BYTES])
def test_what_is_no_whole_file_is_refused(file: bytes, made: Callable[[bytes], bytes], fault: str) -> None:
    assert fault_of(made(file)) == fault


def _answer(content: Content) -> None:
    content["response"]["answers"][0]["content"] = "4"


def _line(content: Content) -> None:
    content["response"]["history"][0]["content"] = "4"


def _who(content: Content) -> None:
    content["response"]["history"][3]["actor"] = "noen andre"


def _when(content: Content) -> None:
    content["response"]["history"][3]["at"] = "2026-01-01T00:00:00Z"


def _gone(content: Content) -> None:
    del content["response"]["history"][2]


def _end(content: Content) -> None:
    del content["response"]["history"][-1]


def _requirement(content: Content) -> None:
    content["forms"][0]["body"] = content["forms"][0]["body"].replace('"60":3', '"60":1')


def _other_type(content: Content) -> None:
    content["customer"]["customer_type"] = "gp_office"


def _no_form(content: Content) -> None:
    content["response"]["fingerprint"] = "0" * 64


def _sent(content: Content) -> None:
    content["snapshots"][0]["body"] = '[["Q-LEVEL","value","9"]]'


def _sent_form(content: Content) -> None:
    content["snapshots"][0]["fingerprint"] = "1" * 64


def _approved(content: Content) -> None:
    content["waivers"][0]["events"][0]["state"] = "approved"


def _odd_event(content: Content) -> None:
    content["waivers"][0]["events"].append({**content["waivers"][0]["events"][0], "state": "sent"})


def _edge(content: Content) -> None:
    content["waivers"][0]["events"][0]["at"] = "9999-12-31T23:59:59-14:00"


def _nul(content: Content) -> None:
    content["actions"][0]["history"][1]["changes"]["note"] = "a\0b"


def _no_text(content: Content) -> None:
    content["actions"][0]["history"][1]["changes"]["text"] = " "


def _no_status(content: Content) -> None:
    del content["actions"][0]["history"][0]["changes"]["status"]


def _twice(content: Content) -> None:
    content["actions"] *= 2


def _more(content: Content) -> None:
    content["customer"]["admin"] = True


def _long(content: Content) -> None:
    content["customer"]["name"] = "x" * 201


def _far(content: Content) -> None:
    content["customer"]["go_live"] = "9999-01-01"


def _id(content: Content) -> None:
    content["customer"]["id"] = "a b"


CHANGES = [
    _answer, _line, _who, _when, _gone, _end, _requirement, _other_type, _no_form, _sent, _sent_form, _approved, _odd_event,
    _edge, _nul, _no_text, _no_status, _twice, _more, _long, _far, _id,
]  # fmt: skip


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("change", CHANGES)
def test_what_was_changed_is_found_also_under_a_new_hash(
    file: bytes, change: Callable[[Content], None], sealed: bool
) -> None:
    assert fault_of(altered(file, change, sealed=sealed)) == "dossier_altered"


def test_the_same_file_is_opened_as_it_is_or_packed(file: bytes) -> None:
    assert opened(file) == opened(packed(file)) == opened(b"\xef\xbb\xbf" + file)


def test_it_is_told_from_files_of_answers(own: Own, file: bytes) -> None:
    for export in (ANSWERS, ANSWERS_BOOK):
        assert not looks_like_one(handed(own.ws, own.lead, export, own.customer_id, as_of=TODAY).data)
    assert looks_like_one(file)
    assert looks_like_one(packed(file))


def stored(ws: Workspace) -> dict[str, list[object]]:
    with ws.database.reading() as connection:
        return {table.name: list(connection.execute(select(table))) for table in metadata.sorted_tables}


def refused(ws: Workspace, data: bytes, **how: Any) -> BadInput:
    """What is said; nothing is stored by looking or by confirming."""
    before = stored(ws)
    with pytest.raises(BadInput) as raised:
        preview_dossier(ws, OFFICE, data, **how)
    with pytest.raises(BadInput) as again:
        take_in(ws, OFFICE, data, seal="", **how)
    assert (again.value.fault, stored(ws)) == (raised.value.fault, before)
    return raised.value


def test_a_file_of_another_customer_is_refused_and_both_are_named(hpas: Workspace, file: bytes) -> None:
    said = refused(hpas, file, customer_id=list_customers(hpas, OFFICE)[0].id)
    assert (said.fault, "«Åfjord kommune»" in said.message, "«Hitra»" in said.message) == (
        "dossier_other_customer",
        True,
        True,
    )


def test_a_questionnaire_that_is_not_known_here_is_refused(address: str, file: bytes) -> None:
    with workspace(address, of=catalogue(questionnaire(question("Q-LEVEL", "level")))) as other:
        assert refused(other, file).fault == "dossier_unknown_form"


def test_a_customer_of_that_name_with_answers_of_its_own_is_not_written_over(
    hpas: Workspace, file: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with workspace(tmp_path_factory.mktemp("namesake")) as second:
        namesake = own_machine(second)
        namesake.say("Q-LEVEL", 1)
        data = namesake.file()
    take_in(hpas, OFFICE, data, seal=preview_dossier(hpas, OFFICE, data).seal)
    assert refused(hpas, file).fault == "dossier_name_taken"


def test_another_response_of_the_same_customer_is_refused(hpas: Workspace, file: bytes) -> None:
    def other(content: Content) -> None:
        content["response"] |= {"id": "another", "history": [], "answers": [], "head": ""}

    take_in(hpas, OFFICE, file, seal=preview_dossier(hpas, OFFICE, file).seal)
    assert refused(hpas, altered(file, other)).fault == "dossier_other_response"


@pytest.mark.parametrize("part", ["actions", "waivers", "snapshots"])
def test_what_belongs_to_another_customer_is_not_taken_over(hpas: Workspace, file: bytes, part: str) -> None:
    def thief(content: Content) -> None:
        content["customer"] |= {"id": "thief", "name": "Tyv"}
        content["response"] |= {"id": "theirs", "history": [], "answers": [], "head": ""}
        for name in {"actions", "waivers", "snapshots"} - {part}:
            content[name] = []

    take_in(hpas, OFFICE, file, seal=preview_dossier(hpas, OFFICE, file).seal)
    assert refused(hpas, altered(file, thief)).fault == "dossier_id_taken"


def test_whatever_is_changed_under_a_new_hash_is_refused_or_harmless(
    file: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(4)
    odd: list[object] = [None, True, -1, 2**40, "", "x", "\x07", [], {}, "2027-02-30", 1.5]
    with workspace(tmp_path_factory.mktemp("hpas")) as hpas:
        accepted = 0
        for _ in range(400):
            data = altered(file, lambda content: _spoil(content, chance, odd))
            try:
                take_in(hpas, OFFICE, data, seal=preview_dossier(hpas, OFFICE, data).seal)
            except BadInput:
                continue
            accepted += 1
        assert verify(hpas.database).findings == ()
        for customer in list_customers(hpas, OFFICE):
            open_response(hpas, OFFICE, customer.id)
            handed(hpas, OFFICE, DOSSIER, customer.id, as_of=TODAY)
        assert accepted < 200


def _spoil(content: Any, chance: random.Random, odd: list[object]) -> None:
    """One value somewhere becomes another."""
    while True:
        at = chance.choice(list(content) if isinstance(content, dict) else range(len(content)))
        below = content[at]
        if isinstance(below, (dict, list)) and below and chance.random() < 0.9:
            content = below
            continue
        content[at] = chance.choice(odd)
        return


def test_the_hash_is_what_the_documentation_says(file: bytes) -> None:
    whole = json.loads(file)
    plain = json.dumps(whole["content"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert whole["sha256"] == sha256(plain.encode("utf-8")).hexdigest()


def test_a_customer_with_an_id_of_hpas_own_is_refused(hpas: Workspace, file: bytes) -> None:
    def hpas_itself(content: Content) -> None:
        content["customer"] |= {"id": "hpas-0", "name": "Tyv"}

    assert refused(hpas, altered(file, hpas_itself)).fault == "dossier_id_taken"
