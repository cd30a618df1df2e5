"""What readers see after print: notices, versions, withdrawals."""

import uuid

from editorial.workflow.words import Action, Role
from tests.newsroom import Browser, Newsroom

WRONG = "An earlier version said noon. It was at six."


def corrected(room: Newsroom) -> tuple[uuid.UUID, str]:
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    editor = room.person("Ana Peng", Role.EDITOR)
    publisher = room.person("Omar Dale", Role.PUBLISHER)
    key = room.publish(author, "The bridge opened at noon.", headline="Bridge opens")
    room.later(hours=1)
    room.act(author, Action.CORRECT, key, WRONG)
    room.write(key, author, "The bridge opened at six.", headline="Bridge opens")
    room.act(author, Action.FILE, key)
    room.act(editor, Action.CLAIM, key)
    room.act(editor, Action.APPROVE, key)
    room.act(publisher, Action.PUBLISH, key)
    return key, f"/news/politics/bridge-opens-{key.hex[:8]}"


def words(browser: Browser, url: str, status: int = 200) -> str:
    answer = browser.get(url)
    assert answer.status_code == status, url
    text: str = answer.get_data(as_text=True)
    return text


def test_a_corrected_story_says_so_and_opens_its_versions(newsroom: Newsroom) -> None:
    _key, path = corrected(newsroom)
    reader = newsroom.client()
    article = words(reader, path)
    assert "Correction 1" in article
    assert WRONG in article
    assert f"{path}/versions/2" in article
    assert "The bridge opened at noon" in words(reader, f"{path}/versions/1")
    second = words(reader, f"{path}/versions/2")
    assert "<del>noon</del>" in second
    assert "<ins>six</ins>" in second
    assert f"{path}/versions/1" in words(reader, f"{path}/versions")
    words(reader, f"{path}/versions/3", 404)
    words(reader, path.replace("politics", "sport") + "/versions", 404)


def test_corrections_have_a_page_and_feeds(newsroom: Newsroom) -> None:
    reader = newsroom.client()
    assert "No story had to be corrected" in words(reader, "/corrections")
    _key, path = corrected(newsroom)
    page = words(reader, "/corrections")
    assert WRONG in page
    assert f'href="{path}"' in page
    for form in ("atom", "rss", "json"):
        assert WRONG in words(reader, f"/corrections/feed.{form}")


def test_a_killed_story_leaves_its_reason_and_none_of_its_words(newsroom: Newsroom) -> None:
    key, path = corrected(newsroom)
    publisher = newsroom.person("Nia Berg", Role.PUBLISHER)
    newsroom.act(publisher, Action.KILL, key, "The opening never took place.")
    reader = newsroom.client()
    gone = words(reader, path, 410)
    assert "The opening never took place." in gone
    for url in ("/", "/news/politics", "/feed.atom", "/feed.rss", "/feed.json", "/corrections"):
        text = words(reader, url)
        assert "Bridge opens" not in text, url
        assert "opened at" not in text, url
        assert WRONG not in text, url
    for url in ("/feed.atom", "/feed.rss", "/feed.json", "/news/politics/feed.atom"):
        assert "The opening never took place." in words(reader, url), url
        assert f"urn:uuid:{key}" in words(reader, url), url
    for rest in ("/versions", "/versions/1", "/versions/2", ".ninjs.json", "/certificate.json"):
        words(reader, path + rest, 404)
    words(reader, path.replace("politics", "sport"), 404)
