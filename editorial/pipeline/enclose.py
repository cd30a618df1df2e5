"""What attaching and detaching a source change."""

import uuid

from editorial.archive.texts import INDEX_SOURCE
from editorial.models.approval import VoidReason
from editorial.models.source import Source
from editorial.outbox.put import put
from editorial.pipeline.act import Act, as_it_is_now, expect
from editorial.pipeline.matter import NewSource, OldSource
from editorial.pipeline.refusal import Refused


def attach(act: Act) -> None:
    """A source joins the record."""
    new = expect(act, NewSource)
    source_id = uuid.uuid4()
    act.session.add(
        Source(
            id=source_id,
            dispatch_id=act.dispatch.id,
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
            added_at=act.now,
            added_by=act.actor.id,
        )
    )
    put(act.session, INDEX_SOURCE, {}, act.now, dedupe_key=f"{INDEX_SOURCE}:{source_id}")
    act.details |= {"kind": new.kind.value, "terms": new.terms.value, "digest": new.digest}
    act.words["source"] = new.title
    act.evidence_changed = True
    act.voids = VoidReason.EVIDENCE


def detach(act: Act) -> None:
    """A source leaves the record; its file stays."""
    source = as_it_is_now(act, Source, expect(act, OldSource).source_id)
    if source is None or source.dispatch_id != act.dispatch.id:
        raise Refused("There is no such source.")
    if source.detached_at is not None:
        raise Refused("This source was detached already.")
    source.detached_at = act.now
    act.details["digest"] = source.digest
    act.words["source"] = source.title
    act.evidence_changed = True
    act.voids = VoidReason.EVIDENCE
