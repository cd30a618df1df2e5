"""What is said of a text, suggested for it, asked for by a return, and what each read last."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Build the tables."""
    op.create_table(
        "comment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said_by", sa.Uuid(), nullable=False),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_by", sa.Uuid(), nullable=True),
        sa.Column("block_id", sa.String(length=32), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("block_text", sa.Text(), nullable=False),
        _to("comment", "dispatch_id", "dispatch"),
        _to("comment", "parent_id", "comment"),
        _to("comment", "said_by", "person"),
        _to("comment", "resolved_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    op.create_table(
        "mention",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        _to("mention", "comment_id", "comment"),
        _to("mention", "person_id", "person"),
        sa.PrimaryKeyConstraint("comment_id", "person_id", name=op.f("pk_mention")),
    )
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("change", sa.String(length=32), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("fate", sa.String(length=32), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("block_id", sa.String(length=32), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("block_text", sa.Text(), nullable=False),
        _to("suggestion", "dispatch_id", "dispatch"),
        _to("suggestion", "made_by", "person"),
        _to("suggestion", "decided_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
    )
    op.create_table(
        "point",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("ticked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ticked_by", sa.Uuid(), nullable=True),
        _to("point", "dispatch_id", "dispatch"),
        _to("point", "made_by", "person"),
        _to("point", "ticked_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point")),
    )
    op.create_table(
        "last_reading",
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        _to("last_reading", "dispatch_id", "dispatch"),
        _to("last_reading", "person_id", "person"),
        _to("last_reading", "revision_id", "revision"),
        sa.PrimaryKeyConstraint("dispatch_id", "person_id", name=op.f("pk_last_reading")),
    )
    op.create_table(
        "filed_labels",
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        _to("filed_labels", "revision_id", "revision"),
        sa.PrimaryKeyConstraint("revision_id", name=op.f("pk_filed_labels")),
    )
    op.create_index("ix_comment_dispatch_id", "comment", ["dispatch_id", "said_at"])
    op.create_index("ix_suggestion_dispatch_id", "suggestion", ["dispatch_id", "made_at"])
    op.create_index("ix_point_dispatch_id", "point", ["dispatch_id", "made_at", "place"])


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="RESTRICT"
    )
