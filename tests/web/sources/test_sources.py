"""The pages of the record."""

import io
import re
import uuid
from typing import Any

import pytest
from sqlalchemy import select

from editorial.models.person import Person
from editorial.models.source import Source, SourceKind, Terms
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Browser, Newsroom, hidden_fields

TRANSCRIPT = "MINISTER VARGA:  The quay will hold. <script>alert(1)</script>\n\nQ    In winter?\n"
UKRAINIAN = "МІНІСТР:  «Переговори триватимуть, і ніхто не поступиться», заявив він увечері.\n"
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


def attach(browser: Browser, dispatch: uuid.UUID, **typed: Any) -> Any:
    url = f"/dispatches/{dispatch}/sources/new"
    hidden = hidden_fields(browser.get(url).text, url)
    data = {**hidden, **FILLED, **typed}
    return browser.client.post(url, data=data, content_type="multipart/form-data")


def upload(content: bytes, name: str = "talk.txt") -> tuple[io.BytesIO, str]:
    return io.BytesIO(content), name


def sources(room: Newsroom) -> list[Source]:
    return list(room.read().scalars(select(Source).order_by(Source.added_at, Source.title)))


def test_an_uploaded_file_is_shown_with_its_turns_and_what_is_said_of_it(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    said = {
        "title": "Varga at the quay",
        "event": "Press talk",
        "date": "2026-11-19",
        "origin": "ministry.example",
        "kind": "recording",
        "terms": "background",
    }
    answer = attach(browser, dispatch, files=upload(TRANSCRIPT.encode()), **said)
    assert answer.status_code == 303
    html = browser.get(answer.location).text
    for words in ("Varga at the quay", "Press talk", "19 November 2026", "ministry.example"):
        assert words in html
    assert 'class="record-label">MINISTER VARGA:' in html
    source = sources(room)[0]
    assert source.digest in html
    assert (source.kind, source.terms) == (SourceKind.RECORDING, Terms.BACKGROUND)


def test_markup_in_a_source_is_only_words(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    page = {"title": "<img src=x onerror=alert(1)>", "files": upload(TRANSCRIPT.encode())}
    html = browser.get(attach(browser, dispatch, **page).location).text
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_passage_of_a_quote_has_an_anchor(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    html = browser.get(attach(browser, dispatch, text=TRANSCRIPT).location).text
    start = TRANSCRIPT.index("The quay")
    assert re.search(rf'<mark class="record-quoted" id="c{start}">The quay will hold', html)


def test_several_files_become_several_sources_and_a_bad_one_holds_up_none(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    files = [
        upload(TRANSCRIPT.encode(), "one.txt"),
        upload(b"\x89PNG\x00\x01", "quay.png"),
        upload(b"Second talk.", "two.txt"),
    ]
    answer = attach(browser, dispatch, files=files, title="Ignored", text="Pasted words.")
    assert answer.location == f"/dispatches/{dispatch}"
    assert [source.title for source in sources(room)] == ["Pasted words.", "one", "two"]
    assert (
        "“quay.png”: Its name ends in .png, but it is not such a file"
        in browser.get(answer.location).text
    )


def test_a_refused_form_keeps_what_was_typed(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    typed = {"title": "A title", "event": "An event", "origin": "x" * 501, "text": "Words."}
    answer = attach(browser, dispatch, **typed)
    assert answer.status_code == 409
    for words in ("A title", "An event", "x" * 501, "Words."):
        assert words in answer.text
    assert 'id="origin-error"' in answer.text
    assert sources(room) == []


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({}, "Paste the words, or choose a file"),
        ({"text": "  \n "}, "Paste the words, or choose a file"),
        ({"text": "x" * 2_000_001}, "At most 2,000,000 letters"),
        ({"text": "x", "title": "t" * 201}, "longer than 200"),
        ({"text": "x", "event": "t" * 201}, "longer than 200"),
        ({"text": "x", "kind": "rumour"}, "Not a valid choice"),
        ({"text": "x", "terms": "whatever"}, "Not a valid choice"),
        ({"text": "x", "date": "yesterday"}, "Not a valid date"),
        ({"text": "x\x00\x01"}, "not a text file"),
    ],
)
def test_limits_are_told(
    room: Newsroom, author: Person, dispatch: uuid.UUID, typed: dict[str, str], reason: str
) -> None:
    answer = attach(room.client(author), dispatch, **typed)
    assert answer.status_code == 409
    assert reason in answer.text


def test_a_guess_is_said_to_be_one_previewed_otherwise_and_corrected(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    answer = attach(browser, dispatch, files=upload(UKRAINIAN.encode("cp1251")))
    html = browser.get(answer.location).text
    assert "ніхто не поступиться" in html
    assert "That is a guess" in html
    preview = browser.get(answer.location + "?encoding=cp1252").text
    assert "Nothing is changed yet" in preview
    assert "í³õòî" in preview
    assert sources(room)[0].encoding == "cp1251"
    url = answer.location + "/encoding"
    changed = browser.post(url, page=answer.location + "?encoding=cp1252")
    assert changed.location != answer.location
    assert "í³õòî" in browser.get(changed.location).text
    assert [s.encoding for s in sources(room) if s.detached_at is None] == ["cp1252"]


@pytest.mark.parametrize("encoding", ["utf-8", "rot13", "zip", "<b>"])
def test_a_preview_that_makes_no_sense_is_refused(
    room: Newsroom, author: Person, dispatch: uuid.UUID, encoding: str
) -> None:
    browser = room.client(author)
    answer = attach(browser, dispatch, files=upload(UKRAINIAN.encode("cp1251")))
    refused = browser.get(answer.location, query_string={"encoding": encoding})
    assert refused.status_code == 409


def test_the_original_is_only_ever_saved_never_shown(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    content = b"\xef\xbb\xbfHe said: <html><script>alert(1)</script></html>"
    answer = attach(browser, dispatch, files=upload(content, "talk “x”.html"))
    original = browser.get(answer.location + "/original")
    assert original.data == content
    assert original.mimetype == "application/octet-stream"
    assert original.headers["Content-Disposition"].startswith("attachment;")
    assert original.headers["X-Content-Type-Options"] == "nosniff"


def test_detaching_asks_for_a_reason_and_keeps_the_page(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    page = attach(browser, dispatch, text=TRANSCRIPT).location
    refused = browser.post(page + "/detach", page=page, reason=" ")
    assert (refused.status_code, "Write the reason" in refused.text) == (409, True)
    answer = browser.post(page + "/detach", page=page, reason="The wrong day.")
    assert answer.location == f"/dispatches/{dispatch}"
    html = browser.get(page).text
    assert "It was detached from the record." in html
    assert "The quay will hold." in html


def test_a_long_text_comes_in_parts_and_an_offset_opens_its_part(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    text = "".join(
        f"VARGA:  Sentence number {number} of a very long day.\n" for number in range(9000)
    )
    page = attach(browser, dispatch, files=upload(text.encode())).location
    first = browser.get(page).text
    assert "Part 1 of 5" in first
    start = text.index("VARGA:  Sentence number 8500 ")
    last = browser.get(f"{page}?at={start}").text
    assert f'id="c{start}"' in last
    assert "Part 5 of 5" in last
    for strange in ("-5", "999999999", "x"):
        assert browser.get(f"{page}?at={strange}").status_code == 200


def test_one_endless_line_is_cut_too(room: Newsroom, author: Person, dispatch: uuid.UUID) -> None:
    browser = room.client(author)
    page = attach(browser, dispatch, files=upload(b"word" * 75_000)).location
    assert len(browser.get(page).data) < 200_000


def test_a_form_sent_twice_attaches_once(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    url = f"/dispatches/{dispatch}/sources/new"
    hidden = hidden_fields(browser.get(url).text, url)
    for _ in range(2):
        files = [upload(b"One.", "one.txt"), upload(b"Two.", "two.txt")]
        answer = browser.client.post(
            url, data={**hidden, **FILLED, "files": files}, content_type="multipart/form-data"
        )
        assert answer.status_code == 303
    assert len(sources(room)) == 2


def test_nothing_is_attached_to_a_published_story(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    editor, publisher = room.person("Eda Lund", Role.EDITOR), room.person("Pia", Role.PUBLISHER)
    browser = room.client(author)
    attach(browser, dispatch, text=TRANSCRIPT)
    room.act(author, Action.FILE, dispatch)
    room.act(editor, Action.CLAIM, dispatch)
    room.act(editor, Action.APPROVE, dispatch)
    room.act(publisher, Action.PUBLISH, dispatch)
    assert room.get(dispatch).state is State.DONE
    html = browser.get(f"/dispatches/{dispatch}/sources/new").text
    assert "It is done now." in html
    assert 'name="files"' not in html


def test_another_desk_finds_nothing_here(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    page = attach(room.client(author), dispatch, text=TRANSCRIPT).location
    stranger = room.client(room.person("Ana Far", Role.EDITOR, desk="Sports"))
    admin = room.client(room.person("Adm In", Role.ADMINISTRATOR))
    for browser in (stranger, admin):
        for url in (page, page + "/original", f"/dispatches/{dispatch}/sources/new"):
            assert browser.get(url).status_code == 404
    assert stranger.get(page).data == stranger.get(page.replace(page[-4:], "0000")).data


def test_a_source_is_not_found_under_another_dispatch(
    room: Newsroom, author: Person, dispatch: uuid.UUID
) -> None:
    browser = room.client(author)
    page = attach(browser, dispatch, text=TRANSCRIPT).location
    other = room.dispatch(author)
    assert browser.get(page.replace(str(dispatch), str(other))).status_code == 404
