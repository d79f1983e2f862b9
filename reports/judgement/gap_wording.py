"""Words for when something that is missing must begin, must be in place, and can still be caught up; screen and letters alike."""

from datetime import date, timedelta

from language import count, day
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
        return f"{count(late, 'dag', 'dager')} på etterskudd" if late > 0 else "skal være på plass nå"
    if gap.when is When.AT_RISK:
        return "haster"
    return f"begynn senest {day(gap.start_by)}" if gap.start_by else f"frist {day(gap.by)}"


def reserve_text(judged: Judged) -> str:
    """What a hard stop has left before the date can no longer be defended; nothing of what is no open hard stop."""
    left = judged.reserve_days
    if left is None or judged.waived:
        return ""
    if left < 0:
        return f"Med vanlig arbeid er det {count(-left, 'dag', 'dager')} for lite til at datoen holder."
    return f"Datoen kan hentes inn til {_catch_up(judged, left)}."


def reserve_briefly(judged: Judged) -> str:
    """The same behind the name of a hard stop: « (202 dager for lite)», « (kan hentes inn til 12. mars 2027)»."""
    left = judged.reserve_days
    if left is None or judged.waived:
        return ""
    return (
        f" ({count(-left, 'dag', 'dager')} for lite)"
        if left < 0
        else f" (kan hentes inn til {_catch_up(judged, left)})"
    )


def _catch_up(judged: Judged, left: int) -> str:
    return day(judged.as_of + timedelta(days=left))


def _late(gap: Gap) -> str:
    late = (gap.judged.as_of - gap.by).days
    if late <= 0:
        return f"Skal være på plass i dag, {day(gap.by)}."
    return f"Skulle vært på plass {day(gap.by)}, {count(late, 'dag', 'dager')} på etterskudd."


def _coming(gap: Gap) -> str:
    due = f"på plass {day(gap.by)}"
    if gap.start_by is None:
        return f"Skal være {due}."
    left = (gap.start_by - gap.judged.as_of).days
    if left < 0:
        return f"Måtte vært begynt {day(gap.start_by)} for å være {due}."
    if left == 0:
        return f"Må begynne i dag for å være {due}."
    return f"Begynn senest {day(gap.start_by)}, om {count(left, 'dag', 'dager')}. Skal være {due}."
