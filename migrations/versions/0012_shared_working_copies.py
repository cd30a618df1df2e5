"""Working copies that several people change at once: updates, states, and who has one open."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Build the tables. A copy's document is made from its text when it is first opened."""
    op.create_table(
        "copy_update",
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("change", sa.LargeBinary(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.Uuid(), nullable=False),
        *_belongs("copy_update", "sent_by"),
        sa.PrimaryKeyConstraint("dispatch_id", "number", name=op.f("pk_copy_update")),
    )
    op.create_table(
        "copy_state",
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        *_belongs("copy_state"),
        sa.PrimaryKeyConstraint("dispatch_id", name=op.f("pk_copy_state")),
    )
    op.create_table(
        "copy_reader",
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("tab", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.String(length=600), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        *_belongs("copy_reader", "person_id"),
        sa.PrimaryKeyConstraint("dispatch_id", "tab", name=op.f("pk_copy_reader")),
    )


def _belongs(table: str, *people: str) -> list[sa.ForeignKeyConstraint]:
    """To its dispatch, and to the people named."""
    return [
        sa.ForeignKeyConstraint(
            [column],
            [f"{other}.id"],
            name=op.f(f"fk_{table}_{column}"),
            ondelete="RESTRICT",
        )
        for column, other in (("dispatch_id", "dispatch"), *((one, "person") for one in people))
    ]
