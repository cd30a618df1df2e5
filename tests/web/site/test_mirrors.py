"""Mirrors: every act is carried to a real folder, real S3 storage and a real rsync daemon."""

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest

from editorial.admin.commands.mirrors import MirrorWords, add_mirror, drop_mirror
from editorial.models.job import Job
from editorial.models.mirror import Mirror, MirrorKind, MirrorRun, RunOutcome
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.site.mirrors.bucket import BucketMirror
from editorial.worker import ALL_ELSE, MIRRORS, do_one
from editorial.workflow.words import Action, Role
from tests.rsyncd import PASSWORD, rsync_daemon
from tests.storage import KEYS, bucket
from tests.web.site.test_files import Press, press

__all__ = ["press"]


class Place:
    """Where a mirror lies, and what stands there."""

    def __init__(self, words: MirrorWords, root: Path | None = None) -> None:
        self.words, self.root = words, root

    def files(self) -> dict[str, bytes]:
        """Every file by its name, as one who reads the mirror gets it."""
        if self.root is not None:
            root = self.root.resolve()
            return {
                path.relative_to(root).as_posix(): path.read_bytes()
                for path in root.rglob("*")
                if path.is_file() and path.name != ".edition.json"
            }
        client, name, prefix = self.storage()
        pages = client.get_paginator("list_objects_v2").paginate(Bucket=name)
        keys = [item["Key"] for page in pages for item in page.get("Contents", ())]
        assert all(key.startswith(prefix) for key in keys)
        return {
            key.removeprefix(prefix): client.get_object(Bucket=name, Key=key)["Body"].read()
            for key in keys
        }

    def storage(self) -> tuple[Any, str, str]:
        """A client, the bucket and the prefix."""
        parts = urlsplit(self.words.address)
        endpoint = parse_qs(parts.query)["endpoint"][0]
        client = boto3.client(
            "s3",
            endpoint_url=endpoint,
            region_name="us-east-1",
            aws_access_key_id="tests",
            aws_secret_access_key="tests",
        )
        return client, parts.netloc, parts.path.strip("/") + "/"


@contextmanager
def place_of(kind: str, folder: Path) -> Iterator[Place]:
    """A real place of the kind."""
    if kind == "folder":
        target = folder / "mirrors" / "stick"
        target.parent.mkdir(exist_ok=True)
        yield Place(MirrorWords("Stick", MirrorKind.FOLDER, str(target)), target / "site")
    elif kind == "bucket":
        with bucket() as address:
            account, secret = KEYS["AWS_ACCESS_KEY_ID"], KEYS["AWS_SECRET_ACCESS_KEY"]
            yield Place(MirrorWords("Storage", MirrorKind.BUCKET, address, account, secret))
    else:
        with rsync_daemon(folder / "daemon") as address:
            words = MirrorWords("Abroad", MirrorKind.RSYNC, address, secret=PASSWORD)
            yield Place(words, folder / "daemon" / "module")


@pytest.fixture
def ada(press: Press) -> Person:
    made = press.room.person("Ada Berg", Role.ADMINISTRATOR)
    # Known to no session, they survive those that a worker throws away.
    press.author, press.publisher, made = (
        alone(person) for person in (press.author, press.publisher, made)
    )
    return made


def alone(person: Person) -> Person:
    """The person, loaded and in no session."""
    loaded = reading().get_one(Person, person.id)
    reading().expunge(loaded)
    return loaded


def add(made: Press, ada: Person, words: MirrorWords) -> uuid.UUID:
    key = made.room.app.config["SECRET_KEY"]
    with saving() as session:
        actor = session.get_one(Person, ada.id)
        return add_mirror(session, actor, words, key, made.room.time)


def carried(made: Press) -> MirrorRun:
    """Do what waits for mirrors; the newest run."""
    while do_one(made.room.app, MIRRORS):
        pass
    return runs(made)[-1]


def runs(made: Press) -> list[MirrorRun]:
    session = made.room.read()
    found = list(session.query(MirrorRun).order_by(MirrorRun.began_at))
    session.expunge_all()
    return found


def holding(place: Place, word: bytes) -> list[str]:
    return [name for name, body in place.files().items() if word in body]


