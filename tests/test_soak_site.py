"""The website's heavy counts: a tenth or less in ``make test``, all of them in ``make soak``."""

import os
import random
import signal
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from editorial.ledger.verify import verify
from editorial.models.database import db
from editorial.models.dispatch import Dispatch
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.saving import reading, saving
from editorial.pipeline.matter import Hour, Placement
from editorial.site.export import export
from editorial.site.paths import all_paths, certificates
from editorial.site.press import bring_up_to_date
from editorial.worker import HOURS, do_one
from editorial.workflow.words import Action, Live, Role, State
from tests.bulk import publish_in_bulk
from tests.newsroom import Newsroom
from tests.web.site.test_export import LINK, broken_links
from tests.web.site.test_files import Press, press

__all__ = ["press"]
FULL = os.environ.get("SOAK") == "full"
pytestmark = pytest.mark.soak


def times(full: int, daily: int) -> int:
    """``full`` in the soak; ``daily``, a tenth or less, else."""
    return full if FULL else daily


# ---- an embargo holds everywhere, and so does everything else that readers may not see


class Fates:
    """Dispatches whose every word is their own, each on its way to another end."""

    def __init__(self, made: Press, count: int) -> None:
        self.press, self.room = made, made.room
        self.editor = self.room.person("Ana Peng", Role.EDITOR)
        self.keys: list[uuid.UUID] = []
        self.hidden: set[bytes] = set()
        for number in range(count):
            words = {
                "headline": f"Zqhead{number}z opens",
                "summary": f"Zqsum{number}z",
                "byline": f"Zqby{number}z",
                "dateline_place": f"ZQPLACE{number}Z",
            }
            key = self.room.dispatch(made.author, f"It was zqbody{number}z there.", **words)
            with saving() as session:
                dispatch = session.get_one(Dispatch, key)
                dispatch.keywords, dispatch.ednote = [f"Zqkey{number}z"], f"Zqnote{number}z"
                dispatch.slugline = f"zqslug{number}z"
            self.keys.append(key)
            self.hidden |= self.words_of(number)

    @staticmethod
    def words_of(number: int) -> set[bytes]:
        """Every word by which the dispatch would be known."""
        kinds = ("head", "sum", "by", "place", "body", "key", "note", "slug", "next")
        return {f"zq{kind}{number}z".encode() for kind in kinds}

    def of(self, fate: str) -> Iterator[tuple[int, uuid.UUID]]:
        """Those that come to this end."""
        for number, key in enumerate(self.keys):
            if ENDS[number % len(ENDS)] == fate:
                yield number, key

    def show(self, number: int) -> None:
        """Readers may see it now, but neither its note nor its slugline, nor its next text."""
        self.hidden -= self.words_of(number)
        self.hidden |= {f"zq{kind}{number}z".encode() for kind in ("note", "slug", "next")}

    def look(self) -> int:
        """Every public byte, headers too; none may hold a hidden word. How many pages there are."""
        bring_up_to_date(self.press.folder)
        reading().rollback()
        paths = [*all_paths(reading()), *certificates(reading(), None)]
        withdrawn = [address.encode() for address in self.addresses()]
        reading().rollback()
        count = 0
        for path in (*paths, "/search?q=zq", "/search?q=zqhead1", "/nothing-here"):
            answer = self.press.get(path)
            told = f"{answer.headers}".lower().encode() + answer.data.lower()
            for address in withdrawn:
                told = told.replace(address, b"")
            if b"zq" in told:
                found = [word for word in self.hidden if word in told]
                assert not found, f"{path} tells {found[:3]}"
            count += 1
        return count

    def addresses(self) -> list[str]:
        """Where notices stand: the address of a withdrawn story was made of its headline."""
        query = (
            select(Publication.address)
            .join(Dispatch, Dispatch.id == Publication.dispatch_id)
            .where(Dispatch.live == Live.WITHDRAWAL)
        )
        return list(reading().scalars(query))


ENDS = ("draft", "filed", "unapproved", "embargoed", "spiked", "killed", "corrected", "dropped")


