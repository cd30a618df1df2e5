"""The SQLite file that a newsroom without a DATABASE_URL has."""

import stat
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from editorial.config import from_environment
from editorial.models.database import engine_options, teach_sqlite
from editorial.models.migrating import migrate


def opened(folder: Path) -> Path:
    """The file, in use."""
    found = from_environment({"EDITORIAL_ENV": "development", "EDITORIAL_INSTANCE": str(folder)})
    engine = create_engine(found.database_url, **engine_options(found.database_url))
    teach_sqlite(engine)
    migrate(engine)
    return folder / "editorial.db"


def others_may(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode) & 0o007


@pytest.mark.parametrize("before", [None, 0o644, 0o664])
def test_nobody_else_on_the_machine_may_read_it(tmp_path: Path, before: int | None) -> None:
    folder = tmp_path / "instance"
    if before is not None:
        folder.mkdir()
        (folder / "editorial.db").touch()
        (folder / "editorial.db").chmod(before)
    file = opened(folder)
    assert file.stat().st_size > 0
    for one in (file, file.with_name("editorial.db-wal"), file.with_name("editorial.db-shm")):
        assert others_may(one) == 0
    if before is None:
        assert others_may(folder) == 0o001, "a web server passes through to the pages"
