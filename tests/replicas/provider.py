"""The provider of identity with a clock of its own: `python -m tests.replicas.provider SECONDS --port …`. SECONDS: how far ahead."""

import sys
import time

_now = time.time
_ahead = float(sys.argv.pop(1))
time.time = lambda: _now() + _ahead

from oidc_provider_mock.__main__ import run  # noqa: E402 - the clock is set first

run()
