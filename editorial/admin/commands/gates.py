"""Switching a desk's gates."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
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
    desk = session.get(Desk, desk_id)
    if desk is None:
        raise NotThere
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


def _weigh_anew(session: Session, desk_id: uuid.UUID, now: datetime) -> None:
    for dispatch in session.scalars(
        select(Dispatch)
        .where(Dispatch.desk_id == desk_id, Dispatch.state.in_(TO_BE_JUDGED))
        .order_by(Dispatch.id)
    ).all():
        copy_gates(session, dispatch, now)
