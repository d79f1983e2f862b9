"""What the names of the whole project must keep: one meaning each, used where they are defined for, and said when they raise.

As in `agreements.py`, each is a function from sources to what breaks it, one line per fault, and sees only what stands in the text.
"""

import ast
import builtins
import collections.abc
import typing
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tests.architecture.agreements import Source, name_of

TELLS_WHAT_IT_RAISES = {"service", "storage", "content", "scoring", "reports"}
# Names of Python's own types, which a reader takes them for.
# `typing.Text` is an old name for `str` that nobody meets.
PYTHONS_OWN = {*collections.abc.__all__, *typing.__all__, *(name for name in dir(builtins) if name[0].isupper())} - {
    "Text"
}
# Defined in production, and used by nothing there yet.
USED_BY_NOBODY_YET = {
    ("server", "app"): "Streamlit takes it by its name",
}


def production(sources: Iterable[Source]) -> list[Source]:
    """All but the tests, and the steps between schemas, which Alembic takes by their names."""
    return [source for source in sources if source.layer != "tests" and "/migrations/" not in source.path]


def module_of(source: Source) -> str:
    return source.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def classes_have_one_meaning(sources: Iterable[Source]) -> Iterator[str]:
    """No public class has the name of another one, or of one of Python's own."""
    first: dict[str, str] = {}
    for source in production(sources):
        for node in source.tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                if node.name in first:
                    yield source.fault(node, f"{node.name} is also in {first[node.name]}")
                if node.name in PYTHONS_OWN:
                    yield source.fault(node, f"{node.name} is Python's own")
                first.setdefault(node.name, source.path)


def all_is_used(sources: Iterable[Source]) -> Iterator[str]:
    """What production defines publicly at module level, production uses. Fields and methods are not counted."""
    held = production(sources)
    defined = {(module_of(source), name): (source, node) for source in held for name, node in _definitions(source)}
    used = {use for source in held for use in _uses(source, {module_of(each) for each in held})}
    for source in held:
        used |= {origin for name, origin in _imported(source).items() if (module_of(source), name) in used}
    for (module, name), (source, node) in defined.items():
        if (module, name) not in used and (module, name) not in USED_BY_NOBODY_YET and not _is_gathered(source, node):
            yield source.fault(node, f"nothing uses {name}")


def _is_gathered(source: Source, node: ast.stmt) -> bool:
    """A file that leaves is found by `service.files.catalogue`, which goes through all that its modules define."""
    made = node.value if isinstance(node, ast.Assign) else None
    return source.path.startswith("service/files/") and isinstance(made, ast.Call) and name_of(made.func) == "Export"


def _definitions(source: Source) -> Iterator[tuple[str, ast.stmt]]:
    for node in source.tree.body:
        for name in _names_of(node):
            if not name.startswith("_"):
                yield name, node


def _names_of(node: ast.stmt) -> list[str]:
    """What a statement defines."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.Assign():
            return [target.id for target in node.targets if isinstance(target, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case _:
            return []


def _uses(source: Source, modules: set[str]) -> Iterator[tuple[str, str]]:
    """(module, name) of all that is used in a file, by its name or as `module.name`; what uses only itself is left out."""
    origins = _imported(source)
    for statement in source.tree.body:
        own = set(_names_of(statement))
        if "__all__" in own:
            continue
        for word in _words_in(statement) - own:
            yield module_of(source), word
            if word in origins:
                yield origins[word]
    for node in source.nodes():
        if isinstance(node, ast.Attribute) and (owner := name_of(node.value)):
            module = ".".join(filter(None, origins.get(owner, (owner, ""))))
            if module in modules:
                yield module, node.attr


def _words_in(statement: ast.stmt) -> set[str]:
    """Names that are read, also in an annotation that is written as text."""
    found = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            found |= _words_in_text(node.annotation)
        elif isinstance(node, ast.FunctionDef) and node.returns:
            found |= _words_in_text(node.returns)
    return found


def _words_in_text(annotation: ast.expr) -> set[str]:
    texts = [node.value for node in ast.walk(annotation) if isinstance(node, ast.Constant)]
    trees = [ast.parse(text, mode="eval") for text in texts if isinstance(text, str) and text.strip()]
    return {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _imported(source: Source) -> dict[str, tuple[str, str]]:
    """Name here -> module and name there; of `import a.b` the module and nothing."""
    found: dict[str, tuple[str, str]] = {}
    for node in source.nodes():
        if isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name: (node.module or "", alias.name) for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.asname or alias.name: (alias.name, "") for alias in node.names}
    return found


def what_is_raised_is_said(sources: Iterable[Source]) -> Iterator[str]:
    """A public function or method that raises one of our own exceptions names it in its docstring."""
    held = production(sources)
    ours = _our_exceptions(held)
    for source in held:
        for function in _public_functions(source) if source.layer in TELLS_WHAT_IT_RAISES else ():
            raised = {name for node in ast.walk(function) for name in _raised(node)} & ours
            said = ast.get_docstring(function) or ""
            for name in sorted(name for name in raised if name not in said):
                yield source.fault(function, f"{function.name} does not say that it raises {name}")


def _public_functions(source: Source) -> Iterator[ast.FunctionDef]:
    public = [node for node in source.tree.body if not getattr(node, "name", "_").startswith("_")]
    bodies = [public, *(node.body for node in public if isinstance(node, ast.ClassDef))]
    for node in (found for body in bodies for found in body):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def _raised(node: ast.AST) -> list[str]:
    """The names of what a `raise` may raise: of `raise a if b else c` both."""
    if not isinstance(node, ast.Raise) or node.exc is None:
        return []
    match node.exc:
        case ast.IfExp(body=one, orelse=other):
            choices = [one, other]
        case ast.BoolOp(values=values):
            choices = values
        case one:
            choices = [one]
    return [name_of(each.func if isinstance(each, ast.Call) else each).split(".")[-1] for each in choices]


def _our_exceptions(sources: Iterable[Source]) -> set[str]:
    """Public classes that are exceptions, by any number of steps."""
    bases: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        for node in source.nodes():
            if isinstance(node, ast.ClassDef):
                bases[node.name] += [name_of(base).split(".")[-1] for base in node.bases]
    found = {
        name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)
    }
    pythons = set(found)
    while more := {name for name, of in bases.items() if name not in found and found.intersection(of)}:
        found |= more
    return {name for name in found - pythons if not name.startswith("_")}
