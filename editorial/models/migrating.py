"""Bringing a database to the newest migration, and asking whether it is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, Engine, inspect, text

from editorial.models.base import Base
from editorial.models.database import WRITING
from editorial.models.dispatch_text import DESK_INDEX
from editorial.models.publication_text import SEARCH_INDEX

# Alembic is large, and a process that serves pages never migrates.
if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
LOCK = 724_531_881
STRICT = frozenset({"log_entry"})


def migrate(engine: Engine) -> None:
    """Run what is missing, in one transaction; a second process waits for the first."""
    from alembic import command

    writing = engine.execution_options(**{WRITING: True})
    with writing.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        command.upgrade(_config(connection), "head")


def is_current(engine: Engine) -> bool:
    """True when nothing is missing."""
    newest = max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return bool(connection.scalar(text("SELECT version_num FROM alembic_version")) == newest)


def drift(engine: Engine) -> list[object]:
    """What the tables in the code have and the migrated database has not, or the reverse."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": _types_differ, "include_name": _ours}
        )
        return list(compare_metadata(context, Base.metadata))


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name is None or not name.startswith((SEARCH_INDEX, DESK_INDEX))


def _types_differ(
    context: MigrationContext, _inspected: object, column: Column[Any], *_types: object
) -> bool | None:
    """None leaves it to Alembic. A STRICT table of SQLite knows few types, and none of ours."""
    strict = context.dialect.name == "sqlite" and column.table.name in STRICT
    return False if strict else None


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
