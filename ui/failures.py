"""What a person is told when a save or a page is refused or fails: in words, and of a failing database not where it lies.

The number stands in the log too, with all that is known.
"""

import logging
import secrets

from language.ui.failures import DATABASE
from service.faults import DatabaseProblem

log = logging.getLogger("klarsjekk")


def in_words(problem: Exception) -> str:
    if not isinstance(problem, DatabaseProblem):
        return str(problem)
    number = secrets.token_hex(4)
    log.warning("error %s: %s", number, problem)
    name = str(problem.path).rsplit("/", 1)[-1]
    return DATABASE(name=name, what=problem.what, remedy=problem.remedy, number=number)
