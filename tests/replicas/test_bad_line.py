"""A person answers on while the line is cut, held up and loses what is sent: nothing is lost unsaid, and nothing is stored twice."""

import random
from dataclasses import replace

from tests.chromium import Chromium
from tests.crash.budget import budget
from tests.replicas.bad_line import bad_line
from tests.replicas.busy import DATE, FACTOR, LEVEL, MATRIX, NOTE, SHARE, WAITS, Busy, round_of, stored_twice
from tests.replicas.conftest import Replicas
from tests.replicas.tab import tab
from tests.tell import Tell

# Every way to cut, and every kind of edit in the midst of one.
CUTS, EDITS_A_CUT = budget(4, 100), budget(3, 5)
SEED = 20261128


def test_no_edit_is_lost_without_a_word_on_a_bad_line(chromium: Chromium, replicas: Replicas, tell: Tell) -> None:
    customer, lost = replicas.take(), []
    with bad_line(replicas.site.url) as line:
        site = replace(replicas.site, url=line.url)
        with tab(chromium, site, customer, factor=FACTOR) as here:
            busy = Busy(here, random.Random(SEED))
            busy.begin()
            for number in range(CUTS):
                round_of(busy, line, number, EDITS_A_CUT)
                lost += [f"cut {number}, {fault}" for fault in busy.lost(lambda q: replicas.stored(customer, q))]
    questions = (LEVEL, DATE, SHARE, MATRIX, NOTE, WAITS)
    twice = sum(stored_twice(replicas.history(customer, each)) for each in questions)
    tell(
        f"bad line: {busy.done} edits over {line.cuts} cuts, {len(lost)} lost without a word, {busy.told} said, {twice} twice"
    )
    assert lost == []
    assert twice == 0
