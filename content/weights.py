"""What a question counts for in a mean, where it does not say so itself: a hard stop counts for two."""

from dataclasses import replace

from content.yaml_tree import Node, YamlMapping, YamlScalar, YamlSequence

FIELD = "weight"
STOP, PLAIN = "2", "1"


def with_weights(root: YamlMapping) -> YamlMapping:
    """The tree of a questionnaire in which every question says its weight; any other tree as it is."""
    questions = root.nodes.get("questions")
    if not isinstance(questions, YamlSequence):
        return root
    weighed = replace(questions, items=tuple(_weighed(each) for each in questions.items))
    return replace(root, nodes={**root.nodes, "questions": weighed})


def _weighed(question: Node) -> Node:
    if not isinstance(question, YamlMapping) or FIELD in question.nodes:
        return question
    weight = YamlScalar(STOP if "hard_stop" in question.nodes else PLAIN, question.line)
    return replace(question, nodes={**question.nodes, FIELD: weight}, lines={**question.lines, FIELD: question.line})
