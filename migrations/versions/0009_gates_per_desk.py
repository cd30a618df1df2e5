"""Gates per desk: how each is switched, who asked for one, which are shut, and what passed them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Build the tables. Overrides made before are all of the quotes' gate."""
    op.create_table(
        "desk_gate",
        sa.Column("desk_id", sa.Uuid(), nullable=False),
        sa.Column("gate", sa.String(length=32), nullable=False),
        sa.Column("when", sa.String(length=32), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["desk_id"], ["desk.id"], name=op.f("fk_desk_gate_desk_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("desk_id", "gate", name=op.f("pk_desk_gate")),
    )
    op.create_table(
        "gate_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("gate", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dispatch_id"],
            ["dispatch.id"],
            name=op.f("fk_gate_request_dispatch_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_gate_request_asked_by"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by"],
            ["person.id"],
            name=op.f("fk_gate_request_withdrawn_by"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gate_request")),
    )
    op.create_index("ix_gate_request_dispatch_id", "gate_request", ["dispatch_id"], unique=False)
    op.create_table(
        "shut_gate",
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("gate", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch_id"],
            ["dispatch.id"],
            name=op.f("fk_shut_gate_dispatch_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("dispatch_id", "gate", name=op.f("pk_shut_gate")),
    )
    op.add_column("override", sa.Column("evidence_digest", sa.String(length=64), nullable=True))