@pytest.mark.parametrize("kind", ["folder", "bucket", "rsync"])
def test_a_mirror_has_the_bytes_of_the_site_and_every_act_keeps_it_up(
    press: Press, ada: Person, tmp_path: Path, kind: str
) -> None:
    with place_of(kind, tmp_path) as place:
        key, path = press.publish("Deadly", summary="Quicksilver")
        press.publish("Rain")
        add(press, ada, place.words)
        first = carried(press)
        assert first.outcome is RunOutcome.DONE, first.error
        there = place.files()
        assert there["index.html"] == press.get("/").data
        assert there[f"{path[1:]}/index.html"] == press.get(path).data
        assert any(name.endswith(".css") for name in there)
        assert first.written >= len(there)

        _new, new_path = press.publish("Newest")
        second = carried(press)
        assert f"{new_path[1:]}/index.html" in place.files()
        assert 0 < second.written < first.written / 2

        press.act(press.publisher, Action.KILL, key, "It was invented.")
        third = carried(press)
        assert third.removed > 0
        assert not holding(place, b"Quicksilver")
        assert place.files()[f"{path[1:]}/index.html"] == press.get(path).data
        assert f"{path[1:]}/versions/index.html" not in place.files()
        press.room.later(seconds=1)
        count = len(runs(press))
        carried(press)
        assert len(runs(press)) == count


