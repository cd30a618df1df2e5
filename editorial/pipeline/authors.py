"""Who wrote a text: everyone who changed it since it was last approved."""

import uuid

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from editorial.models.approval import WHOLE, Approval, VoidReason
from editorial.models.dispatch import Dispatch
from editorial.models.revision import Revision, RevisionAuthor
from editorial.models.working_copy import WorkingCopy


def authors_since_approved(
    session: Session, dispatch_id: uuid.UUID, number: int | None, *, approved: bool = True
) -> frozenset[uuid.UUID]:
    """The authors of revision ``number`` and of those before it, back to the last approved one.

    An earlier approval counts when it stood until a newer text replaced it. One that was taken
    back, or fell with its evidence, vouches for nothing. ``approved`` is False where it is known
    that there is none.
    """
    if number is None:
        return frozenset()
    base = _last_approved(session, dispatch_id, number) if approved and number > 1 else 0
    return frozenset(
        session.scalars(
            select(RevisionAuthor.person_id)
            .join(Revision, RevisionAuthor.revision_id == Revision.id)
            .where(
                Revision.dispatch_id == dispatch_id,
                Revision.number > base,
                Revision.number <= number,
            )
        )
    )


def authors_of_copy(session: Session, dispatch: Dispatch) -> frozenset[uuid.UUID]:
    """Whose words stand in the working copy: who typed since it was last frozen, and the authors
    of what was frozen. To be kept with a text that is set apart: a later approval of another text
    vouches for none of it."""
    copy = session.get_one(WorkingCopy, dispatch.id)
    number = None
    if dispatch.revision_id is not None:
        number = session.get_one(Revision, dispatch.revision_id).number
    typed = frozenset(map(uuid.UUID, copy.writers))
    return typed | authors_since_approved(session, dispatch.id, number)


def _last_approved(session: Session, dispatch_id: uuid.UUID, before: int) -> int:
    number = session.scalar(
        select(func.max(Revision.number))
        .join(Approval, Approval.revision_id == Revision.id)
        .where(
            Revision.dispatch_id == dispatch_id,
            Revision.number < before,
            Approval.gate == WHOLE,
            or_(Approval.voided_at.is_(None), Approval.void_reason == VoidReason.TEXT),
        )
    )
    return number or 0
