"""Each agreement broken on purpose: what the checker must find, and what it must leave alone."""

import pytest

from tests.architecture import agreements
from tests.architecture.agreements import Source
from tests.architecture.test_agreements import AGREEMENTS, Agreement
from tests.architecture.typed_text import typed_text_is_escaped

BROKEN: list[tuple[Agreement, str, str]] = [
    (agreements.imports_go_down, "pages/customer/x.py", "from storage import records"),
    (agreements.imports_go_down, "ui/x.py", "def f():\n    import storage.engines.database"),
    (agreements.imports_go_down, "ui/x.py", "from pages.customer import answer"),
    (agreements.imports_go_down, "scoring/x.py", "from language import day"),
    (agreements.imports_go_down, "reports/x.py", "from service.answers.responses import ResponseView"),
    (agreements.imports_go_down, "storage/x.py", "import service.people.actor as a"),
    (agreements.imports_go_down, "web/x.py", "from scoring.vocabulary import Kind"),
    (agreements.imports_go_down, "service/x.py", "from tests.builders import ADMIN"),
    (agreements.imports_go_down, "commands/x.py", "from ui import access"),
    (agreements.core_is_pure, "scoring/x.py", "import os"),
    (agreements.core_is_pure, "scoring/x.py", "from pathlib import Path"),
    (agreements.core_is_pure, "scoring/x.py", "import pandas as pd"),
    (agreements.core_is_pure, "scoring/x.py", "from datetime import date\ndef f():\n    return date.today()"),
    (agreements.core_is_pure, "scoring/x.py", "import datetime\nnow = datetime.datetime.now()"),
    (agreements.core_is_pure, "scoring/x.py", "text = open('x').read()"),
    (agreements.core_is_pure, "scoring/x.py", "print('x')"),
    (agreements.days_are_norwegian, "service/x.py", "def f(at):\n    return at.date()"),
    (agreements.days_are_norwegian, "ui/x.py", "today = datetime.now(OSLO).date()"),
    (agreements.days_are_norwegian, "tests/x.py", "from datetime import date\nend = date.today()"),
    (agreements.streamlit_only_where_drawn, "service/x.py", "import streamlit as st"),
    (agreements.streamlit_only_where_drawn, "reports/x.py", "from streamlit.runtime import get_instance"),
    (agreements.state_in_one_module, "ui/x.py", "import streamlit as st\nst.session_state['a'] = 1"),
    (agreements.state_in_one_module, "app.py", "import streamlit as st\nst.query_params.clear()"),
    (agreements.state_in_one_module, "ui/x.py", "from streamlit import session_state as held"),
    (agreements.nothing_drawn_while_writing, "ui/x.py", "with ws.database.writing() as c:\n    save(c)\n    st.toast('x')"),
    (agreements.nothing_drawn_while_writing, "ui/x.py", "with a, db.writing():\n    if x:\n        st.rerun()"),
    (agreements.nothing_drawn_while_writing, "pages/hpas/x.py", "with access.reading() as (ws, actor):\n    st.write(read(ws, actor))"),
    (agreements.drawn_for_opens_no_door, "ui/x.py", "rate(access.workspace(), access.drawn_for(), 'x')"),
    (agreements.drawn_for_opens_no_door, "ui/x.py", "actor = drawn_for()"),
    (agreements.no_raw_html, "ui/x.py", "st.markdown(text, unsafe_allow_html=True)"),
    (agreements.no_raw_html, "ui/x.py", "st.html(f'<b>{text}</b>')"),
    (agreements.no_raw_html, "ui/x.py", "st.html(text)"),
    (agreements.no_raw_html, "ui/x.py", "import streamlit.components.v1 as components"),
    (agreements.nothing_is_cached, "ui/x.py", "@st.cache_data\ndef f(): ..."),
    (agreements.nothing_is_cached, "ui/x.py", "from streamlit import cache_data"),
    (agreements.nothing_is_cached, "ui/x.py", "@st.cache_resource(max_entries=2)\ndef answers(): ..."),
    (agreements.nothing_is_cached, "ui/x.py", "load = st.cache_resource(answers)"),
    (agreements.pages_load_compute_draw, "pages/secret.py", "import streamlit as st\n\nst.title('x')"),
    (agreements.pages_load_compute_draw, "pages/hpas/x.py", "view = load()\nst.title('x')\n\nst.write(view)"),
    (agreements.pages_load_compute_draw, "pages/hpas/x.py", "a = 1\n\nb = 2\n\nc = 3\n\nst.write(c)"),
    (agreements.pages_load_compute_draw, "pages/hpas/x.py", "def f():\n    return 1\n\nst.write(f())"),
    (agreements.pages_load_compute_draw, "pages/hpas/x.py", "st.write(1)\n" * 61),
    (agreements.short, "ui/x.py", "def f():\n" + "    a = 1\n" * 45),
    (agreements.short, "ui/x.py", "a = 1\n" * 351),
    (agreements.nothing_left_undone, "ui/x.py", "a = 1  # TO" + "DO: more"),
    (agreements.nothing_left_undone, "ui/x.py", "# FIX" + "ME"),
    (agreements.nothing_left_undone, "tests/x.py", "@pytest.mark.skip\ndef test_x(): ..."),
    (agreements.nothing_left_undone, "tests/x.py", "@pytest.mark.xfail(reason='x')\ndef test_x(): ..."),
    (agreements.nothing_left_undone, "tests/x.py", "def test_x():\n    pytest.skip('x')"),
    (typed_text_is_escaped, "ui/x.py", "st.markdown(f'**{customer.name}**')"),
    (typed_text_is_escaped, "ui/x.py", "st.caption(answer.comment or '–')"),
    (typed_text_is_escaped, "ui/x.py", "def f(view):\n    said = view.evidence\n    text = said.strip()\n    st.info('Sagt: ' + text)"),
    (typed_text_is_escaped, "ui/x.py", "column.button('Slett', help=customer.name)"),
    (typed_text_is_escaped, "ui/x.py", "try:\n    save()\nexcept Refused as refused:\n    st.error(str(refused))"),
    (typed_text_is_escaped, "pages/hpas/x.py", "st.header(' · '.join(c.name for c in customers))"),
]  # fmt: skip

