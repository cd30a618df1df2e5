"""What nobody but named people learns of a confidential source, channel by channel.

The secret is the title, the file's name, the words and who speaks. Those it is kept from still see
how each quote stands.
"""

import io
import json
import re
import tarfile
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from editorial.backup.write import write_backup
from editorial.models.database import db
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.models.source import Source, SourceKind
from editorial.models.source_viewer import SourceViewer
from editorial.outbox.claim import claim
from editorial.pipeline.refusal import NotThere, Refused
from editorial.slices import JOBS
from editorial.sources import commands
from editorial.sources.commands import About, Asked
from editorial.vault.beside import vault_beside
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom, hidden_fields

WORDS = "HARBOURMASTER KELL:  The quay is sinking by a finger a month, and they know it.\n"
STORY = (
    "“The quay is sinking by a finger a month, and they know it,” an official said.\n\n"
    "“The quay is sinking by a hand a month,” another said."
)
TITLE, FILE = "Kell call, Tuesday", "kell-notes.txt"


@dataclass
class Story:
    """A dispatch whose author keeps its source; ``named`` may see it, ``other`` may not."""

    room: Newsroom
    author: Person
    named: Person
    other: Person
    dispatch: uuid.UUID
    source: uuid.UUID

    def asked(self, person: Person, dispatch: uuid.UUID | None = None) -> Asked:
        return Asked(person.id, dispatch or self.dispatch, self.room.time)

    def attach(self, person: Person, dispatch: uuid.UUID, about: About) -> uuid.UUID:
        with saving() as session:
            return commands.attach_file(
                session, self.asked(person, dispatch), WORDS.encode(), FILE, about
            ).source_id

    def told(self, person: Person, path: str) -> str:
        return str(self.room.client(person).get(path).get_data(as_text=True))

    @property
    def digest(self) -> str:
        return self.room.read().get_one(Source, self.source).digest


@pytest.fixture
def story(newsroom: Newsroom) -> Story:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    named = newsroom.person("Eda Lund", Role.EDITOR)
    other = newsroom.person("Otto Berg", Role.EDITOR, Role.PUBLISHER)
    made = Story(newsroom, author, named, other, newsroom.dispatch(author, STORY), uuid.uuid4())
    about = About(SourceKind.NOTE, title=TITLE, confidential=True, viewers=(named.id,))
    made.source = made.attach(author, made.dispatch, about)
    return made


def nothing_told(text: str, digest: str = "") -> None:
    body = text.replace(STORY, "")
    for secret in (TITLE, FILE, "kell", "harbourmaster", *([digest] if digest else [])):
        assert secret.lower() not in body.lower(), secret


def test_the_named_and_the_author_see_it(story: Story) -> None:
    for person in (story.author, story.named):
        assert TITLE in story.told(person, f"/dispatches/{story.dispatch}")
        page = story.told(person, f"/dispatches/{story.dispatch}/sources/{story.source}")
        assert "HARBOURMASTER KELL" in page
        assert "confidential" in page


def test_the_page_of_the_dispatch_says_how_each_quote_stands_and_no_more(story: Story) -> None:
    page = story.told(story.other, f"/dispatches/{story.dispatch}")
    nothing_told(page, story.digest)
    assert "in the record, word for word" in page
    assert "a confidential source, which you may not see" in page
    assert "1 confidential source" in page


def test_the_record_s_own_words_are_not_offered_while_typing(story: Story) -> None:
    url = f"/dispatches/{story.dispatch}"
    browser = story.room.client(story.other)
    story.room.act(story.author, Action.FILE, story.dispatch)
    story.room.act(story.other, Action.CLAIM, story.dispatch)
    token = hidden_fields(browser.get(f"{url}/edit").text, f"{url}/edit")["csrf_token"]
    tree = story.room.content(STORY).to_json()["body"]
    answer = browser.client.post(
        f"{url}/check",
        json={"headline": "Rain", "summary": "", "language": "en", "document": tree},
        headers={"X-CSRFToken": token},
    )
    quotes = answer.get_json()["quotes"]
    assert quotes[0]["shown"] == "verbatim"
    nothing_told(json.dumps(quotes, ensure_ascii=False), story.digest)
    assert all(quote["origin"] is None and quote["edits"] == [] for quote in quotes)
    assert "finger" not in json.dumps(quotes[1])


@pytest.mark.parametrize("part", ["", "/original", "/recording", "/picture"])
def test_its_own_addresses_find_nothing(story: Story, part: str) -> None:
    path = f"/dispatches/{story.dispatch}/sources/{story.source}{part}"
    answer = story.room.client(story.other).get(path)
    assert answer.status_code == 404
    nothing_told(answer.text, story.digest)


def test_it_can_not_be_detached_read_anew_or_opened_by_others(story: Story) -> None:
    for act in (
        lambda session, asked: commands.detach(session, asked, story.source, "why"),
        lambda session, asked: commands.read_as(session, asked, story.source, "cp1252"),
        lambda session, asked: commands.show_to(session, asked, story.source, None),
    ):
        with pytest.raises(NotThere), saving() as session:
            act(session, story.asked(story.other))
    with pytest.raises(Refused, match="Only whoever attached it"), saving() as session:
        commands.show_to(session, story.asked(story.named), story.source, None)


def test_the_log_names_it_to_nobody_else(story: Story) -> None:
    with saving() as session:
        commands.detach(session, story.asked(story.named), story.source, "Kell asked us to.")
    for path in ("/log", f"/dispatches/{story.dispatch}/history"):
        nothing_told(story.told(story.other, path), story.digest)
        assert "Otto" in story.told(story.other, path)
    assert TITLE in story.told(story.named, f"/dispatches/{story.dispatch}/history")
    bodies = story.room.read().scalars(select(LogEntry.body)).all()
    for body in bodies:
        nothing_told(body.decode(), story.digest)


