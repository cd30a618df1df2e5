"""What anyone may fetch of the log, and the certificate checked by the file that stands alone."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
from sqlalchemy import select

from editorial.config import ROOT
from editorial.ledger.key_file import key_file_beside
from editorial.models.desk import Desk
from editorial.models.publication import Publication
from editorial.models.saving import saving
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom
from tests.witnessing import Watch, asked, log_key, watches, work

PROGRAM = ROOT / "editorial" / "static" / "verify_certificate.py"
RECORD = "MINISTER AKAN:  We will rebuild the bridge before winter."
STORY = 'Minister Akan spoke on Monday. "We will build the bridge before winter," Akan said.'


@pytest.fixture
def seen(sqlite_newsroom: Newsroom, tmp_path: Path) -> Iterator[list[Watch]]:
    with watches(sqlite_newsroom, tmp_path, 2) as found:
        asked(sqlite_newsroom, found, quorum=2)
        yield found


def published(room: Newsroom) -> str:
    """The address of a story with a source and reasons of which nothing may leak."""
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    editor = room.person("Ana Peng", Role.EDITOR, Role.PUBLISHER)
    dispatch = room.dispatch(author, STORY)
    room.attach(dispatch, author, RECORD, title="A whistleblower in Ostrava")
    room.act(author, Action.FILE, dispatch, note="He may lose his job")
    room.act(editor, Action.OVERRIDE, dispatch, note="The minister's office confirmed by phone")
    room.act(editor, Action.CLAIM, dispatch)
    room.act(editor, Action.APPROVE, dispatch, note="Fine with me")
    room.act(editor, Action.PUBLISH, dispatch)
    address: str = room.read().scalars(select(Publication.address)).one()
    return f"/news/politics/{address}"


def certificate(room: Newsroom, path: str) -> dict[str, Any]:
    answer = room.client().get(f"{path}/certificate.json")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    made: dict[str, Any] = json.loads(answer.get_data())
    return made


def checked(
    folder: Path, made: dict[str, Any], *options: str
) -> "subprocess.CompletedProcess[str]":
    """The file alone, in a Python that sees nothing of this house."""
    file = folder / "certificate.json"
    file.write_text(json.dumps(made))
    alone = folder / "verify_certificate.py"
    alone.write_bytes(PROGRAM.read_bytes())
    return subprocess.run(
        [sys.executable, "-I", str(alone), str(file), *options],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_checkpoint_and_its_feed_are_public(
    sqlite_newsroom: Newsroom, seen: list[Watch]
) -> None:
    published(sqlite_newsroom)
    work(sqlite_newsroom)
    reader = sqlite_newsroom.client()
    answer = reader.get("/log/checkpoint")
    assert answer.content_type == "text/plain; charset=utf-8"
    note = answer.get_data(as_text=True)
    assert note.startswith("localhost/log\n")
    assert note.count("— witness.example/w") == 2
    feed = feedparser.parse(reader.get("/log/checkpoints.atom").get_data())
    assert not feed.bozo
    assert feed.entries[0].content[0].value.strip() == note.strip()
    size = note.split("\n")[1]
    assert reader.get(f"/log/checkpoints/{size}").get_data(as_text=True) == note
    again = reader.get("/log/checkpoint", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_a_certificate_is_checked_without_us_in_a_second(
    sqlite_newsroom: Newsroom, seen: list[Watch], tmp_path: Path
) -> None:
    path = published(sqlite_newsroom)
    work(sqlite_newsroom)
    made = certificate(sqlite_newsroom, path)
    keys = ["--log", log_key(sqlite_newsroom)]
    for watch in seen:
        keys += ["--witness", str(watch.key)]
    began = time.perf_counter()
    done = checked(tmp_path, made, *keys, "--text")
    assert time.perf_counter() - began < 1
    assert done.returncode == 0, done.stderr
    assert "The certificate holds." in done.stdout
    assert "by: editor (entry" in done.stdout
    assert done.stdout.count("seen by witness.example/w") == 2
    assert "We will build the bridge before winter" in done.stdout
    assert "ask elsewhere" not in done.stdout
    assert "ask elsewhere" in checked(tmp_path, made).stdout


@pytest.mark.parametrize("with_names", [False, True])
def test_a_certificate_never_tells_a_reason_a_contact_or_a_source(
    sqlite_newsroom: Newsroom, seen: list[Watch], tmp_path: Path, *, with_names: bool
) -> None:
    path = published(sqlite_newsroom)
    with saving() as session:
        for desk in session.scalars(select(Desk)):
            desk.certificate_names = with_names
    work(sqlite_newsroom)
    made = certificate(sqlite_newsroom, path)
    whole = json.dumps(made, ensure_ascii=False)
    for secret in ("Ostrava", "whistleblower", "lose his job", "by phone", "Fine with me"):
        assert secret not in whole
    assert ("Ana Peng" in whole) is with_names
    done = checked(tmp_path, made, "--log", made["log_key"])
    assert ("Ana Peng, editor" in done.stdout) is with_names


def changed(made: dict[str, Any], way: str) -> dict[str, Any]:
    """The certificate with something else in one place."""
    if way == "text":
        made["text"] = made["text"].replace("Monday", "Tuesday")
    elif way == "certified":
        body = made["certified"]["body"]
        made["certified"]["body"] = body.replace('"role":"editor"', '"role":"publisher"')
    elif way == "another approval":
        made["entries"]["approve"] = made["entries"]["file"]
    elif way == "proof":
        made["certified"]["proof"].pop()
    elif way == "checkpoint":
        made["checkpoint"] = made["checkpoint"].replace("localhost/log\n", "localhost/lot\n")
    elif way == "cosignature":
        made["checkpoint"] = made["checkpoint"].replace("witness.example/w0", "witness.example/w9")
    return made


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("text", "digest differs"),
        ("certified", "does not say what was logged"),
        ("another approval", "is not the one that was certified"),
        ("proof", "a proof is too short"),
        ("checkpoint", "not signed with the key of the log"),
        ("cosignature", "1 witnesses cosigned; 2 were asked for"),
    ],
)
def test_a_changed_certificate_is_refused(
    sqlite_newsroom: Newsroom, seen: list[Watch], tmp_path: Path, way: str, words: str
) -> None:
    path = published(sqlite_newsroom)
    work(sqlite_newsroom)
    made = changed(certificate(sqlite_newsroom, path), way)
    keys = [word for watch in seen for word in ("--witness", str(watch.key))]
    done = checked(tmp_path, made, "--log", made["log_key"], *keys)
    assert done.returncode == 1
    assert words in done.stderr


def test_another_newsroom_s_key_makes_nothing_hold(
    sqlite_newsroom: Newsroom, seen: list[Watch], tmp_path: Path
) -> None:
    path = published(sqlite_newsroom)
    work(sqlite_newsroom)
    other = key_file_beside(sqlite_newsroom.read()).make()
    made = certificate(sqlite_newsroom, path)
    done = checked(tmp_path, made, "--log", str(other.verifier))
    assert "not signed with the key" in done.stderr
    assert checked(tmp_path, {"text": []}).stderr.startswith("This can't be read")


def test_witnesses_out_of_reach_are_an_alarm_where_editors_work(
    sqlite_newsroom: Newsroom, tmp_path: Path
) -> None:
    with watches(sqlite_newsroom, tmp_path, 1) as found:
        asked(sqlite_newsroom, found, quorum=1)
    published(sqlite_newsroom)
    work(sqlite_newsroom)
    editor = sqlite_newsroom.client(sqlite_newsroom.person("Omar Dale", Role.EDITOR))
    pages = ("/start", "/board", "/board?as=list")

    def alarmed() -> list[bool]:
        words = "Fewer than 1 of 1 witnesses"
        return [words in editor.get(page).get_data(as_text=True) for page in pages]

    sqlite_newsroom.later(minutes=59)
    assert alarmed() == [False] * 3
    sqlite_newsroom.later(minutes=2)
    assert alarmed() == [True] * 3


def test_before_it_is_signed_there_is_no_certificate(
    sqlite_newsroom: Newsroom, seen: list[Watch]
) -> None:
    path = published(sqlite_newsroom)
    assert sqlite_newsroom.client().get(f"{path}/certificate.json").status_code == 404
    assert sqlite_newsroom.client().get("/log/checkpoints/1").status_code == 404
