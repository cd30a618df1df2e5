"""The first picture of a published text beside it, and running stories found by their slugline."""

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from editorial.document.content import Content
from editorial.document.schema import Image

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the column and fill it with what is published already."""
    op.create_index("ix_dispatch_slugline", "dispatch", ["slugline"], unique=False)
    op.add_column("publication", sa.Column("picture", sa.JSON(none_as_null=True), nullable=True))
    connection = op.get_bind()
    publication = sa.table(
        "publication",
        sa.column("id", sa.Uuid),
        sa.column("revision_id", sa.Uuid),
        sa.column("picture", sa.JSON(none_as_null=True)),
    )
    revisions = sa.table(
        "revision",
        sa.column("id", sa.Uuid),
        sa.column("content", sa.LargeBinary),
        sa.column("digest", sa.String),
    )
    keys = connection.execute(sa.select(publication.c.id, publication.c.revision_id)).all()
    for key, revision_id in keys:
        text, digest = connection.execute(
            sa.select(revisions.c.content, revisions.c.digest).where(revisions.c.id == revision_id)
        ).one()
        if not isinstance(text, bytes) or hashlib.sha256(text).hexdigest() != digest:
            continue
        if (found := _first(Content.from_json(json.loads(text)))) is not None:
            connection.execute(
                sa.update(publication).where(publication.c.id == key).values(picture=found)
            )


def _first(content: Content) -> dict[str, Any] | None:
    picture = sa.table("picture", sa.column("digest"), sa.column("width"), sa.column("height"))
    for block in content.body.content:
        if isinstance(block, Image):
            kept = (
                op.get_bind()
                .execute(sa.select(picture).where(picture.c.digest == block.src.rpartition("/")[2]))
                .one_or_none()
            )
            if kept is not None:
                return {
                    "digest": kept.digest,
                    "width": kept.width,
                    "height": kept.height,
                    "alt": block.alt,
                    "caption": block.caption,
                    "credit": block.credit,
                }
    return None
