"""What the service works on: the open database and the questionnaires as they are asked today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from content.catalogue import Content, read_content
from content.roles import Roles
from scoring.frozen import English
from scoring.outcomes.measures import OutcomeRules
from scoring.questionnaire import Catalogue, Form
from scoring.reference_cases import ReferenceCase
from scoring.vocabulary import CustomerType, Programme, QuestionnaireType
from scoring.xray.rules import XrayRules
from service.shared_readings import SharedReadings
from storage.engines.address import address_in
from storage.engines.database import Database, open_database

if TYPE_CHECKING:
    from service.apart import ReadApart


@dataclass(frozen=True)
class Workspace:
    database: Database
    catalogue: Catalogue
    reference_cases: tuple[ReferenceCase, ...] = ()
    roles: Roles = field(default_factory=Roles)
    xray: XrayRules = field(default_factory=XrayRules)
    outcomes: OutcomeRules = field(default_factory=OutcomeRules)
    english: English = field(default_factory=English)
    # The day it is taken to be, for demonstrations and tests; answers and decisions carry it.
    day: date | None = None
    # Where the app reads what takes long; commands and tests read for themselves.
    apart: "ReadApart | None" = None

    @cached_property
    def forms(self) -> Mapping[CustomerType, Form]:
        """What a response that starts today is asked, for each customer type that is offered."""
        return {kind: self.catalogue.form(kind) for kind in self.catalogue.questionnaires}

    def form_of(self, asked: QuestionnaireType) -> Form | None:
        """What those are asked today, HPAS itself too; `None` where nothing is."""
        if isinstance(asked, CustomerType):
            return self.forms.get(asked)
        return None if self.catalogue.programme is None else self._of_hpas

    @cached_property
    def _of_hpas(self) -> Form:
        return self.catalogue.form(Programme.PROGRAMME)

    @cached_property
    def read_by(self) -> set[tuple[date, str, str]]:
        """(day, person, thing) of what this process has logged that HPAS has read or compared."""
        return set()

    @cached_property
    def used(self) -> dict[str, datetime]:
        """Login -> when this process last saw it used."""
        return {}

    @cached_property
    def shared(self) -> SharedReadings:
        """What of thousands of customers is read once for all who ask."""
        return SharedReadings(self)

    def close(self) -> None:
        if self.apart:
            self.apart.close()
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()


def open_workspace(
    *, database_url: str, assessments: Path, create: bool = False, read_only: bool = False, beside: bool = False
) -> Workspace:
    """Read the questionnaires and open the database; `create` makes a missing file. Raises what either refuses.

    beside: while the app has it; see `open_database`.
    """
    content = read_content(assessments)
    return workspace_of(open_database(database_url, create=create, read_only=read_only, beside=beside), content)


def workspace_of(database: Database, content: Content) -> Workspace:
    """A workspace on a database that is open, with all that is asked and judged by."""
    return Workspace(
        database,
        content.catalogue,
        content.reference_cases,
        content.roles,
        content.xray,
        content.outcomes,
        content.english,
    )


def database_address(environ: Mapping[str, str], *, default: str) -> str:
    """Where the database is: DATABASE_URL, or KLARSJEKK_DB_HOST and the others, or `default`. Raises when they clash."""
    return address_in(environ, default=default)
