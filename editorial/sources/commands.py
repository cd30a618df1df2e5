"""Attaching to the record and taking from it."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath

from sqlalchemy.orm import Session

from editorial.models.operation import Operation
from editorial.models.person import Person
from editorial.models.source import Source, SourceKind, Terms
from editorial.pipeline.matter import NewSource, OldSource
from editorial.pipeline.perform import perform
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources.decode import ENCODINGS, decode
from editorial.sources.queries import attached_with, seen_dispatch, seen_source
from editorial.vault.beside import vault_beside
from editorial.workflow.words import Action

LARGEST_FILE = 20 * 1024 * 1024
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
    """What is said of a source. An empty ``title`` is made of the file's name or first words."""

    kind: SourceKind
    title: str = ""
    event: str = ""
    dated: date | None = None
    origin: str = ""
    terms: Terms = Terms.ON_THE_RECORD


@dataclass(frozen=True, slots=True)
class Attached:
    """``certain`` is False where the encoding is a guess that a person should look at."""

    source_id: uuid.UUID
    title: str
    encoding: str
    certain: bool


def attach_text(session: Session, asked: Asked, text: str, about: About) -> Attached:
    """Attach pasted words. Raises NotThere or Refused."""
    content = text.replace("\r\n", "\n").encode(errors="replace")
    return _attach(session, asked, content, "", about, None)


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
    name = _bare_name(filename)
    try:
        return _attach(session, asked, content, name, about, encoding)
    except NotThere:
        raise
    except Refused as refused:
        raise Refused(*(f"“{name}”: {reason}" for reason in refused.reasons)) from refused


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
    if not _was_done(session, asked):
        decode(vault_beside(session).get(source.digest), encoding)
        why = f"It was read as {ENCODINGS[source.encoding]}; it is {ENCODINGS[encoding]}."
        detach(session, Asked(asked.person_id, asked.dispatch_id, asked.now), source_id, why)
    return _put_on_record(session, asked, replace(_as_given(source), encoding=encoding))


def attach_found(session: Session, asked: Asked, source_id: uuid.UUID) -> str:
    """Put a source of another dispatch on this one's record too, with all that is said of it.

    Returns its title. Raises NotThere unless the asker may see both, or Refused.
    """
    person = session.get_one(Person, asked.person_id)
    seen_dispatch(session, person, asked.dispatch_id)
    found = session.get(Source, source_id)
    if found is None:
        raise NotThere
    seen_dispatch(session, person, found.dispatch_id)
    if not _was_done(session, asked):
        if found.detached_at is not None:
            raise Refused("It has been detached from the other record since.")
        _refuse_a_second(session, asked, found.digest)
    _put_on_record(session, asked, _as_given(found))
    return found.title


def _attach(
    session: Session,
    asked: Asked,
    content: bytes,
    filename: str,
    about: About,
    encoding: str | None,
) -> Attached:
    seen_dispatch(session, session.get_one(Person, asked.person_id), asked.dispatch_id)
    if len(content) > LARGEST_FILE:
        raise Refused("It is larger than 20 MB. Attach the part that the story needs.")
    decoded = decode(content, encoding)
    digest = vault_beside(session).put(content)
    if not _was_done(session, asked):
        _refuse_a_second(session, asked, digest)
    new = NewSource(
        title=(about.title or _title(filename, decoded.text))[:LONGEST_TITLE],
        kind=about.kind,
        digest=digest,
        size=len(content),
        encoding=decoded.encoding,
        filename=filename,
        event=about.event,
        date=about.dated,
        origin=about.origin,
        terms=about.terms,
    )
    source_id = _put_on_record(session, asked, new)
    return Attached(source_id, new.title, decoded.encoding, decoded.certain)


def _refuse_a_second(session: Session, asked: Asked, digest: str) -> None:
    there = attached_with(session, asked.dispatch_id, digest)
    if there is not None:
        raise Refused(f"It is on the record of this dispatch already, as “{there.title}”.")


def _as_given(source: Source) -> NewSource:
    """The same file with the same said of it."""
    return NewSource(
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
    )


def _put_on_record(session: Session, asked: Asked, new: NewSource) -> uuid.UUID:
    perform(
        session,
        session.get_one(Person, asked.person_id),
        Action.ATTACH,
        asked.dispatch_id,
        now=asked.now,
        operation=asked.operation,
        matter=new,
    )
    source = attached_with(session, asked.dispatch_id, new.digest)
    if source is None:
        raise Refused("It was attached the first time, and detached again since.")
    return source.id


def _was_done(session: Session, asked: Asked) -> bool:
    """True when this very act was done before; ``perform`` will show its first result."""
    return asked.operation is not None and session.get(Operation, asked.operation) is not None


def _title(filename: str, text: str) -> str:
    """The file's name without its ending, or the first line with something on it."""
    stem = PurePath(filename).stem.replace("_", " ").strip()
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return stem or (first if len(first) <= 80 else first[:79].rsplit(" ", 1)[0] + "…")


def _bare_name(filename: str) -> str:
    """The last part of the name, of either kind of path, without what nobody can read."""
    name = filename.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in name if letter.isprintable())[-255:] or "file"
