"""How the site looks: one stylesheet named by its bytes, themes, sections, foot, the wordmark."""

import re
from pathlib import Path

import pytest

from editorial.models.person import Person
from editorial.site.folder import Folder
from editorial.site.made import renew_if_made_otherwise
from editorial.workflow.words import Role
from tests.newsroom import Newsroom
from tests.web.site.test_files import Press, press

__all__ = ["press"]
FOR_EVER = "public, max-age=31536000, immutable"


def text(room: Newsroom, url: str) -> str:
    answer = room.client().get(url)
    assert answer.status_code == 200, url
    return str(answer.get_data(as_text=True))


def sheet(room: Newsroom, url: str = "/") -> str:
    """The address of the page's stylesheet."""
    return str(re.findall(r'rel="stylesheet"\s+href="([^"]+)"', text(room, url))[0])


@pytest.fixture
def mira(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)


def test_a_changed_colour_is_a_stylesheet_of_another_name(sqlite_newsroom: Newsroom) -> None:
    before = sheet(sqlite_newsroom)
    sqlite_newsroom.change_setting("site.colours", {"light": {"accent": "#7a1f1f"}})
    after = sheet(sqlite_newsroom)
    assert after != before
    reader = sqlite_newsroom.client()
    now, old = reader.get(after), reader.get(before)
    assert "--accent:#7a1f1f" in now.get_data(as_text=True)
    assert now.headers["Cache-Control"] == FOR_EVER
    # A page that was kept for long still has a style, and nobody keeps it under that name.
    assert old.get_data() == now.get_data()
    assert old.headers["Cache-Control"] == "no-cache"
    assert 'content="#fbfaf7"' in text(sqlite_newsroom, "/")
    sqlite_newsroom.change_setting("site.colours", {"light": {"paper": "#ffffff"}})
    assert 'content="#ffffff"' in text(sqlite_newsroom, "/")


def test_the_stylesheet_is_a_file_under_its_own_name_only(press: Press) -> None:
    press.publish("Rain")
    url = sheet(press.room)
    first = press.get(url)
    assert press.folder.has(url)
    again = press.get(url)
    for answer in (first, again):
        assert answer.headers["Cache-Control"] == FOR_EVER
        assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert again.data == first.data
    press.get("/style/0000.css")
    assert not press.folder.has("/style/0000.css")


def test_pages_made_by_another_version_are_made_anew(press: Press, tmp_path: Path) -> None:
    _key, path = press.publish("Rain")
    assert renew_if_made_otherwise(press.folder, None)
    press.get(path)
    assert not renew_if_made_otherwise(press.folder, None)
    assert press.folder.has(path)
    theme = tmp_path / "themes" / "mine"
    theme.mkdir(parents=True)
    (theme / "theme.css").write_text("h1 { margin: 0 }")
    assert renew_if_made_otherwise(press.folder, theme.parent)
    assert not Folder(press.folder.root).has(path)


def test_a_theme_replaces_a_public_page_and_adds_to_the_style(
    sqlite_newsroom: Newsroom, mira: Person
) -> None:
    sqlite_newsroom.publish(mira, "It rained.", headline="Rain")
    assert 'class="wire"' not in text(sqlite_newsroom, "/")
    sqlite_newsroom.change_setting("site.theme", "wire")
    assert 'class="wire"' in text(sqlite_newsroom, "/")
    assert ".wire" in text(sqlite_newsroom, sheet(sqlite_newsroom))
    # What the theme does not replace is the house's own.
    assert 'class="notice"' in text(sqlite_newsroom, "/corrections")
    sqlite_newsroom.change_setting("site.theme", "gone")
    assert 'class="front"' in text(sqlite_newsroom, "/")


def test_a_theme_of_the_house_lies_where_it_says_and_touches_no_page_of_the_desk(
    sqlite_newsroom: Newsroom, mira: Person, tmp_path: Path
) -> None:
    pages = tmp_path / "themes" / "mine" / "templates"
    for name in ("site/about.html", "errors/site.html", "review/start.html"):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(
            f"{{% extends 'site/base.html' %}}{{% set site = site_here() %}}"
            f"{{% set say = words_in('en') %}}{{% block content %}}mine: {name}"
            "{% endblock %}"
        )
    (pages.parent / "theme.css").write_text(".mine { color: var(--ink) }")
    config = sqlite_newsroom.app.config
    object.__setattr__(config["EDITORIAL"], "themes", tmp_path / "themes")
    sqlite_newsroom.change_setting("site.theme", "mine")
    assert "mine: site/about.html" in text(sqlite_newsroom, "/about")
    missing = sqlite_newsroom.client().get("/nothing-here")
    assert (missing.status_code, "mine: errors/site.html" in missing.text) == (404, True)
    assert "mine:" not in sqlite_newsroom.client(mira).get("/start").get_data(as_text=True)


def test_sections_stand_in_the_order_of_the_settings_and_hidden_ones_are_not_led_to(
    sqlite_newsroom: Newsroom, mira: Person
) -> None:
    for name in ("Politics", "Economy", "Region"):
        sqlite_newsroom.desk(name)
    sqlite_newsroom.publish(mira, "It rained.", headline="Rain")
    arranged = {"order": ["region", "politics"], "hidden": ["economy"]}
    sqlite_newsroom.change_setting("site.sections", arranged)
    front = text(sqlite_newsroom, "/")
    assert re.findall(r'href="/news/(\w+)"', front.split("</nav>")[0]) == ["region", "politics"]
    assert "/news/economy" not in front
    assert text(sqlite_newsroom, "/news/economy")


def test_the_foot_has_its_words_and_links(sqlite_newsroom: Newsroom) -> None:
    told = {"text": "Harbour Wire e.V.\nOdra", "links": [["Imprint", "https://wire.example/i"]]}
    sqlite_newsroom.change_setting("site.footer", told)
    foot = text(sqlite_newsroom, "/").split('class="foot"')[1]
    assert ">Harbour Wire e.V.</p>" in foot
    assert ">Odra</p>" in foot
    assert re.search(r'href="https://wire.example/i"><bdi>Imprint</bdi>', foot)
