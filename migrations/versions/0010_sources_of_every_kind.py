"""Sources of every kind: what is drawn from their bytes, who may see them, files on their way."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the columns and build the tables."""
    for column in (
        sa.Column("medium", sa.String(length=32), nullable=False, server_default="text"),
        sa.Column("media_type", sa.String(length=80), nullable=False, server_default="text/plain"),
        sa.Column("text_digest", sa.String(length=64), nullable=True),
        sa.Column("places_digest", sa.String(length=64), nullable=True),
        sa.Column("view_digest", sa.String(length=64), nullable=True),
        sa.Column("confidential", sa.Boolean(), nullable=False, server_default=sa.false()),
    ):
        op.add_column("source", column)
    op.create_table(
        "source_viewer",
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("named_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("named_by", sa.Uuid(), nullable=False),
        _refers("source_viewer", "source_id", "source"),
        _refers("source_viewer", "person_id", "person"),
        _refers("source_viewer", "named_by", "person"),
        sa.PrimaryKeyConstraint("source_id", "person_id", name=op.f("pk_source_viewer")),
    )
    op.create_table(
        "transcript_of",
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("recording_id", sa.Uuid(), nullable=False),
        _refers("transcript_of", "source_id", "source"),
        _refers("transcript_of", "recording_id", "source"),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_transcript_of")),
    )
    op.create_index("ix_transcript_of_recording_id", "transcript_of", ["recording_id"])
    op.create_table(
        "upload",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("filename", sa.String(length=255), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        _refers("upload", "dispatch_id", "dispatch"),
        _refers("upload", "person_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
    )
    op.create_index("ix_upload_person_id", "upload", ["person_id"])


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="RESTRICT"
    )
