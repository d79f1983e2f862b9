"""What strangers cost those who have logged in: `python -m benchmarks.strangers [NUMBER]`, by way of nginx, kind by kind.

One person answers alone, and again beside 2,000 strangers without a login, on the same machine and in the same run. Goal:
95 of 100 answers within twice the time. Guesses are a thousand a second in all; the strangers have what the processor
has left, as they would come from other machines. The lines of a flood are guesses without a pause: with them goes what
the app and nginx have of a processor, alone → beside, which tells what they cost from what the machine lacks.
"""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.beside import Attacked, attacked, beside, served
from tests.strangers import GUESSES_A_SECOND, KINDS, NO_PAUSE

NUMBER, SECONDS, GOAL = 2_000, 10.0, 2.0
GUESSED = ("tickets", "calendars", "keys")


def main(number: int = NUMBER) -> None:
    columns = ("alone, p95", "beside", "multiple", "goal", "MB more", "app", "nginx", "what they were told")
    print("| " + " | ".join((f"{number} strangers", *columns)) + " |")
    print("|---" * (len(columns) + 1) + "|")
    with TemporaryDirectory() as folder, attacked(Path(folder), by_nginx=True) as site:
        asyncio.run(served(site, SECONDS / 3))
        for kind in KINDS:
            print(line(site, kind, number), flush=True)
        for kind in GUESSED:
            print(line(site, kind, number, guesses=NO_PAUSE), flush=True)


def line(site: Attacked, kind: str, number: int, *, guesses: int = GUESSES_A_SECOND) -> str:
    """A line of the table, measured."""
    before, alone = site.memory, asyncio.run(served(site, SECONDS))
    given = beside(site, kind, number=number, seconds=SECONDS, guesses=guesses)
    ratio = given.p95 / alone.p95
    cells = (
        kind if guesses < NO_PAUSE else f"{kind}, a flood",
        f"{1e3 * alone.p95:.0f} ms",
        f"{1e3 * given.p95:.0f} ms",
        f"{ratio:.1f} ×",
        "yes" if ratio <= GOAL else "NO",
        f"{given.most - before:.0f}",
        f"{alone.app:.0%} → {given.app:.0%}",
        f"{alone.nginx:.0%} → {given.nginx:.0%}",
        ", ".join(f"{answer} {often}" for answer, often in sorted(given.told.items())),
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER)
