"""The record beside the text: looked through, read, and quoted from."""

import uuid
from typing import Any

import pytest
from sqlalchemy import select

from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.source import Source, SourceKind
from editorial.sources import commands
from editorial.sources.commands import About, Asked
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom, hidden_fields

RECORD = (
    "MINISTER AKAN:  We will rebuild the bridge before winter. The money is there. 😀\n\n"
    "Q    And the ferry?\n\n"
    "MINISTER AKAN:  It will run every hour.\n"
)


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def author(room: Newsroom) -> Person:
    return room.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def dispatch(room: Newsroom, author: Person) -> uuid.UUID:
    dispatch = room.dispatch(author, "Words.")
    room.attach(dispatch, author, RECORD)
    return dispatch


def source(room: Newsroom) -> uuid.UUID:
    return room.read().scalars(select(Source.id)).one()


def quoted(browser: Browser, dispatch: uuid.UUID, **asked: Any) -> Any:
    page = f"/dispatches/{dispatch}/sources/new"
    token = hidden_fields(browser.get(page).text, page)["csrf_token"]
    url = f"/dispatches/{dispatch}/record/quote"
    return browser.client.post(url, json=asked, headers={"X-CSRFToken": token})


@pytest.mark.parametrize("query", ["ferry", "BRIDGE winter", "winter  bridge", "Húndred"])
def test_lines_are_found_by_their_words(
    room: Newsroom, author: Person, dispatch: uuid.UUID, query: str
) -> None:
    html = room.client(author).get(f"/dispatches/{dispatch}/record?q={query}").text
    if "ridge" in query.lower():
        assert "We will rebuild the bridge" in html
        assert "<strong>MINISTER AKAN</strong>" in html
        assert "And the ferry" not in html
    elif query == "ferry":
        assert "And the ferry?" in html
    else:
        assert "No line of the record holds all of these words" in html
        assert "Press conference" in html


def test_a_source_is_read_a_stretch_at_a_time(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    long = "\n".join(f"AKAN:  Line {number} of the long talk." for number in range(900))
    room.attach(dispatch, author, long, title="Long talk")
    key = room.read().scalars(select(Source.id).where(Source.title == "Long talk")).one()
    url, seen = f"/dispatches/{dispatch}/record?pane=1&source={key}", []
    while url:
        html = browser.get(url).text
        assert "<html" not in html
        seen += [one.split("</p>")[0].split(">")[-1] for one in html.split("pane-words")[1:]]
        more = html.split("data-pane>Read on")[0].rsplit('href="', 1) if "Read on" in html else None
        url = more[1].split('"')[0].replace("&amp;", "&") + "&pane=1" if more else ""
    assert seen == [f"Line {number} of the long talk." for number in range(900)]


def test_chosen_words_come_back_as_a_quote_that_is_true(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    start = RECORD.index("We will")
    asked = {"source": str(source(room)), "start": start, "end": RECORD.index(" The money")}
    answer = quoted(room.client(author), dispatch, **asked, language="en").get_json()
    assert answer == {
        "text": "“We will rebuild the bridge before winter,” Minister Akan said.",
        "shown": "verbatim",
        "speaker": "MINISTER AKAN",
    }
    room.write(dispatch, author, answer["text"])
    page = room.client(author).get(f"/dispatches/{dispatch}").text
    assert "in the record, word for word" in page


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        ("winter", "ferry", "one speaker"),
        ("MINISTER", "winter", "one speaker"),
        ("\n\n", "\n\n", "Choose some words"),
    ],
)
def test_what_can_not_be_quoted_says_why(
    room: Newsroom, author: Person, dispatch: uuid.UUID, first: str, last: str, reason: str
) -> None:
    start = RECORD.find(first)
    end = RECORD.find(last) + len(last) if last.strip() else start
    asked = {"source": str(source(room)), "start": start, "end": end}
    answer = quoted(room.client(author), dispatch, **asked)
    assert answer.status_code == 409
    assert reason in answer.get_json()["refusal"]


@pytest.mark.parametrize("asked", [{}, {"source": "x", "start": 0, "end": 1}, {"source": None}])
def test_a_mangled_wish_is_refused(
    room: Newsroom, author: Person, dispatch: uuid.UUID, asked: dict[str, Any]
) -> None:
    assert quoted(room.client(author), dispatch, **asked).status_code == 400


def test_a_confidential_source_is_neither_found_read_nor_quoted_by_others(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    other = room.person("Otto Berg", Role.EDITOR)
    with saving() as session:
        about = About(SourceKind.NOTE, title="Kell call", confidential=True)
        words = "KELL:  The quay is sinking by a finger a month."
        asked = Asked(author.id, dispatch, room.time)
        kept = commands.attach_text(session, asked, words, about).source_id
    url = f"/dispatches/{dispatch}/record"
    assert "Kell call" in room.client(author).get(url).text
    browser = room.client(other)
    for path in (url, f"{url}?q=finger", f"{url}?q=quay&pane=1"):
        assert "kell" not in browser.get(path).text.lower()
    assert browser.get(f"{url}?source={kept}").status_code == 404
    assert quoted(browser, dispatch, source=str(kept), start=0, end=40).status_code == 404
