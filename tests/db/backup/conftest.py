"""The newsroom that is kept."""

import uuid

import pytest

from editorial.workflow.words import Action, Role
from tests.db.backup.kept import RECORD, STORY
from tests.newsroom import Newsroom


@pytest.fixture
def lived_in(newsroom: Newsroom) -> uuid.UUID:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR, Role.PUBLISHER)
    dispatch = newsroom.dispatch(author, STORY)
    newsroom.attach(dispatch, author, RECORD)
    newsroom.act(author, Action.FILE, dispatch)
    newsroom.act(editor, Action.CLAIM, dispatch)
    newsroom.act(editor, Action.APPROVE, dispatch)
    newsroom.act(editor, Action.PUBLISH, dispatch)
    newsroom.dispatch(author, "A draft.")
    return dispatch
