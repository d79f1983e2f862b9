"""A moment in Norwegian words: the day and the hour are Norway's, on both sides of midnight, in winter and in summer."""

from datetime import UTC, date, datetime

import pytest

from language import NO_BREAK, clock, local_day, moment

# A moment in UTC -> the day and the hour it is in Norway.
MOMENTS = [
    (datetime(2026, 11, 28, 22, 59, tzinfo=UTC), date(2026, 11, 28), "23:59"),
    (datetime(2026, 11, 28, 23, 0, tzinfo=UTC), date(2026, 11, 29), "00:00"),
    (datetime(2026, 11, 29, 0, 30, tzinfo=UTC), date(2026, 11, 29), "01:30"),
    (datetime(2027, 7, 1, 21, 59, tzinfo=UTC), date(2027, 7, 1), "23:59"),
    (datetime(2027, 7, 1, 22, 0, tzinfo=UTC), date(2027, 7, 2), "00:00"),
    (datetime(2026, 12, 31, 23, 15, tzinfo=UTC), date(2027, 1, 1), "00:15"),
]


@pytest.mark.parametrize(("at", "on", "hour"), MOMENTS)
def test_a_moment_is_on_the_day_it_is_in_norway(at: datetime, on: date, hour: str) -> None:
    assert (local_day(at), clock(at)) == (on, hour)
    assert moment(at).startswith(f"{on.day}.{NO_BREAK}")
    assert moment(at).endswith(f"kl.{NO_BREAK}{hour}")
