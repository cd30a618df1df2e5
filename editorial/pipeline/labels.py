"""How the desk has labelled a dispatch: what is about its text and not of it."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.last_reading import FiledLabels, LastReading

LABEL_WORDS = {
    "slugline": "Slugline",
    "urgency": "Urgency",
    "keywords": "Keywords",
    "ednote": "Note to editors",
    "desk": "Desk",
    "embargo": "Embargo",
}


def labels_of(dispatch: Dispatch) -> dict[str, str]:
    """Each label in words, to be compared later."""
    embargo = dispatch.embargo_at
    return {
        "slugline": dispatch.slugline,
        "urgency": str(dispatch.urgency),
        "keywords": ", ".join(dispatch.keywords),
        "ednote": dispatch.ednote,
        "desk": dispatch.desk.name,
        "embargo": "" if embargo is None else f"{embargo:%Y-%m-%d %H:%M} UTC",
    }


def keep_filed(session: Session, dispatch: Dispatch, revision_id: uuid.UUID) -> None:
    """Keep the labels with the revision that is frozen under them."""
    session.merge(FiledLabels(revision_id=revision_id, labels=labels_of(dispatch)))


def note_reading(session: Session, dispatch: Dispatch, person_id: uuid.UUID, now: datetime) -> bool:
    """Remember that the person has read the present revision; False where there is none yet."""
    if dispatch.revision_id is None:
        return False
    session.merge(
        LastReading(
            dispatch_id=dispatch.id,
            person_id=person_id,
            revision_id=dispatch.revision_id,
            labels=labels_of(dispatch),
            read_at=now,
        )
    )
    return True
