"""An hour that could not be kept stays on the desk until someone does something about it."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Add the columns; nothing in the table is guarded."""
    op.add_column("dispatch", sa.Column("missed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "dispatch", sa.Column("missed_because", sa.Text(), nullable=False, server_default="")
    )