def test_no_public_byte_holds_a_word_that_readers_may_not_see(press: Press) -> None:
    fates = Fates(press, times(2_000, 24))
    room, author, editor, publisher = fates.room, press.author, fates.editor, press.publisher
    pages = fates.look()
    moving = [one for end in ENDS[1:] for one in fates.of(end)]
    for _number, key in moving:
        room.act(author, Action.FILE, key)
    for number, key in fates.of("embargoed"):
        placement = Placement(room.desk(), room.time + timedelta(days=2), "Europe/Berlin")
        room.act(editor, Action.MOVE, key, matter=placement)
        assert number >= 0
    pages += fates.look()
    for _number, key in [one for one in moving if one not in list(fates.of("filed"))]:
        room.act(editor, Action.CLAIM, key)
        room.act(editor, Action.APPROVE, key)
    pages += fates.look()
    hour = Hour(room.time + timedelta(days=3))
    for _number, key in fates.of("embargoed"):
        room.act(publisher, Action.SCHEDULE, key, matter=hour)
    for _number, key in fates.of("unapproved"):
        room.act(editor, Action.UNAPPROVE, key, "Not yet.")
    for _number, key in fates.of("spiked"):
        room.act(editor, Action.SPIKE, key, "No.")
    for end in ("killed", "corrected", "dropped"):
        for number, key in fates.of(end):
            room.act(publisher, Action.PUBLISH, key)
            fates.show(number)
    pages += fates.look()
    for number, key in fates.of("killed"):
        room.act(publisher, Action.KILL, key, "Invented.")
        fates.hidden |= fates.words_of(number)
    for end in ("corrected", "dropped"):
        for number, key in fates.of(end):
            room.act(author, Action.CORRECT, key, f"Zqnext{number}z")
            room.write(key, author, f"It was zqnext{number}z.", headline=f"Zqnext{number}z")
            room.act(author, Action.FILE, key)
    pages += fates.look()
    for _number, key in fates.of("dropped"):
        room.act(editor, Action.DROP, key, "It was right.")
    room.later(days=1)
    pages += fates.look()
    print(f"\n{len(fates.keys)} dispatches, {pages} public pages read, no hidden word in any")


# ---- killed at any moment


def killed_while(act: Callable[[], object], pause: float) -> None:
    """Do ``act`` in a process of its own, and end that after ``pause`` seconds by SIGKILL."""
    db.session.remove()
    db.engine.dispose()
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    time.sleep(pause)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def how_long(act: Callable[[], object]) -> float:
    """Seconds that ``act`` takes."""
    began = time.monotonic()
    act()
    return time.monotonic() - began


def alone(person: Person) -> Person:
    """The person, loaded and in no session."""
    loaded = reading().get_one(Person, person.id)
    reading().expunge(loaded)
    return loaded


class Crash:
    """One story after the other, each acted on by a process that is killed meanwhile."""

    def __init__(self, made: Press) -> None:
        self.press, self.room = made, made.room
        self.editor = self.room.person("Ana Peng", Role.EDITOR)
        self.rng = random.Random(13)
        # Known to no session, they survive those that are thrown away.
        made.author, made.publisher, self.editor = (
            alone(person) for person in (made.author, made.publisher, self.editor)
        )
        self.number = 0

    def approved(self) -> tuple[uuid.UUID, str]:
        """A story that waits to be published, and the path it will have."""
        self.number += 1
        words = f"Crash{self.number}x"
        key = self.room.dispatch(self.press.author, "It rained.", headline=words)
        self._approve(key)
        return key, f"/news/politics/{words.lower()}-{key.hex[:8]}"

    def corrected(self) -> tuple[uuid.UUID, str]:
        """A published story whose correction waits to be published."""
        key, path = self.published()
        self.room.later(seconds=1)
        self.room.act(self.press.author, Action.CORRECT, key, "It snowed.")
        self.room.write(key, self.press.author, "It snowed.", headline=f"Crash{self.number}x")
        self._approve(key)
        return key, path

    def published(self) -> tuple[uuid.UUID, str]:
        """A story that readers see, kept as a file."""
        key, path = self.approved()
        self.room.act(self.press.publisher, Action.PUBLISH, key)
        bring_up_to_date(self.press.folder)
        self.press.get(path)
        return key, path

    def _approve(self, key: uuid.UUID) -> None:
        self.room.act(self.press.author, Action.FILE, key)
        self.room.act(self.editor, Action.CLAIM, key)
        self.room.act(self.editor, Action.APPROVE, key)

    def act(self, action: Action, key: uuid.UUID) -> None:
        """The act as a request does it: committed, then in the files."""
        self.room.act(self.press.publisher, action, key, "Because.")
        bring_up_to_date(self.press.folder)


@pytest.mark.parametrize("action", ["publish", "correct", "kill"])
def test_killed_at_any_moment_the_site_is_as_before_or_as_after(press: Press, action: str) -> None:
    rounds = times(100, 5)
    crash = Crash(press)
    make = {"publish": crash.approved, "correct": crash.corrected, "kill": crash.published}[action]
    act = Action.KILL if action == "kill" else Action.PUBLISH
    key, _path = make()
    lasts = how_long(lambda: crash.act(act, key))
    ends: Counter[str] = Counter()
    for _ in range(rounds):
        key, path = make()
        killed_while(lambda key=key: crash.act(act, key), crash.rng.random() * lasts * 1.3)  # type: ignore[misc]  # bound at once
        bring_up_to_date(press.folder)
        ends[story_is_whole(press, key, path, action)] += 1
    assert verify(press.room.read()).fault is None
    print(f"\n{action}: {rounds} processes killed within {lasts:.3f} s: {dict(ends)}")


