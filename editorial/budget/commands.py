"""Assigning, answering, cancelling; and beginning the dispatch that an assignment asks for."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.models.assignment import Answer, Assignment
from editorial.models.desk import Desk
from editorial.models.desk_pulse import touch
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline import operation as operations
from editorial.pipeline.begin import begin_dispatch
from editorial.pipeline.refusal import NotThere, Refused, Stale
from editorial.pipeline.roles import roles_on
from editorial.pipeline.write import WRITERS, label
from editorial.workflow.words import Role

ASSIGNERS = frozenset({Role.EDITOR, Role.CHIEF})
MAY_ASSIGN = "On this desk you need the role of editor or chief to assign."


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for. ``person_id`` None: nobody yet. ``due_at`` an instant."""

    slugline: str
    what: str
    due_at: datetime
    person_id: uuid.UUID | None = None
    brief: str = ""
    place: str = ""
    urgency: int = 5


def assign(
    session: Session,
    actor: Person,
    desk_id: uuid.UUID,
    plan: Plan,
    now: datetime,
    operation: uuid.UUID | None = None,
) -> Assignment:
    """Plan a story. Sent again it plans nothing twice. Raises NotThere or Refused."""
    desk = session.get(Desk, desk_id)
    if desk is None or not roles_on(actor, desk_id):
        raise NotThere
    if not roles_on(actor, desk_id) & ASSIGNERS:
        raise Refused(MAY_ASSIGN)
    if desk.closed_at is not None:
        raise Refused("This desk is closed; nothing is planned on it any more.")
    act, once = _once(operation, "assign", desk_id, plan)
    first = operations.begin(session, once, actor.id, act, now)
    if first is not None:
        return session.get_one(Assignment, uuid.UUID(first["assignment"]))
    assignment = Assignment(
        id=uuid.uuid4(), desk_id=desk_id, made_by=actor.id, made_at=now, answer=Answer.OPEN
    )
    _fill(session, assignment, plan, now)
    session.add(assignment)
    session.flush()
    touch(session, desk_id)
    operations.complete(session, once, {"assignment": str(assignment.id)})
    return assignment


def change(
    session: Session,
    actor: Person,
    assignment_id: uuid.UUID,
    plan: Plan,
    version: int | None,
    now: datetime,
    operation: uuid.UUID | None = None,
) -> Assignment:
    """Plan it otherwise. Whoever is newly asked, or asked for another hour, answers anew. Raises
    NotThere, Refused or Stale."""
    assignment = _own(session, actor, assignment_id)
    if not roles_on(actor, assignment.desk_id) & ASSIGNERS:
        raise Refused(MAY_ASSIGN)
    act, once = _once(operation, "plan otherwise", assignment_id, plan)
    if operations.begin(session, once, actor.id, act, now) is not None:
        return assignment
    _expect(assignment, version)
    asked_anew = (plan.person_id, plan.due_at, plan.place) != (
        assignment.person_id,
        assignment.due_at,
        assignment.place,
    )
    dispatch = assignment.dispatch
    if dispatch is not None and dispatch.deadline_at == assignment.due_at:
        label(session, dispatch, deadline_at=plan.due_at)
    _fill(session, assignment, plan, now)
    if asked_anew and dispatch is None:
        assignment.answer, assignment.reason = Answer.OPEN, ""
    operations.complete(session, once, {})
    return assignment


def answer(
    session: Session,
    actor: Person,
    assignment_id: uuid.UUID,
    said: Answer,
    reason: str,
    now: datetime,
    version: int | None = None,
    operation: uuid.UUID | None = None,
) -> Assignment:
    """Accept or decline what one was asked, as the page showed it. Raises NotThere, Refused or
    Stale."""
    assignment = _own(session, actor, assignment_id)
    if assignment.person_id != actor.id:
        raise Refused("Only the one who was asked can answer.")
    act, once = _once(operation, "answer", assignment_id, said, reason.strip())
    if operations.begin(session, once, actor.id, act, now) is not None:
        return assignment
    _expect(assignment, version)
    if assignment.cancelled_at is not None:
        raise Refused("It is planned no more.")
    if assignment.dispatch_id is not None:
        raise Refused("Its dispatch is begun already; ask the desk to plan it otherwise.")
    if said is Answer.DECLINED and not reason.strip():
        raise Refused("Write why: the desk has to ask someone else.")
    assignment.answer, assignment.changed_at = said, now
    assignment.reason = reason.strip() if said is Answer.DECLINED else ""
    touch(session, assignment.desk_id)
    operations.complete(session, once, {})
    return assignment


