"""What people are told of, on which way, and how it got there."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

UNREAD = sa.text("read_at IS NULL")


def upgrade() -> None:
    """Build the tables."""
    _message()
    _delivery()
    _choices()


def _message() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=True),
        sa.Column("comment", sa.String(length=64), nullable=True),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        _points("message", "person_id", "person"),
        _points("message", "dispatch_id", "dispatch"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("key", name=op.f("uq_message_key")),
    )
    op.create_index("ix_message_person_id", "message", ["person_id", "told_at"], unique=False)
    op.create_index(
        "ix_message_unread",
        "message",
        ["person_id", "dispatch_id"],
        unique=False,
        sqlite_where=UNREAD,
        postgresql_where=UNREAD,
    )


def _delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=True),
        sa.Column("comment", sa.String(length=64), nullable=True),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("desk_id", sa.Uuid(), nullable=True),
        sa.Column("put_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        _points("delivery", "person_id", "person"),
        _points("delivery", "desk_id", "desk"),
        _points("delivery", "dispatch_id", "dispatch"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("key", name=op.f("uq_delivery_key")),
    )
    op.create_index("ix_delivery_put_at", "delivery", ["put_at"], unique=False)
    op.create_index(
        "ix_delivery_person_id", "delivery", ["person_id", "channel", "put_at"], unique=False
    )
    op.create_index("ix_delivery_dispatch_id", "delivery", ["dispatch_id", "put_at"], unique=False)


def _choices() -> None:
    op.create_table(
        "telling_choice",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        _points("telling_choice", "person_id", "person"),
        sa.PrimaryKeyConstraint("person_id", "event", "channel", name=op.f("pk_telling_choice")),
    )
    op.create_table(
        "telling_rhythm",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("rhythm", sa.String(length=32), nullable=False),
        sa.Column("hour", sa.SmallInteger(), nullable=False),
        _points("telling_rhythm", "person_id", "person"),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_telling_rhythm")),
    )
    op.create_table(
        "desk_hook",
        sa.Column("desk_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("url", sa.String(length=1000), nullable=False),
        sa.Column("secret", sa.String(length=64), nullable=False),
        sa.Column("events", sa.JSON(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        _points("desk_hook", "desk_id", "desk"),
        sa.PrimaryKeyConstraint("desk_id", name=op.f("pk_desk_hook")),
    )


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="RESTRICT"
    )
