"""Transcripts that a program on this machine makes of recordings, and how far each is."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Build the table."""
    op.create_table(
        "transcription",
        sa.Column("recording_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Text(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{other}.id"],
                name=op.f(f"fk_transcription_{column}"),
                ondelete="RESTRICT",
            )
            for column, other in (("recording_id", "source"), ("asked_by", "person"))
        ),
        sa.PrimaryKeyConstraint("recording_id", name=op.f("pk_transcription")),
    )
