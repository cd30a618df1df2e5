"""A dispatch as a card, and the cards of many dispatches with few queries."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session, aliased

from editorial.models.desk import Desk
from editorial.models.dispatch import UNPLACED, Dispatch
from editorial.models.override import Override
from editorial.models.person import Person
from editorial.pipeline.gate_signs import GateSign, gate_signs
from editorial.pipeline.presence import Present, who_is_on
from editorial.pipeline.roles import roles_on
from editorial.pipeline.waiting_text import WaitingText, waiting_texts
from editorial.workflow.decide import offered
from editorial.workflow.facts import Facts
from editorial.workflow.words import Action, Live, Role, State

# What a board does by itself. No guard of these asks for more than a card's facts.
ACTS = frozenset(
    {
        Action.CLAIM.value,
        Action.RELEASE.value,
        Action.HAND_ON.value,
        Action.TAKE_OVER.value,
        Action.SPIKE.value,
        Action.UNSPIKE.value,
    }
)

# Whose the order of a desk's board is.
ORDERING = frozenset({Role.EDITOR, Role.CHIEF})


@dataclass(frozen=True, slots=True)
class Card:
    """``operation`` is the id of what is done from it next. ``since``: when it came into its
    state; ``deadline_past`` and ``mine`` (claimed by whoever looks) are for the eye. ``acts``:
    what they can do to it from here; ``decides``: approving is theirs, on its own page;
    ``orders``: so is its place in the column."""

    id: uuid.UUID
    operation: uuid.UUID
    version: int
    headline: str
    slugline: str
    desk: str
    desk_slug: str
    author: str
    urgency: int
    language: str
    words: int
    state: str
    since: datetime
    deadline: datetime | None
    deadline_past: bool
    open_quotes: int
    embargo: datetime | None
    hour: datetime | None
    holder: str | None
    mine: bool
    placed: bool
    unread_override: bool
    gates: tuple[GateSign, ...]
    here: tuple[Present, ...]
    waiting: tuple[WaitingText, ...]
    acts: frozenset[str]
    decides: bool
    orders: bool

    @property
    def key(self) -> str:
        """The id as addresses have it."""
        return str(self.id)

    @property
    def path(self) -> str:
        """The dispatch's page. A board holds a hundred cards, and asks no router for each."""
        return f"/dispatches/{self.id}"


_author, _holder = aliased(Person), aliased(Person)
_COLUMNS = (
    Dispatch.id,
    Dispatch.version,
    Dispatch.desk_id,
    Dispatch.headline,
    Dispatch.slugline,
    Dispatch.urgency,
    Dispatch.language,
    Dispatch.words,
    Dispatch.state,
    Dispatch.live,
    Dispatch.entered_at,
    Dispatch.deadline_at,
    Dispatch.open_quotes,
    Dispatch.embargo_at,
    Dispatch.publish_at,
    Dispatch.claimed_by,
    Dispatch.place,
    exists()
    .where(Override.dispatch_id == Dispatch.id, Override.read_at.is_(None))
    .correlate(Dispatch)
    .label("unread"),
    Desk.name.label("desk"),
    Desk.slug.label("desk_slug"),
    _author.name.label("author"),
    _holder.name.label("holder"),
)
# Put together once: that costs more than asking it.
_CARDS = (
    select(*_COLUMNS)
    .join(Desk, Desk.id == Dispatch.desk_id)
    .join(_author, _author.id == Dispatch.created_by)
    .outerjoin(_holder, _holder.id == Dispatch.claimed_by)
    .where(Dispatch.id.in_(bindparam("ids", expanding=True)))
)


def cards(
    session: Session, person: Person, dispatch_ids: Sequence[uuid.UUID], now: datetime
) -> dict[uuid.UUID, Card]:
    """A card for each, as ``person`` sees it."""
    if not dispatch_ids:
        return {}
    rows = session.execute(_CARDS, {"ids": list(dispatch_ids)}).all()
    here = who_is_on(session, {row.desk_id for row in rows}, now)
    gates = gate_signs(session, dispatch_ids)
    waiting = waiting_texts(session, dispatch_ids)
    orders = {key: bool(roles_on(person, key) & ORDERING) for key in {row.desk_id for row in rows}}
    found = {}
    for row in rows:
        in_review = row.state is State.IN_REVIEW
        claimed_by = row.claimed_by if in_review else None
        acts = offers(person, row.desk_id, row.state, row.live, claimed_by)
        found[row.id] = Card(
            id=row.id,
            operation=uuid.uuid4(),
            version=row.version,
            headline=row.headline,
            slugline=row.slugline,
            desk=row.desk,
            desk_slug=row.desk_slug,
            author=row.author,
            urgency=row.urgency,
            language=row.language,
            words=row.words,
            state=row.state.value,
            since=row.entered_at,
            deadline=row.deadline_at,
            deadline_past=row.deadline_at is not None
            and row.deadline_at <= now
            and row.state not in (State.DONE, State.SPIKED),
            open_quotes=row.open_quotes,
            embargo=row.embargo_at if row.embargo_at and row.embargo_at > now else None,
            hour=row.publish_at,
            holder=row.holder if in_review else None,
            mine=in_review and row.claimed_by == person.id,
            placed=row.place < UNPLACED,
            unread_override=row.unread,
            gates=gates.get(row.id, ()),
            here=tuple(one for one in here.get(row.id, ()) if one.person_id != person.id),
            waiting=waiting.get(row.id, ()),
            acts=acts & ACTS,
            orders=orders[row.desk_id],
            decides=Action.APPROVE.value in acts,
        )
    return found


def offers(
    person: Person, desk_id: uuid.UUID, state: State, live: Live, holder: uuid.UUID | None
) -> frozenset[str]:
    """The acts that the table allows this person in this state, whatever is asked beyond."""
    another = holder is not None and holder != person.id
    return _offers(state, live, roles_on(person, desk_id), holder == person.id, another)


@cache
def _offers(
    state: State, live: Live, roles: frozenset[Role], holds_claim: bool, another_holds_it: bool
) -> frozenset[str]:
    """Few answers to the same few questions: a board asks them for each of its cards."""
    facts = Facts(
        state=state,
        live=live,
        roles=roles,
        holds_claim=holds_claim,
        another_holds_it=another_holds_it,
    )
    return frozenset(offer.action.value for offer in offered(facts) if offer.allowed)
