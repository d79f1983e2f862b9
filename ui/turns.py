"""How often something may be asked for: so many times a minute for each who asks."""

from collections import OrderedDict
from threading import Lock

MOST_KEPT = 5_000


class Turns:
    """Keeps the latest ones only. per_minute: how often each may."""

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._asked: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = Lock()

    def take(self, who: str, *, now: float) -> bool:
        """Whether it is asked for seldom enough."""
        with self._lock:
            lately = [at for at in self._asked.pop(who, []) if now - at < 60]
            allowed = len(lately) < self.per_minute
            self._asked[who] = [*lately, now] if allowed else lately
            if len(self._asked) > MOST_KEPT:
                self._asked.popitem(last=False)
            return allowed
