"""The heavy counts, all in this file: a tenth in ``make test``, all of them in ``make soak``."""

import os
import random
import threading
import time
import uuid
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select

from editorial.demo.people import PASSWORD
from editorial.ledger.verify import verify
from editorial.models.database import db
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.pipeline.refusal import Stale
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom
from tests.reader import Reader, values
from tests.sample import Sample
from tests.server import Server

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


def file_while_killed(
    server: Server, reader: Reader, dispatch: str, pause: float
) -> tuple[bool, dict[str, str]]:
    """Send a filing and kill the server ``pause`` seconds later. Was it acknowledged? The form."""
    reader.open(f"{dispatch}/edit")
    form = next(f for f in reader.page.all("form") if "headline" in values(f))
    fields = {**values(form), "then": "file"}
    acknowledged: list[bool] = []

    def send() -> None:
        try:
            answer = reader.client.post(
                f"{dispatch}/edit", data=fields, follow_redirects=False, timeout=10
            )
            acknowledged.append(answer.status_code == 303)
        except httpx.TransportError:
            acknowledged.append(False)

    sending = threading.Thread(target=send)
    sending.start()
    time.sleep(pause)
    server.kill()
    sending.join()
    return acknowledged[0], fields


def test_a_server_killed_while_filing_loses_nothing_and_doubles_nothing(
    people: Sample, tmp_path: Path
) -> None:
    rounds = times(100)
    server = people.server(tmp_path)
    rng = random.Random(11)
    acknowledged = after_all = 0
    server.start()
    try:
        reader = Reader(server.address).sign_in("mira@meridian.example", PASSWORD)
        for number in range(rounds):
            dispatch = begin(reader, f"night-{number}")
            done, fields = file_while_killed(server, reader, dispatch, rng.random() * 0.12)
            server.start()
            reader.open(dispatch)
            state = reader.page.first("", "state")
            assert state is not None
            if done:
                acknowledged += 1
                assert "filed" in state.text, "an acknowledged filing was lost"
            # The page was never answered, so its author sends it again, as it was.
            again = reader.client.post(f"{dispatch}/edit", data=fields, follow_redirects=False)
            assert again.status_code == 303
            after_all += not done
            reader.open(dispatch)
            state = reader.page.first("", "state")
            assert state is not None
            assert "filed" in state.text
    finally:
        server.stop()
    room = Newsroom(server.environment["DATABASE_URL"], tmp_path)
    with room.app.app_context():
        result = verify(room.read())
        filed = room.read().scalar(select(func.count()).where(LogEntry.action == "file"))
        room.close()
    assert result.fault is None
    assert filed == result.revisions == rounds
    print(
        f"\n{rounds} filings killed at a random instant: {acknowledged} were acknowledged before, "
        f"{after_all} were sent again; {filed} entries, none lost, none doubled"
    )


def begin(reader: Reader, slugline: str) -> str:
    """A draft with all that filing needs; its path."""
    reader.open("/dispatches/new")
    form = next(f for f in reader.page.all("form") if "headline" in values(f))
    reader.send(
        form,
        slugline=slugline,
        headline="Rain over the capital",
        dateline_place="PORT VESNA",
        dateline_date="2026-11-20",
        byline="Mira Solan",
        body="It rained all night.",
    )
    return "/".join(reader.where.split("?")[0].split("/")[:3])
