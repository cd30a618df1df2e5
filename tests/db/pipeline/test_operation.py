"""One id of a page stands for one act."""

import uuid

import pytest

from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom


def test_an_act_on_another_dispatch_is_never_taken_for_the_first(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    first, second = newsroom.dispatch(author), newsroom.dispatch(author)
    operation = uuid.uuid4()
    newsroom.act(author, Action.FILE, first, operation=operation)
    with pytest.raises(Refused, match="something else"):
        newsroom.act(author, Action.FILE, second, operation=operation)
    assert newsroom.get(second).state is State.DRAFT


def test_another_reason_is_another_act(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    dispatch, operation = newsroom.dispatch(author), uuid.uuid4()
    newsroom.act(editor, Action.SPIKE, dispatch, note="old", operation=operation)
    again = newsroom.act(editor, Action.SPIKE, dispatch, note=" old ", operation=operation)
    assert again.repeated
    with pytest.raises(Refused, match="something else"):
        newsroom.act(editor, Action.SPIKE, dispatch, note="untrue", operation=operation)


def test_what_was_refused_may_be_sent_again(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    dispatch, operation = newsroom.dispatch(author), uuid.uuid4()
    with pytest.raises(Refused, match="It is a draft"):
        newsroom.act(editor, Action.CLAIM, dispatch, operation=operation)
    newsroom.act(author, Action.FILE, dispatch)
    assert not newsroom.act(editor, Action.CLAIM, dispatch, operation=operation).repeated