def cancel(
    session: Session, actor: Person, assignment_id: uuid.UUID, cancelled: bool, now: datetime
) -> Assignment:
    """Plan it no more, or again. Raises NotThere or Refused."""
    assignment = _own(session, actor, assignment_id)
    if not roles_on(actor, assignment.desk_id) & ASSIGNERS:
        raise Refused(MAY_ASSIGN)
    assignment.cancelled_at = now if cancelled else None
    assignment.changed_at = now
    touch(session, assignment.desk_id)
    return assignment


def begin(session: Session, actor: Person, assignment_id: uuid.UUID, now: datetime) -> Dispatch:
    """The dispatch it asks for, with its fields filled: the one begun already, or a new draft of
    whoever begins it. Beginning accepts. Raises NotThere or Refused."""
    assignment = _own(session, actor, assignment_id)
    if assignment.dispatch is not None:
        return assignment.dispatch
    if assignment.cancelled_at is not None:
        raise Refused("It is planned no more.")
    roles = roles_on(actor, assignment.desk_id)
    if not roles & WRITERS:
        raise Refused("On this desk you need the role of correspondent or editor to write.")
    if assignment.person_id not in (None, actor.id) and not roles & ASSIGNERS:
        raise Refused("Someone else was asked for this. The desk can plan it otherwise.")
    content = Content(headline=assignment.what, dateline_place=assignment.place, byline=actor.name)
    dispatch = begin_dispatch(
        session,
        actor,
        assignment.desk_id,
        content,
        now,
        slugline=assignment.slugline,
        urgency=assignment.urgency,
        ednote=assignment.brief,
        deadline_at=assignment.due_at,
    )
    assignment.dispatch_id, assignment.dispatch = dispatch.id, dispatch
    assignment.person_id, assignment.answer = actor.id, Answer.ACCEPTED
    assignment.reason, assignment.changed_at = "", now
    return dispatch


def _fill(session: Session, assignment: Assignment, plan: Plan, now: datetime) -> None:
    if plan.person_id is not None:
        person = session.get(Person, plan.person_id)
        if person is None or not roles_on(person, assignment.desk_id) & WRITERS:
            raise Refused("Ask someone who writes on this desk: a correspondent or an editor.")
    assignment.slugline, assignment.what = plan.slugline, plan.what
    assignment.brief, assignment.place = plan.brief, plan.place
    assignment.urgency, assignment.due_at = plan.urgency, plan.due_at
    assignment.person_id, assignment.changed_at = plan.person_id, now
    touch(session, assignment.desk_id)


def _own(session: Session, actor: Person, assignment_id: uuid.UUID) -> Assignment:
    """The assignment, locked until the transaction ends."""
    assignment = session.get(
        Assignment, assignment_id, populate_existing=True, with_for_update={"of": Assignment}
    )
    if assignment is None or not roles_on(actor, assignment.desk_id):
        raise NotThere
    return assignment


def _expect(assignment: Assignment, version: int | None) -> None:
    if version is not None and version != assignment.version:
        raise Stale("Someone changed this assignment meanwhile. Look at it as it is now.")


def _once(operation: uuid.UUID | None, act: str, *about: object) -> tuple[str, uuid.UUID | None]:
    """What is done, and the id of doing just that: a page's forms share one."""
    told = operations.fingerprint(act, *about)
    return told, None if operation is None else uuid.uuid5(operation, told)
