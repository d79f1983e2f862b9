"""What a service function refuses, in words for the one who asked.

Refused
├── NotAllowed   no such thing, or not yours: the two are told alike
└── BadInput     what was typed or chosen does not fit; `fault` is a stable id, `message` says what to do

`DatabaseProblem` (from storage) is the other thing a page must expect: nothing was saved, and it says why.
"""

from storage.database_problems import DatabaseProblem
from storage.plain_text import LONGEST_NAME, LONGEST_TEXT
from storage.problems import ContentError

__all__ = ["LONGEST_NAME", "LONGEST_TEXT", "BadInput", "ContentError", "DatabaseProblem", "NotAllowed", "Refused"]


class Refused(Exception):
    """Nothing was changed. `message` is for the person."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotAllowed(Refused):
    def __init__(self) -> None:
        super().__init__("Vi finner ikke dette, eller du har ikke tilgang til det.")


class BadInput(Refused):
    """`question_id` is the question it concerns, when it concerns one."""

    def __init__(self, fault: str, *, question_id: str | None = None, **context: object) -> None:
        super().__init__(_MESSAGES[fault].format(**context))
        self.fault = fault
        self.question_id = question_id
        self.context = context


_MESSAGES = {
    "wrong_type": "Svaret passer ikke til spørsmålet. Velg eller skriv på nytt.",
    "not_a_level": "Nivået må være et helt tall fra 0 til 4.",
    "out_of_range": "Tallet må være 0 eller større, og ikke over en milliard.",
    "all_not_positive": "Antallet i alt må være større enn 0.",
    "unknown_row": "Raden «{row}» finnes ikke i spørsmålet.",
    "repeated_row": "Raden «{row}» står to ganger. Slett den ene eller gi den et annet navn.",
    "too_many_rows": "Det er for mange rader. Du kan ha {most}.",
    "row_without_name": "Hver rad må ha et navn på høyst {longest} tegn.",
    "day_out_of_range": "Datoen må ligge mellom 2000 og 2100.",
    "unknown_question": "Spørsmålet finnes ikke i dette spørreskjemaet.",
    "unknown_field": "Dette kan ikke lagres på et spørsmål.",
    "unknown_waiting_on": "Velg hvem dere venter på fra listen.",
    "reason_missing": "Skriv hvorfor spørsmålet ikke er aktuelt.",
    "not_text": "Dette må være tekst.",
    "control_character": "Tegn nummer {position} ({found}) kan ikke lagres. Slett det, eller skriv teksten på nytt.",
    "text_too_long": "Teksten er på {length} tegn. Du kan bruke {longest}.",
    "name_missing": "Skriv et navn.",
    "line_break_in_name": "Skriv navnet på én linje.",
    "name_taken": "Det finnes allerede en kunde som heter «{name}».",
    "type_not_offered": "Vi har ikke noe spørreskjema for denne kundetypen ennå.",
    "unknown_revision": "Vi finner ikke dette i historikken.",
    "real_customers": "Databasen har kunder som ikke er oppdiktet. Lag demodata i en egen fil.",
}
