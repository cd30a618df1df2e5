"""Restoring a backup into an empty newsroom: all of it, verified, or nothing."""

import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Table, func, insert, select, update
from sqlalchemy.orm import Session

from editorial.backup.rows import LATER, decode, tables
from editorial.backup.write import BATCH, FORMAT, BackupRefused
from editorial.ledger.verify import Verified, verify
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry, LogHead
from editorial.models.person import Person
from editorial.vault.files import Vault


def restore_backup(session: Session, vault: Vault, path: Path) -> Verified:
    """Fill the session's empty, migrated database from ``path`` and verify its log.

    Works from either kind of database to either. Raises BackupRefused when the newsroom is not
    empty, the file is no backup, or its log does not hold; the caller's transaction then rolls
    back.
    """
    for table in (Person, Dispatch, LogEntry):
        if session.scalar(select(func.count()).select_from(table)):
            raise BackupRefused(
                "This newsroom is not empty, and nothing here is overwritten. "
                "Restore into a new database: set DATABASE_URL and EDITORIAL_INSTANCE."
            )
    try:
        with tarfile.open(path, "r:gz") as tar:
            _check_manifest(session, tar)
            _restore_files(tar, vault)
            _restore_rows(session, tar)
    except (tarfile.TarError, KeyError, ValueError, EOFError, OSError) as error:
        raise BackupRefused(f"{path} can't be read as a backup: {error}") from error
    session.flush()
    verified = verify(session)
    if verified.fault is not None:
        raise BackupRefused(f"The log in {path} does not hold. {verified.fault}")
    return verified


def _check_manifest(session: Session, tar: tarfile.TarFile) -> None:
    manifest = json.loads(_open(tar, "manifest.json").read())
    heads = sorted(MigrationContext.configure(session.connection()).get_current_heads())
    if manifest["format"] != FORMAT or manifest["migrations"] != heads:
        raise BackupRefused(
            f"The backup was made at migration {', '.join(manifest['migrations'])}, "
            f"this is {', '.join(heads)}. Restore it with the version that made it, then upgrade."
        )


def _restore_files(tar: tarfile.TarFile, vault: Vault) -> None:
    for member in tar:
        if member.name.startswith("files/"):
            with tempfile.NamedTemporaryFile() as spool:
                shutil.copyfileobj(_open(tar, member.name), spool)
                spool.flush()
                digest = vault.put_file(Path(spool.name))
            if digest != member.name.removeprefix("files/"):
                raise BackupRefused(f"The file {member.name} in the backup was changed.")


def _restore_rows(session: Session, tar: tarfile.TarFile) -> None:
    later: list[tuple[Table, dict[str, Any]]] = []
    for table in tables():
        batch: list[dict[str, Any]] = []
        for line in _lines(tar, table):
            row = decode(table, line)
            if table.name == LogHead.__tablename__:
                _move_head(session, row)
                continue
            if table.name in LATER:
                columns = LATER[table.name]
                later.append((table, {name: row[name] for name in ("id", *columns)}))
                row |= dict.fromkeys(columns)
            batch.append(row)
            if len(batch) >= BATCH:
                session.execute(insert(table), batch)
                batch = []
        if batch:
            session.execute(insert(table), batch)
    for table, row in later:
        key = row.pop("id")
        if any(row.values()):
            session.execute(update(table).where(table.c.id == key).values(row))


def _move_head(session: Session, row: dict[str, Any]) -> None:
    if row["size"]:
        head = session.get_one(LogHead, row["id"])
        head.size, head.root, head.peaks = row["size"], row["root"], row["peaks"]


def _lines(tar: tarfile.TarFile, table: Table) -> Iterator[dict[str, Any]]:
    for line in _open(tar, f"rows/{table.name}.jsonl"):
        yield json.loads(line)


def _open(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    member = tar.extractfile(name)
    if member is None:
        raise BackupRefused(f"The backup has no {name}.")
    return member
