"""The first picture of a text, kept with its publication so that a list of teasers opens none."""

from typing import Any

from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.schema import Image
from editorial.models.picture import Picture


def first_picture(session: Session, content: Content) -> dict[str, Any] | None:
    """Digest, width and height in pixels, alt, caption and credit; None without a picture."""
    for block in content.body.content:
        if isinstance(block, Image):
            picture = session.get(Picture, block.src.rpartition("/")[2])
            if picture is not None:
                return {
                    "digest": picture.digest,
                    "width": picture.width,
                    "height": picture.height,
                    "alt": block.alt,
                    "caption": block.caption,
                    "credit": block.credit,
                }
    return None
