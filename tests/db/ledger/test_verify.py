"""Tampering by SQL, as an administrator of the database could, is found and named."""

import uuid

import pytest
from sqlalchemy import text

from editorial.ledger.verify import Verified, verify
from editorial.models.database import db
from editorial.models.saving import saving
from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Action, Live, Role
from tests.newsroom import Newsroom

RECORD = "MINISTER AKAN:  We will rebuild the bridge before winter."
STORY = 'Minister Akan spoke on Monday. "We will rebuild the bridge before winter," Akan said.'


@pytest.fixture
def published(newsroom: Newsroom) -> uuid.UUID:
    """A dispatch that went all the way: six entries, one revision."""
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    publisher = newsroom.person("Tom Roe", Role.PUBLISHER)
    dispatch = newsroom.dispatch(author, STORY)
    newsroom.attach(dispatch, author, RECORD)
    newsroom.act(author, Action.FILE, dispatch)
    newsroom.act(editor, Action.CLAIM, dispatch)
    newsroom.act(editor, Action.APPROVE, dispatch)
    newsroom.act(publisher, Action.PUBLISH, dispatch)
    return dispatch


def without_guards(room: Newsroom, *statements: str) -> None:
    """What somebody does who owns the database: take the triggers away, then write."""
    with saving() as session:
        if session.get_bind().dialect.name == "sqlite":
            names = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            for name in names.all():
                session.execute(text(f"DROP TRIGGER {name}"))
        else:
            session.execute(text("SET session_replication_role = replica"))
        for statement in statements:
            session.execute(text(statement))
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("SET session_replication_role = origin"))


def literal(content: bytes) -> str:
    """Bytes as the database's SQL writes them."""
    return f"X'{content.hex()}'" if db.engine.dialect.name == "sqlite" else f"'\\x{content.hex()}'"


def outcome(room: Newsroom) -> Verified:
    return verify(room.read())


@pytest.mark.usefixtures("published")
def test_an_untouched_log_holds(newsroom: Newsroom) -> None:
    result = outcome(newsroom)
    assert result.fault is None
    assert (result.entries, result.revisions) == (5, 1)


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("statement", "entry", "words"),
    [
        ("UPDATE log_entry SET body = leaf WHERE sequence = 3", 3, "was changed"),
        ("UPDATE log_entry SET root = leaf WHERE sequence = 2", 2, "root"),
        ("UPDATE log_entry SET action = 'spike' WHERE sequence = 4", 4, "action"),
        ("UPDATE log_entry SET actor_id = NULL WHERE sequence = 4", 4, "actor"),
        ("DELETE FROM log_entry WHERE sequence = 3", 3, "missing"),
        ("DELETE FROM log_entry WHERE sequence = 5", 5, "head counts 5"),
        ("UPDATE log_words SET text = 'another title'", 1, "words"),
        ("DELETE FROM log_words", 1, "without a mark"),
    ],
)
def test_a_changed_log_is_named_by_its_first_bad_entry(
    newsroom: Newsroom, statement: str, entry: int, words: str
) -> None:
    without_guards(newsroom, statement)
    fault = outcome(newsroom).fault
    assert fault is not None
    assert fault.sequence == entry
    assert words in fault.sentence


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE revision SET content = {blob}", "was changed after it was frozen"),
        ("UPDATE revision SET number = 7", "stands in no entry"),
        ("UPDATE dispatch SET state = 'draft'", "the log left it done"),
    ],
)
def test_tables_that_say_otherwise_than_the_log_are_found(
    newsroom: Newsroom, statement: str, words: str
) -> None:
    without_guards(newsroom, statement.format(blob=literal(b"{}")))
    fault = outcome(newsroom).fault
    assert fault is not None
    assert words in fault.sentence


def test_a_tampered_revision_can_not_be_published(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR, Role.PUBLISHER)
    dispatch = newsroom.dispatch(author, "Nothing was said.")
    newsroom.act(author, Action.FILE, dispatch)
    newsroom.act(editor, Action.CLAIM, dispatch)
    newsroom.act(editor, Action.APPROVE, dispatch)
    content = bytes(newsroom.read().execute(text("SELECT content FROM revision")).scalar_one())
    changed = content.replace(b"Nothing was said", b"Anything goes now")
    assert changed != content
    without_guards(newsroom, f"UPDATE revision SET content = {literal(changed)}")
    with pytest.raises(Refused, match="digest differs"):
        newsroom.act(editor, Action.PUBLISH, dispatch)
    assert newsroom.get(dispatch).live is Live.NOTHING
