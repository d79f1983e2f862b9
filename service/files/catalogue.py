"""Every file that leaves, by id: whatever the modules beside this one say is an `Export`."""

from collections.abc import Mapping
from typing import Any

from service.files import answers, dossier, judgement, people, plan, portfolio, review, spread
from service.files.export import Export

MODULES = (answers, dossier, judgement, plan, review, portfolio, spread, people)
EXPORTS: Mapping[str, Export[Any]] = {
    found.id: found for module in MODULES for found in vars(module).values() if isinstance(found, Export)
}
