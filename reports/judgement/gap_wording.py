"""Words for when something that is missing must begin, must be in place, and can still be caught up; screen and letters alike."""

from datetime import date, timedelta

from language import DAYS, day
from language.reports.judgement import gap_wording as words
from scoring.gaps import Gap, When
from scoring.judgement import Judged


def when_text(gap: Gap) -> str:
    """The last day to begin and the day it must be there, or how late it is, in a sentence or two."""
    # What is missing of a date says itself when it should have been.
    late = "" if isinstance(gap.judged.answer.value, date) else _late(gap)
    told = [late if gap.when is When.NOW else _coming(gap), reserve_text(gap.judged) if gap.open else ""]
    return " ".join(part for part in told if part)


def when_briefly(gap: Gap) -> str:
    """«14 dager på etterskudd», «haster», «begynn senest 12. mars 2027»."""
    if gap.when is When.NOW:
        late = (gap.judged.as_of - gap.by).days
        return words.LATE_BRIEFLY(days=DAYS(late)) if late > 0 else words.NOW_BRIEFLY()
    if gap.when is When.AT_RISK:
        return words.HURRIES()
    return words.BEGIN_BRIEFLY(day=day(gap.start_by)) if gap.start_by else words.DUE_BRIEFLY(day=day(gap.by))


def reserve_text(judged: Judged) -> str:
    """What a hard stop has left before the date can no longer be defended; nothing of what is no open hard stop."""
    left = judged.reserve_days
    if left is None or judged.waived:
        return ""
    if left < 0:
        return words.TOO_FEW_DAYS(days=DAYS(-left))
    return words.CATCH_UP(day=_catch_up(judged, left))


def reserve_briefly(judged: Judged) -> str:
    """The same behind the name of a hard stop: « (202 dager for lite)», « (kan hentes inn til 12. mars 2027)»."""
    left = judged.reserve_days
    if left is None or judged.waived:
        return ""
    if left < 0:
        return words.TOO_FEW_BRIEFLY(days=DAYS(-left))
    return words.CATCH_UP_BRIEFLY(day=_catch_up(judged, left))


def _catch_up(judged: Judged, left: int) -> str:
    return day(judged.as_of + timedelta(days=left))


def _late(gap: Gap) -> str:
    late = (gap.judged.as_of - gap.by).days
    if late <= 0:
        return words.TODAY(day=day(gap.by))
    return words.LATE(day=day(gap.by), days=DAYS(late))


def _coming(gap: Gap) -> str:
    due = day(gap.by)
    if gap.start_by is None:
        return words.IN_PLACE(day=due)
    left = (gap.start_by - gap.judged.as_of).days
    if left < 0:
        return words.SHOULD_HAVE_BEGUN(begin=day(gap.start_by), day=due)
    if left == 0:
        return words.BEGIN_TODAY(day=due)
    return words.BEGIN(begin=day(gap.start_by), days=DAYS(left), day=due)
