"""Writing a backup: one snapshot of every table, and every file that it names."""

import hashlib
import io
import json
import tarfile
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, select

from editorial.backup.rows import encode, files_of, tables
from editorial.vault.files import MissingFile, Vault

FORMAT = 1
BATCH = 1_000


class BackupRefused(Exception):
    """Why a backup can't be written or restored; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Written:
    """``rows`` counts those of each table, ``files`` are named by them, ``heads`` the newest
    migrations."""

    rows: dict[str, int]
    files: set[str]
    heads: list[str]


def write_backup(
    engine: Engine, vault: Vault, path: Path, now: datetime
) -> tuple[dict[str, int], list[str]]:
    """Write the newsroom to ``path`` (a compressed tar) and return the rows of each table, and the
    digests of files that rows name but nobody has: a backup can't bring them back, and says so.

    Consistent while the newsroom runs: the rows are one snapshot, and a file is on disk before
    any row names it. Raises BackupRefused rather than overwrite a file.
    """
    if path.exists():
        raise BackupRefused(f"{path} exists already; give another name.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".backup-", delete=False) as file:
        temporary = Path(file.name)
    try:
        with tarfile.open(temporary, "w:gz", compresslevel=6) as tar:
            written = _write_rows(engine, tar)
            digests = list(vault.digests())
            for digest in digests:
                _add_file(tar, vault, digest)
            missing = sorted(written.files.difference(digests))
            manifest = {
                "format": FORMAT,
                "made_at": now.isoformat(),
                "migrations": written.heads,
                "rows": written.rows,
                "files": len(digests),
                "missing": missing,
            }
            _add(tar, "manifest.json", json.dumps(manifest, indent=2).encode())
        temporary.chmod(0o600)
        temporary.rename(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return written.rows, missing


def _write_rows(engine: Engine, tar: tarfile.TarFile) -> Written:
    counts: dict[str, int] = {}
    files: set[str] = set()
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.connect() as connection, connection.begin():
        heads = sorted(MigrationContext.configure(connection).get_current_heads())
        for table in tables():
            with tempfile.TemporaryFile() as spool:
                counts[table.name] = _spool(connection, table.name, spool, files)
                member = tarfile.TarInfo(f"rows/{table.name}.jsonl")
                member.size = spool.tell()
                spool.seek(0)
                tar.addfile(member, spool)
    return Written(counts, files, heads)


def _spool(connection: Connection, name: str, spool: IO[bytes], files: set[str]) -> int:
    table = next(table for table in tables() if table.name == name)
    rows = connection.execution_options(yield_per=BATCH).execute(
        select(table).order_by(*table.primary_key.columns)
    )
    count = 0
    for row in rows.mappings():
        files |= files_of(table, dict(row))
        spool.write(json.dumps(encode(table, dict(row)), ensure_ascii=False).encode() + b"\n")
        count += 1
    return count


def _add_file(tar: tarfile.TarFile, vault: Vault, digest: str) -> None:
    """One kept file, of any size; nothing that was changed goes into a backup."""
    hashed = hashlib.sha256()
    with tempfile.TemporaryFile() as spool:
        for piece in vault.pieces(digest):
            hashed.update(piece)
            spool.write(piece)
        if hashed.hexdigest() != digest:
            raise MissingFile(f"the file {digest} was changed where it is kept")
        member = tarfile.TarInfo(f"files/{digest}")
        member.size = spool.tell()
        spool.seek(0)
        tar.addfile(member, spool)


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    tar.addfile(member, io.BytesIO(content))
