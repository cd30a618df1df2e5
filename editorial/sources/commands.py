"""Attaching to the record and taking from it."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from editorial.models.operation import Operation
from editorial.models.person import Person
from editorial.models.source import Source, SourceKind, Terms
from editorial.models.source_viewer import SourceViewer
from editorial.models.transcript_of import TranscriptOf
from editorial.pipeline.confidence import may_see, viewers_of
from editorial.pipeline.matter import NewSource, OldSource
from editorial.pipeline.perform import perform
from editorial.pipeline.record import record
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources.decode import ENCODINGS
from editorial.sources.queries import attached_with, seen_dispatch, seen_source
from editorial.sources.take import LARGEST_FILE, Taken, received, take
from editorial.vault.beside import vault_beside
from editorial.vault.files import Vault, digest_of
from editorial.workflow.words import Action

__all__ = ["LARGEST_FILE"]

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, of which dispatch, when, and the act's own id (None: it may happen twice)."""

    person_id: uuid.UUID
    dispatch_id: uuid.UUID
    now: datetime
    operation: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a source. An empty ``title`` is made of the file's name or first words.

    ``viewers`` are the people who may see a confidential one beside who attaches it; ``recording``
    what it writes down.
    """

    kind: SourceKind
    title: str = ""
    event: str = ""
    dated: date | None = None
    origin: str = ""
    terms: Terms = Terms.ON_THE_RECORD
    confidential: bool = False
    viewers: tuple[uuid.UUID, ...] = ()
    recording: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """``certain`` is False where the encoding is a guess that a person should look at;
    ``read``: it has words that quotes are checked against."""

    source_id: uuid.UUID
    title: str
    encoding: str
    certain: bool
    read: bool = True


def attach_text(session: Session, asked: Asked, text: str, about: About) -> Attached:
    """Attach pasted words. Raises NotThere or Refused."""
    content = text.replace("\r\n", "\n").encode(errors="replace")
    with received(content) as path:
        return attach_taken(session, asked, take(path, ""), "", about)


def attach_file(
    session: Session,
    asked: Asked,
    content: bytes,
    filename: str,
    about: About,
    encoding: str | None = None,
) -> Attached:
    """Attach a file as received; ``encoding`` None has it found out.

    Raises NotThere, or Refused, whose reasons name the file.
    """
    name = bare_name(filename)
    with naming(name), received(content) as path:
        return attach_taken(session, asked, take(path, name, encoding), name, about)


def attach_taken(
    session: Session, asked: Asked, taken: Taken, filename: str, about: About
) -> Attached:
    """Attach what was taken in; its bytes are kept now. Raises NotThere or Refused."""
    vault = vault_beside(session)
    digest = digest_of(taken.path)
    if not _was_done(session, asked):
        seen_dispatch(session, session.get_one(Person, asked.person_id), asked.dispatch_id)
        _refuse_a_second(session, asked, digest)
    vault.put_file(taken.path)
    new = NewSource(
        title=(about.title or _title(filename, taken))[:LONGEST_TITLE],
        kind=about.kind,
        digest=digest,
        size=taken.size,
        encoding=taken.encoding,
        filename=filename,
        event=about.event,
        date=about.dated,
        origin=about.origin,
        terms=about.terms,
        confidential=about.confidential,
        viewers=about.viewers,
        recording=about.recording,
        **_drawn(vault, taken),
    )
    source_id = _put_on_record(session, asked, new)
    return Attached(source_id, new.title, taken.encoding, taken.certain, taken.claims_text)


@contextmanager
def naming(filename: str) -> Iterator[None]:
    """Reasons that name the file, as several are attached at once; pasted words have no name."""
    if not filename:
        yield
        return
    try:
        yield
    except NotThere:
        raise
    except Refused as refused:
        raise Refused(*(f"“{filename}”: {reason}" for reason in refused.reasons)) from refused


def detach(session: Session, asked: Asked, source_id: uuid.UUID, reason: str) -> None:
    """Take a source from the record; its file and its row stay. Raises NotThere or Refused."""
    person = session.get_one(Person, asked.person_id)
    seen_source(session, person, asked.dispatch_id, source_id)
    perform(
        session,
        person,
        Action.DETACH,
        asked.dispatch_id,
        now=asked.now,
        note=reason,
        operation=asked.operation,
        matter=OldSource(source_id),
    )


def read_as(session: Session, asked: Asked, source_id: uuid.UUID, encoding: str) -> uuid.UUID:
    """Correct how a source's bytes are read: the old reading is detached, the new one attached.

    Returns the new source's id. Raises NotThere or Refused.
    """
    person = session.get_one(Person, asked.person_id)
    source = seen_source(session, person, asked.dispatch_id, source_id)
    if source.encoding == encoding and source.detached_at is None:
        return source_id
    vault = vault_beside(session)
    with received(vault.get(source.digest)) as path:
        taken = take(path, source.filename, encoding)
    if not _was_done(session, asked):
        why = f"It was read as {ENCODINGS[source.encoding]}; it is {ENCODINGS[encoding]}."
        detach(session, Asked(asked.person_id, asked.dispatch_id, asked.now), source_id, why)
    return _put_on_record(
        session,
        asked,
        replace(_as_given(session, source), encoding=encoding, **_drawn(vault, taken)),
    )


def show_to(
    session: Session, asked: Asked, source_id: uuid.UUID, viewers: Sequence[uuid.UUID] | None
) -> None:
    """Say anew who may see a source: these people and who attached it; None is everyone who sees
    the dispatch. Raises NotThere, or Refused for whoever did not attach it.
    """
    person = session.get_one(Person, asked.person_id)
    source = seen_source(session, person, asked.dispatch_id, source_id)
    if source.added_by != person.id:
        raise Refused("Only whoever attached it may say who sees it.")
    if any(session.get(Person, one) is None for one in viewers or ()):
        raise Refused("There is no such person to see it.")
    session.execute(delete(SourceViewer).where(SourceViewer.source_id == source_id))
    source.confidential = viewers is not None
    session.add_all(
        SourceViewer(source_id=source_id, person_id=one, named_at=asked.now, named_by=person.id)
        for one in dict.fromkeys(viewers or ())
    )
    record(
        session,
        person,
        "show_source",
        asked.now,
        details={
            "source": str(source_id),
            "to": None if viewers is None else sorted(map(str, viewers)),
        },
        operation=asked.operation,
    )


def attach_found(session: Session, asked: Asked, source_id: uuid.UUID) -> str:
    """Put a source of another dispatch on this one's record too, with all that is said of it.

    Returns its title. Raises NotThere unless the asker may see both, or Refused.
    """
    person = session.get_one(Person, asked.person_id)
    seen_dispatch(session, person, asked.dispatch_id)
    found = session.get(Source, source_id)
    if found is None or not may_see(session, person, found):
        raise NotThere
    seen_dispatch(session, person, found.dispatch_id)
    if not _was_done(session, asked):
        if found.detached_at is not None:
            raise Refused("It has been detached from the other record since.")
        _refuse_a_second(session, asked, found.digest)
    _put_on_record(session, asked, replace(_as_given(session, found), recording=None))
    return found.title


def _drawn(vault: Vault, taken: Taken) -> dict[str, Any]:
    """What is drawn from the bytes, kept by its digest too."""
    has_places = taken.text is not None and taken.places.places
    return {
        "medium": taken.medium,
        "media_type": taken.media_type,
        "text_digest": None if taken.text is None else vault.put(taken.text.encode()),
        "places_digest": vault.put(taken.places.to_bytes()) if has_places else None,
        "view_digest": None if taken.view is None else vault.put(taken.view),
    }


def _refuse_a_second(session: Session, asked: Asked, digest: str) -> None:
    person = session.get_one(Person, asked.person_id)
    there = attached_with(session, person, asked.dispatch_id, digest)
    if there is not None:
        raise Refused(f"It is on the record of this dispatch already, as “{there.title}”.")


def _as_given(session: Session, source: Source) -> NewSource:
    """The same file with the same said of it, seen by the same people."""
    bound = session.get(TranscriptOf, source.id)
    seen_by = {person.id for person in viewers_of(session, source.id)} | {source.added_by}
    return NewSource(
        medium=source.medium,
        media_type=source.media_type,
        text_digest=source.text_digest,
        places_digest=source.places_digest,
        view_digest=source.view_digest,
        title=source.title,
        kind=source.kind,
        digest=source.digest,
        size=source.size,
        encoding=source.encoding,
        filename=source.filename,
        event=source.event,
        date=source.date,
        origin=source.origin,
        terms=source.terms,
        confidential=source.confidential,
        viewers=tuple(sorted(seen_by)) if source.confidential else (),
        recording=None if bound is None else bound.recording_id,
    )


def _put_on_record(session: Session, asked: Asked, new: NewSource) -> uuid.UUID:
    person = session.get_one(Person, asked.person_id)
    perform(
        session,
        person,
        Action.ATTACH,
        asked.dispatch_id,
        now=asked.now,
        operation=asked.operation,
        matter=new,
    )
    source = attached_with(session, person, asked.dispatch_id, new.digest)
    if source is None:
        raise Refused("It was attached the first time, and detached again since.")
    return source.id


def _was_done(session: Session, asked: Asked) -> bool:
    """True when this very act was done before; ``perform`` will show its first result."""
    return asked.operation is not None and session.get(Operation, asked.operation) is not None


def _title(filename: str, taken: Taken) -> str:
    """The file's name without its ending, or the first line with something on it."""
    stem = PurePath(filename).stem.replace("_", " ").strip()
    lines = taken.first_words.splitlines()
    first = next((line.strip() for line in lines if line.strip()), "")
    return stem or (first if len(first) <= 80 else first[:79].rsplit(" ", 1)[0] + "…")


def bare_name(filename: str) -> str:
    """The last part of the name, of either kind of path, without what nobody can read."""
    name = filename.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in name if letter.isprintable())[-255:] or "file"
