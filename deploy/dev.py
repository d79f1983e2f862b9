"""`make dev`: the app on this machine, started anew whenever its code or content is saved.

Streamlit's own watcher reads changed modules again in the same process, which then holds the database twice, and is
refused: one process has it. A tab that is open connects again by itself, and its page is run anew.
"""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from subprocess import Popen

from deploy.processes import ROOT, end

SUFFIXES = {".py", ".js", ".css", ".yaml", ".toml", ".svg", ".typ"}
FOLDERS = (
    *("assessments", "content", "pages", "reports", "scoring", "service", "storage", "ui", "web"),
    ".streamlit",
)
EVERY = 0.5  # seconds
Saved = Mapping[Path, int]


def saved(root: Path = ROOT) -> Saved:
    """When each file of the app was saved last, in nanoseconds."""
    files = [*root.glob("*"), *(path for folder in FOLDERS for path in (root / folder).rglob("*"))]
    return {path: path.stat().st_mtime_ns for path in files if path.suffix in SUFFIXES}


def changes(look: Callable[[], Saved], wait: Callable[[], object]) -> Iterator[list[Path]]:
    """The files that are new, gone or saved again since last time, each time there are any."""
    before = look()
    while True:
        wait()
        now = look()
        changed = sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))
        before = now
        if changed:
            yield changed


def main(options: Sequence[str]) -> None:
    """Run the app with these options of Streamlit's until Ctrl+C; one that has ended waits for the next change."""
    command = [sys.executable, "-m", "streamlit", "run", "server.py", *options]
    process = Popen(command, cwd=ROOT)
    try:
        for changed in changes(saved, lambda: time.sleep(EVERY)):
            print(f"\n== {changed[0].relative_to(ROOT)} er endret; starter på nytt", flush=True)
            end(process)
            process = Popen(command, cwd=ROOT)
    except KeyboardInterrupt:
        end(process)


if __name__ == "__main__":
    main(sys.argv[1:])
