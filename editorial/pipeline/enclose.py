"""What attaching and detaching a source change."""

from editorial.archive.texts import INDEX_SOURCE
from editorial.models.approval import VoidReason
from editorial.models.source import Source
from editorial.outbox.put import put
from editorial.pipeline.act import Act, as_it_is_now, expect
from editorial.pipeline.matter import NewSource, OldSource
from editorial.pipeline.refusal import Refused
from editorial.pipeline.source_row import logged, put_source


def attach(act: Act) -> None:
    """A source joins the record."""
    new = expect(act, NewSource)
    source = put_source(act.session, act.dispatch.id, new, act.actor.id, act.now)
    put(act.session, INDEX_SOURCE, {}, act.now, dedupe_key=f"{INDEX_SOURCE}:{source.id}")
    _tell_of(act, source)


def detach(act: Act) -> None:
    """A source leaves the record; its file stays."""
    source = as_it_is_now(act, Source, expect(act, OldSource).source_id)
    if source is None or source.dispatch_id != act.dispatch.id:
        raise Refused("There is no such source.")
    if source.detached_at is not None:
        raise Refused("This source was detached already.")
    source.detached_at = act.now
    _tell_of(act, source)


def _tell_of(act: Act, source: Source) -> None:
    details, words = logged(source)
    act.details |= {"source": str(source.id), **details}
    act.words |= words
    act.evidence_changed = True
    act.voids = VoidReason.EVIDENCE
