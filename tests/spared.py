"""What need not be done anew for each test and each process: compiling what is the same, looking through what is never let go."""

import gc
import os
import sys

from streamlit.runtime.scriptrunner.script_cache import ScriptCache

# Objects made before the young are looked through; Python's own 700 has tests look a hundred times a second.
YOUNG = 20_000


def keep_compiled() -> None:
    """Keep modules as compiled also where the environment says not to: hundreds of processes are begun, each with our own."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def look_through_less() -> None:
    """Modules, questionnaires and the tests themselves stay to the end: only what is made from here on is looked through."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)


def compile_pages_once() -> None:
    """AppTest compiles each page for every run of it; a server does so once, and shares it between sessions."""
    shared = ScriptCache().__dict__
    ScriptCache.__init__ = lambda self: self.__dict__.update(shared)  # type: ignore[method-assign]
