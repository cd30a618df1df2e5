"""One act being carried out, as its effects see it."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from editorial.models.approval import VoidReason
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.revision import Revision
from editorial.models.settlement import Settlement
from editorial.models.source import Source
from editorial.pipeline.gather import Situation
from editorial.pipeline.matter import Matter
from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Role

M = TypeVar("M")
R = TypeVar("R", Settlement, Source)


@dataclass(slots=True)
class Act:
    """One act being carried out. ``details`` go into the log as they are, ``words`` as
    commitments; ``voids`` names what the act does to an approval."""

    session: Session
    situation: Situation
    person: Person | None
    role: Role | None
    note: str
    now: datetime
    filed_at: datetime
    matter: Matter | None
    details: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    revision: Revision | None = None
    evidence_changed: bool = False
    voids: VoidReason | None = None

    @property
    def dispatch(self) -> Dispatch:
        """The dispatch acted on."""
        return self.situation.dispatch

    @property
    def actor(self) -> Person:
        """The person; the desk's own machinery does only what needs none."""
        if self.person is None:
            raise Refused("A person has to do this.")
        return self.person


def as_it_is_now(act: Act, kind: type[R], key: uuid.UUID) -> R | None:
    """The row since the dispatch was locked: what the caller read may be older."""
    return act.session.get(kind, key, populate_existing=True)


def expect(act: Act, kind: type[M]) -> M:
    """What the act is about, beyond the dispatch."""
    if not isinstance(act.matter, kind):
        raise TypeError(f"{kind.__name__} is what this act is about")
    return act.matter
