"""Checkpoints and cosignatures as the worker makes them, on both databases."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from editorial.ledger.audit import audit
from editorial.ledger.checkpoint import read_checkpoint
from editorial.ledger.cosignature import cosign as cosign_note
from editorial.ledger.cosignature import cosigned
from editorial.ledger.freshness import too_late
from editorial.ledger.key_file import key_file_beside
from editorial.ledger.note import (
    WITNESS_KEY,
    Signature,
    new_signer,
    parse_note,
    parse_verifier,
)
from editorial.ledger.signing import CanNotSign, key_in_force, make_checkpoint, newest_checkpoint
from editorial.ledger.verify import verify
from editorial.ledger.witnesses import with_cosignatures, witnessed
from editorial.models.checkpoint import KeptCheckpoint
from editorial.models.cosignature import Cosignature
from editorial.models.job import Job
from editorial.models.log_entry import LogEntry, LogHead
from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import Refused
from editorial.transparency import commands
from editorial.transparency.jobs import COSIGN, checkpoint, cosign
from editorial.workflow.words import Action, Live, Role
from tests.newsroom import Newsroom
from tests.witnessing import asked, log_key, watches, work


def actions(room: Newsroom) -> list[str]:
    session = room.read()
    return list(session.scalars(select(LogEntry.action).order_by(LogEntry.sequence)))


def checkpoints(room: Newsroom) -> list[int]:
    return list(room.read().scalars(select(KeptCheckpoint.size).order_by(KeptCheckpoint.size)))


def test_an_approval_is_signed_at_once_and_a_publication_certified(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR, Role.PUBLISHER)
    dispatch = newsroom.dispatch(author)
    newsroom.act(author, Action.FILE, dispatch)
    newsroom.act(editor, Action.CLAIM, dispatch)
    newsroom.act(editor, Action.APPROVE, dispatch)
    work(newsroom)
    newsroom.act(editor, Action.PUBLISH, dispatch)
    work(newsroom)
    assert actions(newsroom)[2:] == ["approve", "begin_log_key", "publish", "certify"]
    assert checkpoints(newsroom) == [4, 6]
    assert verify(newsroom.read()).fault is None


def test_anything_else_is_signed_within_ten_minutes(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    newsroom.act(author, Action.FILE, newsroom.dispatch(author))
    newsroom.act(author, Action.FILE, newsroom.dispatch(author, "It went on raining."))
    work(newsroom)
    assert checkpoints(newsroom) == []
    newsroom.later(minutes=10)
    work(newsroom)
    assert checkpoints(newsroom) == [3]
    newsroom.later(minutes=60)
    work(newsroom)
    assert checkpoints(newsroom) == [3], "nothing was added, nothing is signed"


def test_the_key_lies_in_a_file_of_its_owner_and_nowhere_in_the_database(
    newsroom: Newsroom,
) -> None:
    log_key(newsroom)
    checkpoint({}, newsroom.time)
    keys = key_file_beside(newsroom.read())
    key = keys.load()
    assert key is not None
    assert stat.S_IMODE(keys.path.stat().st_mode) == 0o600
    # The secret is base64 and may hold a plus itself.
    secret = key.private_text().split(f"+{key.verifier.id.hex()}+")[1]
    bodies = newsroom.read().scalars(select(LogEntry.body))
    assert not any(secret.encode() in body for body in bodies)
    note = newsroom.read().scalars(select(KeptCheckpoint.note)).one()
    assert secret not in note
    assert read_checkpoint(note)[1].verified_by(key.verifier)


@pytest.mark.parametrize("table", ["checkpoint", "cosignature"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET size = 9", "DELETE FROM {}"])
def test_the_database_refuses_to_rewrite_what_was_signed(
    newsroom: Newsroom, tmp_path: Path, table: str, statement: str
) -> None:
    with watches(newsroom, tmp_path, 1) as found:
        asked(newsroom, found, quorum=1)
        checkpoint({}, newsroom.time)
        work(newsroom)
    with pytest.raises(DBAPIError, match="rewritten"), saving() as session:
        session.execute(text(statement.format(table)))


def test_witnesses_cosign_as_the_log_grows(newsroom: Newsroom, tmp_path: Path) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    with watches(newsroom, tmp_path, 3) as found:
        asked(newsroom, found, quorum=2)
        newsroom.publish(author)
        work(newsroom)
        newsroom.publish(author, "It went on raining.")
        work(newsroom)
        session = newsroom.read()
        kept = witnessed(session)
        assert kept is not None
        assert kept.size == session.get_one(LogHead, 1).size
        note = with_cosignatures(session, kept)
        assert len(cosigned(note, [watch.key for watch in found])) == 3


def test_a_witness_that_knows_more_than_we_remember_is_met_where_it_is(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    with watches(newsroom, tmp_path, 1) as found:
        asked(newsroom, found, quorum=1)
        checkpoint({}, newsroom.time)
        first = newest_checkpoint(newsroom.read())
        assert first is not None
        size = first.size
        # It answered, and the answer was lost on its way.
        found[0].witness.add_checkpoint(f"old 0\n\n{first.note}".encode())
        newsroom.publish(newsroom.person("Mira Sol", Role.CORRESPONDENT))
        work(newsroom)
        kept = witnessed(newsroom.read())
        assert kept is not None
        assert kept.size > size


def test_a_witness_out_of_reach_keeps_nobody_from_publishing_and_alarms_after_an_hour(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    with watches(newsroom, tmp_path, 1) as found:
        asked(newsroom, found, quorum=1)
    dispatch = newsroom.publish(newsroom.person("Mira Sol", Role.CORRESPONDENT))
    work(newsroom)
    assert newsroom.get(dispatch).live is Live.REVISION
    session = newsroom.read()
    job = session.scalars(select(Job).where(Job.name == COSIGN)).one()
    assert job.last_error
    assert job.done_at is None
    assert too_late(session, newsroom.time) is None
    newsroom.later(minutes=59)
    assert too_late(session, newsroom.time) is None
    newsroom.later(minutes=2)
    assert "Fewer than 1 of 1 witnesses" in str(too_late(session, newsroom.time))


@pytest.mark.parametrize("line", [str, lambda _forged: "anything at all"])
def test_a_false_cosignature_in_the_table_makes_no_quorum(
    newsroom: Newsroom, tmp_path: Path, line: Callable[[Signature], str]
) -> None:
    with watches(newsroom, tmp_path, 1) as found:
        asked(newsroom, found, quorum=1)
    checkpoint({}, newsroom.time)
    kept = newest_checkpoint(newsroom.read())
    assert kept is not None
    forged = cosign_note(parse_note(kept.note), new_signer(found[0].key.name, WITNESS_KEY), 1)
    forged = Signature(forged.name, found[0].key.id, forged.blob)
    with saving() as session:
        commands.keep_cosignature(session, kept.size, found[0].key, line(forged), newsroom.time)
    assert newsroom.read().scalar(select(func.count()).select_from(Cosignature)) == 1
    assert witnessed(newsroom.read()) is None


def test_rotation_is_an_entry_and_the_log_holds_across_it(newsroom: Newsroom) -> None:
    log_key(newsroom)
    checkpoint({}, newsroom.time)
    keys = key_file_beside(reading())
    before = keys.load()
    with saving() as session:
        new = commands.rotate_key(session, keys, newsroom.time, None)
    with pytest.raises(CanNotSign, match="does not hold the key"), saving() as session:
        make_checkpoint(session, keys, newsroom.time)
    keys.keep(new)
    checkpoint({}, newsroom.time)
    session = newsroom.read()
    assert key_in_force(session) == str(new.verifier)
    assert checkpoints(newsroom) == [1, 2]
    assert before is not None
    assert audit(session, [new.verifier], [], newsroom.time).fault is None
    fault = audit(session, [before.verifier], [], newsroom.time).fault
    assert fault is not None
    assert "not pinned" in fault.sentence
    assert parse_verifier(str(new.verifier)).name == before.name


def test_a_key_that_was_lost_or_exchanged_signs_nothing(newsroom: Newsroom) -> None:
    log_key(newsroom)
    keys = key_file_beside(reading())
    keys.keep(keys.make())
    with pytest.raises(CanNotSign, match="does not hold the key"):
        checkpoint({}, newsroom.time)


def test_a_quorum_is_of_the_witnesses_there_are(newsroom: Newsroom, tmp_path: Path) -> None:
    with watches(newsroom, tmp_path, 2) as found:
        asked(newsroom, found, quorum=2)
    with pytest.raises(Refused), saving() as session:
        commands.set_quorum(session, 3, newsroom.time)
    with pytest.raises(Refused), saving() as session:
        commands.drop_witness(session, found[0].key.name, newsroom.time)
    with pytest.raises(Refused), saving() as session:
        commands.add_witness(session, found[0].url, found[0].key, newsroom.time)
    with saving() as session:
        commands.set_quorum(session, 1, newsroom.time)
        commands.drop_witness(session, found[0].key.name, newsroom.time)
    cosign({"witness": str(found[0].key)}, newsroom.time)
