"""Names in any script, as files: a page is found under the path that readers ask for."""

from pathlib import Path
from urllib.parse import quote

import pytest

from editorial.models.saving import reading
from editorial.models.shelf_place import keyword_shelf
from editorial.site.export import export
from editorial.site.folder import Folder
from editorial.site.paths import all_paths, shelf_url
from editorial.worker import catch_up
from tests.web.site.test_files import Press, press

__all__ = ["press"]
ANNA = "Анна Коваль"
PAGE = "/by/анна-коваль"


def test_a_list_under_a_name_in_cyrillic_letters_follows_its_stories(press: Press) -> None:
    press.publish("Earlier", byline=ANNA)
    for form in ("", "/feed.atom"):
        assert b"Earlier" in press.get(quote(PAGE + form)).data
    press.publish("Later", byline=ANNA)
    for form in ("", "/feed.atom"):
        assert press.folder.has(PAGE + form)
        assert b"Later" in press.get(quote(PAGE + form)).data, form


def test_no_file_of_the_site_has_a_quoted_name(press: Press, tmp_path: Path) -> None:
    press.publish("Earlier", byline=ANNA)
    paths = list(all_paths(reading()))
    assert {PAGE, f"{PAGE}/feed.atom"} <= set(paths)
    assert shelf_url(reading(), keyword_shelf("зерно")) == "/topics/зерно"
    assert not [path for path in paths if "%" in path]
    export(press.room.app, tmp_path / "out")
    root = tmp_path / "out" / "site"
    assert root.joinpath(*PAGE.split("/")[1:], "index.html").is_file()
    assert not list(root.rglob("*%*"))


def test_a_long_name_in_any_script_is_published(press: Press) -> None:
    for headline, letter in (("Rain", "ж"), ("Snow", "記"), ("Hail", "𐌰")):
        press.publish(headline, byline=f"{letter * 54} {letter * 54}")
        assert headline.encode() in press.get("/").data


def test_the_server_starts_though_its_folder_can_not_be_written(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_folder: Folder) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Folder, "clear", full)
    catch_up(press.room.app)
