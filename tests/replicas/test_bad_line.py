"""A person answers on while the line is cut, held up and loses what is sent: nothing is lost unsaid, and nothing is stored twice."""

import random
from dataclasses import replace

from playwright.sync_api import Browser

from tests.crash.budget import budget
from tests.replicas.bad_line import bad_line
from tests.replicas.busy import DATE, FACTOR, LEVEL, MATRIX, NOTE, SHARE, WAITS, Busy, round_of, stored_twice
from tests.replicas.conftest import Replicas
from tests.replicas.tab import tab
from tests.tell import Tell

EDITS_A_CUT = 5
SEED = 20261128


def test_no_edit_is_lost_without_a_word_on_a_bad_line(browser: Browser, replicas: Replicas, tell: Tell) -> None:
    customer, cuts, lost = replicas.take(), budget(6, 100), []
    with bad_line(replicas.site.url) as line:
        site = replace(replicas.site, url=line.url)
        with tab(browser, site, customer, factor=FACTOR) as here:
            busy = Busy(here, random.Random(SEED))
            busy.begin()
            for number in range(cuts):
                round_of(busy, line, number, EDITS_A_CUT)
                lost += [f"cut {number}, {fault}" for fault in busy.lost(lambda q: replicas.stored(customer, q))]
    questions = (LEVEL, DATE, SHARE, MATRIX, NOTE, WAITS)
    twice = sum(stored_twice(replicas.history(customer, each)) for each in questions)
    tell(
        f"bad line: {busy.done} edits over {line.cuts} cuts, {len(lost)} lost without a word, {busy.told} said, {twice} twice"
    )
    assert lost == []
    assert twice == 0
