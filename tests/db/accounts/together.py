"""Several threads at one door, each with a context of its own, as workers have."""

import threading
from collections.abc import Callable
from typing import TypeVar

from editorial.models.database import db
from tests.newsroom import Newsroom

T = TypeVar("T")


def together(room: Newsroom, acts: list[Callable[[], T]]) -> list[T | Exception]:
    """What each act returned or raised; all begin at the same moment."""
    ready = threading.Barrier(len(acts))
    outcomes: list[T | Exception] = []

    def run(act: Callable[[], T]) -> None:
        with room.app.app_context():
            ready.wait()
            try:
                outcomes.append(act())
            except Exception as error:
                outcomes.append(error)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
