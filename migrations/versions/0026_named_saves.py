"""Texts that were saved under a name."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Build the table."""
    op.create_table(
        "named_save",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        _to("dispatch_id", "dispatch"),
        _to("saved_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_named_save")),
    )
    op.create_index("ix_named_save_dispatch_id", "named_save", ["dispatch_id", "saved_at"])


def _to(column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_named_save_{column}"), ondelete="RESTRICT"
    )
