"""What the steering group's paper is called, and what is in it."""

from language.both import Both

STEERING = Both("Status til styringsgruppen", "Status til styringsgruppa")
ABOUT_STEERING = Both(
    "To sider om alle kundene: hvordan de står, hvem som ligger dårligst an, og hva styringsgruppen bes om.",
    "To sider om alle kundane: korleis dei står, kven som ligg dårlegast an, og kva styringsgruppa blir beden om.",
)
