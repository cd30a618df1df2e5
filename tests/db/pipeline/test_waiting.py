"""Acts that waited for another: they weigh what is so when their turn comes."""

import threading
import time
import uuid
from collections.abc import Callable

from sqlalchemy import delete, func, select

from editorial.models.database import db
from editorial.models.grant import Grant
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.source import Source
from editorial.pipeline.matter import OldSource
from editorial.pipeline.perform import load, perform
from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom

LONG_ENOUGH = 0.5


def while_locked(
    room: Newsroom, dispatch: uuid.UUID, act: Callable[[], object], then: Callable[[], None]
) -> object:
    """Begin ``act`` while the dispatch is locked, let ``then`` happen, let go. What came of it."""
    came: list[object] = []

    def run() -> None:
        with room.app.app_context():
            try:
                came.append(act())
            except Refused as refused:
                came.append(refused)
            finally:
                db.session.remove()

    thread = threading.Thread(target=run)
    with saving() as session:
        load(session, dispatch)
        thread.start()
        time.sleep(LONG_ENOUGH)
        then()
    thread.join()
    [only] = came
    return only


def test_who_lost_their_role_while_they_waited_is_refused(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    dispatch = newsroom.dispatch(author)
    newsroom.act(author, Action.FILE, dispatch)

    def revoke() -> None:
        db.session().execute(delete(Grant).where(Grant.person_id == editor.id))

    came = while_locked(
        newsroom, dispatch, lambda: newsroom.act(editor, Action.CLAIM, dispatch), revoke
    )
    assert isinstance(came, Refused)
    assert newsroom.get(dispatch).state is State.FILED


def test_a_source_detached_meanwhile_is_not_detached_twice(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author)
    newsroom.attach(dispatch, author, "AKAN:  It will rain until Friday, they told me.")
    source = newsroom.read().scalars(select(Source)).one().id

    def detach() -> object:
        with saving() as session:
            person = session.get_one(Person, author.id)
            before = session.get_one(Source, source)  # as its page does, before the lock
            outcome = perform(
                session,
                person,
                Action.DETACH,
                dispatch,
                now=newsroom.time,
                note="wrong file",
                matter=OldSource(source),
            )
            return before, outcome

    def detach_here() -> None:
        session = db.session()
        perform(
            session,
            session.get_one(Person, author.id),
            Action.DETACH,
            dispatch,
            now=newsroom.time,
            note="wrong file",
            matter=OldSource(source),
        )

    came = while_locked(newsroom, dispatch, detach, detach_here)
    assert isinstance(came, Refused)
    count = select(func.count()).select_from(LogEntry).where(LogEntry.action == "detach")
    assert newsroom.read().scalar(count) == 1
