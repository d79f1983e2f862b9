"""What need not be done anew for each test and each process: compiling what is the same, looking through what is never let go."""

import gc
import os
import sys
from collections import defaultdict
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache
from streamlit.runtime.scriptrunner.script_cache import ScriptCache

# Statements of each kind of database; all that the app says are some hundreds.
STATEMENTS = 5_000
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


def compile_statements_once() -> None:
    """Each test has a database of its own, and each would turn the same statements into the same SQL anew."""
    compiled: defaultdict[str, Any] = defaultdict(lambda: LRUCache(STATEMENTS))
    Engine._compiled_cache = property(lambda engine: compiled[engine.dialect.name], lambda *_: None)  # type: ignore[assignment]
    # What is compiled is kept by the dialect it is for, and every engine makes one: those of one kind are one.
    DefaultDialect.__eq__ = lambda one, other: type(one) is type(other)  # type: ignore[method-assign]
    DefaultDialect.__hash__ = lambda one: hash(type(one))  # type: ignore[method-assign, assignment]
