"""What must hold of `profile.yaml` and of the questions that take their whole from it."""

from collections.abc import Iterator, Mapping

from content.cross_references import QUESTIONNAIRE_FILES
from content.problems import Problem, nearest, problem
from content.validation import at
from content.yaml_tree import Node, YamlMapping, YamlScalar, YamlSequence
from scoring.profile.facts import Fact, ProfileForm
from scoring.vocabulary import CustomerType, Kind

FILE = "profile.yaml"
FIELD = "all_from"


def check_profile(root: YamlMapping, profile: ProfileForm) -> Iterator[Problem]:
    """An id that stands twice, and a rule about facts that no customer type is asked together."""
    first: dict[str, int] = {}
    for group in ("facts", "rules"):
        for item in _items(at(root, group)):
            named = at(item, "id")
            if isinstance(named, YamlScalar):
                if named.text in first:
                    other = f"{FILE}:{first[named.text]}"
                    yield problem("repeated_id", FILE, named.line, question=named.text, field="id", other=other)
                first.setdefault(named.text, named.line)
    facts = {fact.id: fact for fact in profile.facts}
    for number, rule in enumerate(profile.rules):
        node = at(root, "rules", number)
        line = node.line if node else 1
        for field, fact_id in (("part", rule.part), ("whole", rule.whole)):
            if fact_id not in facts:
                near = nearest(fact_id, facts)
                yield problem("unknown_fact", FILE, line, question=rule.id, field=field, found=fact_id, near=near)
        if {rule.part, rule.whole} <= facts.keys() and not _together(facts[rule.part], facts[rule.whole]):
            yield problem("facts_never_together", FILE, line, question=rule.id, field="whole")


def check_all_from(trees: Mapping[str, YamlMapping], profile: ProfileForm | None) -> Iterator[Problem]:
    """Every question whose whole is no fact of its customers. profile: None when the file could not be read."""
    for file, asked in QUESTIONNAIRE_FILES.items():
        for question in _items(at(trees.get(file), "questions")):
            named = at(question, FIELD)
            if not isinstance(named, YamlScalar) or not isinstance(question, YamlMapping):
                continue
            whose, line = _word(at(question, "id")), question.lines[FIELD]
            known = profile.of(asked) if profile and isinstance(asked, CustomerType) else {}
            if _word(at(question, "kind")) == Kind.SHARE and profile and named.text.strip() not in known:
                near = nearest(named.text, known)
                yield problem("unknown_fact", file, line, question=whose, field=FIELD, found=named.text, near=near)
            elif at(question, "from_programme") is not None:
                yield problem("from_programme_and_all_from", file, line, question=whose, field=FIELD)


def _together(one: Fact, other: Fact) -> bool:
    return bool(set(one.asked_of) & set(other.asked_of))


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, YamlSequence) else ()


def _word(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, YamlScalar) else ""
