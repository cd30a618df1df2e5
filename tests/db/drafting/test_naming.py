"""Versions with a name: kept as they stood, and brought back without losing what stands there."""

import uuid
from datetime import UTC, datetime

import pytest

from editorial.document.plain import plain
from editorial.drafting import naming
from editorial.drafting.commands import Asked
from editorial.models.dispatch import Dispatch
from editorial.models.named_save import LONGEST_NAME
from editorial.models.person import Person
from editorial.models.revision import Revision
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.named import find_named, named_lines, named_text
from editorial.pipeline.refusal import NotThere, Refused
from editorial.workflow.words import Action, Role, State
from tests.db.drafting.drafts import save, text, writers
from tests.newsroom import Newsroom

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def author(newsroom: Newsroom) -> Person:
    return newsroom.person("Mira Sol", Role.CORRESPONDENT)


def name(
    who: Person, dispatch: uuid.UUID, words: str, operation: uuid.UUID | None = None
) -> uuid.UUID:
    with saving() as session:
        return naming.save_version(session, Asked(who.id, NOW, operation), dispatch, words).id


def back(who: Person, dispatch: uuid.UUID, save_id: uuid.UUID) -> None:
    with saving() as session:
        naming.bring_back(session, Asked(who.id, NOW), dispatch, save_id)


def test_a_named_text_comes_back_and_what_stood_there_is_kept(
    newsroom: Newsroom, author: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    first = name(author, dispatch, "  before\n the cut ")
    colleague = newsroom.person("Jan Roe", Role.CORRESPONDENT)
    save(newsroom, colleague, dispatch, body="Then it stopped.", slugline="dry")
    back(author, dispatch, first)
    session = newsroom.read()
    assert text(newsroom, dispatch) == "It rained."
    assert session.get_one(Dispatch, dispatch).slugline != "dry"
    after, before = named_lines(session, dispatch)
    if after.id == first:
        after, before = before, after
    assert (before.name, after.name) == ("before the cut", "Before “before the cut” came back")
    kept = named_text(find_named(session, dispatch, after.id))
    assert plain(kept.body).text == "Then it stopped."
    # Whose words came back is an author of them.
    assert {author.id, colleague.id} <= writers(newsroom, dispatch)
    # Once more changes nothing, and keeps nothing twice.
    back(author, dispatch, first)
    assert len(named_lines(newsroom.read(), dispatch)) == 2


def test_a_version_sent_twice_is_one_and_no_revision(newsroom: Newsroom, author: Person) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    operation = uuid.uuid4()
    keys = {name(author, dispatch, "first", operation=operation) for _ in range(2)}
    assert len(keys) == 1
    assert newsroom.read().query(Revision).count() == 0
    assert newsroom.read().get_one(WorkingCopy, dispatch).version == 1


@pytest.mark.parametrize("words", ["", " \n ", "x" * (LONGEST_NAME + 1)])
def test_a_version_needs_a_name_of_some_length(
    newsroom: Newsroom, author: Person, words: str
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    with pytest.raises(Refused):
        name(author, dispatch, words)


def test_who_may_not_write_names_nothing_and_brings_nothing_back(
    newsroom: Newsroom, author: Person
) -> None:
    dispatch, other = (newsroom.dispatch(author, words) for words in ("It rained.", "It snowed."))
    first = name(author, dispatch, "first")
    stranger = newsroom.person("Ana Far", Role.EDITOR, desk="Sports")
    checker = newsroom.person("Karl Ode", Role.CHECKER)
    for who, refusal in ((stranger, NotThere), (checker, Refused)):
        with pytest.raises(refusal):
            name(who, dispatch, "mine")
        with pytest.raises(refusal):
            back(who, dispatch, first)
    with pytest.raises(NotThere):
        back(author, other, first)


def test_bringing_a_version_back_takes_an_approval_back(newsroom: Newsroom, author: Person) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    first = name(author, dispatch, "first")
    save(newsroom, author, dispatch, body="It snowed.")
    editor = newsroom.person("Eda Lund", Role.EDITOR)
    newsroom.act(author, Action.FILE, dispatch)
    newsroom.act(editor, Action.CLAIM, dispatch)
    newsroom.act(editor, Action.APPROVE, dispatch)
    back(author, dispatch, first)
    assert newsroom.read().get_one(Dispatch, dispatch).state is State.FILED
