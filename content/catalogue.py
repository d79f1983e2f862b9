"""All of `assessments/` as one `Catalogue` with its reference cases, read and checked at once; a pure function of the folder."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from content.cross_references import QUESTIONNAIRE_FILES, check_links
from content.english import FILE as ENGLISH_FILE
from content.english import check_english
from content.from_programme import PROGRAMME_FILE, check_from_programme
from content.hindsight import read_hindsight
from content.nynorsk import FOLDER as NYNORSK_FOLDER
from content.nynorsk import unknown_files, with_nynorsk
from content.outcomes import FILE as OUTCOMES_FILE
from content.outcomes import check_outcomes
from content.problems import ContentError, Problem, nearest, problem
from content.profile import FILE as PROFILE_FILE
from content.profile import check_all_from, check_profile
from content.prose import check_prose
from content.reference_cases import read_cases
from content.roles import FILE as ROLES_FILE
from content.roles import Roles, check_roles
from content.steps_check import check_core, check_steps
from content.validation import validated
from content.weights import with_weights
from content.xray import FILE as XRAY_FILE
from content.xray import check_xray
from content.yaml_tree import Node, YamlFile, YamlMapping, YamlScalar, read_file
from scoring.frozen import English, Frozen, Lesson, Method, Publication, SuccessFactor, Topic
from scoring.hindsight.past import Hindsight
from scoring.outcomes.measures import OutcomeRules
from scoring.profile.facts import ProfileForm
from scoring.questionnaire import Catalogue, Questionnaire
from scoring.reference_cases import ReferenceCase
from scoring.vocabulary import CustomerType, Programme, QuestionnaireType
from scoring.xray.rules import XrayRules


class _Factors(Frozen):
    factors: tuple[SuccessFactor, ...]


class _Topics(Frozen):
    topics: dict[str, Topic]


class _Lessons(Frozen):
    lessons: dict[str, Lesson]


class _Sources(Frozen):
    sources: dict[str, Publication]


SHARED_FILES: dict[str, type[Frozen]] = {
    "factors.yaml": _Factors,
    "topics.yaml": _Topics,
    "lessons.yaml": _Lessons,
    "sources.yaml": _Sources,
    "method.yaml": Method,
}
MODELS: dict[str, type[Frozen]] = {
    **SHARED_FILES,
    **dict.fromkeys(QUESTIONNAIRE_FILES, Questionnaire),
    ROLES_FILE: Roles,
    XRAY_FILE: XrayRules,
    OUTCOMES_FILE: OutcomeRules,
    PROFILE_FILE: ProfileForm,
    ENGLISH_FILE: English,
}


class Content(NamedTuple):
    """What is asked and how it is judged, the customers of the past, who knows the answers, what should not be together,
    what is recorded after the go-live, what HPAS is asked in English, what the back-test has beside the report, and where
    the nynorsk is missing or older than the bokmål, which stops nothing."""

    catalogue: Catalogue
    reference_cases: tuple[ReferenceCase, ...]
    roles: Roles
    xray: XrayRules
    outcomes: OutcomeRules
    english: English
    hindsight: Hindsight
    nynorsk_behind: tuple[Problem, ...]


def read_catalogue(folder: Path) -> Catalogue:
    """The factors, topics, lessons, sources, thresholds and questionnaires of a folder. Raises ContentError."""
    return read_content(folder).catalogue


def read_content(folder: Path) -> Content:
    """Everything in a folder. Raises ContentError with every problem of every file."""
    names = _names(folder)
    problems = list(_file_problems(folder, names))
    readings = [_with_ids(read_file(folder / name)) for name in sorted(MODELS.keys() & names)]
    spoken = {each.file: with_nynorsk(folder, each.file, each.root) for each in readings if each.root is not None}
    values: dict[str, Any] = {}
    for reading in readings:
        problems += reading.problems
        if reading.root is not None:
            values[reading.file] = value = _validated(reading.file, spoken[reading.file].root)
            problems += [*spoken[reading.file].problems, *_own_problems(reading.file, reading.root, value)]
    said = {(each.file, each.line, each.field) for each in problems}
    trees = {reading.file: reading.root for reading in readings if reading.root is not None}
    links = [
        *check_links(trees),
        *check_from_programme(trees, missing=PROGRAMME_FILE not in names),
        *check_all_from(trees, _profile(values, names)),
        *(each for file, root in trees.items() for each in check_prose(file, root)),
    ]
    problems += [each for each in links if (each.file, each.line, each.field) not in said]
    sound = _questionnaires(values, problems, names)
    if isinstance(values.get(ROLES_FILE), Roles):
        problems += check_roles(trees[ROLES_FILE], sound)
    problems += _rule_problems(values, trees, sound)
    cases = read_cases(folder, sound)
    beside, at_fault = read_hindsight(folder, sound, sources=_ids(values, "sources"), topics=_ids(values, "topics"))
    problems += [*cases.problems, *at_fault]
    if problems:
        raise ContentError(problems)
    return Content(
        _catalogue(values),
        cases.read,
        values.get(ROLES_FILE, Roles()),
        values.get(XRAY_FILE, XrayRules()),
        values.get(OUTCOMES_FILE, OutcomeRules()),
        values.get(ENGLISH_FILE, English()),
        beside,
        tuple(each for both in spoken.values() for each in both.behind),
    )


def _validated(file: str, root: YamlMapping) -> Frozen | list[Problem]:
    return validated(MODELS[file], with_weights(root) if file in QUESTIONNAIRE_FILES else root, file)


def _own_problems(file: str, root: YamlMapping, value: Frozen | list[Problem]) -> Iterable[Problem]:
    """What is wrong with a file that need not be held against any other."""
    if isinstance(value, list):
        return value
    if isinstance(value, Questionnaire):
        return [*check_steps(file, root, value), *check_core(file, root, value)]
    return check_profile(root, value) if isinstance(value, ProfileForm) else ()


def _ids(values: Mapping[str, Any], group: str) -> frozenset[str] | None:
    """The ids of a file of its own; None where it could not be read, so that nothing is missed in it."""
    read = values.get(f"{group}.yaml")
    return None if read is None or isinstance(read, list) else frozenset(getattr(read, group))


def _rule_problems(
    values: dict[str, Any],
    trees: Mapping[str, YamlMapping],
    asked: Mapping[QuestionnaireType, Questionnaire | None],
) -> Iterator[Problem]:
    """Of the files that name topics and lessons by rules of their own, once both can be read."""
    topics, lessons = values.get("topics.yaml"), values.get("lessons.yaml")
    if not isinstance(topics, _Topics) or not isinstance(lessons, _Lessons):
        return
    if isinstance(values.get(XRAY_FILE), XrayRules):
        yield from check_xray(trees[XRAY_FILE], topics.topics, lessons.lessons)
    if isinstance(rules := values.get(OUTCOMES_FILE), OutcomeRules):
        yield from check_outcomes(trees[OUTCOMES_FILE], rules, topics.topics, lessons.lessons, asked)
    if ENGLISH_FILE in values and (of_hpas := asked.get(Programme.PROGRAMME)):
        yield from check_english(trees[ENGLISH_FILE], of_hpas)


def _profile(values: dict[str, Any], names: set[str]) -> ProfileForm | None:
    """What is asked once; nothing where there is no such file, None where it could not be read."""
    read = values.get(PROFILE_FILE)
    return read if isinstance(read, ProfileForm) else None if PROFILE_FILE in names else ProfileForm()


def _names(folder: Path) -> set[str]:
    try:
        return {path.name for path in folder.iterdir()}
    except (FileNotFoundError, NotADirectoryError):
        raise ContentError([problem("folder_missing", str(folder))]) from None
    except OSError:
        raise ContentError([problem("unreadable", str(folder))]) from None


def _file_problems(folder: Path, names: set[str]) -> Iterator[Problem]:
    """Names are compared as they are listed: on a Mac or Windows disk Municipality.yaml would also open."""
    meant = set()
    for name in sorted(names - MODELS.keys()):
        if not name.startswith(".") and (".yaml" in name.lower() or ".yml" in name.lower()):
            near = nearest(name, MODELS.keys() - names)
            meant.add(near)
            yield problem("unknown_file", name, allowed=", ".join(MODELS), near=near)
    if NYNORSK_FOLDER in names:
        yield from unknown_files(folder, MODELS.keys() - {ENGLISH_FILE})
    for name in SHARED_FILES.keys() - names - meant:
        yield problem("file_missing", name)
    if not QUESTIONNAIRE_FILES.keys() & (names | meant):
        yield problem("no_questionnaire", folder.resolve().name, allowed=", ".join(QUESTIONNAIRE_FILES))


def _questionnaires(
    values: dict[str, Any], problems: list[Problem], names: set[str]
) -> dict[QuestionnaireType, Questionnaire | None]:
    """Those that exist, None for one that is at fault; when a file has the wrong name it may be any of them."""
    astray = {problem.fault for problem in problems} & {"unknown_file", "no_questionnaire"}
    at_fault = {problem.file for problem in problems}
    sound = {file: value for file, value in values.items() if file not in at_fault}
    return {kind: sound.get(file) for file, kind in QUESTIONNAIRE_FILES.items() if file in names or astray}


def _with_ids(reading: YamlFile) -> YamlFile:
    """Topics, lessons and sources carry the key they stand under as their id."""
    group, root = reading.file.removesuffix(".yaml"), reading.root
    defined = root.nodes.get(group) if root else None
    if root is None or group not in ("topics", "lessons", "sources") or not isinstance(defined, YamlMapping):
        return reading
    named = {key: _with_id(key, node, defined.lines[key]) for key, node in defined.nodes.items()}
    with_ids = replace(root, nodes={**root.nodes, group: replace(defined, nodes=named)})
    return replace(reading, root=with_ids, problems=(*reading.problems, *_own_ids(reading.file, defined)))


def _with_id(key: str, node: Node, line: int) -> Node:
    if not isinstance(node, YamlMapping):
        return node
    return replace(node, nodes={**node.nodes, "id": YamlScalar(key, line)}, lines={**node.lines, "id": line})


def _own_ids(file: str, defined: YamlMapping) -> Iterator[Problem]:
    for key, node in defined.nodes.items():
        if isinstance(node, YamlMapping) and "id" in node.lines:
            yield problem("id_is_the_key", file, node.lines["id"], question=key, field="id")


def _catalogue(values: dict[str, Any]) -> Catalogue:
    read = {asked: values[file] for file, asked in QUESTIONNAIRE_FILES.items() if file in values}
    return Catalogue(
        factors=values["factors.yaml"].factors,
        topics=values["topics.yaml"].topics,
        lessons=values["lessons.yaml"].lessons,
        sources=values["sources.yaml"].sources,
        method=values["method.yaml"],
        questionnaires={asked: form for asked, form in read.items() if isinstance(asked, CustomerType)},
        programme=read.get(Programme.PROGRAMME),
        profile=values.get(PROFILE_FILE, ProfileForm()),
    )
