"""Published files held against the texts that were approved."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from editorial.models.saving import reading
from editorial.site.proof import Checked, check_files
from editorial.site.rebuild import rebuild
from editorial.workflow.words import Action
from tests.web.site.test_files import Press, press

__all__ = ["press"]
STORY = "It **rained** & rained.\n\n## Then\n\n- snow\n- more snow\n\nhttps://example.org it said."


def checked(press: Press) -> Checked:
    session = reading()
    session.rollback()
    return check_files(session, press.folder)


def test_pages_as_they_were_published_hold(press: Press) -> None:
    press.publish("Rain")
    key = press.room.publish(press.author, STORY, headline="Snow & ice <b>")
    killed, _path = press.publish("Gone")
    press.act(press.publisher, Action.KILL, killed, "It was invented.")
    rebuild(press.folder)
    found = checked(press)
    assert found.fault is None
    assert found.pages == 3
    assert press.room.get(key).live_revision_id is not None


CHANGES: dict[str, tuple[Callable[[str], str], str]] = {
    "a word": (lambda page: page.replace("It rained.", "It snowed."), "another text"),
    "a paragraph more": (
        lambda page: page.replace("rained.</p>", "rained.</p><p>Buy</p>"),
        "another text",
    ),
    "the headline": (lambda page: page.replace("Rain</h1>", "Ruin</h1>"), "another headline"),
    "a sentence where the dateline stands": (
        lambda page: page.replace(
            '<div class="story">', '<div class="story"><span class="dateline">Buy. </span>'
        ),
        "not what is rendered now",
    ),
    "the byline": (lambda page: page.replace("Mira Sol", "Ivo Lark"), "not what is rendered now"),
    "where a link leads": (
        lambda page: page.replace('/news/politics"><bdi', 'https://example.com"><bdi'),
        "not what is rendered now",
    ),
    "what the article stands in": (
        lambda page: page.replace("<body", "<body hidden"),
        "not what is rendered now",
    ),
    "an article beside it": (
        lambda page: page.replace("</article>", "</article><article><p>Buy</p></article>"),
        "not what is rendered now",
    ),
    "all of it": (lambda _page: "<p>Nothing</p>" * 30, "another headline"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_page_is_found(press: Press, change: str) -> None:
    _key, path = press.publish("Rain")
    press.get(path)
    act, why = CHANGES[change]
    body = press.folder.file(path).read_text()
    changed = act(body)
    assert changed != body
    press.folder.put(path, changed.encode())
    fault = checked(press).fault
    assert fault is not None
    assert why in fault.sentence
    assert path in fault.sentence


def test_a_change_of_what_is_around_the_story_is_no_fault(press: Press) -> None:
    _key, path = press.publish("Rain")
    press.get(path)
    body = press.folder.file(path).read_text().replace("<header", "<p>Our new look</p><header", 1)
    press.folder.put(path, body.encode())
    assert checked(press).fault is None


def test_a_page_that_no_entry_published_a_withdrawn_one_and_another_packed_one_are_found(
    press: Press, tmp_path: Path
) -> None:
    key, path = press.publish("Rain")
    press.get(path)
    page = press.folder.file(path).read_bytes()
    packed = press.folder.file(path).with_name("index.html.gz")
    packed.write_bytes(gzip.compress(page.replace(b"It rained", b"It snowed")))
    assert "a false copy" in str(checked(press).fault)
    packed.unlink()
    press.folder.put("/news/politics/made-up-12345678", page)
    fault = str(checked(press).fault)
    assert "news/politics/made-up-12345678/index.html is no page of this site" in fault
    press.folder.drop("/news/politics/made-up-12345678", with_all_below=True)
    press.act(press.publisher, Action.KILL, key, "It was invented.")
    assert checked(press).fault is None
    press.folder.put(path, page)
    assert "was withdrawn" in str(checked(press).fault)


@pytest.mark.parametrize(
    "path", ["/news/politics/fake.html", "/news/politics/page", "/breaking", "/buy.txt"]
)
def test_a_file_that_is_no_page_of_ours_is_found(press: Press, path: str) -> None:
    press.publish("Rain")
    rebuild(press.folder)
    assert checked(press).fault is None
    press.folder.put(path, b"<p>Breaking: buy</p>")
    assert "is no page of this site" in str(checked(press).fault)


def test_a_packed_file_of_no_page_is_found(press: Press) -> None:
    press.publish("Rain")
    (press.folder.pages / "buy.html.gz").write_bytes(gzip.compress(b"<p>Buy</p>"))
    assert "buy.html.gz is of no page" in str(checked(press).fault)


@pytest.mark.parametrize("beside", ["/versions/1", ".ninjs.json"])
def test_a_text_changed_beside_the_story_is_found(press: Press, beside: str) -> None:
    _key, path = press.publish("Rain")
    press.get(path + beside)
    assert checked(press).fault is None
    body = press.folder.file(path + beside).read_bytes()
    changed = body.replace(b"It rained.", b"It snowed.")
    assert changed != body
    press.folder.put(path + beside, changed)
    assert "not what is rendered now" in str(checked(press).fault)
