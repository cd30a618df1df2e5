"""Preview links: one exact text, for one person outside, until an hour; then nothing."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest

from editorial.models.log_entry import LogEntry
from editorial.models.preview import Preview
from editorial.pipeline.matter import Placement
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom

LINK = re.compile(r"http://localhost(/preview/[\w-]+)")
TAG = re.compile("<[^>]+>")


class Room:
    """A filed text, an editor who may show it, and somebody outside."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.editor = room.person("Eda Lund", Role.EDITOR)
        self.key = room.dispatch(self.author, "The quay is rotten.", headline="Harbour")
        room.attach(self.key, self.author, "VARGA:  The piles are rotten.", title="Minutes leaked")
        room.act(self.author, Action.FILE, self.key)
        self.page = f"/dispatches/{self.key}"

    def make(self, **fields: str) -> Any:
        told = {"for_whom": "Lind & Partners", "lasts": "24", **fields}
        return self.room.client(self.editor).post(f"{self.page}/previews", self.page, **told)

    def link(self, **fields: str) -> str:
        found = LINK.search(self.make(**fields).get_data(as_text=True))
        assert found is not None
        return found.group(1)

    def read(self, link: str) -> Any:
        return self.room.client().get(link)

    def shown(self) -> str:
        return str(self.room.client(self.editor).get(self.page).get_data(as_text=True))

    def row(self) -> Preview:
        return self.room.read().query(Preview).one()

    def is_dead(self, link: str) -> bool:
        answer = self.read(link)
        nothing = self.read("/preview/made-up")
        assert answer.headers["Cache-Control"] == "no-store"
        return bool((answer.status_code, answer.data) == (404, nothing.data))


@pytest.fixture
def made(sqlite_newsroom: Newsroom) -> Room:
    return Room(sqlite_newsroom)


def test_a_link_shows_exactly_the_frozen_text_and_nothing_of_the_desk(made: Room) -> None:
    link = made.link()
    made.room.write(made.key, made.author, "The quay is sound.", headline="All is well")
    answer = made.read(link)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "The quay is rotten." in text
    assert made.row().revision.digest in text
    for hidden in ("sound", "All is well", "Minutes leaked", "VARGA", "rain-capital", "Mira Sol ("):
        assert hidden not in text, hidden
    assert not re.findall(r'<a\s|href="/(?!static)', text)
    assert text.count("Not for publication · Lind &amp; Partners") > 10
    headers = answer.headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    assert "ETag" not in headers
    assert "Set-Cookie" not in headers


def test_the_secret_is_kept_nowhere_and_the_views_are_counted(made: Room) -> None:
    link = made.link()
    token = link.rsplit("/", 1)[1]
    assert token not in made.shown()
    assert token.encode() not in made.row().token_hash
    assert "not opened yet" in made.shown()
    made.read(link)
    made.read(link)
    assert made.row().views == 2
    assert "2 views" in made.shown()
    for entry in made.room.read().query(LogEntry):
        assert token.encode() not in entry.body
        assert b"Lind" not in entry.body


def test_it_ends_at_its_hour(made: Room) -> None:
    link = made.link(lasts="4")
    made.room.later(hours=3, minutes=59)
    assert made.read(link).status_code == 200
    made.room.later(minutes=1)
    assert made.is_dead(link)
    assert "expired" in made.shown()
    assert made.row().views == 1


def test_revoked_it_shows_nothing_and_both_acts_stand_in_the_log(made: Room) -> None:
    link = made.link()
    revoke = f"{made.page}/previews/{made.row().id}/revoke"
    made.room.client(made.editor).post(revoke, made.page)
    assert made.is_dead(link)
    log = TAG.sub("", made.room.client(made.editor).get("/log").get_data(as_text=True))
    assert "made a preview link of rain-capital, revision 1, until 21 November 2026" in log
    assert "revoked a preview link of rain-capital" in log


@pytest.mark.parametrize("end", ["embargo", "spiked"])
def test_nobody_outside_reads_what_is_held(made: Room, end: str) -> None:
    link = made.link()
    if end == "embargo":
        until = made.room.time + timedelta(days=1)
        place = Placement(made.room.desk(), until, "Europe/Berlin")
        made.room.act(made.editor, Action.MOVE, made.key, matter=place)
    else:
        made.room.act(made.editor, Action.SPIKE, made.key, "No.")
    assert made.is_dead(link)
    answer = made.make()
    assert answer.status_code == 409
    assert "It is under embargo" in answer.text or "It is spiked" in answer.text
    assert made.room.read().query(Preview).count() == 1


def test_only_editors_of_the_desk_make_and_see_links(made: Room) -> None:
    made.link()
    for role, desk in ((Role.CORRESPONDENT, "Politics"), (Role.CHECKER, "Politics")):
        other = made.room.client(made.room.person(f"A {role.value}", role, desk=desk))
        assert "Lind" not in other.get(made.page).get_data(as_text=True)
        answer = other.post(f"{made.page}/previews", made.page, for_whom="Me", lasts="4")
        assert answer.status_code == 404
    revoke = f"{made.page}/previews/{made.row().id}/revoke"
    stranger = made.room.client(made.room.person("A Stranger", Role.EDITOR, desk="Sport"))
    assert stranger.post(revoke, "/start").status_code == 404
    assert made.row().revoked_at is None


def test_a_link_without_a_reader_is_refused_with_what_was_typed(made: Room) -> None:
    assert made.make(for_whom="").status_code == 409
    assert made.make(lasts="9000").status_code == 409
    assert made.room.read().query(Preview).count() == 0


def test_sent_twice_it_is_made_once(made: Room) -> None:
    operation = str(uuid.uuid4())
    first, again = made.make(operation=operation), made.make(operation=operation)
    assert (first.status_code, again.status_code) == (200, 303)
    assert made.room.read().query(Preview).count() == 1


def test_what_was_never_filed_can_not_be_shown(made: Room) -> None:
    key = made.room.dispatch(made.author, "Draft.")
    assert made.room.get(key).state is State.DRAFT
    page = f"/dispatches/{key}"
    answer = made.room.client(made.editor).post(f"{page}/previews", page, for_whom="L", lasts="4")
    assert answer.status_code == 409
