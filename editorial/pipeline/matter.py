"""What some acts are about, beyond the dispatch itself."""

import uuid
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812  (a field is named date)
from datetime import datetime

from editorial.models.approval import VoidReason
from editorial.models.source import Medium, SourceKind, Terms
from editorial.workflow.words import Gate, SettlementKind


@dataclass(frozen=True, slots=True)
class Vouching:
    """Settling one quote: how the person knows, and with whom it was called back, when."""

    quote_key: str
    kind: SettlementKind
    contact: str = ""
    contacted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TakingBack:
    """Withdrawing one settlement."""

    settlement_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class NewSource:
    """A file that is already in the vault, what was drawn from it, and what is said of it.

    ``viewers`` may see it beside the one who attaches it, where it is confidential; ``recording``
    is the source whose words it writes down.
    """

    title: str
    kind: SourceKind
    digest: str
    size: int
    encoding: str
    filename: str = ""
    event: str = ""
    date: Day | None = None
    origin: str = ""
    terms: Terms = Terms.ON_THE_RECORD
    medium: Medium = Medium.TEXT
    media_type: str = "text/plain"
    text_digest: str | None = None
    places_digest: str | None = None
    view_digest: str | None = None
    confidential: bool = False
    viewers: tuple[uuid.UUID, ...] = ()
    recording: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class OldSource:
    """A source to be detached."""

    source_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Hour:
    """When a scheduled dispatch goes live."""

    publish_at: datetime


@dataclass(frozen=True, slots=True)
class Placement:
    """Desk and embargo, whose change voids an approval."""

    desk_id: uuid.UUID
    embargo_at: datetime | None
    embargo_zone: str | None


@dataclass(frozen=True, slots=True)
class Voiding:
    """What ended the approval."""

    reason: VoidReason


@dataclass(frozen=True, slots=True)
class Heir:
    """Who takes a leaving person's open dispatch over."""

    person_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Colleague:
    """Which editor goes on with a review."""

    person_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Points:
    """What has to change before a returned dispatch comes back, one by one."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtGate:
    """The gate that is passed, overridden or asked for."""

    gate: Gate


Matter = (
    Vouching
    | TakingBack
    | NewSource
    | OldSource
    | Hour
    | Placement
    | Voiding
    | Heir
    | Colleague
    | AtGate
    | Points
)