def test_storage_gets_what_is_withdrawn_taken_out_before_anything_is_sent(
    press: Press, ada: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    send, remove = BucketMirror._send_one, BucketMirror._remove

    def sent(self: BucketMirror, name: str, path: Path) -> None:
        order.append(name)
        send(self, name, path)

    def removed(self: BucketMirror, names: list[str]) -> None:
        order.extend(f"-{name}" for name in names)
        remove(self, names)

    with place_of("bucket", tmp_path) as place:
        key, path = press.publish("Deadly")
        add(press, ada, place.words)
        carried(press)
        monkeypatch.setattr(BucketMirror, "_send_one", sent)
        monkeypatch.setattr(BucketMirror, "_remove", removed)
        press.act(press.publisher, Action.KILL, key, "It was invented.")
        carried(press)
    notices = {f"{path[1:]}/index.html", f"{path[1:]}/gone.html"}
    gone = [name for name in order if name.startswith("-")]
    assert order[: len(gone)] == gone != []
    assert set(order[len(gone) :][:2]) == notices
    client, name, prefix = place.storage()
    assert (client is not None, name != "", prefix) == (True, True, "files/")


def test_an_interrupted_run_is_told_and_the_next_one_looks_at_what_is_there(
    press: Press, ada: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with place_of("bucket", tmp_path) as place:
        press.publish("Rain")
        add(press, ada, place.words)
        carried(press)
        client, name, prefix = place.storage()
        client.put_object(Bucket=name, Key=f"{prefix}news/left/index.html", Body=b"left")
        with saving() as session:
            (run,) = session.query(MirrorRun)
            run.outcome = RunOutcome.RUNNING
        (tmp_path / "mirrors" / f"{run.mirror_id}.json").unlink()
        press.publish("More")
        assert carried(press).outcome is RunOutcome.DONE
        assert [run.outcome for run in runs(press)] == [RunOutcome.INTERRUPTED, RunOutcome.DONE]
        assert "news/left/index.html" not in place.files()


FAULTS = {
    "folder": ("There is no folder", "Mount the disk"),
    "bucket": ("NoSuchBucket", "Make the bucket"),
    "rsync": ("rsync ended with 5", "Check account and secret"),
}


@pytest.mark.parametrize("kind", sorted(FAULTS))
def test_a_failure_says_what_to_do_is_tried_again_and_the_next_act_does_not_wait(
    press: Press, ada: Person, tmp_path: Path, kind: str
) -> None:
    said, advice = FAULTS[kind]
    with place_of(kind, tmp_path) as place:
        right = place.words
        wrong = {
            "folder": MirrorWords("M", right.kind, str(tmp_path / "mirrors" / "no" / "site")),
            "bucket": MirrorWords(
                "M", right.kind, right.address.replace("//newsroom", "//nothing"), "tests", "tests"
            ),
            "rsync": MirrorWords("M", right.kind, right.address, secret="wrong"),
        }[kind]
        press.publish("Rain")
        key = add(press, ada, wrong)
        failed = carried(press)
        assert failed.outcome is RunOutcome.FAILED
        assert said in failed.error
        assert advice in failed.advice
        assert "wrong" not in failed.error
        waiting = press.room.read().query(Job).filter(Job.name == "mirror").one()
        assert waiting.run_at > press.room.time
        page = press.room.client(ada).get(f"/mirrors/{key}").get_data(as_text=True)
        assert said in page
        assert "It is tried again" in page
        while do_one(press.room.app, ALL_ELSE):
            pass
        assert len(runs(press)) == 1
        with saving() as session:
            session.get_one(Mirror, key).address = right.address
            session.get_one(Mirror, key).secret = ""
            if kind == "folder":
                (tmp_path / "mirrors" / "no").mkdir()
        press.publish("More")
        assert len(runs(press)) == 1
        carried(press)
        assert len(runs(press)) == 2


def test_paused_nothing_is_carried_and_resumed_all_that_was_missed(
    press: Press, ada: Person, tmp_path: Path
) -> None:
    browser = press.room.client(ada)
    target = tmp_path / "mirrors" / "stick"
    key, _path = press.publish("Deadly")
    answer = browser.post("/mirrors/add", name="Stick", kind="folder", address=str(target))
    page = answer.headers["Location"]
    place = Place(MirrorWords("Stick", MirrorKind.FOLDER, str(target)), target / "site")
    carried(press)
    browser.post(f"{page}/pause", page)
    press.act(press.publisher, Action.KILL, key, "It was invented.")
    carried(press)
    assert holding(place, b"Deadly")
    shown = browser.get(page).get_data(as_text=True)
    assert "What is withdrawn meanwhile still stands there" in shown
    assert "1 change behind" in shown
    browser.post(f"{page}/resume", page)
    carried(press)
    assert not holding(place, b"Deadly")
    shutil.rmtree(target)
    browser.post(f"{page}/compare", page)
    carried(press)
    assert "index.html" in place.files()
    browser.post(f"{page}/drop", page)
    assert browser.get(page).status_code == 404
    assert "index.html" in place.files()
    told = browser.get("/log").get_data(as_text=True)
    for words in ("carried to the mirror Stick", "paused the mirror", "ended the mirror"):
        assert words in told


def test_a_secret_is_sealed_and_never_shown(press: Press, ada: Person, tmp_path: Path) -> None:
    browser = press.room.client(ada)
    fields = {"name": "S", "kind": "bucket", "address": "s3://bucket/site", "account": "KEY"}
    answer = browser.post("/mirrors/add", **fields, secret="open sesame")
    page = answer.headers["Location"]
    assert "sesame" not in browser.get(page).get_data(as_text=True)
    row = press.room.read().query(Mirror).one()
    assert row.secret
    assert "sesame" not in row.secret
    before = row.secret
    browser.post(page, **{**fields, "account": "OTHER"}, secret="")
    row = press.room.read().query(Mirror).one()
    assert (row.account, row.secret) == ("OTHER", before)
    press.room.app.config["SECRET_KEY"] = "another secret that is long enough"
    failed = carried(press)
    assert "SECRET_KEY is another one now" in failed.error
    with saving() as session:
        drop_mirror(session, session.get_one(Person, ada.id), row.id, press.room.time)
    assert runs(press) == []


WRONG = {
    "folder": ("site", "/etc/site", "{mirrors}/../../etc", "{mirrors}"),
    "bucket": ("https://bucket/site", "s3://B/site", "s3://bucket/site?endpoint=file:///etc"),
    "rsync": (
        "--rsh=sh",
        "-e sh host:/folder",
        "host:/folder/../../etc",
        "me@-oProxyCommand=sh:/folder",
        "/etc",
    ),
}
RIGHT = ("me@host.example:/srv/site", "host:site", "rsync://h:1873/m/a")


def test_no_address_leads_where_the_house_has_not_said(
    press: Press, ada: Person, tmp_path: Path
) -> None:
    browser = press.room.client(ada)
    for kind, addresses in WRONG.items():
        for address in addresses:
            told = address.replace("{mirrors}", str(tmp_path / "mirrors"))
            answer = browser.post("/mirrors/add", name="M", kind=kind, address=told)
            assert answer.status_code == 422, address
    assert press.room.read().query(Mirror).count() == 0
    for number, address in enumerate(RIGHT):
        fields = {"name": f"M{number}", "kind": "rsync", "address": address}
        assert browser.post("/mirrors/add", **fields).status_code == 303, address


def test_a_certificate_that_was_not_signed_yet_follows(
    press: Press, ada: Person, tmp_path: Path
) -> None:
    with place_of("folder", tmp_path) as place:
        _key, path = press.publish("Rain")
        add(press, ada, place.words)
        carried(press)
        name = f"{path[1:]}/certificate.json"
        assert name not in place.files()
        while do_one(press.room.app, ALL_ELSE):
            pass
        press.room.later(seconds=31)
        assert carried(press).written > 0
        assert name in place.files()
