"""Stories that go out at their hour, before all else that a process does."""

import threading

from editorial.worker import Way

SOON, LATE = 0.1, 5


def test_the_rest_waits_while_stories_go_out_and_no_longer() -> None:
    way, gone_on = Way(), threading.Event()

    def rest() -> None:
        way.give()
        gone_on.set()

    way.taken(True)
    threading.Thread(target=rest, daemon=True).start()
    assert not gone_on.wait(SOON)
    way.taken(False)
    assert gone_on.wait(LATE)
