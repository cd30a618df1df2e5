"""Deciding on a reader's review."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.reader_review import ReaderReview
from editorial.pipeline.public import touch
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.roles import roles_on
from editorial.workflow.moderation import STANDING_AFTER, Verdict, may_moderate
from editorial.workflow.words import ReviewStanding


def decide_review(
    session: Session,
    person_id: uuid.UUID,
    review_id: uuid.UUID,
    verdict: Verdict,
    seen: str,
    now: datetime,
) -> ReaderReview:
    """Publish, reject, or put back into the queue. ``seen`` is how it stood on the page that was
    decided from.

    Raises NotThere where the person has no say, Refused where someone else decided meanwhile.
    """
    person = session.get_one(Person, person_id)
    review = session.scalars(
        select(ReaderReview).where(ReaderReview.id == review_id).with_for_update(of=ReaderReview)
    ).one_or_none()
    if review is None:
        raise NotThere
    dispatch = session.get_one(Dispatch, review.dispatch_id)
    if not may_moderate(roles_on(person, dispatch.desk_id)):
        raise NotThere
    wanted = STANDING_AFTER[verdict]
    if review.standing == wanted:
        return review
    if seen != review.standing:
        who = review.decider.name if review.decider else "Someone"
        raise Refused(f"{who} decided on it meanwhile: it is {review.standing.value} now.")
    touch(session, now, dispatch.id)
    review.standing = wanted
    waits = wanted is ReviewStanding.WAITING
    review.decided_by, review.decided_at = (None, None) if waits else (person.id, now)
    return review
