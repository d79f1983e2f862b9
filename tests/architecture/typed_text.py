"""Whether text from people can reach the screen as markup, as far as the source tells.

Follows names within one function: what is taken from a field that people fill is theirs until it has been through
`escaped`. Text widgets, tables and `plain` show text as it is, and are not asked about.
"""

import ast
from collections.abc import Iterator

from tests.architecture.agreements import Source, name_of, words

# Fields that hold what someone typed, in a file, a form or a database.
TYPED = {
    "name",
    "comment",
    "evidence",
    "not_applicable",
    "others_said",
    "email",
    "display_name",
    "detail",
    "message",
    "problem",
}
# Their owners whose `name` is ours.
OURS = {"figures", "bar", "area", "Verdict", "path"}
SAFE = {"escaped", "plain", "len", "bool", "isinstance"}
MARKUP = words(
    "markdown write caption info warning error success title header subheader badge button checkbox toggle radio selectbox text_input "
    "text_area number_input date_input file_uploader download_button link_button page_link expander popover tabs metric toast progress segmented_control pills form_submit_button multiselect"
)
LABELS = {"label", "help", "text", "body", "caption", "captions", "placeholder", "icon"}


def typed_text_is_escaped(source: Source) -> Iterator[str]:
    if source.layer not in ("ui", "pages", "app"):
        return
    for scope in [source.tree, *(n for n in source.nodes() if isinstance(n, (ast.FunctionDef, ast.Lambda)))]:
        tainted = _tainted_names(scope)
        for call in _calls(scope):
            for shown in _shown(call):
                if found := next(_typed_in(shown, tainted), None):
                    yield source.fault(call, f"«{found}» is shown as markup by {name_of(call.func)}")


def _calls(scope: ast.AST) -> Iterator[ast.Call]:
    return (node for node in _own_nodes(scope) if isinstance(node, ast.Call) and _is_markup(node))


def _is_markup(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr in MARKUP
        and name_of(call.func).split(".")[0] != "session"
    )


def _shown(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments that are read as markup: the first, and those with such a name."""
    if call.args:
        yield call.args[0]
    yield from (keyword.value for keyword in call.keywords if keyword.arg in LABELS)


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function or module without those of the functions in it."""
    for child in ast.iter_child_nodes(scope):
        yield child
        if not isinstance(child, (ast.FunctionDef, ast.Lambda, ast.ClassDef)):
            yield from _own_nodes(child)


def _tainted_names(scope: ast.AST) -> set[str]:
    """Names that are given typed text somewhere in the function, and caught errors, which quote what they refuse.

    Looked through twice, so that a name given such a name is found too.
    """
    tainted = {node.name for node in _own_nodes(scope) if isinstance(node, ast.ExceptHandler) and node.name}
    for _ in range(2):
        for node in _own_nodes(scope):
            if isinstance(node, (ast.Assign, ast.NamedExpr, ast.AnnAssign, ast.AugAssign)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if node.value is not None and any(_typed_in(node.value, tainted)):
                    tainted |= {
                        name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)
                    }
    return tainted


def _typed_in(node: ast.AST, tainted: set[str]) -> Iterator[str]:
    """Typed text in the expression that no safe function has been at."""
    if isinstance(node, ast.Call) and name_of(node.func).split(".")[-1] in SAFE:
        return
    if isinstance(node, ast.IfExp):
        yield from _typed_in(node.body, tainted)
        yield from _typed_in(node.orelse, tainted)
        return
    if isinstance(node, ast.Compare):
        return
    if isinstance(node, ast.Attribute) and node.attr in TYPED and name_of(node.value).split(".")[-1] not in OURS:
        yield name_of(node)
    elif isinstance(node, ast.Name) and node.id in tainted:
        yield node.id
    for child in ast.iter_child_nodes(node):
        yield from _typed_in(child, tainted)
