"""Notes and checkpoints, against the example of Go's sumdb and those in the C2SP documents."""

import pytest

from editorial.ledger.checkpoint import Checkpoint, read_checkpoint, sign_checkpoint
from editorial.ledger.cosignature import Cosigned, cosign, cosigned, stands_against
from editorial.ledger.note import (
    LOG_KEY,
    WITNESS_KEY,
    BadNote,
    Note,
    new_signer,
    parse_note,
    parse_signer,
    parse_verifier,
    sign,
)

# The example of golang.org/x/mod/sumdb/note, which c2sp.org/signed-note describes.
TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
LINE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
    "otpRZb6KE6RyyBwJnAM="
)
# The example of c2sp.org/tlog-cosignature (without its last line, of tlog-checkpoint);
# the keys behind it are not published, so that only its form can be tested, not its signatures.
EXAMPLE = """\
example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
"""  # noqa: E501  (a signature is one line)


def test_a_note_signed_elsewhere_verifies_and_is_signed_alike_here() -> None:
    assert str(sign(TEXT, parse_signer(SKEY))) == f"{TEXT}\n{LINE}\n"
    note = parse_note(f"{TEXT}\n{LINE}\n")
    assert note.text == TEXT
    assert note.verified_by(parse_verifier(VKEY))
    assert str(parse_verifier(VKEY)) == VKEY
    assert parse_signer(SKEY).private_text() == SKEY


def test_a_changed_text_is_refused() -> None:
    note = parse_note(f"{TEXT.replace('cryptography', 'a signature')}\n{LINE}\n")
    with pytest.raises(BadNote, match="does not fit"):
        note.verified_by(parse_verifier(VKEY))


def test_a_signature_by_a_key_nobody_named_counts_for_nothing() -> None:
    stranger = new_signer("PeterNeumann", LOG_KEY)
    assert not sign(TEXT, stranger).verified_by(parse_verifier(VKEY))


def test_a_key_does_not_show_itself() -> None:
    assert SKEY[-20:] not in repr(parse_signer(SKEY))


@pytest.mark.parametrize(
    "note",
    [
        "",
        TEXT,
        f"{TEXT}\n{LINE}",
        f"{TEXT}\n{LINE} \n",
        f"{TEXT}\n{LINE.replace('— ', '- ')}\n",
        f"{TEXT}\n— Peter+Neumann {LINE.split()[-1]}\n",
        f"{TEXT}\n— PeterNeumann x08go/ZJ!\n",
        f"{TEXT}\n— PeterNeumann x08=\n",
        f"{TEXT}\x07\n\n{LINE}\n",
        f"{TEXT}\n" + f"{LINE}\n" * 65,
    ],
)
def test_what_is_no_note_is_refused(note: str) -> None:
    with pytest.raises(BadNote):
        parse_note(note)


@pytest.mark.parametrize("vkey", ["", "a+b", VKEY[:-4], VKEY.replace("c74f", "c75f"), VKEY + "A"])
def test_what_is_no_key_is_refused(vkey: str) -> None:
    with pytest.raises(BadNote):
        parse_verifier(vkey)


def test_the_example_checkpoint_is_read() -> None:
    checkpoint, note = read_checkpoint(EXAMPLE)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert str(note) == EXAMPLE
    assert checkpoint.text == note.text
    # The time stands in the witness's line.
    assert int.from_bytes(note.signatures[1].blob[:8], "big") == 1679315147


@pytest.mark.parametrize("size", ["01", "-1", "1.0", "", "9" * 20, "٣"])
def test_a_size_has_one_spelling(size: str) -> None:
    with pytest.raises(BadNote):
        read_checkpoint(EXAMPLE.replace("20852163", size, 1))


def test_a_checkpoint_is_signed_by_the_key_of_its_origin() -> None:
    key = new_signer("example.com/log", LOG_KEY)
    checkpoint = Checkpoint("example.com/log", 3, bytes(32))
    note = sign_checkpoint(checkpoint, key)
    assert read_checkpoint(str(note))[0] == checkpoint
    assert note.verified_by(key.verifier)
    with pytest.raises(BadNote, match="its own origin"):
        sign_checkpoint(Checkpoint("another.example/log", 3, bytes(32)), key)


def test_each_witness_counts_once_and_only_for_the_checkpoint_it_saw() -> None:
    log = new_signer("example.com/log", LOG_KEY)
    witness = new_signer("witness.example/w1", WITNESS_KEY)
    note = sign_checkpoint(Checkpoint("example.com/log", 3, bytes(32)), log)
    other = sign_checkpoint(Checkpoint("example.com/log", 4, bytes(32)), log)
    lines = (cosign(note, witness, 100), cosign(note, witness, 200))
    both = Note(note.text, (*note.signatures, *lines))
    assert cosigned(both, [witness.verifier]) == [Cosigned(witness.verifier, 200)]
    assert cosigned(note, [witness.verifier]) == []
    moved = Note(other.text, (*other.signatures, *lines))
    assert cosigned(moved, [witness.verifier]) == []
    back_dated = lines[0].blob[:7] + b"\xff" + lines[0].blob[8:]
    line = type(lines[0])(lines[0].name, lines[0].key_id, back_dated)
    assert cosigned(Note(note.text, (line,)), [witness.verifier]) == []


@pytest.mark.parametrize(
    ("quorum", "witnesses", "dishonest"), [(1, 1, 0), (2, 3, 0), (3, 4, 1), (4, 5, 2), (1, 2, -1)]
)
def test_a_quorum_says_how_many_dishonest_witnesses_it_stands_against(
    quorum: int, witnesses: int, dishonest: int
) -> None:
    assert stands_against(quorum, witnesses) == dishonest
