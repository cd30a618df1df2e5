"""What an auditor brings from outside (keys, witnesses, receipts), and how it is led astray."""

import pytest

from editorial.ledger.account import ROTATE_KEY
from editorial.ledger.audit import audit
from editorial.ledger.checkpoint import Checkpoint, sign_checkpoint
from editorial.ledger.key_file import key_file_beside
from editorial.ledger.note import WITNESS_KEY, new_signer
from editorial.ledger.receipt import Receipt
from editorial.ledger.tree import EMPTY_ROOT
from editorial.models.saving import reading, saving
from editorial.pipeline.record import record
from editorial.workflow.words import Role
from tests.db.ledger.agency import Agency, cut, rewrite, sign_again
from tests.db.ledger.test_verify import without_guards
from tests.newsroom import Newsroom


def test_a_log_that_names_a_pinned_key_which_never_signed_it_is_caught(agency: Agency) -> None:
    """The owner's own key signs a new history; the last entry says that the pinned one follows."""
    keys = key_file_beside(reading())
    pinned, own = keys.load(), keys.make("localhost/log")
    assert pinned is not None
    rewrite(agency, "begin_log_key", {"details": {"key": str(own.verifier)}})
    keys.keep(own)
    sign_again(agency)
    agency.room.read()
    following = {"before": str(own.verifier), "key": str(pinned.verifier)}
    with saving() as session:
        record(session, None, ROTATE_KEY, agency.room.time, details=following)
    fault = audit(agency.room.read(), [pinned.verifier], [], agency.room.time).fault
    assert fault is not None
    assert "is not signed with a pinned key" in fault.sentence


def test_a_log_without_a_key_is_no_log_of_the_pinned_key(newsroom: Newsroom) -> None:
    newsroom.dispatch(newsroom.person("Mira Sol", Role.CORRESPONDENT))
    session = newsroom.read()
    pinned = key_file_beside(session).make().verifier
    assert audit(session, [], [], newsroom.time).fault is None
    assert "no entry names one" in str(audit(session, [pinned], [], newsroom.time).fault)


def test_a_log_without_its_checkpoints_is_vouched_for_by_no_key(agency: Agency) -> None:
    cut(agency, 6)
    assert "No checkpoint is kept" in str(agency.fault())


def test_an_entry_of_the_future_is_caught_as_it_would_never_be_late(agency: Agency) -> None:
    at = agency.room.time.replace(year=2031)
    with saving() as session:
        record(session, None, "order_desks", at, details={})
    fault = agency.fault()
    assert fault is not None
    assert fault.sequence == agency.audited().verified.entries
    assert "still to come" in fault.sentence


@pytest.mark.parametrize(
    ("key", "value"), [("log.quorum", "0"), ("log.witnesses", "[]"), ("log.quorum", None)]
)
def test_witnesses_and_quorum_changed_without_an_entry_are_caught(
    agency: Agency, key: str, value: str | None
) -> None:
    row = f"UPDATE setting SET value = '{value}'" if value else "DELETE FROM setting"
    without_guards(agency.room, f"{row} WHERE key = '{key}'")
    fault = agency.fault()
    assert fault is not None
    assert f"“{key}” is not what the entries left it at" in fault.sentence


def test_a_witness_is_believed_only_under_its_own_key(agency: Agency) -> None:
    another = new_signer(agency.watches[0].key.name, WITNESS_KEY).verifier
    fault = agency.fault(Receipt("the witness", agency.receipt.note, another))
    assert fault is not None
    assert "is not cosigned with the key" in fault.sentence


def test_an_old_answer_of_a_witness_is_known_by_its_time(agency: Agency) -> None:
    seen = agency.seen()
    agency.room.later(minutes=61)
    assert agency.fault(agency.seen()) is None, "nothing happened, and it says so now"
    fault = agency.fault(seen)
    assert fault is not None
    assert "does not say what the witness knows now" in fault.sentence


def test_a_witness_that_is_kept_behind_vouches_for_nothing(agency: Agency) -> None:
    size = agency.audited().verified.entries
    agency.room.publish(agency.room.person("Omar Dale", Role.EDITOR), "It went on raining.")
    assert agency.fault(agency.seen()) is None
    agency.room.later(minutes=61)
    fault = agency.fault(agency.seen())
    assert fault is not None
    assert fault.sequence == size + 1
    assert "has not seen it" in fault.sentence


def test_a_receipt_of_nothing_must_be_of_the_empty_log(agency: Agency) -> None:
    key = key_file_beside(reading()).load()
    assert key is not None
    for first, words in ((EMPTY_ROOT, None), (b"\x05" * 32, "history was rewritten")):
        note = sign_checkpoint(Checkpoint(key.name, 0, first), key)
        fault = agency.fault(Receipt("a file", str(note)))
        assert (fault is None) if words is None else (words in str(fault))


def test_a_time_changed_beside_the_entry_hides_no_missing_signature(agency: Agency) -> None:
    size = agency.audited().verified.entries
    agency.room.publish(agency.room.person("Omar Dale", Role.EDITOR), "It went on raining.")
    without_guards(
        agency.room, f"UPDATE log_entry SET at = '2099-01-01 00:00:00' WHERE sequence > {size}"
    )
    agency.room.later(minutes=21)
    session = agency.room.read()
    own = key_file_beside(session).load()
    assert own is not None
    fault = audit(session, [own.verifier], [], agency.room.time, entries_only=True).fault
    assert fault is not None
    assert "No checkpoint was signed" in fault.sentence
