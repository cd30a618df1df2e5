"""Preview links: made for one exact text, for one person outside, until an hour; and read."""

import json
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.preview import Preview
from editorial.pipeline import operation as operations
from editorial.pipeline.gather import Situation, gather
from editorial.pipeline.record import record
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.roles import roles_on
from editorial.review.asking import Asked, locked
from editorial.web.tokens import new_token, token_hash
from editorial.workflow.words import Live, Role, State

LASTS = {"4": "4 hours", "24": "1 day", "72": "3 days", "168": "7 days"}
MAY_PREVIEW = frozenset({Role.EDITOR, Role.CHIEF, Role.PUBLISHER})
MOST_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A link on the dispatch page, without its secret. ``ended`` says why it is dead."""

    id: uuid.UUID
    for_whom: str
    number: int
    made_by: str
    made_at: datetime
    expires_at: datetime
    views: int
    seen_at: datetime | None
    ended: str


@dataclass(frozen=True, slots=True)
class Previews:
    """``refusal``: why none can be made now; empty where one can."""

    lines: tuple[PreviewLine, ...]
    refusal: str


@dataclass(frozen=True, slots=True)
class Previewed:
    """What who has the link sees: the text, and whom it was made for. ``digest`` names it."""

    for_whom: str
    expires_at: datetime
    content: Content
    digest: str
    pictures: frozenset[str]


def previews(
    session: Session, situation: Situation, person: Person, now: datetime
) -> Previews | None:
    """The links of a dispatch, newest first; None for whoever may make none."""
    dispatch = situation.dispatch
    if not roles_on(person, dispatch.desk_id) & MAY_PREVIEW:
        return None
    found = session.scalars(
        select(Preview)
        .where(Preview.dispatch_id == dispatch.id)
        .order_by(Preview.made_at.desc(), Preview.id)
        .limit(MOST_AT_ONCE)
    ).unique()
    lines = tuple(
        PreviewLine(
            one.id,
            one.for_whom,
            one.revision.number,
            one.maker.name,
            one.made_at,
            one.expires_at,
            one.views,
            one.seen_at,
            _ended(one, now),
        )
        for one in found
    )
    return Previews(lines, _refusal(dispatch, now, filed=situation.revision is not None))


def make_preview(session: Session, asked: Asked, for_whom: str, hours: int) -> str | None:
    """The secret of a new link to the text as it was filed last; None where this very form made
    one already, whose secret nobody knows any more. Raises NotThere or Refused."""
    person, dispatch = _editor(session, asked)
    act = operations.fingerprint("make_preview", dispatch.id, for_whom, None)
    if operations.begin(session, asked.operation, person.id, act, asked.now) is not None:
        return None
    revision = gather(session, dispatch, person, asked.now).revision
    why_not = _refusal(dispatch, asked.now, filed=revision is not None)
    if why_not or revision is None:
        raise Refused(why_not)
    token, until = new_token(), asked.now + timedelta(hours=hours)
    session.add(
        Preview(
            dispatch_id=dispatch.id,
            revision_id=revision.id,
            token_hash=token_hash(token),
            for_whom=for_whom,
            made_at=asked.now,
            made_by=person.id,
            expires_at=until,
        )
    )
    details = {
        "slugline": dispatch.slugline,
        "number": revision.number,
        "digest": revision.digest,
        "until": f"{until:%d %B %Y, %H:%M} UTC",
    }
    record(
        session,
        person,
        "make_preview",
        asked.now,
        details=details,
        words={"for": for_whom},
        operation=asked.operation,
        dispatch_id=dispatch.id,
    )
    operations.complete(session, asked.operation, {})
    return token


def revoke_preview(session: Session, asked: Asked, preview_id: uuid.UUID) -> None:
    """Let the link show nothing from now on. Raises NotThere."""
    person, dispatch = _editor(session, asked)
    preview = session.get(Preview, preview_id, populate_existing=True)
    if preview is None or preview.dispatch_id != dispatch.id:
        raise NotThere
    if preview.revoked_at is not None:
        return
    preview.revoked_at, preview.revoked_by = asked.now, person.id
    record(
        session,
        person,
        "revoke_preview",
        asked.now,
        details={"slugline": dispatch.slugline, "number": preview.revision.number},
        words={"for": preview.for_whom},
        dispatch_id=dispatch.id,
    )


def read_preview(session: Session, token: str, now: datetime) -> Previewed:
    """What the link shows. Raises NotThere: nobody is told why it shows nothing."""
    preview = _living(session, token, now)
    told = json.loads(preview.revision.content)
    content = Content.from_json(told)
    return Previewed(
        preview.for_whom,
        preview.expires_at,
        content,
        preview.revision.digest,
        frozenset(told["pictures"]),
    )


def count_view(session: Session, token: str, now: datetime) -> None:
    """One more time that somebody opened it."""
    session.execute(
        update(Preview)
        .where(Preview.token_hash == token_hash(token))
        .values(views=Preview.views + 1, seen_at=now)
        .execution_options(synchronize_session=False)
    )


def _living(session: Session, token: str, now: datetime) -> Preview:
    preview = (
        session.scalars(select(Preview).where(Preview.token_hash == token_hash(token)))
        .unique()
        .one_or_none()
    )
    if preview is None or _ended(preview, now) or not preview.revision.intact:
        raise NotThere
    return preview


def _ended(preview: Preview, now: datetime) -> str:
    """Why it shows nothing; empty while it does."""
    if preview.revoked_at is not None:
        return "revoked"
    if preview.expires_at <= now:
        return "expired"
    return _held(preview.dispatch, now)


def _held(dispatch: Dispatch, now: datetime) -> str:
    """Why nobody outside may read the dispatch at all."""
    if dispatch.embargo_at is not None and dispatch.embargo_at > now:
        return "held by the embargo"
    if dispatch.state is State.SPIKED:
        return "spiked"
    return "withdrawn" if dispatch.live is Live.WITHDRAWAL else ""


def _refusal(dispatch: Dispatch, now: datetime, *, filed: bool) -> str:
    if not filed:
        return "It was never filed, so there is no frozen text to show."
    held = _held(dispatch, now)
    return {
        "held by the embargo": "It is under embargo, which holds for everyone outside.",
        "spiked": "It is spiked.",
        "withdrawn": "It was withdrawn.",
    }.get(held, "")


def _editor(session: Session, asked: Asked) -> tuple[Person, Dispatch]:
    person, dispatch = locked(session, asked)
    if not roles_on(person, dispatch.desk_id) & MAY_PREVIEW:
        raise NotThere
    return person, dispatch
