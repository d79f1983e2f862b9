"""What the back-test has beside the report: go-lives coded from other texts, coded a second time, and how they went.

`references/others/`, `references/second/` and `references/texts/outcomes.yaml`; none of them need be there.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from content.problems import Problem, nearest, problem
from content.reference_cases import FOLDER, read_cases
from content.validation import validated
from content.yaml_tree import read_file
from scoring.hindsight.past import Hindsight, PastOutcomes
from scoring.questionnaire import Questionnaire
from scoring.reference_cases import ReferenceCase
from scoring.vocabulary import QuestionnaireType

OTHERS, SECOND = "references/others", "references/second"
OUTCOMES = "references/texts/outcomes.yaml"
# None where the file they stand in could not be read: then nothing is missed in it.
Known = Collection[str] | None
Asked = Mapping[QuestionnaireType, Questionnaire | None]


class ReadHindsight(NamedTuple):
    """What could be read, and what is wrong with the rest."""

    read: Hindsight
    problems: tuple[Problem, ...]


def read_hindsight(folder: Path, asked: Asked, *, sources: Known, topics: Known) -> ReadHindsight:
    """What stands beside the cases of the report. sources, topics: the ids that a file may name; None when not known.

    A case that could not be read is a case all the same: of it nothing is missed.
    """
    if not (folder / FOLDER).is_dir():
        return ReadHindsight(Hindsight(), ())
    others, second = (read_cases(folder, asked, inside=inside) for inside in (OTHERS, SECOND))
    outcomes, at_fault = _outcomes(folder)
    known = {path.stem for inside in (FOLDER, OTHERS) for path in (folder / inside).glob("*.*")}
    problems = [
        *others.problems,
        *second.problems,
        *at_fault,
        *(each for case in others.read for each in _sources(OTHERS, case, sources)),
        *(each for case in second.read for each in _sources(SECOND, case, sources)),
        *_strangers(outcomes, known, sources, topics),
    ]
    return ReadHindsight(Hindsight(others.read, second.read, outcomes), tuple(problems))


def _outcomes(folder: Path) -> tuple[PastOutcomes, list[Problem]]:
    nothing = PastOutcomes(cases={})
    if not (folder / OUTCOMES).exists():
        return nothing, []
    reading = read_file(folder / OUTCOMES)
    if reading.root is None:
        return nothing, [replace(each, file=OUTCOMES) for each in reading.problems]
    read = validated(PastOutcomes, reading.root, OUTCOMES)
    return (nothing, read) if isinstance(read, list) else (read, [])


def _sources(inside: str, case: ReferenceCase, sources: Known) -> Iterator[Problem]:
    file = f"{inside}/{case.id}.yaml"
    for coded in case.coded:
        yield from _unknown("unknown_reference", file, coded.question_id, "source", coded.finding.source, sources)
    yield from _unknown("unknown_reference", file, "", "go_live.source", case.go_live_finding.source, sources)


def _strangers(outcomes: PastOutcomes, cases: Collection[str], sources: Known, topics: Known) -> Iterator[Problem]:
    """Cases, sources and topics that are not there."""
    for name, told in outcomes.cases.items():
        yield from _unknown("unknown_case", OUTCOMES, name, "cases", name, cases)
        if told.of is not None:
            yield from _unknown("unknown_case", OUTCOMES, name, "of", told.of, outcomes.cases)
        for harm in told.harms:
            yield from _unknown("unknown_reference", OUTCOMES, name, "source", harm.source, sources)
            for topic in harm.topics:
                yield from _unknown("unknown_topic", OUTCOMES, name, "topics", topic, topics)


def _unknown(kind: str, file: str, where: str, field: str, found: str, known: Known) -> Iterator[Problem]:
    if known is not None and found not in known:
        near = nearest(found, known)
        yield problem(kind, file, question=where, field=field, near=near, found=found)
