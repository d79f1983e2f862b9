"""The agreements a machine can check: each is a function from one file's source to what breaks it, one line per fault.

They see what stands in the text, not what happens when it runs. `test_agreements_can_be_broken.py` breaks each on purpose.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FUNCTION, LONGEST_FILE, LONGEST_PAGE = 45, 350, 60


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Layer -> the layers it may know. What is not here (tests, benchmarks, deploy) may know all, and nobody may know it.
MAY_KNOW = {
    "scoring": set[str](),
    "language": {"scoring"},
    "reports": {"scoring", "language"},
    "content": {"scoring", "language"},
    "storage": {"scoring", "language"},
    "service": {"storage", "content", "reports", "scoring", "language"},
    "ui": {"service", "reports", "scoring", "language"},
    "pages": {"ui", "service", "reports", "scoring", "language"},
    "app": {"pages", "ui", "service", "language"},
    "web": set[str](),
    "server": {"web", "ui"},
    "commands": {"service", "storage", "content", "reports", "scoring", "language"},
    "cli": {"commands", "service", "storage", "content", "reports", "scoring", "language"},
}
EXCEPTIONS = {
    ("web/headers.py", "service"): "the cookie that names a browser has its name from the tickets",
    ("web/startup.py", "service"): "the app and the command line read the settings of mail by one rule",
}
LAYERS = {*MAY_KNOW, "tests", "benchmarks", "deploy"}
DRAWS = {"app", "pages", "ui", "server", "web"}
IMPURE = words(
    "os io sys pathlib time random secrets socket subprocess tempfile shutil logging "
    "yaml csv sqlite3 urllib http zoneinfo streamlit pandas sqlalchemy plotly starlette"
)
CLOCKS = {"today", "now", "utcnow", "time", "monotonic", "perf_counter", "fromtimestamp"}
STREAMLIT_CACHES = {"cache_data", "cache_resource", "experimental_memo", "experimental_singleton"}


@dataclass(frozen=True)
class Source:
    """A Python file of the repository: its path from the root, and its text."""

    path: str
    text: str

    @property
    def layer(self) -> str:
        return self.path.split("/")[0].removesuffix(".py")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def _nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    def nodes(self) -> Iterator[ast.AST]:
        return iter(self._nodes)

    def fault(self, node: ast.AST | int, what: str) -> str:
        line = node if isinstance(node, int) else getattr(node, "lineno", 1)
        return f"{self.path}:{line}: {what}"


@cache
def python_files() -> tuple[Source, ...]:
    """Every Python file that is part of the project; read once, for all who look through them."""
    files = [*ROOT.glob("*.py")]
    for layer in sorted(LAYERS):
        files += sorted((ROOT / layer).rglob("*.py"))
    return tuple(Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in files)


def imports(source: Source) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that is imported, wherever in the file."""
    for node in source.nodes():
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or "."


def imports_go_down(source: Source) -> Iterator[str]:
    if source.layer not in MAY_KNOW:
        return
    for line, name in imports(source):
        other = name.split(".")[0]
        if other in LAYERS - {source.layer} - MAY_KNOW[source.layer] and (source.path, other) not in EXCEPTIONS:
            yield source.fault(line, f"{source.layer} must not know {name}")


def core_is_pure(source: Source) -> Iterator[str]:
    """`scoring` reads and writes nothing, has no clock and no chance, and is told the date."""
    if source.layer != "scoring":
        return
    for line, name in imports(source):
        if name.split(".")[0] in IMPURE:
            yield source.fault(line, f"the core imports {name}")
    for node in source.nodes():
        called = name_of(node.func) if isinstance(node, ast.Call) else ""
        if called in ("open", "print", "input") or ("." in called and called.split(".")[-1] in CLOCKS):
            yield source.fault(node, f"the core calls {called}()")


def days_are_norwegian(source: Source) -> Iterator[str]:
    """A moment becomes a day in `language.local_day` alone: in UTC it is yesterday just after midnight."""
    if source.path == "language/formats.py":
        return
    for node in source.nodes():
        if isinstance(node, ast.Call) and name_of(node.func).endswith((".date", "date.today")) and not node.args:
            yield source.fault(node, "a moment becomes a day by language.local_day")


def streamlit_only_where_drawn(source: Source) -> Iterator[str]:
    if source.layer in DRAWS or source.layer not in MAY_KNOW:
        return
    for line, name in imports(source):
        if name.split(".")[0] == "streamlit":
            yield source.fault(line, f"{source.layer} must not know Streamlit")


def state_in_one_module(source: Source) -> Iterator[str]:
    if source.path == "ui/session.py" or source.layer not in DRAWS:
        return
    for node in source.nodes():
        word = node.attr if isinstance(node, ast.Attribute) else node.name if isinstance(node, ast.alias) else ""
        if word in ("session_state", "query_params"):
            yield source.fault(node, f"{word} belongs in ui/session.py")


def nothing_drawn_while_writing(source: Source) -> Iterator[str]:
    """`st.` inside a write transaction is a place where Streamlit may stop the script and undo it.

    Inside `access.reading` it would keep a connection from others for as long as the browser takes.
    """
    for node in source.nodes():
        if isinstance(node, ast.With) and any(_opens_writing(item.context_expr) for item in node.items):
            for inside in (found for statement in node.body for found in ast.walk(statement)):
                if isinstance(inside, ast.Name) and inside.id in ("st", "streamlit"):
                    yield source.fault(inside, "st. inside a transaction")


