"""A desk's pulse beats with every change that a board of it would show, and with no other."""

import uuid

import pytest
from sqlalchemy import select

from editorial.models.desk_pulse import DeskPulse
from editorial.models.dispatch import Dispatch
from editorial.models.saving import saving
from editorial.pipeline.matter import Placement
from editorial.pipeline.refusal import Refused
from editorial.pipeline.write import label
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom


def beats(room: Newsroom, desk: str) -> int:
    asked = select(DeskPulse.beat).where(DeskPulse.desk_id == room.desk(desk))
    return room.read().scalar(asked) or 0


def test_a_new_dispatch_and_every_act_beat(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author)
    assert beats(newsroom, "Politics") == 1
    newsroom.act(author, Action.FILE, dispatch)
    assert beats(newsroom, "Politics") == 2
    assert beats(newsroom, "Sport") == 0


def test_a_refused_act_does_not_beat(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author)
    with pytest.raises(Refused):
        newsroom.act(author, Action.CLAIM, dispatch)
    assert beats(newsroom, "Politics") == 1


def test_a_new_label_beats_though_it_makes_no_page_stale(newsroom: Newsroom) -> None:
    dispatch = newsroom.dispatch(newsroom.person("Mira Sol", Role.CORRESPONDENT))
    version = newsroom.get(dispatch).version
    with saving() as session:
        label(session, session.get_one(Dispatch, dispatch), urgency=1)
    assert beats(newsroom, "Politics") == 2
    assert newsroom.get(dispatch).version == version


def test_a_text_that_grows_does_not_beat(newsroom: Newsroom) -> None:
    dispatch = newsroom.dispatch(newsroom.person("Mira Sol", Role.CORRESPONDENT))
    with saving() as session:
        row = session.get_one(Dispatch, dispatch)
        label(session, row, words=12, urgency=row.urgency, headline=row.headline)
    assert beats(newsroom, "Politics") == 1
    assert newsroom.get(dispatch).words == 12


def test_a_dispatch_that_moves_beats_on_both_desks(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    dispatch = newsroom.dispatch(author)
    newsroom.act(author, Action.FILE, dispatch)
    sport: uuid.UUID = newsroom.desk("Sport")
    newsroom.act(editor, Action.MOVE, dispatch, matter=Placement(sport, None, None))
    assert (beats(newsroom, "Politics"), beats(newsroom, "Sport")) == (3, 1)
