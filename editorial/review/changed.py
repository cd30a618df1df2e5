"""What changed since a text this person knows: words, labels, and what the desk holds of it."""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.models.approval import WHOLE, Approval
from editorial.models.dispatch import Dispatch
from editorial.models.last_reading import FiledLabels, LastReading
from editorial.models.override import Override
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.models.settlement import Settlement
from editorial.models.source import Source
from editorial.pipeline.confidence import HIDDEN, hidden_from
from editorial.pipeline.gather import Situation
from editorial.pipeline.labels import LABEL_WORDS, labels_of
from editorial.web.changes import Changes, changes
from editorial.workflow.gates import name_of
from editorial.workflow.words import Gate, Live

# In the order in which one is taken, where none is asked for.
SINCE_WORDS = {
    "reading": "since you last read it",
    "approved": "since it was last approved",
    "published": "since it was last published",
}
SHORT = 60


@dataclass(frozen=True, slots=True)
class Base:
    """A text to compare with: of which revision, when that was so, and the labels then."""

    since: str
    revision: Revision
    at: datetime
    labels: dict[str, str] | None


@dataclass(frozen=True, slots=True)
class Changed:
    """``text`` is None where the older one can't be read any more. ``labels``: each with before
    and after; ``beside``: sentences on settlements, sources, overrides and gates."""

    since: str
    words: str
    at: datetime
    number: int
    choices: tuple[tuple[str, str], ...]
    text: Changes | None
    labels: tuple[tuple[str, str, str], ...]
    beside: tuple[tuple[datetime, str], ...]

    @property
    def nothing(self) -> bool:
        """Neither the text nor anything about it is other than it was."""
        text = self.text is not None and not self.text.fields and not self.text.blocks
        return text and not self.labels and not self.beside


def changed(
    session: Session, situation: Situation, person: Person, asked: str = ""
) -> Changed | None:
    """What changed since ``asked``, a key of SINCE_WORDS, or since the first there is. None where
    there is nothing to compare with."""
    bases = {base.since: base for base in _bases(session, situation.dispatch, person)}
    if not bases:
        return None
    base = bases.get(asked) or next(bases[name] for name in SINCE_WORDS if name in bases)
    before = _content(base.revision)
    now = labels_of(situation.dispatch)
    return Changed(
        since=base.since,
        words=SINCE_WORDS[base.since],
        at=base.at,
        number=base.revision.number,
        choices=tuple((name, SINCE_WORDS[name]) for name in SINCE_WORDS if name in bases),
        text=None if before is None else changes(before, situation.content),
        labels=tuple(
            (LABEL_WORDS[name], was, now[name])
            for name, was in (base.labels or {}).items()
            if name in now and was != now[name]
        ),
        beside=tuple(sorted(_beside(session, situation, person, base.at))),
    )


def _bases(session: Session, dispatch: Dispatch, person: Person) -> Iterator[Base]:
    read = session.get(LastReading, (dispatch.id, person.id))
    if read is not None:
        revision = session.get_one(Revision, read.revision_id)
        yield Base("reading", revision, read.read_at, read.labels)
    approval = session.scalars(
        select(Approval)
        .where(Approval.dispatch_id == dispatch.id, Approval.gate == WHOLE)
        .order_by(Approval.approved_at.desc())
    ).first()
    if approval is not None:
        revision = session.get_one(Revision, approval.revision_id)
        yield Base("approved", revision, approval.approved_at, _filed(session, revision.id))
    if dispatch.live is Live.REVISION and dispatch.live_revision_id is not None:
        revision = session.get_one(Revision, dispatch.live_revision_id)
        at = session.scalar(
            select(Publication.published_at).where(
                Publication.dispatch_id == dispatch.id, Publication.current.is_(True)
            )
        )
        if at is not None:
            yield Base("published", revision, at, _filed(session, revision.id))


def _filed(session: Session, revision_id: uuid.UUID) -> dict[str, str] | None:
    row = session.get(FiledLabels, revision_id)
    return None if row is None else row.labels


def _content(revision: Revision) -> Content | None:
    try:
        return Content.from_json(json.loads(revision.content))
    except (ValueError, RecursionError):
        return None


def _beside(
    session: Session, situation: Situation, person: Person, since: datetime
) -> Iterator[tuple[datetime, str]]:
    dispatch = situation.dispatch.id
    for settled in session.scalars(select(Settlement).where(Settlement.dispatch_id == dispatch)):
        quote = _short(settled.quote)
        if settled.settled_at > since:
            yield settled.settled_at, f"{settled.person.name} settled “{quote}”"
        if settled.withdrawn_at is not None and settled.withdrawn_at > since:
            yield settled.withdrawn_at, f"the settlement of “{quote}” was taken back"
    sources = session.scalars(select(Source).where(Source.dispatch_id == dispatch)).all()
    hidden = hidden_from(session, person, sources)
    for source in sources:
        title = HIDDEN if str(source.id) in hidden else f"“{source.title}”"
        if source.added_at > since:
            yield source.added_at, f"{source.adder.name} attached {title}"
        if source.detached_at is not None and source.detached_at > since:
            yield source.detached_at, f"{title} was detached"
    for override in session.scalars(select(Override).where(Override.dispatch_id == dispatch)):
        if override.overridden_at > since:
            gate = name_of(Gate(override.gate))
            yield override.overridden_at, f"{override.person.name} overrode the {gate} gate"
    for row in situation.approvals:
        if row.gate != WHOLE and row.approved_at > since:
            yield row.approved_at, f"{row.person.name} passed the {name_of(Gate(row.gate))} gate"


def _short(words: str) -> str:
    return words if len(words) <= SHORT else words[:SHORT].rsplit(" ", 1)[0] + " …"
