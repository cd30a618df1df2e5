"""What readers find a published text under: the names of its byline, its keywords."""

import uuid
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from editorial.document.byline import names, words_slug

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Build the tables, and fill them with what is published already."""
    byline = _shelf("publication_byline", sa.Column("name", sa.String(length=200), nullable=False))
    keyword = _shelf("publication_keyword", sa.Column("keyword", sa.Text(), nullable=False))
    publication = sa.table(
        "publication",
        sa.column("id", sa.Uuid),
        sa.column("dispatch_id", sa.Uuid),
        sa.column("byline", sa.String),
    )
    dispatch = sa.table("dispatch", sa.column("id", sa.Uuid), sa.column("keywords", sa.JSON))
    connection = op.get_bind()
    rows = connection.execute(
        sa.select(publication.c.id, publication.c.byline, dispatch.c.keywords).join_from(
            publication, dispatch, dispatch.c.id == publication.c.dispatch_id
        )
    ).all()
    for key, line, keywords in rows:
        _fill(byline, "name", key, names(line))
        _fill(keyword, "keyword", key, keywords)


def _shelf(name: str, words: sa.Column[str]) -> sa.Table:
    table: sa.Table = op.create_table(
        name,
        sa.Column("publication_id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        words,
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f(f"fk_{name}_publication_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("publication_id", "slug", name=op.f(f"pk_{name}")),
    )
    op.create_index(f"ix_{name}_slug", name, ["slug"], unique=False)
    return table


def _fill(table: sa.Table, column: str, key: uuid.UUID, words: Sequence[str]) -> None:
    first: dict[str, str] = {}
    for each in words:
        if slug := words_slug(each):
            first.setdefault(slug, each)
    rows = [
        {"publication_id": key, "slug": slug, column: each, "place": place}
        for place, (slug, each) in enumerate(first.items())
    ]
    if rows:
        op.get_bind().execute(sa.insert(table), rows)
