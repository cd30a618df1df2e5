"""Checks the certificate of a published text, without its publisher and without a network.

    python verify_certificate.py FILE --log VKEY [--witness VKEY …] [--quorum K] [--text]

All it needs beside Python 3.11 or newer is the package ``cryptography``. VKEY is the public key of
the newsroom's log, or of a witness, as *you* were told it: on another way than the certificate, for
example by a press council. Without them the keys in the file are used, which then only says that
the file agrees with itself.

What holds when it says so: the text has the digest that a person in the role named approved; the
entries of the filing, the approval and the publication stand in the newsroom's log, in this order;
the log was signed over them; and the witnesses saw that signature and nothing against it. RFC 6962
and 9162, C2SP signed-note, tlog-checkpoint and tlog-cosignature.
"""

import argparse
import base64
import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LOG_KEY, WITNESS_KEY = 1, 4
Json = dict[str, Any]


class Wrong(Exception):
    """What does not hold, as a sentence."""


def sha256(content: bytes) -> bytes:
    """SHA-256 of bytes."""
    return hashlib.sha256(content).digest()


def read_key(vkey: str, kind: int) -> tuple[str, bytes, bytes]:
    """(name, key id, public key) of a vkey."""
    try:
        name, key_id, encoded = vkey.split("+", 2)
        key = base64.b64decode(encoded, validate=True)
    except ValueError:
        raise Wrong("this is no vkey: " + vkey) from None
    if len(key) != 33 or key[0] != kind or sha256(name.encode() + b"\n" + key)[:4].hex() != key_id:
        raise Wrong("this is not the kind of vkey that is needed here: " + vkey)
    return name, bytes.fromhex(key_id), key[1:]


def read_note(note: str) -> tuple[str, list[tuple[str, bytes, bytes]]]:
    """The signed text, and its lines as (name, key id, rest)."""
    text, _, lines = note.rpartition("\n\n")
    found = []
    for line in lines.split("\n")[:-1]:
        dash, name, blob = line.split(" ")
        if dash != "—":
            raise Wrong("the checkpoint has a line that is no signature")
        decoded = base64.b64decode(blob, validate=True)
        found.append((name, decoded[:4], decoded[4:]))
    return text + "\n", found


def is_signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the Ed25519 signature fits."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def root_from(index: int, size: int, leaf: bytes, proof: list[bytes]) -> bytes:
    """The root that the inclusion proof leads to (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size:
        raise Wrong("an entry is not within the checkpoint")
    place, last, node = index, size - 1, leaf
    for one in proof:
        if last == 0:
            raise Wrong("a proof is too long")
        if place & 1 or place == last:
            node = sha256(b"\x01" + one + node)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            node = sha256(b"\x01" + node + one)
        place, last = place >> 1, last >> 1
    if last:
        raise Wrong("a proof is too short")
    return node


def check_entry(entry: Json, size: int, root: bytes, what: str) -> Json | None:
    """Check that the entry is in the log; what it says, where that is told."""
    leaf = bytes.fromhex(entry["leaf"])
    proof = [base64.b64decode(one, validate=True) for one in entry["proof"]]
    if root_from(entry["entry"] - 1, size, leaf, proof) != root:
        raise Wrong("the entry of the " + what + " is not in the log that was signed")
    if "body" not in entry:
        return None
    body = entry["body"].encode()
    if sha256(b"\x00" + body) != leaf:
        raise Wrong("the entry of the " + what + " does not say what was logged")
    said: Json = json.loads(body)
    if said["sequence"] != entry["entry"]:
        raise Wrong("the entry of the " + what + " stands at another place")
    return said


def check_checkpoint(note: str, log_key: str) -> tuple[int, bytes]:
    """The size and root that the log's key signed."""
    text, lines = read_note(note)
    name, key_id, public = read_key(log_key, LOG_KEY)
    origin, size, root = text.split("\n")[:3]
    signed = [rest for who, id_, rest in lines if (who, id_) == (name, key_id)]
    if origin != name or not any(is_signed(public, rest, text.encode()) for rest in signed):
        raise Wrong("the checkpoint is not signed with the key of the log")
    return int(size), base64.b64decode(root, validate=True)


def who_cosigned(note: str, witnesses: list[str]) -> list[tuple[str, int]]:
    """(name, seconds since 1970) of each witness that cosigned the checkpoint."""
    text, lines = read_note(note)
    found: dict[bytes, tuple[str, int]] = {}
    for vkey in witnesses:
        name, key_id, public = read_key(vkey, WITNESS_KEY)
        for who, id_, rest in lines:
            at = int.from_bytes(rest[:8], "big")
            message = f"cosignature/v1\ntime {at}\n{text}".encode()
            if (who, id_) == (name, key_id) and is_signed(public, rest[8:], message):
                found[public] = (name, at)
    return list(found.values())


ACTS = ("file", "approve", "publish")


