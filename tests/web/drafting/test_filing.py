"""Filing from a device: the text its author saw, at the time they filed it."""

import hashlib
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from editorial.document.canonical import canonical
from editorial.drafting.shell_age import shell_age
from editorial.models.kept_text import KeptText
from editorial.models.person import Person
from editorial.models.revision import Revision
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom
from tests.web.drafting.shared import Copy, open_copy


@pytest.fixture
def author(newsroom: Newsroom) -> Person:
    return newsroom.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def editor(newsroom: Newsroom) -> Person:
    return newsroom.person("Ana Peng", Role.EDITOR)


def filing(room: Newsroom, copy: Copy, hours: float = 3) -> dict[str, Any]:
    """What a device sends that filed the text it shows, some hours ago."""
    now = copy.shared.read()
    seen = {"fields": now.fields, "body": now.body}
    return {
        "operation": str(uuid.uuid4()),
        "filed_at": (room.time - timedelta(hours=hours)).isoformat(),
        "seen": seen,
        "digest": hashlib.sha256(canonical(seen)).hexdigest(),
    }


def send(copy: Copy, sent: dict[str, Any]) -> Any:
    address = f"/dispatches/{copy.dispatch}/filing"
    headers = {"X-CSRFToken": copy.token}
    return copy.browser.client.post(address, json=sent, headers=headers)


