"""Every file that leaves, by id: whatever the modules named here say is an `Export`.

From this one list come the buttons, the Data Package, `cli.py export`, the addresses for programs, and the tests.
"""

from collections.abc import Mapping
from typing import Any

from service.files import (
    all_plans,
    answers,
    archive,
    decision,
    dossier,
    english,
    judgement,
    outcomes,
    people,
    plan,
    portfolio,
    questions,
    review,
    shared_roles,
    spread,
    steering,
    waves,
)
from service.files.export import Export
from service.files.package import data_package
from service.people.permissions import Operation

# In the order they are listed: of one customer first, then of all.
MODULES = (
    *(answers, dossier, judgement, plan, archive, review, decision, outcomes),
    *(people, questions, english, portfolio, waves, all_plans, shared_roles, spread, steering),
)
_FOUND = [found for module in MODULES for found in vars(module).values() if isinstance(found, Export)]
TABLES: Mapping[str, Export[Any]] = {found.id: found for found in _FOUND if found.columns}
# What everyone has who may have the comparison.
PACKED = [found for found in TABLES.values() if found.of_all and found.operation is Operation.EXPORT_COMPARISON]
DATA_PACKAGE = data_package(PACKED)
EXPORTS: Mapping[str, Export[Any]] = {found.id: found for found in (*_FOUND, DATA_PACKAGE)}
