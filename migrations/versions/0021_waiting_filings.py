"""When a text that waits was filed: on a device, while the desk's text moved on."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Add the column; a text that was never filed has none."""
    op.add_column("kept_text", sa.Column("filed_at", sa.DateTime(timezone=True), nullable=True))
