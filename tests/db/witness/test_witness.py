"""The witness: what it cosigns, what it refuses and how, over HTTP, on a log of its own."""

import ast
import base64
import http.client
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from editorial.ledger.checkpoint import Checkpoint, sign_checkpoint
from editorial.ledger.cosignature import cosigned
from editorial.ledger.note import LOG_KEY, Note, SignerKey, new_signer, parse_signatures
from editorial.ledger.proofs import consistency
from editorial.ledger.tree import leaf_hash, root_of
from editorial.transparency.asking import what_it_saw
from editorial.witness import witness as program
from tests.witnessing import Watch

ORIGIN = "news.example/log"
LEAVES = [leaf_hash(bytes([number])) for number in range(12)]


class Log:
    """A log of twelve leaves, and what it sends to a witness."""

    def __init__(self, key: SignerKey) -> None:
        self.key = key
        self.leaves = LEAVES.copy()

    def note(self, size: int) -> Note:
        return sign_checkpoint(Checkpoint(ORIGIN, size, root_of(self.leaves[:size])), self.key)

    def request(self, old: int, size: int) -> str:
        proof = []
        if old <= size:
            proof = consistency(old, size, lambda start, end: root_of(self.leaves[start:end]))
        lines = [f"old {old}", *(base64.b64encode(one).decode() for one in proof), "", ""]
        return "\n".join(lines) + str(self.note(size))


@pytest.fixture
def log() -> Log:
    return Log(new_signer(ORIGIN, LOG_KEY))


@pytest.fixture
def watch(tmp_path: Path, log: Log) -> Iterator[Watch]:
    one = Watch(tmp_path / "w", "council.example/w", lambda: 1_700_000_000.5)
    one.witness.trust(str(log.key.verifier))
    yield one
    one.stop()


def post(watch: Watch, body: str) -> tuple[int, str, str]:
    host, port = watch.server.server_address[:2]
    connection = http.client.HTTPConnection(str(host), int(port), timeout=5)
    connection.request("POST", "/add-checkpoint", body.encode())
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, answer.headers.get_content_type(), text


def test_it_cosigns_a_log_that_grows(watch: Watch, log: Log) -> None:
    for old, size in ((0, 5), (5, 5), (5, 12)):
        status, _kind, answer = post(watch, log.request(old, size))
        assert status == 200
        note = Note(log.note(size).text, parse_signatures(answer))
        [seen] = cosigned(note, [watch.key])
        assert seen.at == 1_700_000_000


def test_it_says_what_size_it_knows(watch: Watch, log: Log) -> None:
    post(watch, log.request(0, 5))
    assert post(watch, log.request(0, 7)) == (409, "text/x.tlog.size", "5\n")
    assert post(watch, log.request(3, 7)) == (409, "text/x.tlog.size", "5\n")


def test_it_never_goes_back(watch: Watch, log: Log) -> None:
    post(watch, log.request(0, 8))
    assert post(watch, log.request(0, 5))[:2] == (409, "text/x.tlog.size")
    assert post(watch, log.request(8, 5))[0] == 400


def evidence(watch: Watch) -> list[tuple[str, bytes]]:
    with watch.witness._store() as store:
        return store.execute("SELECT why, request FROM evidence").fetchall()


def test_another_history_is_refused_and_kept_as_evidence(watch: Watch, log: Log) -> None:
    post(watch, log.request(0, 5))
    post(watch, log.request(5, 8))
    log.leaves[2] = leaf_hash(b"another history")
    for _ in range(3):
        for old, size in ((8, 8), (5, 5), (0, 5)):
            status, _kind, words = post(watch, log.request(old, size))
            assert status == 409
            assert "another root" in words
    kept = evidence(watch)
    assert [why.split(" entries")[0].split()[-1] for why, _request in kept] == ["8", "5"]
    assert [request.decode() for _why, request in kept] == [log.request(8, 8), log.request(5, 5)]


def test_a_bad_proof_is_no_evidence_as_anyone_could_have_made_it(watch: Watch, log: Log) -> None:
    post(watch, log.request(0, 5))
    true = log.request(5, 9)
    proof = true.split("\n")[1]
    assert post(watch, true.replace(proof, base64.b64encode(bytes(32)).decode()))[0] == 422
    assert evidence(watch) == []
    assert post(watch, true)[0] == 200


def test_a_key_that_was_replaced_is_trusted_no_more_once_that_is_said(
    watch: Watch, log: Log
) -> None:
    new = Log(new_signer(ORIGIN, LOG_KEY))
    watch.witness.trust(str(new.key.verifier))
    assert post(watch, log.request(0, 5))[0] == 200
    watch.witness.distrust(str(log.key.verifier))
    assert post(watch, log.request(5, 9))[0] == 403
    assert post(watch, new.request(5, 9))[0] == 200
    with pytest.raises(ValueError, match="not trusted"):
        watch.witness.distrust(str(log.key.verifier))


def test_a_log_it_does_not_know_is_not_found(watch: Watch, log: Log) -> None:
    stranger = Log(new_signer(ORIGIN, LOG_KEY))
    assert post(watch, stranger.request(0, 5))[0] == 403
    other = stranger.request(0, 5).replace(ORIGIN, "other.example/log")
    assert post(watch, other)[0] == 404


@pytest.mark.parametrize(
    "body",
    [
        "",
        "old 0\n",
        "old x\n\n{note}",
        "old 00\n\n{note}",
        "new 0\n\n{note}",
        "old 0\nnot base64\n\n{note}",
        "old 0\n\n{note}".replace("{note}", "a\nb\n\n"),
    ],
)
def test_what_is_no_request_is_refused(watch: Watch, log: Log, body: str) -> None:
    assert post(watch, body.replace("{note}", str(log.note(5))))[0] == 400


def test_a_proof_for_nothing_must_be_empty(watch: Watch, log: Log) -> None:
    body = log.request(0, 5).replace("old 0\n", f"old 0\n{base64.b64encode(bytes(32)).decode()}\n")
    assert post(watch, body)[0] == 422


def test_anyone_may_ask_what_it_saw(watch: Watch, log: Log) -> None:
    post(watch, log.request(0, 5))
    note = what_it_saw(watch.url, ORIGIN)
    assert note.startswith(log.note(5).text)
    assert "council.example/w" in note


def test_it_forgets_nothing_when_it_starts_again(watch: Watch, log: Log, tmp_path: Path) -> None:
    post(watch, log.request(0, 8))
    again = program.Witness(tmp_path / "w")
    with pytest.raises(program.Refused) as refused:
        again.add_checkpoint(log.request(0, 5).encode())
    assert refused.value.words == "8\n"


def test_the_file_runs_alone(tmp_path: Path, log: Log) -> None:
    source = Path(program.__file__)
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(source.read_text()))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}
    alone = tmp_path / "witness.py"
    alone.write_bytes(source.read_bytes())

    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-I", str(alone), "--store", str(tmp_path / "store"), *words],
            capture_output=True,
            text=True,
            check=False,
        )

    assert "no key yet" in run("serve").stderr
    assert run("name", "council.example/w").stdout.startswith("council.example/w+")
    assert "already" in run("name", "other.example/w").stderr
    assert ORIGIN in run("trust", str(log.key.verifier)).stdout
    assert run("trust", "nonsense").returncode == 1
    assert "nothing more" in run("distrust", str(log.key.verifier)).stdout
    assert "not trusted" in run("distrust", str(log.key.verifier)).stderr
