"""The look of the site: seen before it is saved, refused where it can't be read."""

import io
import re
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from editorial.models.log_entry import LogEntry
from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom, hidden_fields
from tests.web.site.test_files import Press, press

__all__ = ["press"]
LOOK = "/settings/look"


def mark() -> tuple[io.BytesIO, str]:
    written = io.BytesIO()
    Image.new("RGBA", (300, 60), (20, 20, 20, 255)).save(written, "PNG")
    return io.BytesIO(written.getvalue()), "mark.png"


class AdaAtHerDesk:
    """The administrator at the form."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.browser: Browser = room.client(room.person("Ada Berg", Role.ADMINISTRATOR))

    def send(self, url: str = LOOK, **fields: Any) -> Any:
        """The form as it stands, but for ``fields``."""
        page = self.browser.get(LOOK).get_data(as_text=True)
        colours = dict(re.findall(r'name="((?:light|dark)_\w+)"[^>]*value="(#\w+)"', page))
        assert len(colours) == 8
        typed = {"name": "Harbour Wire", "section": [], **colours, **fields}
        return self.browser.client.post(url, data={**hidden_fields(page, LOOK), **typed})


@pytest.fixture
def ada(sqlite_newsroom: Newsroom) -> AdaAtHerDesk:
    return AdaAtHerDesk(sqlite_newsroom)


def front(room: Newsroom) -> str:
    return str(room.client().get("/").get_data(as_text=True))


def test_what_is_saved_is_on_every_page_and_in_the_log(ada: AdaAtHerDesk) -> None:
    fields = {
        "tagline": "From the water",
        "light_accent": "#7a1f1f",
        "footer": "Harbour Wire e.V.",
        "links": "Imprint | https://wire.example/imprint\n\nPress | /about",
        "theme": "wire",
    }
    assert ada.send(**fields).status_code == 303
    told = front(ada.room)
    for words in ("From the water", "Harbour Wire e.V.", 'href="https://wire.example/imprint"'):
        assert words in told
    style = re.findall(r'rel="stylesheet"\s+href="([^"]+)"', told)[0]
    assert "--accent:#7a1f1f" in ada.browser.get(style).get_data(as_text=True)
    entries = select(LogEntry.body).where(LogEntry.action == "change_setting")
    bodies = ada.room.read().scalars(entries).all()
    keys = [key for body in bodies for key in re.findall(rb'"key":"([^"]+)"', body)]
    assert sorted(keys) == [
        b"agency.name",
        b"agency.tagline",
        b"site.colours",
        b"site.footer",
        b"site.theme",
    ]
    # Sent again as it stands, it changes nothing.
    assert ada.send(**fields).status_code == 303
    count = ada.room.read().query(LogEntry).filter_by(action="change_setting").count()
    assert count == len(keys)


def test_a_saved_look_renews_the_published_files_and_a_tried_one_leaves_them(
    press: Press,
) -> None:
    _key, path = press.publish("Rain")
    ada = AdaAtHerDesk(press.room)
    press.get(path)
    before = press.bytes()
    tried = ada.send(f"{LOOK}/preview", tagline="From the water", sample="story")
    assert "From the water" in tried.get_data(as_text=True)
    assert press.bytes() == before
    assert ada.send(tagline="From the water").status_code == 303
    assert not press.folder.has(path)
    assert b"From the water" in press.get(path).data


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"light_accent": "#c0c0c0"}, "Too close to the paper: 1."),
        ({"dark_paper": "#ffffff"}, "text needs 4.5 to 1"),
        ({"light_ink": "red"}, "A colour of six digits"),
        ({"links": "Click | javascript:alert(1)"}, "needs its words"),
        ({"links": "Elsewhere | //evil.example"}, "needs its words"),
        ({"links": "https://wire.example"}, "needs its words"),
        ({"name": " "}, "A name that readers will see"),
        ({"theme": "../../etc"}, "Not a valid choice"),
    ],
)
def test_what_can_not_be_read_or_followed_is_refused(
    ada: AdaAtHerDesk, fields: dict[str, str], refused: str
) -> None:
    answer = ada.send(**fields)
    assert answer.status_code == 422
    assert refused in answer.get_data(as_text=True)
    assert "Newsroom" in front(ada.room)
    assert setting(reading(), "site.colours") == {}
    assert setting(reading(), "site.footer")["links"] == []


def test_a_look_is_tried_out_by_night_in_a_frame_of_our_own_only(ada: AdaAtHerDesk) -> None:
    fields = {"scheme": "dark", "dark_accent": "#ffcc00", "light_quiet": "#c0c0c0"}
    answer = ada.send(f"{LOOK}/preview", **fields)
    told = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "Harbour Wire" in told
    assert "<body inert" in told
    assert "Quiet words: Too close to the paper" in told
    url = re.findall(r'rel="stylesheet"\s+href="([^"]+)"', told)[0].replace("&amp;", "&")
    style = ada.browser.get(url).get_data(as_text=True)
    assert "@media screen and (width >= 0px){:root{--paper:#161512" in style
    assert "--accent:#ffcc00" in style
    assert "prefers-color-scheme" not in style
    # Readers still have what was saved, and can't ask for a look of their own.
    assert "Newsroom" in front(ada.room)
    assert ada.room.client().get(url).status_code == 302
    page = ada.browser.get(LOOK)
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]


def test_sections_are_arranged_by_their_numbers_and_ticks(ada: AdaAtHerDesk) -> None:
    for name in ("Economy", "Region"):
        ada.room.desk(name)
    fields: dict[str, Any] = {
        "section": ["economy", "politics", "region", "made-up"],
        "place-economy": "3",
        "place-politics": "2",
        "place-region": "1",
        "shown": ["region", "economy"],
    }
    assert ada.send(**fields).status_code == 303
    assert setting(reading(), "site.sections") == {
        "order": ["region", "politics", "economy"],
        "hidden": ["politics"],
    }


def test_a_picture_stands_in_the_place_of_the_name_until_it_is_taken_away(
    ada: AdaAtHerDesk,
) -> None:
    tried = ada.send(f"{LOOK}/preview", wordmark=mark()).get_data(as_text=True)
    assert 'src="data:image/png;base64,' in tried
    assert "<img" not in front(ada.room)
    assert ada.send(wordmark=mark(), wordmark_inverts="y").status_code == 303
    shown = re.findall(r'<img class="inverts"\s+src="([^"]+)"', front(ada.room))
    picture = ada.room.client().get(shown[0])
    assert picture.headers["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(picture.data)).size == (300, 60)
    assert 'alt="Harbour Wire"' in front(ada.room)
    assert ada.send().status_code == 303
    assert ada.room.client().get(shown[0]).status_code == 200
    assert ada.send(wordmark_away="y").status_code == 303
    assert "<img" not in front(ada.room)
    assert ada.room.client().get(shown[0]).status_code == 404


def test_what_is_no_picture_is_refused_and_what_was_typed_stays(ada: AdaAtHerDesk) -> None:
    answer = ada.send(wordmark=(io.BytesIO(b"<svg onload='x'/>"), "mark.svg"), tagline="Kept")
    assert answer.status_code == 422
    assert "not a picture that can be read" in answer.get_data(as_text=True)
    assert 'value="Kept"' in answer.get_data(as_text=True)
