"""The attacks on the log, each done to the real database by SQL, and what catches it.

Whoever does them owns the database: its triggers are taken away first. Some also hold the key.
"""

import uuid
from pathlib import Path

import pytest
from sqlalchemy import select

from editorial.admin.commands.gates import switch_gates
from editorial.ledger.checkpoint import Checkpoint, sign_checkpoint
from editorial.ledger.cosignature import cosigned
from editorial.ledger.key_file import key_file_beside
from editorial.ledger.note import Note, parse_note
from editorial.ledger.publications import check_publications
from editorial.ledger.signing import CanNotSign, make_checkpoint, newest_checkpoint
from editorial.ledger.tables import check_dispatches
from editorial.ledger.verify import verify
from editorial.ledger.witnesses import witnesses
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.saving import saving
from editorial.pipeline.matter import AtGate
from editorial.transparency.asking import NotCosigned, ask_to_cosign, what_it_saw
from editorial.transparency.jobs import cosign
from editorial.workflow.gates import Switch, When
from editorial.workflow.words import Action, Gate, Role
from tests.db.ledger.agency import Agency, cut, rewrite, sign_again
from tests.db.ledger.test_verify import literal, without_guards
from tests.newsroom import Newsroom
from tests.witnessing import asked, watches, work


def test_an_untouched_log_holds_against_everything_that_left_the_house(agency: Agency) -> None:
    outcome = agency.audited(agency.receipt, agency.seen())
    assert outcome.fault is None
    assert outcome.checkpoints == 1
    entries = outcome.verified.entries
    assert [(one.name, one.size) for one in outcome.compared] == [
        ("a reader's mail", entries),
        ("the witness", entries),
    ]


def test_an_entry_edited_is_caught_by_hashing_again(agency: Agency) -> None:
    body = agency.room.read().get_one(LogEntry, 7).body
    changed = body.replace(b"Ana Peng", b"Tom Roe!")
    assert changed != body
    without_guards(
        agency.room, f"UPDATE log_entry SET body = {literal(changed)} WHERE sequence = 7"
    )
    fault = agency.fault()
    assert fault is not None
    assert fault.sequence == 7
    assert "its stored text was changed" in fault.sentence


@pytest.mark.parametrize("kept", ["a checkpoint", "a receipt", "a witness"])
def test_an_entry_and_all_hashes_recomputed_is_caught_by_what_was_kept(
    agency: Agency, kept: str
) -> None:
    """The entries alone can't show it: their hashes are right and their account is possible."""
    seen = agency.seen()
    rewrite(agency, "claim", {"saw": {"everything": "as it should be"}})
    if kept != "a checkpoint":
        without_guards(agency.room, "DELETE FROM cosignature", "DELETE FROM checkpoint")
    receipts = {"a checkpoint": [], "a receipt": [agency.receipt], "a witness": [seen]}[kept]
    fault = agency.fault(*receipts)
    assert fault is not None
    assert "history was rewritten" in fault.sentence


def test_a_forged_list_of_gates_is_caught_by_the_settings_and_requests_in_the_log(
    agency: Agency,
) -> None:
    """The approval and the publication name no gate, and what legal passed became another's."""
    room = agency.room
    people = {role: room.person(f"A {role}", role) for role in Role}
    legal = AtGate(Gate.LEGAL)
    with saving() as session:
        administrator = session.get_one(Person, people[Role.ADMINISTRATOR].id)
        always = {Gate.LEGAL: Switch(When.ALWAYS)}
        switch_gates(session, administrator, room.desk(), always, room.time)
    dispatch = room.dispatch(people[Role.CORRESPONDENT], "Nothing was said.")
    room.act(people[Role.CORRESPONDENT], Action.FILE, dispatch)
    room.act(people[Role.EDITOR], Action.CLAIM, dispatch)
    room.act(people[Role.LEGAL], Action.PASS_GATE, dispatch, matter=legal)
    room.act(people[Role.EDITOR], Action.APPROVE, dispatch)
    room.act(people[Role.PUBLISHER], Action.PUBLISH, dispatch)
    assert agency.fault() is None
    for action in ("approve", "publish"):
        rewrite(agency, action, {"saw": {"gates": ["quotes"]}}, dispatch)
    assert agency.fault() is None, "it is true that legal passed it"
    rewrite(agency, "pass_gate", {"details": {"gate": "second_editor"}}, dispatch)
    fault = agency.fault()
    assert fault is not None
    assert "nobody passed the gate “legal”" in fault.sentence


@pytest.mark.parametrize("kept", ["a receipt", "a witness"])
def test_the_tail_deleted_with_its_checkpoints_is_caught_outside(agency: Agency, kept: str) -> None:
    seen = agency.seen()
    cut(agency, 6)
    assert verify(agency.room.read()).fault is None, "the entries alone can't know"
    fault = agency.fault(agency.receipt if kept == "a receipt" else seen)
    assert fault is not None
    assert fault.sequence == 6
    assert "its end was deleted" in fault.sentence


@pytest.mark.parametrize("kept", ["a receipt", "a witness"])
def test_history_signed_again_with_the_stolen_key_is_caught_outside(
    agency: Agency, kept: str
) -> None:
    seen = agency.seen()
    rewrite(agency, "claim", {"saw": {"everything": "as it should be"}})
    sign_again(agency)
    assert agency.fault() is None, "its own signature is right"
    fault = agency.fault(agency.receipt if kept == "a receipt" else seen)
    assert fault is not None
    assert "history was rewritten" in fault.sentence


def test_a_witness_does_not_cosign_the_history_that_was_signed_again(agency: Agency) -> None:
    rewrite(agency, "claim", {"saw": {"everything": "as it should be"}})
    sign_again(agency)
    with pytest.raises(NotCosigned, match="another root"):
        cosign({"witness": str(agency.watches[0].key)}, agency.room.time)


