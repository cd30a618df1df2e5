"""Putting a source on a record: its row, who may see it, which recording it writes down."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from editorial.models.person import Person
from editorial.models.source import Source
from editorial.models.source_viewer import SourceViewer
from editorial.models.transcript_of import TranscriptOf
from editorial.pipeline.matter import NewSource
from editorial.pipeline.refusal import Refused


def put_source(
    session: Session, dispatch_id: uuid.UUID, new: NewSource, by: uuid.UUID, now: datetime
) -> Source:
    """Add the row and those that belong to it. Raises Refused."""
    source = Source(
        id=uuid.uuid4(),
        dispatch_id=dispatch_id,
        title=new.title,
        kind=new.kind,
        event=new.event,
        date=new.date,
        origin=new.origin,
        terms=new.terms,
        filename=new.filename,
        digest=new.digest,
        size=new.size,
        encoding=new.encoding,
        medium=new.medium,
        media_type=new.media_type,
        text_digest=new.text_digest,
        places_digest=new.places_digest,
        view_digest=new.view_digest,
        confidential=new.confidential,
        added_at=now,
        added_by=by,
    )
    session.add(source)
    session.flush()
    if new.recording is not None:
        _bind(session, source, new.recording)
    for person_id in new.viewers if new.confidential else ():
        if session.get(Person, person_id) is None:
            raise Refused("There is no such person to see it.")
        session.add(
            SourceViewer(source_id=source.id, person_id=person_id, named_at=now, named_by=by)
        )
    session.flush()
    return source


def logged(new: NewSource | Source) -> tuple[dict[str, Any], dict[str, str]]:
    """What the log says of it for good, and what it keeps as a commitment: a confidential file's
    digest too, as whoever has the file could find it by that."""
    details: dict[str, Any] = {"kind": new.kind.value, "terms": new.terms.value}
    words = {"source": new.title}
    if new.confidential:
        words["digest"] = new.digest
    else:
        details["digest"] = new.digest
    return details, words


def _bind(session: Session, source: Source, recording_id: uuid.UUID) -> None:
    recording = session.get(Source, recording_id)
    if recording is None or recording.dispatch_id != source.dispatch_id or not recording.plays:
        raise Refused("Choose a recording of this dispatch that it writes down.")
    session.add(TranscriptOf(source_id=source.id, recording_id=recording_id))
