"""Since when a dispatch is in its state, and how long it was in those before."""

from importlib import import_module

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import delete, select, update

from editorial.models.dispatch import UNPLACED, Dispatch
from editorial.models.saving import saving
from editorial.models.stay import Stay
from editorial.pipeline.matter import Colleague
from editorial.pipeline.write import label
from editorial.workflow.words import Action, Role, State
from tests.newsroom import START, Newsroom


def stays(room: Newsroom) -> list[tuple[State, int]]:
    rows = room.read().execute(select(Stay.state, Stay.seconds).order_by(Stay.ended_at))
    return [(state, seconds) for state, seconds in rows]


def reviewed(room: Newsroom) -> Dispatch:
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    editor = room.person("Ana Peng", Role.EDITOR)
    second = room.person("Omar Dale", Role.EDITOR)
    dispatch = room.dispatch(author)
    room.later(minutes=20)
    room.act(author, Action.FILE, dispatch)
    with saving() as session:
        label(session, session.get_one(Dispatch, dispatch), place=3)
    room.later(hours=2)
    room.act(editor, Action.CLAIM, dispatch)
    room.later(minutes=5)
    room.act(editor, Action.HAND_ON, dispatch, matter=Colleague(second.id))
    return room.get(dispatch)


def test_a_stay_is_as_long_as_it_was(newsroom: Newsroom) -> None:
    dispatch = reviewed(newsroom)
    assert stays(newsroom) == [(State.DRAFT, 1200), (State.FILED, 7200)]
    week = newsroom.read().scalars(select(Stay.week)).first()
    assert week is not None
    assert (week.isoformat(), week.weekday()) == ("2026-11-16", 0)
    assert dispatch.place == UNPLACED


def test_an_act_that_changes_no_state_begins_no_stay(newsroom: Newsroom) -> None:
    dispatch = reviewed(newsroom)
    assert (newsroom.time - dispatch.entered_at).total_seconds() == 300
    assert dispatch.moved_at == newsroom.time


def test_a_draft_is_one_since_it_was_begun(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    assert newsroom.get(newsroom.dispatch(author)).entered_at == START


def test_an_older_newsroom_learns_its_stays_from_its_log(newsroom: Newsroom) -> None:
    dispatch = reviewed(newsroom)
    known = stays(newsroom)
    with saving() as session:
        session.execute(delete(Stay))
        session.execute(update(Dispatch).values(entered_at=START))
    migration = import_module("migrations.versions.0007_the_board")
    with saving() as session, Operations.context(MigrationContext.configure(session.connection())):
        migration._fill()
    assert stays(newsroom) == known
    assert newsroom.get(dispatch.id).entered_at == dispatch.entered_at
