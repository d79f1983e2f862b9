"""Workbooks are unpacked in the process of the tests: to begin one for each takes longer than all that is done with it.

That a process of its own gives the same is in `tests/reports/answers/test_hostile.py`, and once for the service in
`tests/service/answers/test_offline_merge.py`.
"""

from collections.abc import Iterator

import pytest

from reports.answers.xlsx_sheet import sheet_of


@pytest.fixture(scope="package", autouse=True)
def unpacked_here() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("service.answers.file_import.sheet_apart", sheet_of)
        yield
