"""Restoring a backup into an empty newsroom: all of it, verified, or nothing."""

import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Table, func, insert, select, update
from sqlalchemy.orm import Session

from editorial.backup.rows import LATER, decode, files_of, tables
from editorial.backup.write import BATCH, FORMAT, BackupRefused
from editorial.ledger.verify import Verified, verify
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry, LogHead
from editorial.models.one_time_link import OneTimeLink
from editorial.models.person import Person
from editorial.models.sign_in import SignIn
from editorial.pipeline.record import record
from editorial.vault.files import Vault


def restore_backup(session: Session, vault: Vault, path: Path, now: datetime) -> Verified:
    """Fill the session's empty, migrated database from ``path`` and verify its log, which is then
    told of it.

    Works from either kind of database to either. Nobody comes in by what was signed in or mailed
    when the backup was made: it may have been ended since. Raises BackupRefused when the newsroom
    is not empty, the file is no backup, something is missing in it, or its log does not hold; the
    caller's transaction then rolls back.
    """
    for table in (Person, Dispatch, LogEntry):
        if session.scalar(select(func.count()).select_from(table)):
            raise BackupRefused(
                "This newsroom is not empty, and nothing here is overwritten. "
                "Restore into a new database: set DATABASE_URL and EDITORIAL_INSTANCE."
            )
    try:
        with tarfile.open(path, "r:gz") as tar:
            manifest = _manifest(session, tar)
            _check_files(
                manifest, _restore_files(tar, vault), _restore_rows(session, tar, manifest)
            )
    except (tarfile.TarError, KeyError, ValueError, EOFError, OSError) as error:
        raise BackupRefused(f"{path} can't be read as a backup: {error}") from error
    session.flush()
    verified = verify(session)
    if verified.fault is not None:
        raise BackupRefused(f"The log in {path} does not hold. {verified.fault}")
    _end_what_let_in(session, now)
    record(session, None, "restore_backup", now, details={"entries": verified.entries})
    return verified


def _end_what_let_in(session: Session, now: datetime) -> None:
    session.execute(update(SignIn).where(SignIn.revoked_at.is_(None)).values(revoked_at=now))
    session.execute(update(OneTimeLink).where(OneTimeLink.used_at.is_(None)).values(used_at=now))


def _manifest(session: Session, tar: tarfile.TarFile) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(_open(tar, "manifest.json").read())
    heads = sorted(MigrationContext.configure(session.connection()).get_current_heads())
    if manifest["format"] != FORMAT or manifest["migrations"] != heads:
        raise BackupRefused(
            f"The backup was made at migration {', '.join(manifest['migrations'])}, "
            f"this is {', '.join(heads)}. Restore it with the version that made it, then upgrade."
        )
    return manifest


def _check_files(manifest: dict[str, Any], held: set[str], named: set[str]) -> None:
    """Those that were lost before the backup was made are not missed: it said so then."""
    lost = sorted(named - held - set(manifest.get("missing", ())))
    if lost or len(held) != manifest["files"]:
        raise BackupRefused(
            f"The backup should hold {manifest['files']} files and holds {len(held)}."
            + (f" Its rows name {lost[0]}, which is not among them." if lost else "")
        )


def _restore_files(tar: tarfile.TarFile, vault: Vault) -> set[str]:
    held: set[str] = set()
    for member in tar:
        if member.name.startswith("files/"):
            with tempfile.NamedTemporaryFile() as spool:
                shutil.copyfileobj(_open(tar, member.name), spool)
                spool.flush()
                digest = vault.put_file(Path(spool.name))
            if digest != member.name.removeprefix("files/"):
                raise BackupRefused(f"The file {member.name} in the backup was changed.")
            held.add(digest)
    return held


def _restore_rows(session: Session, tar: tarfile.TarFile, manifest: dict[str, Any]) -> set[str]:
    """The digests of the files that the rows name."""
    later: list[tuple[Table, dict[str, Any]]] = []
    named: set[str] = set()
    for table in tables():
        batch: list[dict[str, Any]] = []
        count = 0
        for line in _lines(tar, table):
            count += 1
            row = decode(table, line)
            named |= files_of(table, row)
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
        if count != manifest["rows"][table.name]:
            raise BackupRefused(
                f"The backup counts {manifest['rows'][table.name]} rows of {table.name}, "
                f"but holds {count}."
            )
    for table, row in later:
        key = row.pop("id")
        if any(row.values()):
            session.execute(update(table).where(table.c.id == key).values(row))
    return named


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
