"""The columns of the sheets in the workbook of one customer, each with how wide it is."""

from language.reports.plan import workbook_columns as words
from reports.workbook import Width

# The places of the columns of the answers that are shares.
SHARES = (8, 9)


def figures() -> tuple[Width, ...]:
    return (
        Width("", 44, wrap=True),
        Width(words.IN_PLACE(), 10),
        Width(words.EXPECTED(), 12),
        Width(words.LOWEST(), 12),
        Width(words.HIGHEST(), 12),
        Width(words.COVERAGE(), 12),
        Width(words.ANSWERED(), 12),
        Width(words.APPLICABLE(), 12),
        Width(words.DAYS_AHEAD(), 12),
    )


def answers() -> tuple[Width, ...]:
    return (
        Width(words.QUESTION_ID(), 12),
        Width(words.QUESTION(), 44, wrap=True),
        Width(words.FACTOR(), 24, wrap=True),
        Width(words.AREA(), 12),
        Width(words.HARD_STOP(), 12, wrap=True),
        Width(words.ANSWER(), 28, wrap=True),
        Width(words.ROWS(), 34, wrap=True),
        Width(words.STATUS(), 15),
        Width(words.ATTAINMENT(), 11),
        Width(words.EXPECTED_NOW(), 11),
        Width(words.MUST_BE(), 13),
        Width(words.REQUIRED(), 34, wrap=True),
        Width(words.WAITING_ON(), 16),
        Width(words.COMMENT(), 40, wrap=True),
        Width(words.PROOF(), 30, wrap=True),
        Width(words.LAST_ANSWERED(), 22),
        Width(words.ANSWERED_BY(), 20, wrap=True),
        Width(words.TO_CONFIRM(), 12),
    )


def gaps() -> tuple[Width, ...]:
    return (
        Width(words.QUESTION_ID(), 12),
        Width(words.QUESTION(), 44, wrap=True),
        Width(words.AREA(), 12),
        Width(words.HARD_STOP(), 12, wrap=True),
        Width(words.WHEN(), 8),
        Width(words.STATUS(), 15),
        Width(words.MISSING(), 34, wrap=True),
        Width(words.DUE(), 12),
        Width(words.DAYS_LATE(), 12),
        Width(words.START_BY(), 12),
        Width(words.SLACK(), 12),
        Width(words.OWN_OR_WAITING(), 16),
        Width(words.RESPONSIBLE(), 14),
        Width(words.ACTION(), 50, wrap=True),
        Width(words.HAS_ACTION(), 10),
    )


def actions() -> tuple[Width, ...]:
    return (
        Width(words.QUESTION_ID(), 12),
        Width(words.QUESTION(), 40, wrap=True),
        Width(words.ACTION(), 50, wrap=True),
        Width(words.OWNER(), 22, wrap=True),
        Width(words.DUE(), 12),
        Width(words.STATUS(), 12),
        Width(words.MUST_BE(), 13),
        Width(words.NOTICE(), 34, wrap=True),
        Width(words.NOTE(), 40, wrap=True),
    )


def waivers() -> tuple[Width, ...]:
    return (
        Width(words.QUESTION_ID(), 12),
        Width(words.HARD_STOP(), 44, wrap=True),
        Width(words.STATUS(), 24),
        Width(words.INSTEAD(), 50, wrap=True),
        Width(words.OWNER(), 22, wrap=True),
        Width(words.EXPIRES(), 12),
        Width(words.REASON(), 40, wrap=True),
    )