def check_acts(said: Json, entries: Json) -> None:
    """Check what the opened entries say against what was certified."""
    named = said["details"]["entries"]
    if set(named) != set(ACTS):
        raise Wrong("the log does not certify a filing, an approval and a publication")
    for act in ACTS:
        if entries[act]["leaf"] != named[act]["leaf"] or (
            entries[act]["entry"] != named[act]["entry"]
        ):
            raise Wrong("the " + act + " entry is not the one that was certified")
        if entries[act].get("said") is not None:
            check_act(act, entries[act]["said"], said["details"])
    order = [named[act]["entry"] for act in ACTS]
    if order != sorted(order) or said["sequence"] <= order[-1]:
        raise Wrong("the text was not filed, approved and published in this order")
    filed, approved = entries["file"].get("said"), entries["approve"].get("said")
    if filed is not None and approved is not None:
        check_two_people(filed, approved)


def check_act(act: str, opened: Json, details: Json) -> None:
    """Check that an opened entry is the act on this text, by who was certified."""
    if opened["action"] not in (("file", "revise") if act == "file" else (act,)):
        raise Wrong("the " + act + " entry is of another act")
    if (opened["dispatch"], opened["revision"]) != (details["dispatch"], details["revision"]):
        raise Wrong("the " + act + " entry is about another text")
    if act != "file" and opened["evidence"] != details["evidence"]:
        raise Wrong("the " + act + " entry names other evidence")
    if opened["actor"]["role"] != details["entries"][act]["role"]:
        raise Wrong("the " + act + " entry names another role")


def check_two_people(filed: Json, approved: Json) -> None:
    """Check that who approved the text did not write it."""
    authors, approver = filed["details"].get("authors"), approved["actor"]["id"]
    if not authors:
        raise Wrong("the file entry does not say who wrote the text")
    if approver is None or approver in authors:
        raise Wrong("the text was approved by one who wrote it")


def check(certificate: Json, log_key: str, witnesses: list[str], quorum: int) -> list[str]:
    """Check the whole certificate; what it says, as lines. Raises Wrong."""
    if certificate.get("editorial_certificate") != 1:
        raise Wrong("this is no certificate that this file knows")
    digest = sha256(certificate["text"].encode()).hex()
    size, root = check_checkpoint(certificate["checkpoint"], log_key)
    said = check_entry(certificate["certified"], size, root, "certification")
    if said is None or said["action"] != "certify" or said["actor"]["id"] is not None:
        raise Wrong("the log does not certify this text")
    if digest != certificate["digest"] or digest != said["details"]["revision"]["digest"]:
        raise Wrong("the text is not the one that was approved: its digest differs")
    entries = certificate["entries"]
    for act in ACTS:
        entries[act]["said"] = check_entry(entries[act], size, root, act)
    check_acts(said, entries)
    seen = who_cosigned(certificate["checkpoint"], witnesses)
    if len(seen) < quorum:
        raise Wrong(f"{len(seen)} witnesses cosigned; {quorum} were asked for")
    return tell(certificate, said, size, seen)


def tell(certificate: Json, said: Json, size: int, seen: list[tuple[str, int]]) -> list[str]:
    """What holds, in lines."""
    text = json.loads(certificate["text"])
    lines = [f"“{text['headline']}” is the text that was approved."]
    words = {"file": "filed", "approve": "approved", "publish": "published"}
    for act, done in words.items():
        named = said["details"]["entries"][act]
        opened = certificate["entries"][act]["said"]
        who = named["role"] if opened is None else opened["actor"]["name"] + ", " + named["role"]
        lines.append(f"{done} at {named['at']} by: {who} (entry {named['entry']})")
    lines.append(f"signed in a checkpoint of {size} entries")
    for name, at in seen:
        lines.append(f"seen by {name} at {datetime.fromtimestamp(at, UTC).isoformat()}")
    if not seen:
        lines.append("seen by no witness: nothing here stands against the newsroom itself")
    return lines


def plain(node: Json) -> str:
    """The text of a document's node, a line for each block."""
    inner = "".join(plain(child) for child in node.get("content", []))
    text: str = node.get("text", inner)
    return text + ("\n" if node["type"] in ("paragraph", "heading") else "")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Check the certificate of a published text.")
    parser.add_argument("file")
    parser.add_argument("--log", help="the vkey of the newsroom's log, as you were told it")
    parser.add_argument("--witness", action="append", default=[], help="the vkey of a witness")
    parser.add_argument("--quorum", type=int, help="how many witnesses must have cosigned")
    parser.add_argument("--text", action="store_true", help="print the text that was approved")
    given = parser.parse_args()
    try:
        certificate = json.loads(Path(given.file).read_text(encoding="utf-8"))
        witnesses = given.witness or ([] if given.log else certificate["witnesses"])
        quorum = len(given.witness) if given.quorum is None else given.quorum
        lines = check(certificate, given.log or certificate["log_key"], witnesses, quorum)
    except Wrong as wrong:
        sys.exit(f"The certificate does not hold: {wrong}.")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        sys.exit(f"This can't be read as a certificate ({type(error).__name__}).")
    lines = ["The certificate holds.", *("  " + line for line in lines)]
    if not given.log:
        lines.append("  But its keys are its own: ask elsewhere whether this is the newsroom's:")
        lines.append("  --log " + certificate["log_key"])
    if given.text:
        text = json.loads(certificate["text"])
        lines += ["", text["headline"], text["summary"], "", plain(text["body"])]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
