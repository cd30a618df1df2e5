"""How much work a call is, counted in lines of our own code, whatever the machine is doing."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

OURS = "editorial"


def lines(call: Callable[[], object]) -> int:
    """How many lines of the package run in ``call``."""
    count = 0

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if event == "call" and OURS not in frame.f_code.co_filename:
            return None
        count += 1
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def grows_in_a_straight_line(call: Callable[[int], object], size: int) -> bool:
    """Whether twice the size is no more than twice the work, but for what a call costs anyway."""
    call(size // 8)
    small, large = lines(lambda: call(size)), lines(lambda: call(2 * size))
    return large <= 2.4 * small + 5_000
