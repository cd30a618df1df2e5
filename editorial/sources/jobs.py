"""What follows an attached source, and one that never was: the archive's index learns its words,
and what arrived of a file is forgotten."""

import logging
import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from editorial.archive.beside import index_beside
from editorial.archive.fill import fill
from editorial.archive.texts import INDEX_SOURCE, Text, attached_texts
from editorial.models.saving import reading, saving
from editorial.sources.transcribing import TRANSCRIBE, transcribe
from editorial.sources.uploads import DROP_UPLOAD, drop_old
from editorial.vault.beside import vault_beside

log = logging.getLogger("editorial.index")


def index_source(_details: dict[str, Any], _now: datetime) -> None:
    """Index every source that the index lacks: the new one, and whatever was lost.

    Raises Busy while another worker does it; the job comes again.
    """
    session = reading()
    filled = fill(index_beside(session), vault_beside(session), attached)
    for text in filled.unread:
        log.warning("the file %s can't be read, and is not in the index", text.digest)


def attached() -> list[Text]:
    """The texts as they are now, leaving no transaction open while they are read."""
    session = reading()
    session.rollback()
    texts = attached_texts(session)
    session.rollback()
    return texts


def drop_upload(details: dict[str, Any], now: datetime) -> None:
    """Forget a file that nobody went on sending."""
    with saving() as session:
        drop_old(session, uuid.UUID(details["upload"]), now)


JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {
    DROP_UPLOAD: drop_upload,
    INDEX_SOURCE: index_source,
    TRANSCRIBE: transcribe,
}
