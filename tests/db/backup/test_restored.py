"""What a restored newsroom has, and what it has no more."""

import uuid
from pathlib import Path

import pytest
from sqlalchemy import select

from editorial.backup.rows import LATER, tables
from editorial.backup.write import write_backup
from editorial.ledger.verify import verify
from editorial.models.comment import Comment
from editorial.models.database import db
from editorial.models.one_time_link import LinkPurpose
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.vault.beside import vault_beside
from editorial.web.links import find_link, make_link
from editorial.web.sign_ins import open_sign_ins
from editorial.workflow.words import Role
from tests.databases import SqliteTemplate
from tests.db.backup.kept import DIGEST, backup_of, restored
from tests.newsroom import Newsroom


def test_a_reply_is_restored_whatever_its_id(
    newsroom: Newsroom, lived_in: uuid.UUID, tmp_path: Path, sqlite_template: SqliteTemplate
) -> None:
    """Rows lie in the order of their keys, so half of all replies come before what they answer."""
    editor = newsroom.person("Tom Roe", Role.EDITOR)
    remark, reply = uuid.UUID(int=2), uuid.UUID(int=1)
    for key, parent in ((remark, None), (reply, remark)):
        with saving() as session:
            session.add(
                Comment(
                    id=key,
                    dispatch_id=lived_in,
                    parent_id=parent,
                    text="Who says so?",
                    said_at=newsroom.time,
                    said_by=editor.id,
                )
            )
    file = backup_of(newsroom, tmp_path / "newsroom.tar.gz")
    with restored(newsroom, file, sqlite_template) as other:
        assert other.read().get_one(Comment, reply).parent_id == remark


def test_what_let_people_in_then_lets_nobody_in_again(
    newsroom: Newsroom, lived_in: uuid.UUID, tmp_path: Path, sqlite_template: SqliteTemplate
) -> None:
    """A sign-in may have been ended since, and a link used."""
    assert lived_in
    ana = newsroom.read().scalars(select(Person).where(Person.name == "Ana Peng")).one()
    newsroom.client(ana)
    with saving() as session:
        token = make_link(session, LinkPurpose.PASSWORD_RESET, ana.id, newsroom.time)
    assert open_sign_ins(newsroom.read(), ana.id, newsroom.time)
    file = backup_of(newsroom, tmp_path / "newsroom.tar.gz")
    with restored(newsroom, file, sqlite_template) as other:
        session = other.read()
        assert open_sign_ins(session, ana.id, newsroom.time) == []
        assert find_link(session, LinkPurpose.PASSWORD_RESET, token, newsroom.time) is None


@pytest.mark.usefixtures("lived_in")
def test_a_file_that_was_lost_before_is_told_and_keeps_nothing_from_being_restored(
    newsroom: Newsroom, tmp_path: Path, sqlite_template: SqliteTemplate
) -> None:
    digest = DIGEST.decode()
    [kept] = tmp_path.rglob(digest)
    kept.unlink()
    file = tmp_path / "newsroom.tar.gz"
    _counts, missing = write_backup(db.engine, vault_beside(reading()), file, newsroom.time)
    assert missing == [digest]
    with restored(newsroom, file, sqlite_template) as other:
        assert verify(other.read()).fault is None


def test_a_key_that_points_to_a_later_row_is_set_later() -> None:
    order = [table.name for table in tables()]
    forward = {
        (table.name, key.parent.name)
        for table in tables()
        for key in table.foreign_keys
        if order.index(key.column.table.name) >= order.index(table.name)
    }
    assert forward == {(name, column) for name, columns in LATER.items() for column in columns}
