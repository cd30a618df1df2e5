"""The list of a desk's dispatches, newest first, without sorting them all."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Build the index."""
    op.create_index("ix_dispatch_desk_id_moved_at", "dispatch", ["desk_id", "moved_at"])
