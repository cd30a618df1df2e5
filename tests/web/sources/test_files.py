"""The files of the record: played in stretches, looked at, saved, and never run."""

import io
import uuid
from typing import Any

import pytest
from sqlalchemy import select

from editorial.models.person import Person
from editorial.models.source import Medium, Source
from editorial.workflow.words import Role
from tests.db.sources.files import docx, pdf, picture, said, sound
from tests.newsroom import Browser, Newsroom, hidden_fields

VTT = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Minister Varga>Good evening.\n\n"
    "00:12:31.000 --> 00:12:35.000\n<v Minister Varga>The quay will hold.\n"
)
FILLED = {"kind": "transcript", "terms": "on_the_record", "encoding": ""}


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def author(room: Newsroom) -> Person:
    return room.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def dispatch(room: Newsroom, author: Person) -> uuid.UUID:
    return room.dispatch(author, "“The quay will hold,” Varga said.")


def attach(browser: Browser, dispatch: uuid.UUID, content: bytes, name: str, **typed: Any) -> str:
    url = f"/dispatches/{dispatch}/sources/new"
    hidden = hidden_fields(browser.get(url).text, url)
    data = {**hidden, **FILLED, "files": (io.BytesIO(content), name), **typed}
    answer = browser.client.post(url, data=data, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def source(room: Newsroom, medium: Medium) -> Source:
    return room.read().scalars(select(Source).where(Source.medium == medium)).one()


def test_a_quote_plays_from_its_timecode(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    tone = sound()
    played = attach(browser, dispatch, tone, "talk.wav", kind="recording")
    assert "Nothing is written down of it yet" in browser.get(played).text
    recording = source(room, Medium.AUDIO)
    where = attach(browser, dispatch, VTT.encode(), "talk.vtt", recording=str(recording.id))
    html = browser.get(where).text
    assert f"/sources/{recording.id}/recording" in html
    assert 'data-seconds="751.0"' in html
    assert "Minister Varga" in html
    page = browser.get(f"/dispatches/{dispatch}").text
    assert ", 0:12:31</a>" in page
    at = page.split(f"/sources/{source(room, Medium.CAPTIONS).id}?at=")[1].split("#")[0]
    assert 'recording#t=751.0"' in browser.get(f"{where}?at={at}").text
    assert "talk" in browser.get(played).text.split("Written down")[1]


@pytest.mark.parametrize(
    ("asked", "status", "told", "length"),
    [
        ("bytes=0-9", 206, "bytes 0-9/{}", 10),
        ("bytes=100-", 206, "bytes 100-{last}/{}", -100),
        ("bytes=-50", 206, "bytes {tail}-{last}/{}", 50),
        ("bytes=999999-", 416, "bytes */{}", 0),
        ("bytes=0-1,5-9", 200, None, None),
        ("nonsense", 200, None, None),
    ],
)
def test_any_stretch_can_be_asked_for(
    room: Newsroom,
    author: Person,
    dispatch: uuid.UUID,
    asked: str,
    status: int,
    told: str | None,
    length: int | None,
) -> None:
    browser, tone = room.client(author), sound()
    played = attach(browser, dispatch, tone, "talk.wav") + "/recording"
    answer = browser.get(played, headers={"Range": asked})
    assert answer.status_code == status
    assert answer.headers["Accept-Ranges"] == "bytes"
    size = len(tone)
    if told is not None:
        expected = told.format(size, last=size - 1, tail=size - 50)
        assert answer.headers["Content-Range"] == expected
    want = size if length is None else (size + length if length < 0 else length)
    assert len(answer.data) == want == int(answer.headers["Content-Length"])
    first = {"bytes=100-": 100, "bytes=-50": size - 50}.get(asked, 0)
    assert answer.data == tone[first : first + want]


def test_a_stretch_of_another_version_is_not_mixed_in(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser, tone = room.client(author), sound()
    played = attach(browser, dispatch, tone, "talk.wav") + "/recording"
    asked = {"Range": "bytes=0-9", "If-Range": '"another"'}
    assert browser.get(played, headers=asked).status_code == 200
    etag = browser.get(played).headers["ETag"]
    assert browser.get(played, headers={**asked, "If-Range": etag}).status_code == 206


def test_nothing_that_was_sent_may_run(room: Newsroom, author: Person, dispatch: uuid.UUID) -> None:
    browser = room.client(author)
    for content, name, part, kind in (
        (sound(), "talk.wav", "/recording", "audio/wav"),
        (picture(), "page.jpg", "/picture", "image/jpeg"),
        (
            pdf([["MINISTER VARGA:  It holds."]]),
            "talk.pdf",
            "/original",
            "application/octet-stream",
        ),
    ):
        answer = browser.get(attach(browser, dispatch, content, name) + part)
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")


def test_the_original_of_a_document_keeps_its_name_and_bytes(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    content = docx(said("MINISTER VARGA:  The quay will hold."))
    where = attach(browser, dispatch, content, "Größe, кава.docx")
    html = browser.get(where).text
    assert 'class="record-label">MINISTER VARGA:' in html
    assert "Words read" in html
    original = browser.get(where + "/original")
    assert original.data == content
    disposition = original.headers["Content-Disposition"]
    assert disposition.startswith("attachment")
    assert "Gr%C3%B6%C3%9Fe" in disposition


def test_the_pages_of_a_document_stand_in_the_margin(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    content = pdf([["Opening words."], ["MINISTER VARGA:  The quay will hold."]])
    html = browser.get(attach(browser, dispatch, content, "talk.pdf")).text
    assert ">p. 1</span>" in html
    assert ">p. 2</span>" in html
    assert ", page 2</a>" in browser.get(f"/dispatches/{dispatch}").text


def test_a_picture_of_a_document_is_shown_and_no_text_claimed(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    content = picture()
    where = attach(browser, dispatch, content, "page.jpg", kind="document")
    html = browser.get(where).text
    assert "No text is claimed" in html
    assert 'alt="The document as it was sent"' in html
    assert b"Meridian" in browser.get(where + "/original").data
    shown = browser.get(where + "/picture").data
    assert b"Meridian" not in shown
    assert b"Exif" not in shown
    assert room.get(dispatch).open_quotes == 1


def test_a_recording_of_another_dispatch_is_not_offered_nor_taken(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    other = room.dispatch(author, "Words.")
    attach(browser, other, sound(), "talk.wav")
    url = f"/dispatches/{dispatch}/sources/new"
    hidden = hidden_fields(browser.get(url).text, url)
    recording = str(source(room, Medium.AUDIO).id)
    data = {**hidden, **FILLED, "text": "VARGA:  It holds.", "recording": recording}
    answer = browser.client.post(url, data=data)
    assert answer.status_code == 409
    assert "Not a valid choice" in answer.text
