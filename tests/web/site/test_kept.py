"""Which pages are kept as files: those that the site leads to, under their own path alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest

from editorial.models.saving import reading
from editorial.site.folder import Folder
from editorial.site.paths import all_paths
from editorial.site.rebuild import AT_ONCE, rebuild
from editorial.workflow.words import Action
from tests.web.site.test_files import Press, press

__all__ = ["press"]
SPELLINGS = [
    *("/search/01.json", "/search/0001.json", "/search/١.json", f"/search/{'0' * 260}1.json"),
    *("/sitemaps/01.xml", "/sitemaps/١.xml"),
]


@pytest.mark.parametrize("path", SPELLINGS)
def test_another_spelling_of_a_number_is_no_file(press: Press, path: str) -> None:
    key, _story = press.publish("Deadly")
    before = set(press.bytes())
    assert press.get(path).status_code == 200
    assert set(press.bytes()) == before
    press.act(press.publisher, Action.KILL, key, "It was invented.")
    assert b"Deadly" not in press.get(path).data


def test_every_page_that_the_site_leads_to_is_kept(press: Press) -> None:
    _key, path = press.publish("Rain", byline="Анна Коваль")
    for url in (
        *("/", "/corrections", "/search", "/news/politics", "/by/анна-коваль", "/search/1.json"),
        *(path, f"{path}/versions", f"{path}/versions/1", f"{path}/reviews", f"{path}.ninjs.json"),
        *("/feed.rss", "/sitemaps/1.xml", "/sitemaps/pages.xml", "/robots.txt"),
    ):
        press.folder.drop(url)
        assert press.get(url).status_code == 200, url
        assert press.folder.has(url), url


def test_a_rebuild_takes_out_what_is_no_page_of_the_site(press: Press) -> None:
    _key, path = press.publish("Rain")
    press.folder.put("/search/01.json", b"Deadly" * 100)
    press.folder.put("/by/nobody", b"Deadly" * 100)
    rebuild(press.folder)
    assert press.folder.has(path)
    assert not [name for name, body in press.bytes().items() if b"Deadly" in body]
    assert not press.folder.has("/search/01.json")
    assert not (press.folder.pages / "search" / "01.json.gz").exists()


def test_a_reader_waits_for_nobody_who_holds_the_folder(press: Press) -> None:
    _key, path = press.publish("Rain")
    press.folder.drop(path)
    with press.folder.locked():
        assert press.get(path).status_code == 200
        assert not press.folder.has(path)
    assert press.get(path).status_code == 200
    assert press.folder.has(path)


def test_a_rebuild_lets_others_at_the_folder(press: Press) -> None:
    """A withdrawal while it runs is taken out by the act itself."""
    killed, path = press.publish("Deadly")
    for number in range(4):
        press.publish(f"Story{number}")
    asked = 0

    def meanwhile(done: int, _path: str) -> None:
        nonlocal asked
        asked = done

    turns = []
    locked = Folder.locked

    @contextmanager
    def counted(folder: Folder, *, wait: bool = True) -> Iterator[None]:
        with locked(folder, wait=wait):
            yield
        turns.append(asked)
        if len(turns) == 3:
            press.room.act(press.publisher, Action.KILL, killed, "It was invented.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Folder, "locked", counted)
        assert rebuild(press.folder, meanwhile) == asked > AT_ONCE
    assert max(after - before for before, after in pairwise(turns)) <= AT_ONCE
    assert press.get(path).status_code == 410
    assert not [name for name, body in press.bytes().items() if b"Deadly" in body]
    assert not set(press.bytes()) - names(press)


def names(press: Press) -> set[str]:
    """The files that the pages of the site are."""
    paths = list(all_paths(reading()))
    pages = [press.folder.file(path).relative_to(press.folder.pages) for path in paths]
    gone = [page.with_name("gone.html") for page in pages]
    return {f"{page}{packed}" for page in (*pages, *gone) for packed in ("", ".gz")}


def test_a_file_is_served_and_kept_whatever_hangs_on_to_its_address(press: Press) -> None:
    _key, path = press.publish("Rain")
    plain = press.get(path)
    press.folder.drop(path)
    assert press.get(f"{path}?fbclid=1").data == plain.data
    assert press.folder.has(path)
    press.folder.put(path, b"as a file")
    assert press.get(f"{path}?utm_source=x").data == b"as a file"
    press.get("/search")
    assert press.folder.has("/search")
    assert b"Rain" in press.get("/search?q=rain").data
    assert b"Rain" not in press.get("/search").data


def test_a_process_that_knew_a_page_answers_that_it_is_gone(press: Press) -> None:
    key, path = press.publish("Deadly")
    assert press.get(path).status_code == 200
    press.act(press.publisher, Action.KILL, key, "It was invented.")
    gone = press.get(path)
    assert gone.status_code == 410
    assert press.get(path, **{"If-None-Match": gone.headers["ETag"]}).status_code == 410
    assert not press.folder.file(path).exists()


def test_a_reader_has_the_page_though_the_disk_is_full(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    _key, path = press.publish("Rain")
    press.folder.drop(path)

    def full(_folder: Folder, _path: str, _body: bytes, *, gone: bool = False) -> bool:
        raise OSError(28, f"No space left on device, {gone}")

    monkeypatch.setattr(Folder, "put", full)
    assert press.get(path).status_code == 200
