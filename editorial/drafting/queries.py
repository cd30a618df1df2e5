"""What the pages for writing show."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.schema import EMPTY_BODY
from editorial.drafting.draft import Draft, Placing, draft_of, labels_of, placed_as, placing_of
from editorial.drafting.kept import waiting
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_picture import DispatchPicture
from editorial.models.kept_text import KeptText
from editorial.models.person import Person
from editorial.models.picture import Picture
from editorial.pipeline.gather import Situation, gather, missing_for_filing
from editorial.pipeline.points import PointList, point_lists
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import can_see, roles_on
from editorial.pipeline.void import APPROVED_STATES
from editorial.pipeline.write import WRITERS, why_not_write
from editorial.workflow.words import Action, Role, State


@dataclass(frozen=True, slots=True)
class Wanting:
    """Something that is not there yet; ``required``: it can't be filed without."""

    words: str
    required: bool


A_SOURCE = Wanting("a source for its quotes", required=False)


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A text that waits to be merged."""

    id: uuid.UUID
    person: str
    at: datetime
    mine: bool
    filed_at: datetime | None
    left: bool


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A picture of this dispatch and the line that puts it into the text."""

    digest: str
    width: int
    height: int
    line: str


@dataclass(frozen=True, slots=True)
class WritePage:
    """A dispatch as its writer meets it.

    ``refusal``: why this person can't write now. ``follows``: what may follow a save, filing or
    freezing a correction. ``approved``: a change takes the approval back. ``unfiled``: it was
    filed, and changed since. ``placing`` is always where it is; ``places`` whether the person may
    change that here, ``placed_as`` its word where it changes by itself: before the first filing.
    ``points`` are the last return's.
    """

    id: uuid.UUID
    state: State
    headline: str
    slugline: str
    desk: str
    version: int
    copy_version: int
    saved_at: datetime
    saved_by: str
    last_reason: str
    refusal: str | None
    follows: Action | None
    approved: bool
    unfiled: bool
    places: bool
    placing: Placing
    placed_as: str | None
    draft: Draft
    wanting: tuple[Wanting, ...]
    kept: tuple[KeptRow, ...]
    pictures: tuple[PictureRow, ...]
    points: PointList | None

    @property
    def picture_paths(self) -> list[str]:
        """As the text names them."""
        return [f"/pictures/{picture.digest}" for picture in self.pictures]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a form that comes back is read against: see ``WritePage``."""

    id: uuid.UUID
    places: bool
    placing: Placing


def writing_desks(session: Session, person: Person) -> Sequence[Desk]:
    """The open desks on which the person is a correspondent or an editor, by name."""
    ids = {grant.desk_id for grant in person.grants if grant.role in WRITERS}
    return session.scalars(
        select(Desk)
        .where(Desk.id.in_(ids), Desk.closed_at.is_(None))
        .order_by(Desk.position, Desk.name)
    ).all()


def placing(session: Session, person: Person, dispatch_id: uuid.UUID) -> Placing:
    """Where a dispatch is. Raises NotThere."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    return placing_of(dispatch)


def write_page(
    session: Session, person: Person, dispatch_id: uuid.UUID, now: datetime
) -> WritePage:
    """The page for writing a dispatch. Raises NotThere."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    situation = gather(session, dispatch, person, now)
    copy = situation.working_copy
    where = placing_of(dispatch)
    return WritePage(
        id=dispatch.id,
        state=dispatch.state,
        headline=situation.written.headline,
        slugline=dispatch.slugline,
        desk=dispatch.desk.name,
        version=dispatch.version,
        copy_version=copy.version,
        saved_at=copy.saved_at,
        saved_by=session.get_one(Person, copy.saved_by).name,
        last_reason=dispatch.last_reason if dispatch.state is State.RETURNED else "",
        refusal=why_not_write(dispatch, person),
        follows=Action.REVISE if dispatch.state is State.IN_REVIEW else Action.FILE,
        approved=dispatch.state in APPROVED_STATES,
        unfiled=situation.revision is not None and situation.facts.text_changed,
        places=_may_place(dispatch, person),
        placing=where,
        placed_as=placed_as(where) if dispatch.revision_id is None else None,
        draft=draft_of(situation.written, labels_of(dispatch), where),
        wanting=_wanting(situation),
        kept=tuple(_kept_row(session, one, person) for one in waiting(session, dispatch_id)),
        pictures=_pictures(session, dispatch_id),
        points=next(iter(point_lists(session, dispatch, person)), None),
    )


def standing(session: Session, person: Person, dispatch_id: uuid.UUID) -> Standing:
    """Where a dispatch is, without its text. Raises NotThere."""
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    return Standing(dispatch.id, _may_place(dispatch, person), placing_of(dispatch))


def _may_place(dispatch: Dispatch, person: Person) -> bool:
    """Before it was filed desk and embargo are the author's; afterwards an editor's."""
    return dispatch.revision_id is None or Role.EDITOR in roles_on(person, dispatch.desk_id)


def wanting_at_first(byline: str, day: date | None) -> tuple[Wanting, ...]:
    """What a dispatch lacks that is yet to begin."""
    begins = Content(byline=byline, dateline_date=day, body=EMPTY_BODY)
    missing = missing_for_filing(Dispatch(slugline=""), begins)
    return (*(Wanting(words, required=True) for words in missing), A_SOURCE)


def _wanting(situation: Situation) -> tuple[Wanting, ...]:
    wanting = [Wanting(words, required=True) for words in situation.facts.missing]
    if not situation.evidence.sources:
        wanting.append(A_SOURCE)
    count = len(situation.evidence.open_quotes)
    if count:
        words = "1 open quote to settle" if count == 1 else f"{count} open quotes to settle"
        wanting.append(Wanting(words, required=False))
    return tuple(wanting)


def _kept_row(session: Session, kept: KeptText, person: Person) -> KeptRow:
    author = session.get_one(Person, kept.person_id)
    mine = author.id == person.id
    return KeptRow(kept.id, author.name, kept.kept_at, mine, kept.filed_at, not author.active)


def _pictures(session: Session, dispatch_id: uuid.UUID) -> tuple[PictureRow, ...]:
    found = session.scalars(
        select(Picture)
        .join(DispatchPicture, DispatchPicture.digest == Picture.digest)
        .where(DispatchPicture.dispatch_id == dispatch_id)
        .order_by(Picture.added_at, Picture.digest)
    )
    return tuple(
        PictureRow(
            one.digest,
            one.width,
            one.height,
            f'![What it shows](/pictures/{one.digest} "Caption | Credit")',
        )
        for one in found
    )
