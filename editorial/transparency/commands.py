"""What keeps the log provable: its key, its witnesses and what they cosign."""

from datetime import datetime
from typing import Any

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from editorial.ledger.account import BEGIN_KEY, ROTATE_KEY
from editorial.ledger.head import locked_head
from editorial.ledger.key_file import KeyFile
from editorial.ledger.note import SignerKey, VerifierKey, parse_verifier
from editorial.ledger.signing import key_in_force
from editorial.ledger.witnesses import QUORUM, WITNESSES
from editorial.models.cosignature import Cosignature
from editorial.models.setting import Setting, setting
from editorial.pipeline.record import record
from editorial.pipeline.refusal import Refused


def begin_key(session: Session, keys: KeyFile, now: datetime) -> None:
    """Make the log's first key and say so in the log; nothing once it has one."""
    locked_head(session)
    if key_in_force(session) is not None:
        return
    key = keys.load()
    if key is None:
        key = keys.make()
        keys.keep(key)
    record(session, None, BEGIN_KEY, now, details={"key": str(key.verifier)})


def rotate_key(session: Session, keys: KeyFile, now: datetime, origin: str | None) -> SignerKey:
    """Name a new key in the log and return it; put it into its file once this is committed.

    Another ``origin`` begins a new identity, for a log whose end is lost for good.
    """
    locked_head(session)
    before = key_in_force(session)
    if before is None:
        raise Refused("The log has no key yet; it makes its first one by itself.")
    key = keys.make(origin or parse_verifier(before).name)
    record(session, None, ROTATE_KEY, now, details={"before": before, "key": str(key.verifier)})
    return key


def keep_cosignature(
    session: Session, size: int, witness: VerifierKey, line: str, at: datetime
) -> None:
    """Keep what a witness put under the checkpoint; the first one stays."""
    insert = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgresql_insert
    session.execute(
        insert(Cosignature)
        .values(size=size, witness=str(witness), line=line, cosigned_at=at)
        .on_conflict_do_nothing(index_elements=["size", "witness"])
    )


def add_witness(session: Session, url: str, key: VerifierKey, now: datetime) -> None:
    """Ask this witness from now on. Raises Refused when it is asked already."""
    before = list(setting(session, WITNESSES))
    if any(one["key"] == str(key) for one in before):
        raise Refused("This witness is asked already.")
    _change(session, WITNESSES, before, [*before, {"url": url.rstrip("/"), "key": str(key)}], now)


def drop_witness(session: Session, name: str, now: datetime) -> None:
    """Ask this witness no more. Raises Refused when the quorum would not be left."""
    before = list(setting(session, WITNESSES))
    after = [one for one in before if parse_verifier(one["key"]).name != name]
    if after == before:
        raise Refused("There is no such witness.")
    if len(after) < setting(session, QUORUM):
        raise Refused("The quorum would be more than all witnesses; lower it first.")
    _change(session, WITNESSES, before, after, now)


def set_quorum(session: Session, wanted: int, now: datetime) -> None:
    """How many witnesses must cosign. Raises Refused for more than there are."""
    known = len(setting(session, WITNESSES))
    if not 0 <= wanted <= known:
        raise Refused(f"Name a number from 0 to {known}: so many witnesses are asked.")
    _change(session, QUORUM, setting(session, QUORUM), wanted, now)


def _change(session: Session, key: str, before: Any, after: Any, now: datetime) -> None:
    session.merge(Setting(key=key, value=after))
    details = {"key": key, "before": before, "after": after}
    record(session, None, "change_setting", now, details=details)