KEPT: list[tuple[Agreement, str, str]] = [
    (agreements.imports_go_down, "service/x.py", "from storage import records\nfrom reports.dialect import Dialect"),
    (agreements.imports_go_down, "tests/x.py", "import storage.engines.database"),
    (agreements.core_is_pure, "scoring/x.py", "import math\nfrom datetime import date\nday = date(2027, 5, 1)"),
    (agreements.core_is_pure, "service/x.py", "from language import local_day\nday = local_day(now())"),
    (agreements.days_are_norwegian, "service/x.py", "from datetime import date\nday = date(2027, 5, 1)"),
    (agreements.state_in_one_module, "ui/session.py", "import streamlit as st\nst.session_state['a'] = 1"),
    (agreements.nothing_drawn_while_writing, "ui/x.py", "with db.writing() as c:\n    save(c)\nst.toast('x')"),
    (agreements.nothing_drawn_while_writing, "ui/x.py", "with db.reading() as c:\n    st.write(c)"),
    (agreements.nothing_drawn_while_writing, "pages/hpas/x.py", "with access.reading() as (ws, actor):\n    a = read(ws, actor)\n\nst.write(a)"),
    (agreements.drawn_for_opens_no_door, "ui/x.py", "if access.drawn_for().role is Role.LEAD:\n    rate(access.workspace(), access.actor(), 'x')"),
    (agreements.drawn_for_opens_no_door, "ui/x.py", "wanted = Wanted(access.drawn_for(), 'log')"),
    (agreements.no_raw_html, "ui/x.py", "st.html(STYLE)"),
    (agreements.nothing_is_cached, "ui/x.py", "from functools import cache"),
    (agreements.pages_load_compute_draw, "pages/hpas/x.py", '"""A page."""\n\nimport a\n\nb = a.load()\n\nc = b + 1\n\nst.write(c)\nst.write(b)'),
    (agreements.short, "ui/x.py", "def f():\n" + "    a = 1\n" * 44),
    (agreements.short, "tests/x.py", "def f():\n" + "    a = 1\n" * 90),
    (typed_text_is_escaped, "ui/x.py", "st.markdown(f'**{escaped(customer.name)}**')"),
    (typed_text_is_escaped, "ui/x.py", "st.text(answer.comment)\nplain(answer.evidence)"),
    (typed_text_is_escaped, "ui/x.py", "st.caption(count(len(answer.comment), 'tegn', 'tegn'))"),
    (typed_text_is_escaped, "ui/x.py", "st.selectbox('Kunde', [c.name for c in customers])"),
    (typed_text_is_escaped, "ui/x.py", "st.write('sagt' if answer.comment is not None else 'ikke sagt')"),
]  # fmt: skip


@pytest.mark.parametrize(("agreement", "path", "text"), BROKEN, ids=lambda part: getattr(part, "__name__", None))
def test_a_broken_agreement_is_found(agreement: Agreement, path: str, text: str) -> None:
    found = list(agreement(Source(path, text)))
    assert found
    assert all(fault.startswith(f"{path}:") for fault in found)


@pytest.mark.parametrize(("agreement", "path", "text"), KEPT, ids=lambda part: getattr(part, "__name__", None))
def test_a_kept_agreement_is_left_alone(agreement: Agreement, path: str, text: str) -> None:
    assert list(agreement(Source(path, text))) == []


def test_every_agreement_is_broken_at_least_once() -> None:
    assert set(AGREEMENTS.values()) == {agreement for agreement, _, _ in BROKEN}
