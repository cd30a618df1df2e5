"""Pictures: added with a save, shown to those who may see their story."""

import io
import re
from html import unescape

import pytest
from PIL import Image

from editorial.models.person import Person
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom
from tests.web.drafting.pages import edit, fields, send


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def author(room: Newsroom) -> Person:
    return room.person("Mira Sol", Role.CORRESPONDENT)


def source(words: str) -> str:
    """The first picture's address in ``words``."""
    found = re.search(r"/pictures/[0-9a-f]{64}", words)
    assert found
    return found[0]


def picture() -> io.BytesIO:
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(written, "JPEG")
    written.seek(0)
    return written


def test_a_picture_is_added_with_a_save_and_shows_its_line(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author)
    browser = room.client(author)
    answer = send(browser, edit(dispatch), body="It poured.", picture=(picture(), "quay.jpg"))
    assert answer.location == f"{edit(dispatch)}#pictures"
    html = browser.get(edit(dispatch)).get_data(as_text=True)
    assert "It poured." in html
    found = re.search(r'value="(!\[[^>]*?)" readonly', html)
    assert found
    line = unescape(found[1])
    assert send(browser, edit(dispatch), body=f"It poured.\n\n{line}").status_code == 303
    src = source(line)
    shown = browser.get(src)
    assert (shown.status_code, shown.mimetype) == (200, "image/jpeg")
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert "private" in shown.headers["Cache-Control"]
    assert browser.get(src, headers={"If-None-Match": shown.headers["ETag"]}).status_code == 304


def test_a_file_that_is_no_picture_is_refused_and_the_words_are_kept(
    room: Newsroom, author: Person
) -> None:
    dispatch = room.dispatch(author)
    upload = (io.BytesIO(b"<svg onload=alert(1)>"), "x.svg")
    answer = send(room.client(author), edit(dispatch), body="Typed.", picture=upload)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "not a picture that can be read" in html
    assert fields(html)["body"] == "Typed."


def test_a_picture_is_seen_by_its_desk_until_its_story_is_published(
    room: Newsroom, author: Person
) -> None:
    editor, publisher = room.person("Eda Lund", Role.EDITOR), room.person("Pia", Role.PUBLISHER)
    dispatch = room.dispatch(author)
    mine, reader = room.client(author), room.client()
    stranger = room.client(room.person("Ana Far", Role.EDITOR, desk="Sports"))
    send(mine, edit(dispatch), picture=(picture(), "quay.jpg"))
    src = source(mine.get(edit(dispatch)).text)
    send(mine, edit(dispatch), body=f"Words.\n\n![A quay]({src})", then="file")
    codes = [browser.get(src).status_code for browser in (mine, stranger, reader)]
    assert codes == [200, 404, 404]
    room.act(editor, Action.CLAIM, dispatch)
    room.act(editor, Action.APPROVE, dispatch)
    assert reader.get(src).status_code == 404
    room.act(publisher, Action.PUBLISH, dispatch)
    assert reader.get(src).status_code == 200
    assert reader.get(src).headers["Cache-Control"] == "no-cache"


def test_a_picture_given_but_not_shown_stays_at_the_desk_after_publishing(
    room: Newsroom, author: Person
) -> None:
    editor, publisher = room.person("Eda Lund", Role.EDITOR), room.person("Pia", Role.PUBLISHER)
    dispatch = room.dispatch(author)
    mine = room.client(author)
    send(mine, edit(dispatch), then="file", picture=(picture(), "quay.jpg"))
    src = source(mine.get(edit(dispatch)).text)
    room.act(editor, Action.CLAIM, dispatch)
    room.act(editor, Action.APPROVE, dispatch)
    room.act(publisher, Action.PUBLISH, dispatch)
    assert room.client().get(src).status_code == 404


@pytest.mark.parametrize("digest", ["a" * 64, "..%2f..%2fetc%2fpasswd", "x", "a" * 63 + "g"])
def test_a_picture_that_is_not_there_is_404(room: Newsroom, author: Person, digest: str) -> None:
    assert room.client(author).get(f"/pictures/{digest}").status_code == 404
