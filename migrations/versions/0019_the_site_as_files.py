"""Places on the site that stay: shelves, and the order of what changed."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Build the tables, and give what is published already its places."""
    op.create_table(
        "shelf_place",
        sa.Column("shelf", sa.String(length=120), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=False),
        _to("shelf_place", "dispatch_id"),
        sa.PrimaryKeyConstraint("shelf", "number", name=op.f("pk_shelf_place")),
    )
    op.create_index(
        "ix_shelf_place_dispatch_id", "shelf_place", ["dispatch_id", "shelf"], unique=True
    )
    changes = op.create_table(
        "site_change",
        sa.Column("edition", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dispatch_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _to("site_change", "dispatch_id"),
        sa.PrimaryKeyConstraint("edition", name=op.f("pk_site_change")),
    )
    now = datetime.now(UTC)
    if op.get_bind().dialect.name == "sqlite":
        now = now.replace(tzinfo=None)
    if op.get_bind().execute(sa.text("SELECT count(*) FROM publication")).scalar():
        op.bulk_insert(changes, [{"edition": 1, "dispatch_id": None, "at": now}])
    op.add_column(
        "publication",
        sa.Column("urgency", sa.SmallInteger(), nullable=False, server_default="5"),
    )
    op.execute(
        sa.text(
            "UPDATE publication SET urgency = (SELECT urgency FROM dispatch "
            "WHERE dispatch.id = publication.dispatch_id)"
        )
    )
    op.create_index("ix_publication_newest", "publication", ["current", "first_published_at"])
    for statement in SHELVES:
        op.execute(sa.text(statement))


def _to(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], ["dispatch.id"], name=op.f(f"fk_{table}_{column}"), ondelete="RESTRICT"
    )


def _numbered(shelf: str, joined: str = "") -> str:
    """Every story of a shelf, numbered by when it was first published there."""
    return f"""
        INSERT INTO shelf_place (shelf, number, dispatch_id)
        SELECT shelf, row_number() OVER (PARTITION BY shelf ORDER BY since, dispatch_id),
          dispatch_id
        FROM (
          SELECT {shelf} AS shelf, p.dispatch_id AS dispatch_id, min(p.first_published_at) AS since
          FROM publication p {joined} GROUP BY 1, 2
        ) AS stories
    """  # noqa: S608  (both parts are written below)


SHELVES = (
    _numbered("'site'"),
    _numbered("'desk:' || replace(CAST(p.desk_id AS VARCHAR(36)), '-', '')"),
    _numbered("'by:' || s.slug", "JOIN publication_byline s ON s.publication_id = p.id"),
    _numbered("'topic:' || s.slug", "JOIN publication_keyword s ON s.publication_id = p.id"),
)
