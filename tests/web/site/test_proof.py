"""Published files held against the texts that were approved."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from editorial.models.saving import reading
from editorial.site.press import rebuild
from editorial.site.proof import Checked, check_files
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
    assert "packed" in str(checked(press).fault)
    packed.unlink()
    press.folder.put("/news/politics/made-up-12345678", page)
    assert "/news/politics/made-up-12345678 is of no story" in str(checked(press).fault)
    press.folder.drop("/news/politics/made-up-12345678", with_all_below=True)
    press.act(press.publisher, Action.KILL, key, "It was invented.")
    assert checked(press).fault is None
    press.folder.put(path, page)
    assert "was withdrawn" in str(checked(press).fault)
