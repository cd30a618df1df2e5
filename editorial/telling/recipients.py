"""Whom an event is for: those it asks something of, or whose text it is about."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.approval import Approval
from editorial.models.dispatch import Dispatch
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.models.revision import Revision, RevisionAuthor
from editorial.pipeline.authors import authors_since_approved
from editorial.pipeline.roles import can_see, roles_on
from editorial.telling.told import Told
from editorial.workflow.events import WAITING_STATES, Event
from editorial.workflow.words import Role, State

# Who takes a dispatch up in the state it has come to.
ASKED = {State.FILED: Role.EDITOR, State.APPROVED: Role.PUBLISHER}
# Who can do something about an hour that was not kept.
ALARMED = (Role.EDITOR, Role.CHIEF, Role.PUBLISHER)


def recipients(session: Session, told: Told, dispatch: Dispatch) -> list[Person]:
    """Active people who may see the dispatch now. Nobody is told of their own act, but for its
    receipt."""
    if told.person_id is not None:
        wanted = {told.person_id}
    elif told.event is Event.WAITS:
        wanted = _asked(session, dispatch)
    elif told.event is Event.MISSED:
        wanted = _on_the_desk(session, dispatch, *ALARMED)
    elif told.event is Event.RECEIPT:
        wanted = set()
    else:
        wanted = _whose(session, dispatch)
        if told.event is Event.PUBLISHED:
            wanted |= _approvers(session, dispatch)
    if told.event is not Event.RECEIPT:
        wanted = {one for one in wanted if one != told.by_id}
    people = session.scalars(select(Person).where(Person.id.in_(wanted)).order_by(Person.name))
    return [one for one in people if may_be_told(one, dispatch)]


def may_be_told(person: Person, dispatch: Dispatch) -> bool:
    """Whether the person is still here and still reads this dispatch."""
    return can_see(person, dispatch.desk_id, dispatch.created_by)


def still_waits(person: Person, dispatch: Dispatch) -> bool:
    """Whether the dispatch can still be taken up by the person, who would come too late else."""
    if dispatch.state not in WAITING_STATES:
        return False
    if dispatch.state is State.IN_REVIEW:
        return dispatch.claimed_by in (None, person.id)
    return ASKED[dispatch.state] in roles_on(person, dispatch.desk_id)


def _asked(session: Session, dispatch: Dispatch) -> set[uuid.UUID]:
    if dispatch.state is State.IN_REVIEW and dispatch.claimed_by is not None:
        return {dispatch.claimed_by}
    role = ASKED.get(dispatch.state)
    if role is None:
        return set()
    found = _on_the_desk(session, dispatch, role)
    if role is Role.EDITOR and dispatch.revision_id is not None:
        # Whoever wrote it can't take it up.
        number = session.get_one(Revision, dispatch.revision_id).number
        found -= authors_since_approved(session, dispatch.id, number)
    return found


def _on_the_desk(session: Session, dispatch: Dispatch, *roles: Role) -> set[uuid.UUID]:
    return set(
        session.scalars(
            select(Grant.person_id)
            .join(Person, Person.id == Grant.person_id)
            .where(
                Grant.desk_id == dispatch.desk_id,
                Grant.role.in_(roles),
                Person.deactivated_at.is_(None),
            )
        )
    )


def _whose(session: Session, dispatch: Dispatch) -> set[uuid.UUID]:
    authors = session.scalars(
        select(RevisionAuthor.person_id)
        .join(Revision, Revision.id == RevisionAuthor.revision_id)
        .where(Revision.dispatch_id == dispatch.id)
    )
    return {dispatch.created_by, *authors}


def _approvers(session: Session, dispatch: Dispatch) -> set[uuid.UUID]:
    return set(
        session.scalars(
            select(Approval.approved_by).where(
                Approval.dispatch_id == dispatch.id, Approval.voided_at.is_(None)
            )
        )
    )
