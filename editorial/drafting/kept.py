"""Texts that could not be saved over a colleague's, kept whole until someone settles them."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.drafting.draft import Draft, Placing, draft_of, placing_of
from editorial.models.desk_pulse import touch
from editorial.models.dispatch import Dispatch
from editorial.models.kept_text import KeptText
from editorial.models.person import Person
from editorial.pipeline.authors import authors_of_copy
from editorial.pipeline.refusal import NotThere
from editorial.pipeline.roles import roles_on
from editorial.workflow.words import Role

DECIDED = "It was decided on meanwhile: this text waits no longer."


def keep(
    session: Session,
    dispatch_id: uuid.UUID,
    person: Person,
    now: datetime,
    base_version: int,
    content: Content,
    draft: Draft,
    writers: frozenset[uuid.UUID],
) -> KeptText:
    """Keep what was typed over ``base_version``: the text, the labels, desk and embargo where the
    page changed them, and whose words they are.

    Those who wrote what it was typed over are among them, rather one too many: a colleague who
    saved meanwhile is too.
    """
    dispatch = session.get_one(Dispatch, dispatch_id)
    authors = writers | authors_of_copy(session, dispatch)
    kept = KeptText(
        id=uuid.uuid4(),
        dispatch_id=dispatch_id,
        person_id=person.id,
        kept_at=now,
        base_version=base_version,
        content={
            "text": content.to_json(),
            "labels": draft.labels,
            "writers": sorted(map(str, authors)),
            "placing": _chosen(draft.placing, placing_of(dispatch)),
        },
    )
    session.add(kept)
    session.flush()
    touch(session, dispatch.desk_id)
    return kept


def author_left(session: Session, kept: KeptText) -> str:
    """The name of its author where they were deactivated; empty while they are here."""
    author = session.get_one(Person, kept.person_id)
    return "" if author.active else author.name


def why_not_decide(
    session: Session, kept: KeptText, person: Person, dispatch: Dispatch
) -> str | None:
    """Why this person can't say what becomes of it, as a sentence; None when they can."""
    if kept.person_id == person.id or Role.EDITOR in roles_on(person, dispatch.desk_id):
        return None
    if left := author_left(session, kept):
        return f"{left} has left: an editor of the desk decides what becomes of their words."
    if kept.filed_at is not None:
        author = session.get_one(Person, kept.person_id).name
        return f"{author} filed it: they decide what becomes of it, or an editor of the desk."
    return None


def asks_why(session: Session, kept: KeptText, person: Person) -> bool:
    """Whether setting it aside takes a reason that stands in the log: its author can't be asked, or
    believes it filed."""
    return bool(author_left(session, kept)) or (
        kept.filed_at is not None and kept.person_id != person.id
    )


def settle(session: Session, kept: KeptText, now: datetime) -> None:
    """It waits no longer; its row stays."""
    kept.resolved_at = now
    touch(session, session.get_one(Dispatch, kept.dispatch_id).desk_id)


def find_kept(session: Session, dispatch_id: uuid.UUID, kept_id: uuid.UUID) -> KeptText:
    """A kept text of that dispatch, settled or not. Raises NotThere."""
    kept = session.get(KeptText, kept_id)
    if kept is None or kept.dispatch_id != dispatch_id:
        raise NotThere
    return kept


def open_kept(session: Session, dispatch_id: uuid.UUID, kept_id: uuid.UUID) -> KeptText | None:
    """The kept text if it still waits; None once it is settled. Raises NotThere."""
    kept = find_kept(session, dispatch_id, kept_id)
    return kept if kept.resolved_at is None else None


def waiting(session: Session, dispatch_id: uuid.UUID) -> Sequence[KeptText]:
    """Those of the dispatch that nobody has settled, oldest first."""
    return session.scalars(
        select(KeptText)
        .where(KeptText.dispatch_id == dispatch_id, KeptText.resolved_at.is_(None))
        .order_by(KeptText.kept_at)
    ).all()


def writers_of(kept: KeptText | None) -> frozenset[uuid.UUID]:
    """Whose words it holds."""
    if kept is None:
        return frozenset()
    return frozenset(uuid.UUID(writer) for writer in kept.content["writers"])


def why_it_waits(kept: KeptText) -> str:
    """Why a filing waits, where it is not for the desk's text."""
    return str(kept.content.get("why") or "")


def kept_content(kept: KeptText) -> Content:
    """The text as it was typed."""
    return Content.from_json(kept.content["text"])


def kept_placing(kept: KeptText, standing: Placing) -> Placing:
    """Desk and embargo as its page chose them; what it left alone is as it is ``standing``."""
    chosen = kept.content.get("placing", {})
    placing = standing
    if "desk" in chosen:
        placing = replace(placing, desk_id=uuid.UUID(chosen["desk"]))
    if "embargo_at" in chosen:
        until = chosen["embargo_at"]
        at = None if until is None else datetime.fromisoformat(until)
        placing = replace(placing, embargo_at=at, embargo_zone=chosen["embargo_zone"])
    return placing


def kept_draft(kept: KeptText, standing: Placing) -> Draft:
    """All that was typed, in the words of the form, over where the dispatch is ``standing``."""
    placing = kept_placing(kept, standing)
    return draft_of(kept_content(kept), kept.content["labels"], placing)


def _chosen(typed: Placing | None, standing: Placing) -> dict[str, str | None]:
    chosen: dict[str, str | None] = {}
    if typed is None:
        return chosen
    if typed.desk_id != standing.desk_id:
        chosen["desk"] = str(typed.desk_id)
    if replace(typed, desk_id=standing.desk_id) != standing:
        until = typed.embargo_at
        chosen["embargo_at"] = None if until is None else until.isoformat()
        chosen["embargo_zone"] = typed.embargo_zone
    return chosen
