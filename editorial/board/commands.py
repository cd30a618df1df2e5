"""What is done from the board: hands change, order changes, many are spiked and brought back."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from editorial.board.card import ORDERING
from editorial.board.columns import column_ids
from editorial.models.desk import Desk
from editorial.models.desk_pulse import touch
from editorial.models.dispatch import UNPLACED, Dispatch
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.matter import Colleague
from editorial.pipeline.perform import Outcome, load, perform
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.roles import can_see, roles_on
from editorial.pipeline.write import WRITERS, label
from editorial.workflow.words import Action, Role

FROM_A_CARD = frozenset({Action.CLAIM, Action.RELEASE, Action.HAND_ON, Action.TAKE_OVER})
# How far down its column a card can be given a place of its own.
MOST_PLACED = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, when, why, and the id that the page made for the act."""

    person_id: uuid.UUID
    now: datetime
    operation: uuid.UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of several, as its card showed it; ``version`` None: however it is now."""

    id: uuid.UUID
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Many:
    """What came of an act done to several. ``refused``: the slugline of each, and why not."""

    done: tuple[uuid.UUID, ...]
    refused: tuple[tuple[str, str], ...]


def hand(
    session: Session,
    asked: Asked,
    action: Action,
    dispatch_id: uuid.UUID,
    version: int | None,
    colleague: uuid.UUID | None = None,
) -> Outcome:
    """Claim, release, hand on, take over. Raises Refused, Stale or NotThere."""
    if action not in FROM_A_CARD:
        raise NotThere
    if action is Action.HAND_ON and colleague is None:
        raise Refused("Choose the colleague who goes on with it.")
    return perform(
        session,
        asked.person_id,
        action,
        dispatch_id,
        now=asked.now,
        version=version,
        note=asked.note,
        operation=asked.operation,
        matter=Colleague(colleague) if action is Action.HAND_ON and colleague else None,
    )


def spike_many(asked: Asked, chosen: Sequence[Chosen]) -> Many:
    """Spike each, in a transaction of its own: what may not be spiked, or is not as it was chosen
    any more, stays and says why."""
    return _each(asked, Action.SPIKE, chosen)


def unspike_many(asked: Asked, dispatch_ids: Sequence[uuid.UUID]) -> Many:
    """Bring each back to where it was."""
    return _each(asked, Action.UNSPIKE, [Chosen(key) for key in dispatch_ids])


def place(
    session: Session,
    asked: Asked,
    dispatch_id: uuid.UUID,
    where: str,
    other: uuid.UUID | None = None,
) -> int | None:
    """Give the dispatch its place in its column of its own desk: one ``up`` or ``down``, to the
    ``top``, ``before`` or ``after`` another; ``usual`` takes its place away again. Those above it
    keep theirs. The new place, from 1; None for the usual one. Raises NotThere or Refused."""
    _alone_with_the_order(session, dispatch_id)
    dispatch = _own(session, asked, dispatch_id, ORDERING, "editor or chief", "order its board")
    touch(session, dispatch.desk_id)
    if where == "usual":
        _put(session, dispatch_id, UNPLACED)
        return None
    column = list(column_ids(session, dispatch.desk_id, dispatch.state, MOST_PLACED))
    if dispatch_id not in column:
        column.append(dispatch_id)
    old = column.index(dispatch_id)
    column.remove(dispatch_id)
    new = _new_index(column, old, where, other)
    column.insert(new, dispatch_id)
    placed = session.query(Dispatch.id).filter(
        Dispatch.desk_id == dispatch.desk_id,
        Dispatch.state == dispatch.state,
        Dispatch.place < UNPLACED,
    )
    last = max([new, *(column.index(key) for (key,) in placed if key in column)])
    for index, key in enumerate(column[: last + 1]):
        _put(session, key, index + 1)
    return new + 1


def set_deadline(
    session: Session, asked: Asked, dispatch_id: uuid.UUID, deadline: datetime | None
) -> None:
    """By when it has to be ready. Raises NotThere or Refused."""
    roles = "correspondent or editor"
    dispatch = _own(session, asked, dispatch_id, WRITERS, roles, "set the deadline")
    label(session, dispatch, deadline_at=deadline)


def _own(
    session: Session,
    asked: Asked,
    dispatch_id: uuid.UUID,
    wanted: frozenset[Role],
    names: str,
    what: str,
) -> Dispatch:
    dispatch = load(session, dispatch_id)
    person = session.get_one(Person, asked.person_id, populate_existing=True)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    if not roles_on(person, dispatch.desk_id) & wanted:
        raise Refused(f"On this desk you need the role of {names} to {what}.")
    return dispatch


def _alone_with_the_order(session: Session, dispatch_id: uuid.UUID) -> None:
    """Many rows get their place: two who order one board would wait for each other's."""
    desk = select(Dispatch.desk_id).where(Dispatch.id == dispatch_id).scalar_subquery()
    session.execute(select(Desk.id).where(Desk.id == desk).with_for_update(key_share=True))


def _new_index(column: list[uuid.UUID], old: int, where: str, other: uuid.UUID | None) -> int:
    """In the column without the dispatch itself."""
    if where in ("before", "after") and other in column:
        return column.index(other) + (where == "after")
    return {"up": max(0, old - 1), "down": min(len(column), old + 1), "top": 0}.get(where, old)


def _put(session: Session, dispatch_id: uuid.UUID, where: int) -> None:
    """No act of the desk: nobody's open page is stale for it."""
    session.execute(
        update(Dispatch.__table__).where(Dispatch.id == dispatch_id).values(place=where)  # type: ignore[arg-type]  # a Table
    )


def _each(asked: Asked, action: Action, chosen: Sequence[Chosen]) -> Many:
    done, refused = [], []
    for one in chosen:
        operation = None
        if asked.operation is not None:
            operation = uuid.uuid5(asked.operation, str(one.id))
        try:
            with saving() as session:
                perform(
                    session,
                    asked.person_id,
                    action,
                    one.id,
                    now=asked.now,
                    version=one.version,
                    note=asked.note,
                    operation=operation,
                )
            done.append(one.id)
        except NotThere:
            continue  # missing and forbidden look the same here too
        except Refused as refusal:
            refused.append((_slugline(one.id), str(refusal)))
    return Many(tuple(done), tuple(refused))


def _slugline(dispatch_id: uuid.UUID) -> str:
    with saving() as session:
        return session.get_one(Dispatch, dispatch_id).slugline
