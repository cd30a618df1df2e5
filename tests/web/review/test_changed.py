"""What changed, first: since one's last reading, the last approval, the last publication."""

import re
import uuid
from typing import Any

import pytest
from sqlalchemy import select

from editorial.models.last_reading import LastReading
from editorial.models.person import Person
from editorial.workflow.words import Action, State
from tests.newsroom import Newsroom
from tests.web.review.harbour import Desk

STORY = "The harbour opens at noon.\n\nThe ferry leaves at seven.\n\nThe quay is closed."
MOVED = "The quay is closed.\n\nThe harbour opens at one.\n\nThe ferry leaves at seven."


@pytest.fixture
def desk(sqlite_newsroom: Newsroom) -> Desk:
    return Desk(sqlite_newsroom)


def send(desk: Desk, who: Person, key: uuid.UUID, where: str, **fields: Any) -> Any:
    page = f"/dispatches/{key}"
    return desk.room.client(who).post(f"{page}/{where}", page=page, **fields)


def seen(desk: Desk, who: Person, key: uuid.UUID, query: str = "") -> str:
    html = desk.room.client(who).get(f"/dispatches/{key}{query}").get_data(as_text=True)
    return re.sub(r"\s+", " ", html)


def test_nothing_is_compared_until_something_was_read(desk: Desk) -> None:
    key = desk.in_review(STORY)
    html = seen(desk, desk.editor, key)
    assert "What changed since" not in html
    assert "I have read it" in html
    assert send(desk, desk.editor, key, "read").status_code == 303
    html = seen(desk, desk.editor, key)
    assert "What changed since you last read it" in html
    assert "Nothing: the text and all that the desk holds of it are as they were." in html
    assert "What changed since" not in seen(desk, desk.second, key)


def test_words_moves_labels_settlements_and_sources_since_the_last_reading(desk: Desk) -> None:
    key = desk.in_review(STORY + "\n\n“I wish we had begun earlier,” Reker said.")
    send(desk, desk.editor, key, "read")
    desk.room.later(minutes=5)
    desk.settle(key, "I wish")
    desk.room.attach(key, desk.author, "REKER:  Yes.", title="Second call")
    desk.room.write(key, desk.second, MOVED, headline="Rain over the harbour")
    desk.room.act(desk.second, Action.REVISE, key)
    html = seen(desk, desk.editor, key)
    assert "Karl Ode settled “I wish we had begun earlier" in html
    assert "Mira Sol attached “Second call”" in html
    assert "<del>capital</del><ins>harbour</ins>" in html
    assert "<del>noon</del><ins>one</ins>" in html
    assert "1 paragraph moved" in html
    assert html.index("What changed") < html.index("What you can do")


def test_who_decides_has_read_it(desk: Desk) -> None:
    key = desk.in_review(STORY)
    version = desk.room.get(key).version
    send(desk, desk.editor, key, "decision", action="approve", version=version)
    assert desk.room.get(key).state is State.APPROVED
    [reading] = desk.room.read().scalars(select(LastReading)).all()
    assert reading.person_id == desk.editor.id
    assert reading.labels["slugline"] == "rain-capital"


def test_since_the_last_approval_and_the_last_publication(desk: Desk) -> None:
    key = desk.in_review(STORY)
    desk.room.act(desk.editor, Action.APPROVE, key)
    desk.room.act(desk.editor, Action.UNAPPROVE, key, note="One more look.")
    desk.room.write(key, desk.author, STORY.replace("noon", "one"))
    desk.room.act(desk.author, Action.FILE, key)
    html = seen(desk, desk.second, key)
    assert "What changed since it was last approved" in html
    assert "<del>noon</del><ins>one</ins>" in html
    send(desk, desk.second, key, "read")
    html = seen(desk, desk.second, key)
    assert "What changed since you last read it" in html
    assert "Compare since it was last approved" in html
    assert "<ins>one</ins>" in seen(desk, desk.second, key, "?since=approved")
    assert "since you last read it" in seen(desk, desk.second, key, "?since=nonsense")


def test_a_draft_that_was_never_filed_has_nothing_to_have_read(desk: Desk) -> None:
    key = desk.room.dispatch(desk.author, STORY)
    answer = send(desk, desk.author, key, "read")
    assert answer.status_code == 409
    assert "never filed" in answer.get_data(as_text=True)
