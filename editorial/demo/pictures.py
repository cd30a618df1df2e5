"""Giving the sample stories their pictures."""

import io
import uuid
from datetime import datetime

from PIL import Image
from sqlalchemy.orm import Session

from editorial.demo.scenes import draw
from editorial.demo.story import SamplePicture
from editorial.models.picture import Picture
from editorial.vault.beside import vault_beside


def keep_picture(session: Session, sample: SamplePicture, by: uuid.UUID, at: datetime) -> str:
    """Draw the picture, keep it, and return its digest."""
    content = draw(sample.scene)
    digest = vault_beside(session).put(content)
    if session.get(Picture, digest) is None:
        with Image.open(io.BytesIO(content)) as image:
            width, height = image.size
        session.add(
            Picture(
                digest=digest,
                media_type="image/jpeg",
                width=width,
                height=height,
                size=len(content),
                added_at=at,
                added_by=by,
            )
        )
        session.flush()
    return digest
