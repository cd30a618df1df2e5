"""The heavy counts, all in this file: a tenth in ``make test``, all of them in ``make soak``."""

import os
import random
import threading
import time
import uuid

import pytest
from sqlalchemy import func, select

from editorial.ledger.verify import verify
from editorial.models.database import db
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.pipeline.refusal import Stale
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom

FULL = os.environ.get("SOAK") == "full"
pytestmark = pytest.mark.soak


def times(full: int) -> int:
    """``full`` in the soak, a tenth of it in the daily run."""
    return full if FULL else max(1, full // 10)


def race(
    room: Newsroom, dispatch: uuid.UUID, editors: list[Person], rng: random.Random
) -> list[str]:
    """Let the editors approve at once; the winner's name, and what the other was told."""
    version = room.get(dispatch).version
    start = threading.Barrier(len(editors))
    ended: list[str] = []

    def approve(person: Person, pause: float) -> None:
        with room.app.app_context():
            start.wait()
            time.sleep(pause)
            try:
                room.act(person, Action.APPROVE, dispatch, version=version)
                ended.append(person.name)
            except Stale as told:
                ended.append(str(told))
            finally:
                db.session.remove()

    threads = [
        threading.Thread(target=approve, args=(editor, rng.random() / 500)) for editor in editors
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


def test_of_two_editors_who_approve_at_once_exactly_one_wins(newsroom: Newsroom) -> None:
    rounds = times(200)
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editors = [newsroom.person("Ana Peng", Role.EDITOR), newsroom.person("Omar Dale", Role.EDITOR)]
    rng = random.Random(7)
    won = {editor.name: 0 for editor in editors}
    for _ in range(rounds):
        dispatch = newsroom.dispatch(author, "It rained.")
        newsroom.act(author, Action.FILE, dispatch)
        newsroom.act(editors[0], Action.CLAIM, dispatch)
        ended = race(newsroom, dispatch, editors, rng)
        [winner] = [name for name in ended if name in won]
        [told] = [name for name in ended if name not in won]
        assert f"{winner} (editor) approved" in told
        won[winner] += 1
        assert newsroom.get(dispatch).state is State.APPROVED
        entries = select(func.count()).where(
            LogEntry.dispatch_id == dispatch, LogEntry.action == "approve"
        )
        assert newsroom.read().scalar(entries) == 1
    result = verify(newsroom.read())
    assert result.fault is None
    assert result.entries == 3 * rounds
    kind = db.engine.dialect.name
    print(f"\n{kind}: {rounds} races, one winner each {won}; {result.entries} entries hold")
