"""Someone leaves: their open work is handed over, their claims are let go, their access ends."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from editorial.admin.commands.people import forget_second_factor
from editorial.admin.commands.places import someone_else_administers, someone_here
from editorial.admin.queries.leaving import heirs_of, open_work
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline import operation as operations
from editorial.pipeline.matter import Heir
from editorial.pipeline.perform import perform
from editorial.pipeline.record import of_person, record
from editorial.pipeline.refusal import Refused
from editorial.pipeline.roles import is_administrator
from editorial.web.links import end_links
from editorial.web.sign_ins import end_sign_ins
from editorial.workflow.words import Action, State


def deactivate(
    session: Session,
    actor: Person,
    person_id: uuid.UUID,
    heirs: Mapping[uuid.UUID, uuid.UUID],
    now: datetime,
    operation: uuid.UUID | None = None,
) -> None:
    """End someone's access. ``heirs`` names, for each desk with open dispatches of theirs, who
    takes them over. Raises Refused, and then nothing has changed.
    """
    if operations.begin(session, operation, actor.id, "deactivate", now) is not None:
        return
    person = someone_here(session, person_id)
    if person.id == actor.id:
        raise Refused("Nobody deactivates themselves. Ask another administrator.")
    if is_administrator(person):
        someone_else_administers(session, person)
    _hold_their_work(session, person)
    handed_over = _hand_over(session, actor, person, heirs, now)
    released = _release(session, actor, person, now)
    person.deactivated_at = now
    person.password_hash = None
    forget_second_factor(session, person)
    end_sign_ins(session, person.id, now)
    end_links(session, person.id, now)
    details = {**of_person(person), "handed_over": handed_over, "released": released}
    record(session, actor, "deactivate", now, details=details, operation=operation)
    operations.complete(session, operation, {})


def _hold_their_work(session: Session, person: Person) -> None:
    """Lock it all before the log's head is: an act that holds one of these dispatches waits for
    that head, and would be waited for in turn."""
    session.execute(
        select(Dispatch.id)
        .where(or_(Dispatch.created_by == person.id, Dispatch.claimed_by == person.id))
        .order_by(Dispatch.id)
        .with_for_update(of=Dispatch)
    ).all()


def _hand_over(
    session: Session,
    actor: Person,
    person: Person,
    heirs: Mapping[uuid.UUID, uuid.UUID],
    now: datetime,
) -> int:
    count = 0
    for share in open_work(session, person.id):
        possible = {heir.id for heir in heirs_of(session, share.desk_id, person.id)}
        if heirs.get(share.desk_id) not in possible:
            raise Refused(f"Choose who takes over the open dispatches on {share.desk}.")
        for dispatch_id in share.dispatches:
            matter = Heir(heirs[share.desk_id])
            perform(
                session, actor, Action.HAND_OVER, dispatch_id, now=now, matter=matter, system=True
            )
            count += 1
    return count


def _release(session: Session, actor: Person, person: Person, now: datetime) -> int:
    claimed = session.scalars(
        select(Dispatch.id)
        .where(Dispatch.claimed_by == person.id, Dispatch.state == State.IN_REVIEW)
        .order_by(Dispatch.moved_at)
    ).all()
    for dispatch_id in claimed:
        perform(session, actor, Action.RELEASE, dispatch_id, now=now, system=True)
    return len(claimed)
