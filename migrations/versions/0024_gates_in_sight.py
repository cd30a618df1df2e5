"""Lists show which gates are shut, passed and overridden, and every override not yet read again."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    """The same rows with how each gate stands; what was passed before shows at the next act."""
    op.create_table(
        "dispatch_gate",
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("gate", sa.String(length=32), nullable=False),
        sa.Column("stands", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch_id"],
            ["dispatch.id"],
            name=op.f("fk_dispatch_gate_dispatch_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("dispatch_id", "gate", name=op.f("pk_dispatch_gate")),
    )
    op.execute(
        "INSERT INTO dispatch_gate (dispatch_id, gate, stands) "
        "SELECT dispatch_id, gate, 'shut' FROM shut_gate"
    )
    op.drop_table("shut_gate")
    op.create_index(
        "ix_override_unread",
        "override",
        ["dispatch_id"],
        unique=False,
        sqlite_where=sa.text("read_at IS NULL"),
        postgresql_where=sa.text("read_at IS NULL"),
    )
