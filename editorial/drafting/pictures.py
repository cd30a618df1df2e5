"""Pictures given to dispatches, and who may see them."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_picture import DispatchPicture
from editorial.models.person import Person
from editorial.models.picture import Picture
from editorial.pipeline.perform import load
from editorial.pipeline.picture import CleanPicture
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.roles import can_see
from editorial.pipeline.write import why_not_write
from editorial.vault.beside import vault_beside


def add_picture(
    session: Session,
    person_id: uuid.UUID,
    dispatch_id: uuid.UUID,
    picture: CleanPicture,
    now: datetime,
) -> str:
    """Keep a cleaned picture for the dispatch and return its digest; twice is once.

    Raises NotThere or Refused.
    """
    person = session.get_one(Person, person_id)
    dispatch = load(session, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    if (reason := why_not_write(dispatch, person)) is not None:
        raise Refused(reason)
    digest = vault_beside(session).put(picture.content)
    if session.get(Picture, digest) is None:
        session.add(
            Picture(
                digest=digest,
                media_type=picture.media_type,
                width=picture.width,
                height=picture.height,
                size=len(picture.content),
                added_at=now,
                added_by=person_id,
            )
        )
        session.flush()
    if session.get(DispatchPicture, (dispatch_id, digest)) is None:
        session.add(DispatchPicture(dispatch_id=dispatch_id, digest=digest))
    return digest


def is_seen_by(session: Session, digest: str, person: Person) -> bool:
    """True when a dispatch that the person may see was given the picture."""
    places = session.execute(
        select(Dispatch.desk_id, Dispatch.created_by)
        .join(DispatchPicture, DispatchPicture.dispatch_id == Dispatch.id)
        .where(DispatchPicture.digest == digest)
    )
    return any(can_see(person, desk_id, created_by) for desk_id, created_by in places)


def picture_bytes(session: Session, digest: str) -> tuple[str, bytes]:
    """Its media type and bytes. Raises NotThere or MissingFile."""
    picture = session.get(Picture, digest)
    if picture is None:
        raise NotThere
    return picture.media_type, vault_beside(session).get(digest)
