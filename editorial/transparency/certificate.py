"""The certificate of a published text: all that it takes to check it without us."""

import base64
import json
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.ledger.nodes import range_root
from editorial.ledger.proofs import inclusion
from editorial.ledger.signing import newest_checkpoint
from editorial.ledger.witnesses import quorum, with_cosignatures, witnessed, witnesses
from editorial.models.certification import Certification
from editorial.models.desk import Desk
from editorial.models.log_entry import LogEntry
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.models.setting import setting
from editorial.pipeline.refusal import NotThere

FORMAT = 1


def certificate(session: Session, publication: Publication, revision: Revision) -> dict[str, Any]:
    """The certificate as JSON. Raises NotThere until a checkpoint covers the publication.

    ``text`` is the canonical JSON of all that readers see, ``certified`` the entry that says who
    vouched for it by role, ``entries`` the acts it names: each with the proof that it is in the
    log. Their own words, with names, only where its desk says so; never a reason, a contact or a
    source: those stand in no entry, only commitments to them.
    """
    found = session.get(Certification, publication.id)
    kept = None
    if found is not None:
        kept = witnessed(session, found.sequence) or newest_checkpoint(session)
    if found is None or kept is None or kept.size < found.sequence:
        raise NotThere
    said = json.loads(_entry(session, found.sequence).body)
    with_names = session.get_one(Desk, publication.desk_id).certificate_names
    named = said["details"]["entries"]
    return {
        "editorial_certificate": FORMAT,
        "agency": setting(session, "agency.name"),
        "text": revision.content.decode(),
        "digest": revision.digest,
        "published_at": publication.published_at.isoformat(),
        "certified": _proved(session, found.sequence, kept.size, with_body=True),
        "entries": {
            act: _proved(session, one["entry"], kept.size, with_body=with_names)
            for act, one in named.items()
        },
        "checkpoint": str(with_cosignatures(session, kept)),
        "log_key": kept.key,
        "witnesses": [str(witness.key) for witness in witnesses(session)],
        "quorum": quorum(session),
    }


def certified_publication(session: Session, address: str) -> tuple[Publication, Revision]:
    """What is live at ``address``, with its text. Raises NotThere."""
    row = session.execute(
        select(Publication, Revision)
        .join(Revision, Revision.id == Publication.revision_id)
        .where(Publication.address == address, Publication.current)
    ).one_or_none()
    if row is None or not row[1].intact:
        raise NotThere
    return row[0], row[1]


def _proved(session: Session, sequence: int, size: int, *, with_body: bool) -> dict[str, Any]:
    row = _entry(session, sequence)
    proof = inclusion(sequence - 1, size, partial(range_root, session))
    proved: dict[str, Any] = {
        "entry": sequence,
        "leaf": row.leaf.hex(),
        "proof": [base64.b64encode(one).decode() for one in proof],
    }
    return {**proved, "body": row.body.decode()} if with_body else proved


def _entry(session: Session, sequence: int) -> LogEntry:
    return session.get_one(LogEntry, sequence)
