"""``editorial log`` as an operator and an auditor use it, on a newsroom of their own."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from editorial.cli import main
from editorial.ledger.signing import newest_checkpoint
from editorial.transparency.jobs import checkpoint
from editorial.workflow.words import Role
from tests.databases import SqliteTemplate
from tests.newsroom import Newsroom
from tests.witnessing import Watch, log_key, watches, work


class Desk:
    """A newsroom and its command line. The clock of both is the true one."""

    def __init__(self, room: Newsroom, watch: Watch, folder: Path, url: str) -> None:
        self.room, self.watch, self.folder = room, watch, folder
        self.surroundings = {
            "EDITORIAL_ENV": "development",
            "EDITORIAL_INSTANCE": str(folder),
            "DATABASE_URL": url,
            "PUBLIC_URL": "http://localhost",
        }

    def run(self, *words: str) -> Result:
        return CliRunner().invoke(main, list(words), env=self.surroundings)


@pytest.fixture
def desk(sqlite_template: SqliteTemplate, tmp_path: Path) -> Iterator[Desk]:
    url = sqlite_template.fresh(tmp_path)
    room = Newsroom(url, tmp_path)
    room.time = datetime.now(UTC)
    with room.app.app_context():
        log_key(room)
        with watches(room, tmp_path, 1) as [watch]:
            yield Desk(room, watch, tmp_path, url)
        room.close()


def published(desk: Desk) -> str:
    """A story on its way to readers; the checkpoint that was mailed with its approval."""
    with desk.room.app.app_context():
        desk.room.publish(desk.room.person("Mira Sol", Role.CORRESPONDENT))
        work(desk.room)
        kept = newest_checkpoint(desk.room.read())
        assert kept is not None
        return kept.note


def test_the_witness_is_added_and_its_number_explained(desk: Desk) -> None:
    added = desk.run("log", "witness", "add", desk.watch.url, str(desk.watch.key))
    assert added.exit_code == 0, added.output
    said = desk.run("log", "witness", "quorum", "1").output
    assert "1 of 1 witnesses must cosign; 0 may be out of reach." in said
    assert "no more than 0 of them are dishonest (2·1 − 1 > 0)" in said
    assert desk.run("log", "witness", "quorum", "2").exit_code == 1
    assert str(desk.watch.key) in desk.run("log", "witness", "list").output
    assert desk.run("log", "witness", "add", desk.watch.url, "nonsense").exit_code == 2


def test_the_log_is_verified_against_files_and_witnesses(desk: Desk) -> None:
    desk.run("log", "witness", "add", desk.watch.url, str(desk.watch.key))
    file = desk.folder / "kept.txt"
    file.write_text(published(desk))
    asked = ["--witness", desk.watch.url, str(desk.watch.key)]
    result = desk.run("log", "verify", "--checkpoint", str(file), *asked, "--json")
    assert result.exit_code == 0, result.output
    said: dict[str, Any] = json.loads(result.stdout)
    assert said["holds"] is True
    assert (said["checkpoints"], said["fault"]) == (1, None)
    whose = [str(file), "log-key.last", desk.watch.url]
    assert said["receipts"] == [{"from": one, "entries": said["entries"]} for one in whose]
    words = desk.run("log", "verify", *asked).output
    assert f"{desk.watch.url} vouches for {said['entries']} entries." in words
    assert "The log holds" in desk.run("log", "verify", "--entries-only").output


def test_the_first_fault_is_named(desk: Desk) -> None:
    file = desk.folder / "kept.txt"
    note = published(desk)
    lines = note.split("\n")
    file.write_text(note.replace(f"\n{lines[1]}\n", "\n99\n"))
    result = desk.run("log", "verify", "--checkpoint", str(file))
    assert result.exit_code == 1
    assert "The log does not hold." in result.stderr
    assert "does not fit the text" in result.stderr


def test_a_witness_out_of_reach_is_no_proof(desk: Desk) -> None:
    published(desk)
    desk.watch.stop()
    asked = ["--witness", desk.watch.url, str(desk.watch.key)]
    for options in (asked, [*asked, "--quorum", "1"]):
        result = desk.run("log", "verify", *options)
        assert result.exit_code == 1
        assert "can't be asked" in result.stderr


def test_so_many_witnesses_as_the_auditor_says_are_enough(desk: Desk) -> None:
    published(desk)
    desk.run("log", "witness", "add", desk.watch.url, str(desk.watch.key))
    with desk.room.app.app_context():
        checkpoint({}, desk.room.time)
        work(desk.room)
    one = ["--witness", desk.watch.url, str(desk.watch.key)]
    silent = ["--witness", "http://127.0.0.1:9", str(desk.watch.key)]
    assert desk.run("log", "verify", *one, *silent).exit_code == 1
    assert desk.run("log", "verify", *one, *silent, "--quorum", "1").exit_code == 0
    refused = desk.run("log", "verify", *one, *one, "--quorum", "2")
    assert "Give 2 witnesses" in refused.stderr


def test_what_was_signed_last_here_is_held_against_the_log(desk: Desk) -> None:
    published(desk)
    last = desk.folder / "log-key.last"
    size = last.read_text().split("\n")[1]
    last.write_text(last.read_text().replace(f"\n{size}\n", "\n99\n"))
    refused = desk.run("log", "verify")
    assert refused.exit_code == 1
    assert "kept in log-key.last" in refused.stderr


def test_a_rotated_key_must_be_pinned_anew(desk: Desk) -> None:
    published(desk)
    before = desk.run("log", "key", "show").output.strip()
    after = desk.run("log", "key", "rotate").output.strip()
    assert before != after == desk.run("log", "key", "show").output.strip()
    with desk.room.app.app_context():
        checkpoint({}, desk.room.time)
    assert desk.run("log", "verify", "--key", after).exit_code == 0
    refused = desk.run("log", "verify", "--key", before)
    assert refused.exit_code == 1
    assert "not pinned" in refused.stderr
