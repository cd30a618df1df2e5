"""The jobs by which deliveries leave, and which deliveries still have one."""

import uuid
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.delivery import Delivery
from editorial.models.job import Job

DELIVER, DIGEST = "deliver", "deliver_digest"


def carried(session: Session, waiting: Collection[Delivery]) -> frozenset[uuid.UUID]:
    """Those of ``waiting`` that a job will still try to send. A job that was given up sends
    nothing any more, though its delivery may have had fewer tries."""
    if not waiting:
        return frozenset()
    alone, together = set(), set()
    for name, details in session.execute(
        select(Job.name, Job.details).where(
            Job.name.in_((DELIVER, DIGEST)), Job.done_at.is_(None), Job.given_up_at.is_(None)
        )
    ):
        if name == DELIVER:
            alone.add(details.get("delivery"))
        else:
            together.add(details.get("person"))
    return frozenset(
        one.id
        for one in waiting
        if str(one.id) in alone or (one.held_until is not None and str(one.person_id) in together)
    )
