"""How often one person may ask; counted by each process for itself, forgotten with it."""

import threading
import time
import uuid
from collections.abc import Callable

MOST_KNOWN = 10_000


class Pace:
    """A bucket a person: ``most`` at once, then ``each_second``."""

    def __init__(
        self, most: int, each_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._each_second, self._clock = most, each_second, clock
        self._left: dict[uuid.UUID, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def allows(self, person_id: uuid.UUID) -> bool:
        """Whether this person may ask now; asking counts only where they may."""
        now = self._clock()
        with self._lock:
            left, at = self._left.get(person_id, (float(self._most), now))
            left = min(self._most, left + (now - at) * self._each_second)
            allowed = left >= 1
            if len(self._left) >= MOST_KNOWN:
                self._left.clear()
            self._left[person_id] = (left - 1 if allowed else left, now)
            return allowed
