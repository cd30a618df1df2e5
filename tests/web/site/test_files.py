"""Published pages as files: kept, served, swapped and dropped, exactly."""

import gzip
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from editorial.models.person import Person
from editorial.site.folder import GONE, Folder
from editorial.site.press import FEW, bring_forward, bring_up_to_date, folder_here
from editorial.site.rebuild import rebuild
from editorial.worker import LISTS, do_one
from editorial.workflow.words import Action, Role
from tests.databases import SqliteTemplate
from tests.newsroom import Newsroom
from tests.witnessing import work


class Press:
    """A newsroom whose pages are kept as files."""

    def __init__(self, url: str, folder: Path) -> None:
        self.room = Newsroom(url, folder, SITE_FILES=True)
        with self.room.app.app_context():
            found = folder_here()
            assert found is not None
            self.folder: Folder = found
            self.author = self.room.person("Mira Sol", Role.CORRESPONDENT)
            self.publisher = self.room.person("Nia Berg", Role.PUBLISHER)

    def publish(self, headline: str, **fields: Any) -> tuple[uuid.UUID, str]:
        """A story that readers see, and its path."""
        key = self.room.publish(self.author, "It rained.", headline=headline, **fields)
        bring_up_to_date(self.folder)
        self.room.later(minutes=1)
        return key, f"/news/politics/{headline.lower()}-{key.hex[:8]}"

    def act(self, person: Person, action: Action, key: uuid.UUID, note: str = "") -> None:
        """One act of the dispatch page."""
        page = f"/dispatches/{key}"
        answer = self.room.client(person).post(
            f"{page}/decision", page, action=action.value, note=note
        )
        assert answer.status_code == 303, answer.get_data(as_text=True)

    def get(self, path: str, **headers: str) -> Any:
        """What a reader gets."""
        return self.room.client().get(path, headers=headers)

    def bytes(self) -> dict[str, bytes]:
        """Every file and what is in it."""
        pages = self.folder.pages
        return {
            str(path.relative_to(pages)): path.read_bytes()
            for path in pages.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def press(sqlite_template: SqliteTemplate, tmp_path: Path) -> Iterator[Press]:
    made = Press(sqlite_template.fresh(tmp_path), tmp_path)
    with made.room.app.app_context():
        yield made
        made.room.close()


def test_a_page_is_the_same_from_the_file_as_from_the_view(press: Press) -> None:
    _key, path = press.publish("Rain")
    press.folder.clear()
    for url in (path, "/", "/news/politics", "/feed.json", "/feed.atom", "/sitemap.xml"):
        first = press.get(url)
        assert press.folder.has(url), url
        again = press.get(url)
        assert (again.status_code, again.data) == (first.status_code, first.data) != (404, b"")
        assert again.headers["Content-Type"] == first.headers["Content-Type"], url
        for name in ("Content-Security-Policy", "Cache-Control", "X-Content-Type-Options"):
            assert again.headers[name] == first.headers[name], url
        assert "Set-Cookie" not in again.headers


def test_a_file_is_asked_for_again_by_its_strong_etag_and_packed_on_request(
    press: Press,
) -> None:
    press.publish("Rain")
    plain = press.get("/")
    etag = plain.headers["ETag"]
    assert not etag.startswith("W/")
    assert press.get("/", **{"If-None-Match": etag}).status_code == 304
    packed = press.get("/", **{"Accept-Encoding": "gzip"})
    assert packed.headers["ETag"] != etag
    assert gzip.decompress(packed.data) == plain.data
    assert press.room.client().client.head("/").data == b""


def test_publishing_swaps_in_what_it_touches_and_nothing_else(press: Press) -> None:
    for number in range(8):
        _key, _path = press.publish(f"Story{number}")
    rebuild(press.folder)
    before = press.bytes()
    _key, path = press.publish("Newest")
    after = press.bytes()
    changed = {name for name in after if before.get(name) != after[name]}
    assert f"{path[1:]}/index.html" in changed
    assert {"index.html", "news/politics/index.html", "feed.atom"} <= changed
    # The story before it under the same slugline leads on to it; no other page changes.
    others = {name.split("/")[2].split("-")[0] for name in changed if "/story" in name}
    assert others <= {"story7"}


def test_a_story_is_in_the_files_before_its_act_answers_and_the_lists_follow_by_a_job(
    press: Press,
) -> None:
    press.publish("Earlier")
    rebuild(press.folder)
    editor = press.room.person("Ana Peng", Role.EDITOR)
    key = press.room.dispatch(press.author, headline="Newest")
    press.room.act(press.author, Action.FILE, key)
    press.room.act(editor, Action.CLAIM, key)
    press.room.act(editor, Action.APPROVE, key)
    press.act(press.publisher, Action.PUBLISH, key)
    pages = press.folder.pages
    assert b"Newest" in (pages / f"news/politics/newest-{key.hex[:8]}/index.html").read_bytes()
    assert b"Newest" not in (pages / "index.html").read_bytes()
    while do_one(press.room.app, LISTS):
        pass
    for name in ("index.html", "news/politics/index.html", "feed.atom", "sitemap.xml"):
        assert (pages / name).exists(), name
    assert b"Newest" in (pages / "index.html").read_bytes()
    assert b"Newest" in (pages / "feed.atom").read_bytes()


def test_a_corrected_text_is_out_of_every_list_before_its_act_answers(press: Press) -> None:
    room = press.room
    key, _path = press.publish("Wrongly", summary="Quicksilver")
    rebuild(press.folder)
    listed = [name for name, body in press.bytes().items() if b"Wrongly" in body]
    assert {"index.html", "feed.rss", "news/politics/index.html"} <= set(listed)
    other = room.person("Ana Peng", Role.EDITOR)
    chief = room.person("Ruth Amsel", Role.EDITOR)
    room.act(other, Action.CORRECT, key, "The headline was wrong.")
    room.write(key, other, "It was dry.", headline="Rightly", summary="Dry.")
    room.act(other, Action.FILE, key)
    room.act(chief, Action.CLAIM, key)
    room.act(chief, Action.APPROVE, key)
    press.act(press.publisher, Action.PUBLISH, key)
    for name in ("index.html", "feed.rss", "news/politics/index.html"):
        body = (press.folder.pages / name).read_bytes()
        assert b"Rightly" in body, name
        assert b"Quicksilver" not in body, name


def test_nobody_doing_the_jobs_whoever_acts_brings_the_lists_up_to_date_in_the_end(
    press: Press,
) -> None:
    press.publish("Earlier")
    rebuild(press.folder)
    waiting = [press.room.publish(press.author, headline=f"Story{n}") for n in range(FEW)]
    bring_forward(press.folder)
    assert b"Story0" not in (press.folder.pages / "index.html").read_bytes()
    press.room.publish(press.author, headline="Last")
    bring_forward(press.folder)
    front = (press.folder.pages / "index.html").read_bytes()
    assert b"Story0" in front
    assert b"Last" in front
    assert len(waiting) == FEW


def test_a_kill_is_gone_from_every_file_before_it_answers(press: Press) -> None:
    key, path = press.publish("Deadly", summary="Quicksilver")
    others = [press.publish(f"Story{number}")[1] for number in range(3)]
    for url in (*others, "/feed.rss", "/by/mira-sol", "/by/mira-sol/feed.json", path):
        press.get(url)
    rebuild(press.folder)
    holding = [name for name, body in press.bytes().items() if b"Deadly" in body]
    assert len(holding) > 8
    press.act(press.publisher, Action.KILL, key, "It was invented.")
    left = press.bytes()
    assert not [name for name, body in left.items() if b"Deadly" in body or b"Quicksilver" in body]
    assert not [
        name
        for name, body in left.items()
        if name.endswith(".gz") and b"Deadly" in gzip.decompress(body)
    ]
    gone = press.get(path)
    assert gone.status_code == 410
    assert b"It was invented." in gone.data
    assert press.folder.file(path).with_name(GONE).exists()
    assert press.get(path + "/versions").status_code == 404


def test_a_page_nobody_listed_is_known_by_the_story_it_shows(press: Press) -> None:
    key, path = press.publish("Deadly")
    press.get(path)
    press.get("/")
    press.get("/news/politics")
    assert {path, "/", "/news/politics"} <= press.folder.holding(key)


def test_a_lost_folder_is_rebuilt_to_the_same_bytes(press: Press) -> None:
    killed, _path = press.publish("Deadly")
    for number in range(4):
        press.publish(f"Story{number}")
    press.act(press.publisher, Action.KILL, killed, "It was invented.")
    rebuild(press.folder)
    before = press.bytes()
    press.folder.clear()
    press.room.later(days=40)
    rebuild(press.folder)
    assert press.bytes() == before


def test_what_a_crash_left_undone_is_done_at_the_next_start(press: Press) -> None:
    key, path = press.publish("Deadly")
    press.get(path)
    press.room.act(press.publisher, Action.KILL, key, "It was invented.")
    assert b"Deadly" in press.get(path).data
    assert bring_up_to_date(press.folder) > 0
    assert press.get(path).status_code == 410
    assert bring_up_to_date(press.folder) == 0


def test_a_page_made_before_a_change_is_not_kept_after_it(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, path = press.publish("Deadly")
    press.folder.clear()
    told = Folder.has

    def kill_meanwhile(folder: Folder, asked: str) -> bool:
        monkeypatch.setattr(Folder, "has", told)
        with press.room.app.app_context():
            press.room.act(press.publisher, Action.KILL, key, "It was invented.")
            bring_up_to_date(folder)
        return False

    monkeypatch.setattr(Folder, "has", kill_meanwhile)
    press.get(path)
    assert press.get(path).status_code == 410


def test_a_changed_setting_takes_every_page_anew(press: Press) -> None:
    _key, path = press.publish("Rain")
    admin = press.room.person("Ada Admin", Role.ADMINISTRATOR)
    press.get(path)
    assert b'<html lang="en"' in press.get("/").data
    press.room.client(admin).post("/settings", language="de", reviews="y")
    assert not press.folder.has(path)
    assert b'<html lang="de"' in press.get("/").data


@pytest.mark.parametrize("path", ["/../secret", "/news/../../secret", "/.gz", "//etc/passwd"])
def test_no_path_leads_out_of_the_folder(press: Press, path: str) -> None:
    (press.folder.root / "secret").write_text("hidden")
    answer = press.get(path)
    assert b"hidden" not in answer.data
    assert answer.status_code in (301, 308, 404)


def test_an_article_leads_to_the_checkpoints_and_is_not_rewritten_for_a_new_one(
    press: Press,
) -> None:
    _key, path = press.publish("Rain")
    html = press.get(path).get_data(as_text=True)
    assert 'href="/log/checkpoints.atom"' in html
    assert 'href="/log/checkpoint"' in html
    work(press.room)
    before, feed = press.bytes(), press.get("/log/checkpoints.atom").get_data()
    press.room.act(press.author, Action.FILE, press.room.dispatch(press.author))
    press.room.later(minutes=11)
    work(press.room)
    bring_up_to_date(press.folder)
    assert press.get("/log/checkpoints.atom").get_data() != feed
    assert press.bytes() == before


@pytest.mark.parametrize("key", ["site.reviews", "site.names_approvers"])
def test_a_setting_is_on_every_page_it_stands_on_before_it_answers(press: Press, key: str) -> None:
    paths = [press.publish(f"Story{number}")[1] for number in range(3)]
    admin = press.room.person("Ada Admin", Role.ADMINISTRATOR)
    before = [press.get(path).data for path in paths]
    fields = {"language": "en"}
    changed = {"site.reviews": {}, "site.names_approvers": {"reviews": "y", "names_approvers": "y"}}
    answer = press.room.client(admin).post("/settings", **fields, **changed[key])
    assert answer.status_code == 303
    for path, old in zip(paths, before, strict=True):
        now = press.get(path).data
        assert now != old
        assert (b"Editor 1" in now or b"Editor 2" in now or b"Editor 3" in now) is (
            key == "site.names_approvers"
        )
        assert (b"<textarea" in now) is (key == "site.names_approvers")


def test_a_setting_that_stands_on_no_page_leaves_the_files_alone(press: Press) -> None:
    _key, path = press.publish("Rain")
    press.get(path)
    admin = press.room.person("Ada Admin", Role.ADMINISTRATOR)
    edition, kept = press.folder.edition, press.folder.file(path).stat().st_ino
    fields = {"language": "en", "reviews": "y", "totp_required": "y"}
    press.room.client(admin).post("/settings", **fields)
    assert press.folder.edition == edition
    assert press.folder.file(path).stat().st_ino == kept
