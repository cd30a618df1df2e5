"""Which pictures readers may see."""

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_picture import DispatchPicture
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.workflow.words import Live


def is_published(session: Session, digest: str) -> bool:
    """Whether a text of a story that stands shows the picture: readers see the earlier versions
    too."""
    contents = session.scalars(
        select(Revision.content)
        .join(Publication, Publication.revision_id == Revision.id)
        .join(DispatchPicture, DispatchPicture.dispatch_id == Publication.dispatch_id)
        .join(Dispatch, Dispatch.id == Publication.dispatch_id)
        .where(
            DispatchPicture.digest == digest,
            Dispatch.live == Live.REVISION,
        )
    )
    return any(_shows(content, digest) for content in contents)


def _shows(content: bytes, digest: str) -> bool:
    """A stored text that was tampered with beyond reading shows nothing."""
    try:
        return digest in json.loads(content)["pictures"]
    except (ValueError, KeyError, TypeError):
        return False