def _opens_writing(expression: ast.expr) -> bool:
    called = name_of(expression.func) if isinstance(expression, ast.Call) else ""
    return called.endswith(".writing") or called == "access.reading"


def drawn_for_opens_no_door(source: Source) -> Iterator[str]:
    """Of the one a page was drawn for only the role and the id are used, and a ticket, whose actor is looked up when given.

    Whoever is handed to the service as the actor has been looked up for it.
    """
    if source.layer not in DRAWS:
        return
    calls = [node for node in source.nodes() if isinstance(node, ast.Call)]
    of_role = {
        id(node.value) for node in source.nodes() if isinstance(node, ast.Attribute) and node.attr in ("role", "id")
    }
    of_ticket = {id(argument) for call in calls if name_of(call.func) == "Wanted" for argument in call.args}
    for call in calls:
        if name_of(call.func).split(".")[-1] == "drawn_for" and id(call) not in of_role | of_ticket:
            yield source.fault(call, "drawn_for() is for what is drawn")


def no_raw_html(source: Source) -> Iterator[str]:
    """No HTML from text: `st.html` takes the path of a file, given as a constant of some module."""
    for node in source.nodes():
        if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html":
            yield source.fault(node.value, "unsafe_allow_html")
        elif isinstance(node, ast.alias) and node.name.startswith("streamlit.components"):
            yield source.fault(node, "streamlit.components")
        elif isinstance(node, ast.Call) and name_of(node.func) in ("st.html", "st.iframe", "st.components.v1.html"):
            path = name_of(node.args[0]) if len(node.args) == 1 and not node.keywords else ""
            if not path.split(".")[-1].isupper():
                yield source.fault(node, f"{name_of(node.func)} takes only a constant path")


def nothing_is_cached(source: Source) -> Iterator[str]:
    """None of Streamlit's caches: whoever can connect may empty them, and what depends on who asks must never be in one."""
    for node in source.nodes():
        if isinstance(node, (ast.Attribute, ast.alias)) and _word(node) in STREAMLIT_CACHES:
            yield source.fault(node, f"{_word(node)} is never used")


def _word(node: ast.Attribute | ast.alias) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.name


def pages_load_compute_draw(source: Source) -> Iterator[str]:
    """At most three paragraphs after the imports, `st.` in the last alone, no functions, and short."""
    if source.layer != "pages" or source.path.endswith("__init__.py"):
        return
    if source.path.count("/") < 2:
        yield source.fault(1, "a page directly in pages/ is served by its file name without asking app.py")
    if len(source.text.splitlines()) > LONGEST_PAGE:
        yield source.fault(LONGEST_PAGE + 1, f"a page has at most {LONGEST_PAGE} lines")
    parts = paragraphs(source)
    if not 1 <= len(parts) <= 3:
        yield source.fault(1, f"a page loads, computes and draws: {len(parts)} paragraphs")
    for statement in (found for part in parts for found in part):
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            yield source.fault(statement, "a page has no functions of its own")
    for node in (found for part in parts[:-1] for statement in part for found in ast.walk(statement)):
        if isinstance(node, ast.Name) and node.id == "st":
            yield source.fault(node, "st. before the last paragraph")


def paragraphs(source: Source) -> list[list[ast.stmt]]:
    """The statements after docstring and imports, parted where a blank line stands between two."""
    lines = source.text.splitlines()
    code = [s for s in source.tree.body if not isinstance(s, (ast.Import, ast.ImportFrom)) and not _is_text(s)]
    parts: list[list[ast.stmt]] = []
    end = 0
    for statement in code:
        if not parts or any(not line.strip() for line in lines[end : statement.lineno - 1]):
            parts.append([])
        parts[-1].append(statement)
        end = statement.end_lineno or statement.lineno
    return parts


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def short(source: Source) -> Iterator[str]:
    if source.layer == "tests" or "/migrations/" in source.path:
        return
    if len(source.text.splitlines()) > LONGEST_FILE:
        yield source.fault(LONGEST_FILE + 1, f"a file has at most {LONGEST_FILE} lines")
    for node in source.nodes():
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield source.fault(node, f"{node.name} has {length} lines, {LONGEST_FUNCTION} is the most")


def nothing_left_undone(source: Source) -> Iterator[str]:
    """No notes to oneself, no test that is left out."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if re.search(r"#\s*(TODO|FIXME|XXX|HACK)\b", line):
            yield source.fault(number, "a note to oneself")
    for node in source.nodes():
        name = name_of(node) if isinstance(node, ast.Attribute) else ""
        if re.fullmatch(r"pytest\.(mark\.)?(skip|skipif|xfail|importorskip)", name):
            yield source.fault(node, f"{name} leaves a test out")


def name_of(node: ast.AST) -> str:
    """`a.b.c` of a name or a chain of attributes, "" of anything else; a call in the chain is passed over."""
    match node:
        case ast.Name():
            return node.id
        case ast.Attribute():
            owner = name_of(node.value)
            return f"{owner}.{node.attr}" if owner else f"?.{node.attr}"
        case _:
            return ""
