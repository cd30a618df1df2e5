"""The log's rows: what is stored, and what the database itself refuses."""

import uuid
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from editorial.ledger.append import append
from editorial.ledger.entry import SYSTEM, Entry
from editorial.ledger.tree import leaf_hash, root_of
from editorial.ledger.verify import verify
from editorial.models.log_entry import LogEntry, LogHead, LogWords
from editorial.models.saving import saving
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom


def entry(room: Newsroom, **more: Any) -> Entry:
    return Entry(at=room.time, actor=SYSTEM, action="found_newsroom", **more)


def test_entries_are_numbered_without_gaps_and_rooted(newsroom: Newsroom) -> None:
    for _ in range(5):
        with saving() as session:
            append(session, entry(newsroom))
    session = newsroom.read()
    rows = session.scalars(select(LogEntry).order_by(LogEntry.sequence)).all()
    assert [row.sequence for row in rows] == [1, 2, 3, 4, 5]
    assert [row.leaf for row in rows] == [leaf_hash(row.body) for row in rows]
    head = session.get_one(LogHead, 1)
    assert head.size == 5
    assert head.root == rows[-1].root == root_of(row.leaf for row in rows)


def test_a_rolled_back_entry_leaves_no_gap(newsroom: Newsroom) -> None:
    def append_and_fail() -> None:
        with saving() as session:
            append(session, entry(newsroom))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        append_and_fail()
    with saving() as session:
        append(session, entry(newsroom))
    assert verify(newsroom.read()).entries == 1


def test_words_enter_as_commitments_and_can_be_erased(newsroom: Newsroom) -> None:
    with saving() as session:
        append(session, entry(newsroom, words={"reason": "He called from Ostrava", "contact": ""}))
    session = newsroom.read()
    row = session.get_one(LogEntry, 1)
    assert b"Ostrava" not in row.body
    assert [word.field for word in session.scalars(select(LogWords))] == ["reason"]
    assert verify(session).fault is None
    with saving() as session:
        word = session.get_one(LogWords, (1, "reason"))
        word.text, word.salt, word.erased_at = None, None, newsroom.time
    assert verify(newsroom.read()).fault is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log_entry SET action = 'approve'",
        "DELETE FROM log_entry",
        "DELETE FROM log_words",
        "UPDATE log_words SET text = 'something else'",
        "DELETE FROM log_head",
        "UPDATE log_head SET size = 0",
        "UPDATE revision SET digest = ''",
        "DELETE FROM revision",
        "DELETE FROM revision_author",
    ],
)
def test_the_database_refuses_to_rewrite_history(newsroom: Newsroom, statement: str) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author)
    newsroom.act(author, Action.FILE, dispatch, note="a word")
    with pytest.raises(DBAPIError), saving() as session:
        session.execute(text(statement))
    assert verify(newsroom.read()).fault is None


def test_an_entry_can_not_be_laid_over_another(newsroom: Newsroom) -> None:
    with saving() as session:
        append(session, entry(newsroom))
    replace = (
        "INSERT OR REPLACE INTO log_entry"
        if newsroom.read().get_bind().dialect.name == "sqlite"
        else "INSERT INTO log_entry"
    )
    with pytest.raises(DBAPIError), saving() as session:
        session.execute(
            text(f"{replace} SELECT * FROM log_entry WHERE sequence = 1"),
        )


def test_a_person_in_the_log_can_not_be_deleted(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    newsroom.act(author, Action.FILE, newsroom.dispatch(author))
    with saving() as session:
        session.execute(text("DELETE FROM desk_grant"))
    with pytest.raises(DBAPIError), saving() as session:
        session.execute(text("DELETE FROM person"))


def test_an_operation_is_kept_with_its_entry(newsroom: Newsroom) -> None:
    operation = uuid.uuid4()
    with saving() as session:
        append(session, entry(newsroom, operation=operation))
    assert newsroom.read().get_one(LogEntry, 1).operation_id == operation
