"""Switching a desk's gates."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from editorial.models.desk import Desk
from editorial.models.desk_gate import DeskGate
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.pipeline import operation as operations
from editorial.pipeline.record import record
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.write import copy_gates
from editorial.workflow.gates import OFF, Switch, name_of
from editorial.workflow.steps import TO_BE_JUDGED
from editorial.workflow.words import Gate


def switch_gates(
    session: Session,
    actor: Person,
    desk_id: uuid.UUID,
    wanted: Mapping[Gate, Switch],
    now: datetime,
    operation: uuid.UUID | None = None,
) -> tuple[Gate, ...]:
    """Set what differs, each with its entry in the log; the gates that did. What waits on the desk
    is weighed anew. Raises NotThere."""
    if operations.begin(session, operation, actor.id, "switch_gates", now) is not None:
        return ()
    desk = session.get(Desk, desk_id, with_for_update={"key_share": True})
    if desk is None:
        raise NotThere
    _hold_what_waits(session, desk_id)
    changed = []
    for gate, switch in wanted.items():
        row = session.get(DeskGate, (desk_id, gate))
        before = OFF if row is None else row.switch
        if switch == before:
            continue
        session.merge(
            DeskGate(
                desk_id=desk_id,
                gate=gate,
                when=switch.when,
                languages=list(switch.languages),
                keywords=list(switch.keywords),
            )
        )
        details = {
            "key": f"{name_of(gate)} gate of {desk.name}",
            "before": before.words,
            "after": switch.words,
            # What the log's proof weighs approvals by; a desk may be named anew.
            "desk_id": str(desk_id),
            "gate": gate.value,
            "when": switch.when.value,
            "languages": list(switch.languages),
        }
        record(session, actor, "change_setting", now, details=details, operation=operation)
        changed.append(gate)
    session.flush()
    if changed:
        _weigh_anew(session, desk_id, now)
    operations.complete(session, operation, {})
    return tuple(changed)


def _hold_what_waits(session: Session, desk_id: uuid.UUID) -> None:
    """Before the log, in the order of every act: who holds a dispatch and waits for the log's head
    must not be waited for by who has the head."""
    query = select(Dispatch.id).where(*_waits(desk_id)).order_by(Dispatch.id)
    session.execute(query.with_for_update()).all()


def _weigh_anew(session: Session, desk_id: uuid.UUID, now: datetime) -> None:
    query = select(Dispatch).where(*_waits(desk_id)).order_by(Dispatch.id)
    for dispatch in session.scalars(query, execution_options={"populate_existing": True}).all():
        copy_gates(session, dispatch, now)


def _waits(desk_id: uuid.UUID) -> tuple[ColumnElement[bool], ...]:
    return (Dispatch.desk_id == desk_id, Dispatch.state.in_(TO_BE_JUDGED))