def test_the_time_of_filing_is_kept_apart_from_that_of_arrival(
    newsroom: Newsroom, author: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    sent = filing(newsroom, copy)
    for _ in range(3):
        answer = send(copy, sent)
        assert answer.status_code == 200
        assert answer.json["waits"] is None
    revision = newsroom.read().query(Revision).one()
    assert revision.filed_at == newsroom.time - timedelta(hours=3)
    assert revision.frozen_at == newsroom.time
    assert newsroom.get(dispatch).state is State.FILED


def chosen(until: str, **more: str) -> dict[str, Any]:
    """What a device sends of desk and embargo, chosen on it."""
    return {
        "placing": {
            "desk": "",
            "embargo_at": until,
            "embargo_zone": "Europe/Brussels",
            "shown": "",
            **more,
        }
    }


def test_a_filing_is_held_by_the_embargo_that_was_chosen_on_the_device(
    newsroom: Newsroom, author: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    sent = filing(newsroom, copy) | chosen("2027-01-02T06:30")
    for _ in range(2):
        answer = send(copy, sent)
        assert (answer.status_code, answer.json["waits"]) == (200, None)
    found = newsroom.get(dispatch)
    assert found.state is State.FILED
    assert found.embargo_at == datetime(2027, 1, 2, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize("wrong", ["never shown", "no zone", "no desk", "moved on"])
def test_a_filing_whose_embargo_cannot_be_waits_and_says_why(
    newsroom: Newsroom, author: Person, editor: Person, wrong: str
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    sent = (
        filing(newsroom, copy)
        | {
            # The hour that the clocks there leave out in spring.
            "never shown": chosen("2027-03-28T02:30"),
            "no zone": chosen("2027-01-02T06:30", embargo_zone="Mars/Olympus"),
            "no desk": chosen("2027-01-02T06:30", desk=str(uuid.uuid4())),
            "moved on": chosen("2027-01-02T06:30", shown="where it was"),
        }[wrong]
    )
    waits = send(copy, sent).json["waits"]
    assert send(copy, sent).json["waits"] == waits
    found = newsroom.get(dispatch)
    assert (found.state, found.embargo_at) == (State.DRAFT, None)
    browser = newsroom.client(editor)
    for page in (waits, f"/dispatches/{dispatch}"):
        shown = browser.get(page).get_data(as_text=True)
        assert "Its author chose another desk or embargo (embargo until 2027-0" in shown
    if wrong == "moved on":
        browser.post(f"{waits}/file", page=waits)
        assert newsroom.get(dispatch).state is State.DRAFT


@pytest.mark.parametrize("placing", ["soon", {}, {"desk": 1}, [None]])
def test_an_embargo_that_did_not_arrive_whole_is_refused(
    newsroom: Newsroom, author: Person, placing: Any
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    assert send(copy, filing(newsroom, copy) | {"placing": placing}).status_code == 400
    assert newsroom.get(dispatch).state is State.DRAFT


def test_a_clock_that_is_fast_files_nothing_in_the_future(
    newsroom: Newsroom, author: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    send(copy, filing(newsroom, copy, hours=-5))
    assert newsroom.read().query(Revision).one().filed_at == newsroom.time


def test_a_filing_whose_text_moved_on_waits_and_an_editor_may_freeze_it(
    newsroom: Newsroom, author: Person, editor: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy, other = open_copy(newsroom, author, dispatch), open_copy(newsroom, editor, dispatch)
    sent = filing(newsroom, copy)
    other.type("It rained.", "Says an editor.")
    other.meet()
    waits = send(copy, sent).json["waits"]
    assert send(copy, sent).json["waits"] == waits
    kept = newsroom.read().query(KeptText).one()
    assert kept.filed_at == newsroom.time - timedelta(hours=3)
    assert newsroom.get(dispatch).state is State.DRAFT
    browser = newsroom.client(editor)
    page = browser.get(waits).get_data(as_text=True)
    assert "Says an editor." in page
    assert "on a device without a link" in page
    assert "waits for its author" in browser.get(f"/dispatches/{dispatch}/edit").get_data(
        as_text=True
    )
    browser.post(f"{waits}/file", page=waits)
    browser.post(f"{waits}/file", page=waits)
    revision = newsroom.read().query(Revision).one()
    assert b"Says an editor." not in revision.content
    assert revision.filed_at == newsroom.time - timedelta(hours=3)
    assert newsroom.get(dispatch).state is State.FILED
    assert {one.person_id for one in revision.authors} == {author.id, editor.id}


def test_a_correspondent_freezes_no_other_s_filing(newsroom: Newsroom, author: Person) -> None:
    other = newsroom.person("Lena Voss", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author, "It rained.")
    copy, theirs = open_copy(newsroom, author, dispatch), open_copy(newsroom, other, dispatch)
    sent = filing(newsroom, copy)
    theirs.type("It poured.")
    theirs.meet()
    waits = send(copy, sent).json["waits"]
    newsroom.client(other).post(f"{waits}/file", page=waits)
    assert newsroom.get(dispatch).state is State.DRAFT


@pytest.mark.parametrize("wrong", ["digest", "filed_at", "seen", "fields", "body", "all"])
def test_what_did_not_arrive_whole_is_refused(
    newsroom: Newsroom, author: Person, wrong: str
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    sent: Any = filing(newsroom, copy)
    if wrong in ("fields", "body"):
        sent["seen"][wrong] = {"type": "doc", "content": [{"type": "iframe"}]}
        sent["digest"] = hashlib.sha256(canonical(sent["seen"])).hexdigest()
    elif wrong == "all":
        sent = ["x"]
    else:
        sent[wrong] = "x"
    answer = send(copy, sent)
    assert answer.status_code == 400
    assert answer.json["refusal"]
    assert newsroom.get(dispatch).state is State.DRAFT


def test_what_may_not_be_filed_says_why(newsroom: Newsroom, author: Person, editor: Person) -> None:
    dispatch = newsroom.dispatch(author, "It rained.", byline="")
    copy = open_copy(newsroom, author, dispatch)
    assert "byline" in send(copy, filing(newsroom, copy)).json["refusal"]
    stranger = newsroom.person("Ivo Stahl", Role.EDITOR, desk="Sport")
    theirs = Copy(newsroom.client(stranger), dispatch)
    assert send(theirs, filing(newsroom, copy)).status_code == 404
    newsroom.act(editor, Action.SPIKE, dispatch, note="A double.")
    assert send(copy, filing(newsroom, copy)).status_code == 409


def test_the_device_is_told_who_it_is_and_the_shell_holds_nobody(
    newsroom: Newsroom, author: Person
) -> None:
    browser = newsroom.client(author)
    told = browser.get("/device").json
    assert told["person"]["name"] == "Mira Sol"
    assert [desk["name"] for desk in told["desks"]] == ["Politics"]
    assert told["days"] == 14
    nobody = newsroom.client().get("/device").json
    assert nobody["person"] is None
    assert nobody["desks"] == []
    assert "Mira Sol" not in browser.get("/write").get_data(as_text=True)
    worker = browser.get("/writing-worker.js")
    assert worker.headers["Content-Type"].startswith("text/javascript")
    assert worker.get_data(as_text=True).startswith('self.age="')


def test_what_is_kept_without_a_link_has_the_age_of_its_page_and_files(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    ages = []
    for words in ("a", "b"):
        (tmp_path / "css" / "desk.css").write_text(words)
        shell_age.cache_clear()
        ages.append(shell_age(tmp_path, tmp_path))
    shell_age.cache_clear()
    assert ages[0] != ages[1]


def test_nothing_is_taken_in_the_name_of_someone_else_who_signed_in_meanwhile(
    newsroom: Newsroom, author: Person, editor: Person
) -> None:
    dispatch = newsroom.dispatch(author, "It rained.")
    copy = open_copy(newsroom, author, dispatch)
    sent = filing(newsroom, copy)
    theirs = open_copy(newsroom, editor, dispatch)
    headers = {"X-CSRFToken": theirs.token, "X-Device": f"{author.id}/{uuid.uuid4()}"}
    update = {"seen": theirs.seen, "vector": "", "update": "AAA=", "schema": 1}
    for what, told in (("filing", sent), ("sync", update)):
        address = f"/dispatches/{dispatch}/{what}"
        answer = theirs.browser.client.post(address, json=told, headers=headers)
        assert answer.status_code == 401
        assert "Someone else is signed in" in answer.get_json()["refusal"]
    assert newsroom.get(dispatch).state is State.DRAFT
    own = headers | {"X-Device": f"{editor.id}/{uuid.uuid4()}"}
    asked = update | {"update": None}
    answer = theirs.browser.client.post(f"/dispatches/{dispatch}/sync", json=asked, headers=own)
    assert answer.status_code == 200
