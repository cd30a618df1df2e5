"""Who has which dispatch open, as long as their page says so."""

import uuid

import pytest
from sqlalchemy import func, select

from editorial.models.desk_pulse import DeskPulse
from editorial.models.person import Person
from editorial.models.presence import Doing, Presence
from editorial.models.saving import saving
from editorial.pipeline.presence import BELIEVED_FOR, come, leave, who_is_at
from editorial.pipeline.refusal import NotThere
from editorial.workflow.words import Role
from tests.newsroom import Newsroom


def arrive(room: Newsroom, person: Person, dispatch: uuid.UUID, doing: Doing) -> None:
    with saving() as session:
        come(session, session.get_one(Person, person.id), dispatch, doing, room.time)


def names(room: Newsroom, dispatch: uuid.UUID) -> list[tuple[str, str]]:
    found = who_is_at(room.read(), [dispatch], room.time).get(dispatch, ())
    return [(one.name, one.doing.value) for one in found]


def beats(room: Newsroom) -> int:
    return room.read().scalar(select(DeskPulse.beat)) or 0


def test_who_came_is_there_until_they_leave(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    dispatch = newsroom.dispatch(author)
    arrive(newsroom, author, dispatch, Doing.WRITING)
    arrive(newsroom, editor, dispatch, Doing.READING)
    assert names(newsroom, dispatch) == [("Ana Peng", "reading"), ("Mira Sol", "writing")]
    with saving() as session:
        leave(session, author, dispatch)
    assert names(newsroom, dispatch) == [("Ana Peng", "reading")]


def test_who_says_nothing_any_more_is_not_there(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author)
    arrive(newsroom, author, dispatch, Doing.READING)
    newsroom.later(seconds=BELIEVED_FOR.total_seconds())
    assert names(newsroom, dispatch)
    newsroom.later(seconds=1)
    assert not names(newsroom, dispatch)


def test_coming_and_another_doing_beat_but_staying_does_not(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author)
    before = beats(newsroom)
    arrive(newsroom, author, dispatch, Doing.READING)
    assert beats(newsroom) == before + 1
    newsroom.later(seconds=30)
    arrive(newsroom, author, dispatch, Doing.READING)
    assert beats(newsroom) == before + 1
    arrive(newsroom, author, dispatch, Doing.WRITING)
    assert beats(newsroom) == before + 2


def test_nobody_is_at_a_dispatch_they_may_not_see(newsroom: Newsroom) -> None:
    dispatch = newsroom.dispatch(newsroom.person("Mira Sol", Role.CORRESPONDENT))
    stranger = newsroom.person("Sam Low", Role.EDITOR, desk="Sport")
    with pytest.raises(NotThere):
        arrive(newsroom, stranger, dispatch, Doing.READING)


def test_those_whose_browser_never_left_are_forgotten(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    dispatch = newsroom.dispatch(author)
    arrive(newsroom, author, dispatch, Doing.READING)
    newsroom.later(hours=2)
    arrive(newsroom, editor, dispatch, Doing.READING)
    assert newsroom.read().scalar(select(func.count()).select_from(Presence)) == 1
