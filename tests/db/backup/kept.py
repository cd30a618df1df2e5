"""A newsroom with a published story and a draft, and its backup."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editorial.backup.restore import restore_backup
from editorial.backup.write import write_backup
from editorial.models.database import db
from editorial.models.saving import reading, saving
from editorial.vault.beside import vault_beside
from tests.databases import SqliteTemplate
from tests.newsroom import Newsroom

RECORD = "MINISTER AKAN:  We will rebuild the bridge before winter."
DIGEST = hashlib.sha256(RECORD.encode()).hexdigest().encode()
STORY = '"We will rebuild the bridge before winter," minister Leyla Akan said.'


def backup_of(room: Newsroom, path: Path) -> Path:
    with room.app.app_context():
        write_backup(db.engine, vault_beside(reading()), path, room.time)
    return path


@contextmanager
def restored(room: Newsroom, file: Path, template: SqliteTemplate) -> Iterator[Newsroom]:
    """The backup in a newsroom of its own."""
    folder = file.parent / "other"
    folder.mkdir()
    other = Newsroom(template.fresh(folder), folder)
    with other.app.app_context():
        with saving() as session:
            restore_backup(session, vault_beside(session), file, room.time)
        yield other
        other.close()
