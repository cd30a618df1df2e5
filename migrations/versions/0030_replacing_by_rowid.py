"""On SQLite the log refuses an entry over another by its hidden row number too.

``INSERT OR REPLACE`` with the ``rowid`` of an entry and a sequence of its own took that entry away:
the trigger of 0017 asked for the sequence alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Exchange the trigger; an insert without a row number has −1 there, which no row has."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute(sa.text("DROP TRIGGER log_entry_refuses_replacing"))
    op.execute(
        sa.text(
            "CREATE TRIGGER log_entry_refuses_replacing BEFORE INSERT ON log_entry "
            "WHEN EXISTS (SELECT 1 FROM log_entry "
            "WHERE sequence = NEW.sequence OR rowid = NEW.rowid) "
            "BEGIN SELECT RAISE(ABORT, 'log_entry can not be rewritten'); END"
        )
    )
