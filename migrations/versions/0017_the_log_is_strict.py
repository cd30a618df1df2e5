"""On SQLite the log's table is STRICT, and refuses an entry over one that is there.

``INSERT OR REPLACE`` deletes the row in its way, which passes a delete trigger by in a connection
without ``recursive_triggers``: ours sets it, someone else's need not.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

# What STRICT calls each type. INT, not INTEGER: an INTEGER key would be stored in another way.
STRICT_TYPES = {"BIGINT": "INT", "DATETIME": "TEXT", "VARCHAR(64)": "TEXT", "CHAR(32)": "TEXT"}


def upgrade() -> None:
    """Change how the table is declared; no row is touched."""
    if op.get_bind().dialect.name != "sqlite":
        return
    _declare_strict()
    op.execute(
        sa.text(
            "CREATE TRIGGER log_entry_refuses_replacing BEFORE INSERT ON log_entry "
            "WHEN EXISTS (SELECT 1 FROM log_entry WHERE sequence = NEW.sequence) "
            "BEGIN SELECT RAISE(ABORT, 'log_entry can not be rewritten'); END"
        )
    )


def _declare_strict() -> None:
    """As SQLite's own manual does it where the content stays the same (lang_altertable, 7): the
    types keep their affinity, so each stored value is what it was."""
    connection = op.get_bind()
    declared: str = connection.execute(
        sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'log_entry'")
    ).scalar_one()
    strict = declared
    for before, after in STRICT_TYPES.items():
        strict = re.sub(rf"\b{re.escape(before)}(?=[ ,\n])", after, strict)
    strict = strict.rstrip() + " STRICT"
    version = connection.execute(sa.text("PRAGMA schema_version")).scalar_one()
    op.execute(sa.text("PRAGMA writable_schema = ON"))
    connection.execute(
        sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = 'log_entry'"),
        {"sql": strict},
    )
    op.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    op.execute(sa.text("PRAGMA writable_schema = OFF"))
    # Read anew, the declaration has to be one that SQLite takes.
    wrong = connection.execute(sa.text("PRAGMA integrity_check(5)")).scalars().all()
    if wrong != ["ok"]:
        raise RuntimeError(f"The log can't be made strict: {'; '.join(map(str, wrong))}")