def story_is_whole(made: Press, key: uuid.UUID, path: str, action: str) -> str:
    """Whether all that readers get is as before the act, or all as after."""
    row = made.room.get(key)
    after = row.state is State.DONE and (action != "kill" or row.live is Live.WITHDRAWAL)
    published = made.room.read().scalar(
        select(func.count()).where(Publication.dispatch_id == key, Publication.current.is_(True))
    )
    article, front = made.get(path), made.get("/").data
    word = path.rsplit("/", 1)[1].rsplit("-", 1)[0].encode()
    listed = word in front.lower()
    if action == "publish":
        assert (article.status_code == 200) is listed is after
        assert published == after
    elif action == "correct":
        assert (b"It snowed." in article.data) is after
        assert (b"It rained." in article.data) is not after
        assert published == 1
    else:
        assert article.status_code == (410 if after else 200)
        assert listed is not after
    return "after" if after else "before"


def test_an_export_killed_at_any_moment_is_the_one_before_or_the_one_after(
    press: Press, tmp_path: Path
) -> None:
    rounds = times(100, 5)
    crash, out = Crash(press), tmp_path / "out"
    for _ in range(3):
        crash.published()
    export(press.room.app, out)
    crash.published()
    lasts = how_long(lambda: export(press.room.app, out))
    ends: Counter[str] = Counter()
    for _ in range(rounds):
        before = tree_of(out / "site")
        crash.published()
        killed_while(lambda: export(press.room.app, out), crash.rng.random() * lasts * 1.3)
        now = tree_of(out / "site")
        export(press.room.app, out)
        after = tree_of(out / "site")
        assert now in (before, after), "a reader met half of an export"
        ends["before" if now == before else "after"] += 1
        assert len(list(out.glob(".tree-*"))) == 1
    print(f"\nexport: {rounds} processes killed within {lasts:.3f} s: {dict(ends)}")


def tree_of(root: Path) -> dict[str, bytes]:
    """Every file with its bytes; the log goes on between two exports."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not str(path.relative_to(root)).startswith("log/")
    }


# ---- many at once


def test_stories_due_in_the_same_second_are_published_once_each_by_four_workers(
    newsroom: Newsroom,
) -> None:
    count = times(1_000, 24)
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    editor = newsroom.person("Ana Peng", Role.EDITOR)
    publisher = newsroom.person("Nia Berg", Role.PUBLISHER)
    hour = newsroom.time + timedelta(hours=1)
    for _ in range(count):
        key = newsroom.dispatch(author)
        newsroom.act(author, Action.FILE, key)
        newsroom.act(editor, Action.CLAIM, key)
        newsroom.act(editor, Action.APPROVE, key)
        newsroom.act(publisher, Action.SCHEDULE, key, matter=Hour(hour))
    newsroom.time = hour - timedelta(seconds=1)
    assert not do_one(newsroom.app, HOURS), "a second early"
    newsroom.time = hour
    db.session.remove()
    db.engine.dispose()
    workers = [work_apart(newsroom) for _ in range(4)]
    for worker in workers:
        assert os.waitpid(worker, 0)[1] == 0
    session = newsroom.read()
    published = session.execute(
        select(Publication.dispatch_id, func.count()).group_by(Publication.dispatch_id)
    ).all()
    assert len(published) == count
    assert {number for _key, number in published} == {1}
    entries = session.scalar(select(func.count()).where(LogEntry.action == "publish"))
    assert entries == count
    assert verify(session).fault is None
    print(f"\n{db.engine.dialect.name}: {count} due at once, four workers, each published once")


def work_apart(room: Newsroom) -> int:
    """A worker in a process of its own, until nothing is due."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with room.app.app_context():
                while do_one(room.app, HOURS):
                    pass
            code = 0
        finally:
            os._exit(code)
    return child


# ---- carried anywhere


def test_an_export_of_many_stories_is_whole_and_the_next_one_small(
    press: Press, tmp_path: Path
) -> None:
    count = times(10_000, 120)
    publish_in_bulk(press.room, count)
    editor = press.room.person("Ana Peng", Role.EDITOR)
    key, path = press.publish("Corrected")
    out = tmp_path / "out"
    first = export(press.room.app, out)
    root = out / "site"
    links = sum(len(LINK.findall(page.read_bytes())) for page in root.rglob("*.html"))
    # Rows made in bulk stand in no log, so nothing certifies them.
    assert [one for one in broken_links(root) if not one.endswith(UNSIGNED)] == []
    room = press.room
    room.act(press.author, Action.CORRECT, key, "It snowed.")
    room.write(key, press.author, "It snowed.", headline="Corrected")
    room.act(press.author, Action.FILE, key)
    room.act(editor, Action.CLAIM, key)
    room.act(editor, Action.APPROVE, key)
    room.act(press.publisher, Action.PUBLISH, key)
    before = tree_of(root)
    second = export(press.room.app, out)
    after = tree_of(root)
    changed = {name for name in after if before.get(name) != after[name]}
    assert len(changed) < 40, sorted(changed)
    assert second.asked < 60
    assert f"{path[1:]}/index.html" in changed
    assert [one for one in broken_links(root) if not one.endswith(UNSIGNED)] == []
    print(
        f"\n{count} stories: {first.asked} pages, {links} links, none broken; after one correction "
        f"{second.asked} pages looked at, {len(changed)} files differ"
    )


UNSIGNED = ("/certificate.json", "/log/checkpoint")
