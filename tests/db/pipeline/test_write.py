"""Saving the working copy: who may, over what, and what follows from it."""

import itertools
import uuid

import pytest
from sqlalchemy import select

from editorial.document.content import Content
from editorial.document.validate import InvalidDocument
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_picture import DispatchPicture
from editorial.models.person import Person
from editorial.models.picture import Picture
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.refusal import Refused
from editorial.pipeline.write import Overtaken, label, why_not_write, write
from editorial.workflow.words import DESK_ROLES, Role, State
from tests.newsroom import Newsroom

OPEN = (State.DRAFT, State.RETURNED, State.FILED, State.APPROVED, State.SCHEDULED)
MAY_WRITE = {
    *itertools.product(OPEN, (Role.CORRESPONDENT, Role.EDITOR)),
    (State.IN_REVIEW, Role.EDITOR),
}


def save(room: Newsroom, dispatch_id: uuid.UUID, person: Person, text: str, seen: int) -> None:
    with saving() as session:
        dispatch = session.get_one(Dispatch, dispatch_id)
        writer = session.get_one(Person, person.id)
        write(session, dispatch, writer, room.content(text), seen=seen, now=room.time)


def test_who_may_write_in_which_state(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    people = {role: room.person(f"A {role}", role) for role in DESK_ROLES}
    dispatch = room.get(room.dispatch(people[Role.CORRESPONDENT]))
    found = set()
    for state, role in itertools.product(State, DESK_ROLES):
        dispatch.state = state
        if why_not_write(dispatch, people[role]) is None:
            found.add((state, role))
    assert found == MAY_WRITE


def test_someone_who_left_writes_nothing(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT, deactivated_at=newsroom.time)
    with pytest.raises(Refused, match="role of correspondent or editor"):
        save(newsroom, newsroom.dispatch(author), author, "It poured.", 1)


def test_a_save_over_an_older_version_changes_nothing(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author)
    save(newsroom, dispatch, author, "It poured.", 1)
    with pytest.raises(Overtaken):
        save(newsroom, dispatch, author, "It snowed.", 1)
    assert "poured" in str(newsroom.read().get_one(WorkingCopy, dispatch).content)


def test_a_save_that_changes_no_word_makes_nobody_a_writer(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Eda Lund", Role.EDITOR)
    dispatch = newsroom.dispatch(author)
    with saving() as session:
        copy = session.get_one(WorkingCopy, dispatch)
        write(
            session,
            session.get_one(Dispatch, dispatch),
            session.get_one(Person, editor.id),
            Content.from_json(copy.content),
            seen=copy.version,
            now=newsroom.time,
        )
    assert newsroom.read().get_one(WorkingCopy, dispatch).writers == [str(author.id)]


def test_labels_leave_the_version_as_it_is(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch_id = newsroom.dispatch(author)
    version = newsroom.get(dispatch_id).version
    with saving() as session:
        dispatch = session.get_one(Dispatch, dispatch_id)
        label(session, dispatch, slugline="flood", urgency=1)
        assert (dispatch.slugline, dispatch.urgency) == ("flood", 1)
    assert newsroom.get(dispatch_id).version == version


def test_every_picture_of_the_text_is_linked_to_its_dispatch(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch, digest = newsroom.dispatch(author), "a" * 64
    add_picture(newsroom, author, digest)
    for version, words in enumerate(("One.", "Two."), start=1):
        save(newsroom, dispatch, author, f"{words}\n\n![A quay](/pictures/{digest})", version)
    linked = newsroom.read().execute(select(DispatchPicture.dispatch_id, DispatchPicture.digest))
    assert [tuple(row) for row in linked] == [(dispatch, digest)]


def test_naming_another_desks_picture_shows_it_to_nobody(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    stranger = newsroom.person("Ana Far", Role.CORRESPONDENT, desk="Sports")
    theirs, digest = newsroom.dispatch(stranger, desk="Sports"), "b" * 64
    add_picture(newsroom, author, digest)
    with pytest.raises(InvalidDocument, match="never added"):
        save(newsroom, theirs, stranger, f"One.\n\n![A quay](/pictures/{digest})", 1)
    assert newsroom.read().scalars(select(DispatchPicture)).all() == []


def add_picture(room: Newsroom, person: Person, digest: str) -> None:
    with saving() as session:
        session.add(
            Picture(
                digest=digest,
                media_type="image/png",
                width=1,
                height=1,
                size=1,
                added_at=room.time,
                added_by=person.id,
            )
        )
