"""Pictures in an export: those that its pages show, and none of a story that was withdrawn."""

from pathlib import Path
from typing import Any

from editorial.models.dispatch_picture import DispatchPicture
from editorial.models.saving import saving
from editorial.site.export import export
from editorial.site.press import bring_up_to_date
from editorial.workflow.words import Action, Role
from tests.web.site.test_export import broken_links, certified
from tests.web.site.test_files import Press, press
from tests.web.site.test_pictures import addresses, kept

__all__ = ["press"]


def publish(made: Press, digest: str, headline: str) -> tuple[Any, str]:
    """A story with the picture, within its text."""
    room = made.room
    text = f"It rained.\n\n![A pier](/pictures/{digest})\n\nIt stopped."
    key = room.publish(made.author, text, headline=headline)
    with saving() as session:
        session.add(DispatchPicture(dispatch_id=key, digest=digest))
    bring_up_to_date(made.folder)
    return key, f"/news/politics/{headline.lower()}-{key.hex[:8]}"


def correct(made: Press, key: Any) -> None:
    """A second version without its picture."""
    room = made.room
    editor = room.person("Ana Peng", Role.EDITOR)
    room.act(made.author, Action.CORRECT, key, "It was another bridge.")
    room.write(key, made.author, "No picture.")
    room.act(made.author, Action.FILE, key)
    room.act(editor, Action.CLAIM, key)
    room.act(editor, Action.APPROVE, key)
    room.act(made.publisher, Action.PUBLISH, key)
    bring_up_to_date(made.folder)


def test_every_picture_that_a_page_shows_is_in_the_export(press: Press, tmp_path: Path) -> None:
    digest = kept(press.room, press.author)
    key, path = publish(press, digest, "Rain")
    correct(press, key)
    certified(press)
    export(press.room.app, tmp_path / "out")
    root = tmp_path / "out" / "site"
    version = root.joinpath(*f"{path}/versions/1/index.html".split("/")[1:]).read_text()
    shown = addresses(version)
    assert shown
    assert f'"/pictures/{digest}"' not in version
    for page in root.rglob("*.html"):
        shown |= addresses(page.read_text())
    for address in shown:
        assert root.joinpath(*address.split("/")[1:]).is_file(), address
    assert broken_links(root) == []


def test_no_picture_of_a_withdrawn_story_stays_in_an_export(press: Press, tmp_path: Path) -> None:
    digest = kept(press.room, press.author)
    key, _path = publish(press, digest, "Deadly")
    other, _path = publish(press, digest, "Rain")
    certified(press)
    out = tmp_path / "out"
    export(press.room.app, out)
    assert list(out.joinpath("site", "pictures").rglob("*.jpg"))
    press.act(press.publisher, Action.KILL, key, "It was invented.")
    export(press.room.app, out)
    assert list(out.joinpath("site", "pictures").rglob("*.jpg"))
    press.act(press.publisher, Action.KILL, other, "It was invented.")
    done = export(press.room.app, out)
    left = [file for file in out.joinpath("site", "pictures").rglob("*") if file.is_file()]
    assert left == []
    assert [path for path in done.dropped if path.startswith("/pictures/")]


def test_caches_ask_each_time_for_a_picture(press: Press) -> None:
    digest = kept(press.room, press.author)
    publish(press, digest, "Rain")
    for path in (f"/pictures/{digest}", f"/pictures/{digest}/320.jpg"):
        answer = press.get(path)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-cache"
        again = press.get(path, **{"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304
