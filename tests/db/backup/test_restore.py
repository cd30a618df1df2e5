"""A newsroom goes into one file and comes out of it whole, on either database."""

import io
import json
import tarfile
import uuid
from pathlib import Path

import pytest
from sqlalchemy import func, select

from editorial.backup import write
from editorial.backup.restore import restore_backup
from editorial.backup.rows import tables
from editorial.backup.write import BackupRefused
from editorial.ledger.verify import verify
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.vault.beside import vault_beside
from editorial.vault.files import MissingFile
from editorial.vault.folder import FolderVault
from editorial.workflow.words import Role
from tests.databases import PostgresqlTemplate, SqliteTemplate
from tests.db.backup.kept import DIGEST, RECORD, backup_of
from tests.newsroom import Newsroom


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_backup_restores_every_row_and_file_into_either_database(
    newsroom: Newsroom,
    lived_in: uuid.UUID,
    tmp_path: Path,
    kind: str,
    sqlite_template: SqliteTemplate,
    postgresql_template: PostgresqlTemplate,
) -> None:
    file = backup_of(newsroom, tmp_path / "newsroom.tar.gz")
    before = counts()
    folder = tmp_path / "other"
    folder.mkdir()
    url = sqlite_template.fresh(folder) if kind == "sqlite" else postgresql_template.fresh()
    other = Newsroom(url, folder)
    with other.app.app_context():
        with saving() as session:
            verified = restore_backup(session, vault_beside(session), file, newsroom.time)
        assert verified.fault is None
        told = {"log_entry": before["log_entry"] + 1}
        assert counts() == {**before, **told}
        last = other.read().scalars(select(LogEntry).order_by(LogEntry.sequence.desc())).first()
        assert last is not None
        said = json.loads(last.body)
        assert (said["action"], said["details"]) == ("restore_backup", {"entries": 5})
        assert verify(other.read()).fault is None
        assert other.get(lived_in).live_revision_id is not None
        digests = list(vault_beside(reading()).digests())
        assert len(digests) == 1
        assert vault_beside(reading()).get(digests[0]).decode() == RECORD
        page = other.client().get("/")
        assert "Rain over the capital" in page.get_data(as_text=True)
        other.close()


def counts() -> dict[str, int]:
    session = reading()
    session.rollback()
    return {
        table.name: session.scalar(select(func.count()).select_from(table)) or 0
        for table in tables()
    }


@pytest.mark.usefixtures("lived_in")
def test_a_newsroom_that_is_not_empty_is_refused(newsroom: Newsroom, tmp_path: Path) -> None:
    file = backup_of(newsroom, tmp_path / "newsroom.tar.gz")

    def restore() -> None:
        with saving() as session:
            restore_backup(session, vault_beside(session), file, newsroom.time)

    with pytest.raises(BackupRefused, match="not empty"):
        restore()
    assert newsroom.read().scalar(select(func.count()).select_from(Dispatch)) == 2


@pytest.mark.usefixtures("lived_in")
def test_a_backup_never_overwrites_a_file(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "newsroom.tar.gz").write_text("something of yours")
    with pytest.raises(BackupRefused, match="exists"):
        backup_of(newsroom, tmp_path / "newsroom.tar.gz")
    assert (tmp_path / "newsroom.tar.gz").read_text() == "something of yours"


def rewritten(file: Path, name: str, old: bytes, new: bytes) -> Path:
    """The backup with one member's bytes changed."""
    changed = file.with_name("changed.tar.gz")
    with tarfile.open(file) as source, tarfile.open(changed, "w:gz") as target:
        for member in source:
            content = source.extractfile(member)
            assert content is not None
            body = content.read()
            if member.name == name:
                assert old in body
                body = body.replace(old, new)
            member.size = len(body)
            target.addfile(member, io.BytesIO(body))
    return changed


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize(
    ("member", "old", "new", "reason"),
    [
        ("rows/dispatch.jsonl", b'"state": "done"', b'"state": "draft"', "log left it done"),
        ("rows/log_words.jsonl", b"Press conference", b"Press Conference", "were changed"),
        ("manifest.json", b'"format": 1', b'"format": 9', "made at migration"),
        ("rows/person.jsonl", b'"name"', b'"nam"', "can't be read"),
        ("manifest.json", b'"person": 2', b'"person": 3', "counts 3 rows of person"),
        ("manifest.json", b'"files": 1', b'"files": 2', "should hold 2 files"),
        ("rows/source.jsonl", DIGEST, b"0" * 64, "Its rows name 0000"),
    ],
)
def test_a_backup_that_was_tampered_with_leaves_nothing_behind(
    newsroom: Newsroom,
    tmp_path: Path,
    sqlite_template: SqliteTemplate,
    member: str,
    old: bytes,
    new: bytes,
    reason: str,
) -> None:
    file = rewritten(backup_of(newsroom, tmp_path / "newsroom.tar.gz"), member, old, new)
    folder = tmp_path / "other"
    folder.mkdir()
    other = Newsroom(sqlite_template.fresh(folder), folder)

    def restore() -> None:
        with saving() as session:
            restore_backup(session, vault_beside(session), file, newsroom.time)

    with other.app.app_context():
        with pytest.raises(BackupRefused, match=reason):
            restore()
        assert other.read().scalar(select(func.count()).select_from(Person)) == 0
        assert verify(other.read()).entries == 0
        other.close()


@pytest.mark.usefixtures("lived_in")
def test_a_backup_is_one_snapshot_while_the_newsroom_writes(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = write._spool
    written: list[Person] = []

    def slowly(connection: object, name: str, spool: object, files: object) -> int:
        if name == "dispatch" and not written:
            other = newsroom.person("Nia Holt", Role.CORRESPONDENT)
            newsroom.dispatch(other, "Filed while the backup ran.")
            written.append(other)
        count: int = real(connection, name, spool, files)  # type: ignore[arg-type]  # passed through
        return count

    monkeypatch.setattr(write, "_spool", slowly)
    file = backup_of(newsroom, tmp_path / "newsroom.tar.gz")
    assert written
    with tarfile.open(file) as tar:
        member = tar.extractfile("manifest.json")
        assert member is not None
        rows = json.loads(member.read())["rows"]
    assert (rows["dispatch"], rows["person"]) == (2, 2)


def test_a_vault_refuses_a_file_that_was_changed(tmp_path: Path) -> None:
    vault = FolderVault(tmp_path)
    digest = vault.put(b"what was said")
    (tmp_path / digest[:2] / digest).write_bytes(b"what was not said")
    with pytest.raises(MissingFile, match="was changed"):
        vault.get(digest)
    with pytest.raises(MissingFile, match="is missing"):
        vault.get("0" * 64)
    with pytest.raises(MissingFile, match="not a digest"):
        vault.get("../../etc/passwd")