def test_an_old_backup_restored_is_caught_outside_and_never_signed(agency: Agency) -> None:
    seen = agency.seen()
    cut(agency, 6)
    agency.room.person("Nia Holt", Role.EDITOR)
    other = agency.room.person("Omar Dale", Role.CORRESPONDENT)
    second = agency.room.dispatch(other, "It went on raining.")
    for _ in range(4):
        agency.room.attach(second, other, f"MINISTER AKAN:  {uuid.uuid4()}.")
    for receipt in (agency.receipt, seen):
        fault = agency.fault(receipt)
        assert fault is not None
        assert "history was rewritten" in fault.sentence or "old backup" in fault.sentence
    with pytest.raises(CanNotSign, match="old backup was restored"), saving() as session:
        make_checkpoint(session, key_file_beside(session), agency.room.time)


def test_two_auditors_are_never_both_shown_a_quorum(newsroom: Newsroom, tmp_path: Path) -> None:
    """Four witnesses, three must agree: 2·3 − 4 > 1, so one dishonest witness helps nobody."""
    with watches(newsroom, tmp_path, 4) as found:
        asked(newsroom, found, quorum=3)
        newsroom.later(minutes=10)
        work(newsroom)
        session = newsroom.read()
        keys = key_file_beside(session)
        key, kept = keys.load(), newest_checkpoint(session)
        assert key is not None
        assert kept is not None
        forged = sign_checkpoint(Checkpoint(key.name, kept.size, b"\x05" * 32), key)
        # The dishonest one forgets what it saw; the others were shown the true log.
        dishonest = found[0]
        with dishonest.witness._store() as store:
            store.execute("DELETE FROM checkpoint")
        lines = []
        for watch, asked_ in zip(found, witnesses(session), strict=True):
            try:
                lines.append(ask_to_cosign(asked_, forged, 0, [])[0])
            except NotCosigned:
                assert watch is not dishonest
        public = [watch.key for watch in found]
        assert len(cosigned(Note(forged.text, tuple(lines)), public)) == 1
        true = parse_note(what_it_saw(found[1].url, key.name))
        assert true.text == parse_note(kept.note).text


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE revision SET content = {blob}", "was changed after it was frozen"),
        ("UPDATE publication SET headline = 'Something else'", "another headline"),
        ("UPDATE publication SET summary = 'Something else'", "another summary"),
        ("UPDATE publication SET current = {no}", "does not show the text"),
        ("UPDATE dispatch SET live_revision_id = NULL", "does not show the text"),
        ("UPDATE dispatch SET live = 'revision' WHERE state = 'draft'", "no entry published it"),
        ("UPDATE dispatch SET live = 'nothing', live_revision_id = NULL", "shows readers nothing"),
        ("UPDATE publication SET address = 'elsewhere'", "an address that no entry published"),
        ("UPDATE publication SET published_at = '2020-01-01 00:00:00'", "a time or an address"),
        ("UPDATE publication SET first_published_at = '2020-01-01 00:00:00'", "published first at"),
        ("UPDATE publication SET ordinal = 2", "stands in no entry"),
    ],
)
def test_an_article_changed_or_published_without_an_entry_is_caught(
    agency: Agency, statement: str, words: str
) -> None:
    agency.room.dispatch(agency.room.person("Omar Dale", Role.CORRESPONDENT), "A draft.")
    sqlite = agency.room.read().get_bind().dialect.name == "sqlite"
    no = "0" if sqlite else "false"
    without_guards(agency.room, statement.format(blob=literal(b"{}"), no=no))
    fault = agency.fault()
    assert fault is not None
    assert words in fault.sentence


def test_a_version_that_no_entry_published_is_caught(agency: Agency) -> None:
    """Readers find earlier versions under the story; a row more is one of them."""
    with saving() as session:
        true = session.scalars(select(Publication)).one()
        copied = {column.name: getattr(true, column.name) for column in Publication.__table__.c}
        session.add(Publication(**{**copied, "id": uuid.uuid4(), "ordinal": 2, "current": False}))
    fault = agency.fault()
    assert fault is not None
    assert "version 2, stands in no entry" in fault.sentence


def test_a_version_and_a_dispatch_that_are_gone_are_caught(agency: Agency) -> None:
    session = agency.room.read()
    account, gone = verify(session).account, str(uuid.uuid4())
    account.published[gone] = account.published[str(agency.dispatch)]
    assert f"{gone} lacks a version" in str(check_publications(session, account))
    account.states[gone] = "done"
    assert f"{gone}, of which the log tells, is missing" in str(check_dispatches(session, account))


def test_a_withheld_cosignature_is_caught_by_freshness(agency: Agency) -> None:
    agency.watches[0].stop()
    other = agency.room.person("Omar Dale", Role.EDITOR, Role.PUBLISHER)
    agency.room.publish(other, "It went on raining.")
    work(agency.room)
    assert agency.fault() is None, "within the hour a witness may be out of reach"
    agency.room.later(minutes=61)
    fault = agency.fault()
    assert fault is not None
    assert "Fewer than 1 of 1 witnesses have cosigned" in fault.sentence


def test_a_checkpoint_withheld_from_everyone_is_caught_by_freshness(agency: Agency) -> None:
    other = agency.room.person("Omar Dale", Role.EDITOR)
    agency.room.dispatch(other, "It went on raining.")
    agency.room.publish(other, "It rained all night.")
    agency.room.later(minutes=21)
    fault = agency.fault()
    assert fault is not None
    assert "No checkpoint was signed" in fault.sentence
