"""The site as static files: whole links, the same bytes, only what changed."""

import fcntl
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from flask import Flask

from editorial.models.saving import saving
from editorial.models.setting import Setting
from editorial.pipeline.public import touch
from editorial.site.export import export
from editorial.site.render import render
from editorial.site.tree import NotRendered
from editorial.web.inner import Page
from editorial.workflow.words import Action
from tests.web.site.test_files import Press, press

__all__ = ["press"]
LINK = re.compile(rb'(?:href|src)="([^"]+)"')


def file_of(root: Path, address: str) -> Path:
    """The file a static server gives for an address of the site."""
    path = root.joinpath(*unquote(urlsplit(address).path).split("/")[1:])
    return path / "index.html" if path.is_dir() else path


def broken_links(root: Path) -> list[str]:
    """Every link of every page that leads to no file."""
    broken = []
    for page in root.rglob("*.html"):
        for raw in LINK.findall(page.read_bytes()):
            address = raw.decode().replace("&amp;", "&")
            if address.startswith("http://localhost"):
                address = address.removeprefix("http://localhost") or "/"
            if address.startswith("/") and not file_of(root, address).is_file():
                broken.append(f"{page.relative_to(root)}: {address}")
    return broken


def certified(made: Press) -> None:
    """Let the log be signed: articles lead to it."""
    from editorial.worker import do_one

    with made.room.app.app_context():
        while do_one(made.room.app):
            pass


def test_an_export_has_whole_links_and_the_bytes_of_the_site(press: Press, tmp_path: Path) -> None:
    for number in range(3):
        press.publish(f"Story{number}")
    certified(press)
    export(press.room.app, tmp_path / "out")
    root = tmp_path / "out" / "site"
    assert broken_links(root) == []
    pages = [path for path in root.rglob("*.html") if path.name == "index.html"]
    assert len(pages) > 8
    for page in pages:
        path = "/" + str(page.relative_to(root)).removesuffix("index.html").rstrip("/")
        assert press.get(path).data == page.read_bytes(), path


def test_a_second_export_writes_only_what_changed(press: Press, tmp_path: Path) -> None:
    old = [press.publish(f"Story{number}") for number in range(12)]
    certified(press)
    out = tmp_path / "out"
    export(press.room.app, out)
    again = export(press.room.app, out)
    assert (again.changed, again.dropped) == ([], [])
    inode = file_of(out / "site", old[3][1]).stat().st_ino
    press.act(press.publisher, Action.KILL, old[11][0], "It was invented.")
    certified(press)
    killed = export(press.room.app, out)
    assert killed.asked < 40
    assert old[11][1] in killed.changed
    assert file_of(out / "site", old[3][1]).stat().st_ino == inode
    gone = out.joinpath("site", *old[11][1].split("/")[1:])
    assert sorted(path.name for path in gone.iterdir()) == ["gone.html", "index.html"]
    assert not [page for page in out.rglob("*.html") if b"Story11" in page.read_bytes()]
    assert broken_links(out / "site") == []


def test_the_picture_beside_a_link_is_in_the_export_and_follows_the_story(
    press: Press, tmp_path: Path
) -> None:
    key, path = press.publish("Rain")
    certified(press)
    out = tmp_path / "out"
    export(press.room.app, out)
    card = out.joinpath("site", *path.split("/")[1:], "card.png")
    assert card.read_bytes() == press.get(f"{path}/card.png").data
    press.act(press.publisher, Action.KILL, key, "It was invented.")
    certified(press)
    export(press.room.app, out)
    assert not out.joinpath("site", *path.split("/")[1:], "card.png").exists()


def test_certificates_that_were_not_signed_yet_come_with_the_next_export(
    press: Press, tmp_path: Path
) -> None:
    _key, path = press.publish("Rain")
    out = tmp_path / "out"
    assert export(press.room.app, out).uncertified == 1
    file = out.joinpath("site", *path.split("/")[1:], "certificate.json")
    assert not file.exists()
    certified(press)
    assert export(press.room.app, out).uncertified == 0
    assert out.joinpath("site", *path.split("/")[1:], "certificate.json").exists()


@pytest.mark.parametrize("again", [False, True])
def test_what_is_withdrawn_while_an_export_runs_is_not_in_it(
    press: Press, tmp_path: Path, again: bool
) -> None:
    key, path = press.publish("Deadly")
    out = tmp_path / "out"
    if again:
        export(press.room.app, out)
        press.publish("Later")

    def kill(_done: int, at: str) -> None:
        if at == "/" and press.get(path).status_code == 200:
            press.act(press.publisher, Action.KILL, key, "It was invented.")

    export(press.room.app, out, kill)
    root = out / "site"
    assert not [page for page in root.rglob("*.html") if b"Deadly" in page.read_bytes()]
    assert file_of(root, path).with_name("gone.html").exists()


def test_a_setting_that_changes_while_an_export_runs_is_on_every_page(
    press: Press, tmp_path: Path
) -> None:
    press.publish("Rain")
    changed: list[str] = []

    def change(_done: int, at: str) -> None:
        if at == "/corrections" and not changed:
            with saving() as session:
                session.merge(Setting(key="agency.name", value="The Other Wire"))
                touch(session, press.room.later(minutes=1))
            changed.append(at)

    export(press.room.app, tmp_path / "out", change)
    for page in (tmp_path / "out" / "site").rglob("*.html"):
        assert b"The Other Wire" in page.read_bytes(), page
    assert len(list((tmp_path / "out").glob(".tree-*"))) == 1


def test_nobody_else_is_at_a_tree_meanwhile(press: Press, tmp_path: Path) -> None:
    press.publish("Rain")
    asked = []

    def look(_done: int, at: str) -> None:
        asked.append(at)
        with (tmp_path / "out" / "lock").open("a") as lock, pytest.raises(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)

    export(press.room.app, tmp_path / "out", look)
    assert asked


def test_a_page_that_fails_keeps_the_tree_before(
    press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _key, path = press.publish("Rain")
    out = tmp_path / "out"
    export(press.room.app, out)
    before = (out / "site").resolve()
    press.publish("Snow")

    def fail(app: Flask, asked: str) -> Page:
        return Page(500, b"", "text/html") if asked == "/" else render(app, asked)

    monkeypatch.setattr("editorial.site.tree.render", fail)
    with pytest.raises(NotRendered, match="500"):
        export(press.room.app, out)
    assert (out / "site").resolve() == before
    assert b"Rain" in (before / "index.html").read_bytes()
    monkeypatch.undo()
    export(press.room.app, out)
    assert b"Snow" in (out / "site" / "index.html").read_bytes()
    assert file_of(out / "site", path).is_file()