def test_the_archive_finds_it_for_nobody_else(story: Story) -> None:
    while run_one(story.room):
        pass
    other = story.room.dispatch(story.other, STORY)
    page = story.told(story.other, f"/dispatches/{other}")
    key = re.findall(r"/quotes/([0-9a-f]{64})/archive", page)[0]
    path = f"/dispatches/{other}/quotes/{key}/archive"
    nothing_told(story.told(story.other, path), story.digest)
    assert "0 sources" in story.told(story.other, path)
    mine = story.room.dispatch(story.named, STORY)
    assert TITLE in story.told(story.named, path.replace(str(other), str(mine)))
    with pytest.raises(NotThere), saving() as session:
        commands.attach_found(session, story.asked(story.other, other), story.source)


def test_what_is_found_stays_confidential_on_the_other_record(story: Story) -> None:
    mine = story.room.dispatch(story.named, STORY)
    with saving() as session:
        commands.attach_found(session, story.asked(story.named, mine), story.source)
    nothing_told(story.told(story.other, f"/dispatches/{mine}"), story.digest)
    assert TITLE in story.told(story.author, f"/dispatches/{mine}")


def test_attaching_the_same_file_tells_nobody_that_it_is_there(story: Story) -> None:
    about = About(SourceKind.NOTE, title="My own copy")
    twin = story.attach(story.other, story.dispatch, about)
    assert twin != story.source
    with pytest.raises(Refused, match="as “My own copy”"):
        story.attach(story.other, story.dispatch, about)


READERS = (
    "/",
    "/news/politics",
    "/news/politics/feed.atom",
    "/feed.atom",
    "/feed.rss",
    "/feed.json",
    "/by/mira-sol",
    "/search?q=finger",
    "/sitemaps/1.xml",
    "/news-sitemap.xml",
    "/log/checkpoints.atom",
)


def test_readers_learn_nothing(story: Story) -> None:
    room = story.room
    room.write(story.dispatch, story.author, STORY.split("\n\n", maxsplit=1)[0])
    for person, act in (
        (story.author, Action.FILE),
        (story.other, Action.CLAIM),
        (story.other, Action.APPROVE),
        (story.other, Action.PUBLISH),
    ):
        room.act(person, act, story.dispatch)
    while run_one(room):
        pass
    reader = room.client()
    article = re.findall(r'href="(/news/politics/[^"/.]+)"', reader.get("/").text)[0]
    for path in (*READERS, article, f"{article}.ninjs.json", f"{article}/certificate.json"):
        answer = reader.get(path)
        assert answer.status_code == 200, path
        nothing_told(answer.text, story.digest)


def test_a_backup_s_list_of_contents_names_no_file(story: Story, tmp_path: Path) -> None:
    path = tmp_path / "newsroom.tar.gz"
    counts, _missing = write_backup(db.engine, vault_beside(reading()), path, datetime.now(UTC))
    with tarfile.open(path) as tar:
        listing = "\n".join(tar.getnames())
        manifest = tar.extractfile("manifest.json")
        assert manifest is not None
        listing += manifest.read().decode()
    nothing_told(listing + json.dumps(counts))
    assert counts["source_viewer"] == 1


def test_a_missing_file_is_told_without_its_name(story: Story, tmp_path: Path) -> None:
    (tmp_path / "files" / story.digest[:2] / story.digest).unlink()
    browser = story.room.client(story.other)
    story.room.write(story.dispatch, story.author, STORY + "\n\nMore.")
    answer = browser.get(f"/dispatches/{story.dispatch}")
    nothing_told(answer.text)
    path = f"/dispatches/{story.dispatch}/sources/{story.source}"
    nothing_told(browser.get(path).text)


def test_opening_it_shows_it_and_the_log_keeps_who_did(story: Story) -> None:
    with saving() as session:
        commands.show_to(session, story.asked(story.author), story.source, (story.other.id,))
    assert TITLE in story.told(story.other, f"/dispatches/{story.dispatch}")
    assert TITLE not in story.told(story.named, f"/dispatches/{story.dispatch}")
    with saving() as session:
        commands.show_to(session, story.asked(story.author), story.source, None)
    assert TITLE in story.told(story.named, f"/dispatches/{story.dispatch}")
    session = story.room.read()
    assert session.scalars(select(SourceViewer)).all() == []
    said = [entry.action for entry in session.scalars(select(LogEntry))]
    assert said.count("show_source") == 2


def test_the_form_names_who_may_see(story: Story) -> None:
    url = f"/dispatches/{story.dispatch}/sources/new"
    browser = story.room.client(story.author)
    html = browser.get(url).text
    assert "Eda Lund" in html
    data = {
        **hidden_fields(html, url),
        "kind": "note",
        "terms": "on_the_record",
        "encoding": "",
        "seen_by": "named",
        "viewers": [str(story.named.id)],
        "files": (io.BytesIO(b"VARGA:  It holds."), "varga.txt"),
    }
    answer = browser.client.post(url, data=data, content_type="multipart/form-data")
    assert answer.status_code == 303
    nothing = story.room.client(story.other).get(answer.location)
    assert nothing.status_code == 404
    assert "It holds." in story.room.client(story.named).get(answer.location).text


def run_one(room: Newsroom) -> bool:
    """Do the job that is due longest."""
    with saving() as session:
        job = claim(session, room.time)
        if job is None:
            return False
        name, details = job.name, dict(job.details)
        job.done_at = room.time
    JOBS[name](details, room.time)
    return True
