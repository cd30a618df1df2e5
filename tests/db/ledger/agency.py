"""A newsroom that published one text, and what is done to it by someone who owns its database."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select, text

from editorial.document.canonical import canonical
from editorial.ledger.audit import Audited, audit
from editorial.ledger.checkpoint import Checkpoint, sign_checkpoint
from editorial.ledger.fault import Fault
from editorial.ledger.key_file import key_file_beside
from editorial.ledger.receipt import Receipt
from editorial.ledger.signing import newest_checkpoint
from editorial.ledger.tree import leaf_hash, push, root
from editorial.models.log_entry import LogEntry
from editorial.models.saving import reading, saving
from editorial.transparency.asking import what_it_saw
from editorial.workflow.words import Action, Role
from tests.db.ledger.test_verify import RECORD, STORY, literal, without_guards
from tests.newsroom import Newsroom
from tests.witnessing import Watch, asked, watches, work


@dataclass
class Agency:
    """A newsroom that published one text, with what left the house of it."""

    room: Newsroom
    dispatch: uuid.UUID
    watches: list[Watch]
    receipt: Receipt

    def audited(self, *receipts: Receipt) -> Audited:
        """What the command finds, with the key file of the house."""
        session = self.room.read()
        own = key_file_beside(session).load()
        assert own is not None
        return audit(session, [own.verifier], receipts, self.room.time)

    def fault(self, *receipts: Receipt) -> Fault | None:
        """Its first fault."""
        return self.audited(*receipts).fault

    def seen(self) -> Receipt:
        """What the first witness saw."""
        watch = self.watches[0]
        return Receipt("the witness", what_it_saw(watch.url, "localhost/log"), watch.key)


@contextmanager
def agency_of(newsroom: Newsroom, folder: Path) -> Iterator[Agency]:
    """An agency whose one witness answers until the end."""
    with watches(newsroom, folder, 1) as found:
        asked(newsroom, found, quorum=1)
        author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
        editor = newsroom.person("Ana Peng", Role.EDITOR, Role.PUBLISHER)
        dispatch = newsroom.dispatch(author, STORY)
        newsroom.attach(dispatch, author, RECORD)
        newsroom.act(author, Action.FILE, dispatch)
        newsroom.act(editor, Action.CLAIM, dispatch)
        newsroom.act(editor, Action.APPROVE, dispatch)
        newsroom.act(editor, Action.PUBLISH, dispatch)
        work(newsroom)
        kept = newest_checkpoint(newsroom.read())
        assert kept is not None
        yield Agency(newsroom, dispatch, found, Receipt("a reader's mail", kept.note))


def rewrite(
    agency: Agency, action: str, change: dict[str, object], dispatch: uuid.UUID | None = None
) -> None:
    """Change what the entry of ``action`` (of that dispatch, or of any) says and compute every hash
    after it again."""
    rows = agency.room.read().scalars(select(LogEntry).order_by(LogEntry.sequence)).all()
    statements, peaks = [], b""
    for size, row in enumerate(rows):
        body = row.body
        if row.action == action and dispatch in (None, row.dispatch_id):
            body = canonical({**json.loads(body), **change})
        leaf = leaf_hash(body)
        peaks = push(peaks, size, leaf)
        statements.append(
            f"UPDATE log_entry SET body = {literal(body)}, leaf = {literal(leaf)}, "
            f"root = {literal(root(peaks))} WHERE sequence = {row.sequence}"
        )
    head = f"UPDATE log_head SET root = {literal(root(peaks))}, peaks = {literal(peaks)}"
    without_guards(agency.room, *statements, head, "DELETE FROM log_node")


def cut(agency: Agency, left: int) -> None:
    """Delete the log's tail after ``left`` entries, checkpoints and all that points to it."""
    rows = agency.room.read().scalars(select(LogEntry).order_by(LogEntry.sequence)).all()
    peaks = b""
    for size, row in enumerate(rows[:left]):
        peaks = push(peaks, size, row.leaf)
    without_guards(
        agency.room,
        "DELETE FROM certification",
        f"DELETE FROM cosignature WHERE size > {left}",
        f"DELETE FROM checkpoint WHERE size > {left}",
        f"DELETE FROM log_words WHERE sequence > {left}",
        f"DELETE FROM log_entry WHERE sequence > {left}",
        f"UPDATE log_head SET size = {left}, root = {literal(root(peaks))}, "
        f"peaks = {literal(peaks)}",
        "DELETE FROM publication_byline",
        "DELETE FROM publication_keyword",
        "DELETE FROM publication_text",
        "DELETE FROM publication",
        "DELETE FROM approval",
        "UPDATE dispatch SET state = 'in_review', live = 'nothing', live_revision_id = NULL",
    )


def sign_again(agency: Agency) -> None:
    """What a thief of the key does: forget what was signed and sign what stands there now."""
    keys = key_file_beside(reading())
    (keys.path.parent / "log-key.last").unlink(missing_ok=True)
    without_guards(
        agency.room,
        "DELETE FROM cosignature",
        "DELETE FROM checkpoint",
        "DELETE FROM log_node",
    )
    agency.room.read()
    with saving() as session:
        key = keys.load()
        head = session.execute(text("SELECT size, root FROM log_head")).one()
        assert key is not None
        note = sign_checkpoint(Checkpoint(key.name, head.size, bytes(head.root)), key)
        session.execute(
            text("INSERT INTO checkpoint VALUES (:size, :origin, :root, :key, :note, :at)"),
            {
                "size": head.size,
                "origin": key.name,
                "root": head.root,
                "key": str(key.verifier),
                "note": str(note),
                "at": agency.room.time.replace(tzinfo=None)
                if session.get_bind().dialect.name == "sqlite"
                else agency.room.time,
            },
        )
