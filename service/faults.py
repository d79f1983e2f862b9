"""What a service function refuses, in words for the one who asked.

Refused
├── NotAllowed   no such thing, or not yours: the two are told alike
└── BadInput     what was typed or chosen does not fit; `fault` is a stable id, `message` says what to do

`DatabaseProblem` (from storage) is the other thing a page must expect: nothing was saved, and it says why.
"""

from content.problems import ContentError
from language import number
from language.service import faults as words
from storage.engines.problems import DatabaseProblem
from storage.plain_text import LONGEST_NAME, LONGEST_TEXT

__all__ = ["LONGEST_NAME", "LONGEST_TEXT", "BadInput", "ContentError", "DatabaseProblem", "NotAllowed", "Refused"]


class Refused(Exception):
    """Nothing was changed. `message` is for the person, in the language it is refused in."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotAllowed(Refused):
    def __init__(self) -> None:
        super().__init__(words.NOT_ALLOWED())


class BadInput(Refused):
    """`question_id` is the question it concerns, when it concerns one."""

    def __init__(self, fault: str, *, question_id: str | None = None, **context: object) -> None:
        shown = {name: number(held, decimals=2) if isinstance(held, float) else held for name, held in context.items()}
        super().__init__(words.FAULTS[fault](**shown))
        self.fault = fault
        self.question_id = question_id
        self.context = context
