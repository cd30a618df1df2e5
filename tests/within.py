"""A bound on what may take longer the longer a hostile input is."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fails, and stops what runs in Python or in a regular expression, where it computes longer."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"It took longer than {seconds} s.")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
