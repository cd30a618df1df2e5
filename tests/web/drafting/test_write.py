"""The pages for writing, as people use them."""

import re
import uuid
from datetime import UTC, datetime

import pytest

from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom
from tests.web.drafting.pages import edit, fields, send


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def author(room: Newsroom) -> Person:
    return room.person("Mira Sol", Role.CORRESPONDENT, timezone="Asia/Baku")


def test_a_dispatch_begins_with_its_authors_name_and_zone(room: Newsroom, author: Person) -> None:
    shown = fields(room.client(author).get("/dispatches/new").get_data(as_text=True))
    assert shown["byline"] == "Mira Sol"
    assert shown["embargo_zone"] == "Asia/Baku"
    assert shown["desk"] == str(room.desk())


def test_a_draft_is_saved_and_leads_to_its_page(room: Newsroom, author: Person) -> None:
    browser = room.client(author)
    answer = send(browser, "/dispatches/new", headline="Rain", body="It rained.", then="")
    assert answer.status_code == 303
    dispatch = room.read().query(Dispatch).one()
    assert answer.location == f"/dispatches/{dispatch.id}"
    assert (dispatch.state, dispatch.headline) == (State.DRAFT, "Rain")


def test_everything_typed_comes_back_from_the_edit_page(room: Newsroom, author: Person) -> None:
    browser = room.client(author)
    typed = {
        "slugline": "rain-capital",
        "headline": "Rain “over” <the> & capital",
        "summary": "First line.\nSecond line.",
        "dateline_place": "PORT VESNA",
        "dateline_date": "2026-11-20",
        "byline": "Mira Sol and Jan Roe",
        "body": "One & “two”.\n\n- a\n- b",
        "language": "other",
        "language_other": "sr-Latn",
        "urgency": "2",
        "keywords": "rain, harbour",
        "ednote": "Please <keep> short.",
        "embargo_at": "2026-12-01T06:30",
        "embargo_zone": "Europe/Kyiv",
    }
    send(browser, "/dispatches/new", **typed)
    dispatch = room.read().query(Dispatch).one()
    shown = fields(browser.get(edit(dispatch.id)).get_data(as_text=True))
    assert {key: shown[key] for key in typed} == typed
    assert dispatch.embargo_at is not None
    assert dispatch.embargo_at.isoformat() == "2026-12-01T04:30:00+00:00"


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("headline", "x" * 201, "At most 200 characters"),
        ("slugline", "x" * 61, "At most 60 characters"),
        ("summary", "x" * 501, "At most 500 characters"),
        ("dateline_place", "x" * 81, "At most 80 characters"),
        ("byline", "x" * 121, "At most 120 characters"),
        ("ednote", "x" * 4001, "At most 4,000 characters"),
        ("keywords", ", ".join(f"w{n}" for n in range(21)), "At most 20 keywords"),
        ("keywords", "x" * 41, "longer than 40 characters"),
        ("dateline_date", "2026-02-31", "Not a valid date"),
        ("urgency", "0", "Not a valid choice"),
        ("urgency", "10", "Not a valid choice"),
        ("embargo_at", "tomorrow", "Not a valid datetime"),
        ("embargo_zone", "Mars/Olympus", "Not a valid choice"),
        ("desk", str(uuid.UUID(int=7)), "Not a valid choice"),
        ("language", "klingon", "Not a valid choice"),
        ("body", "> " * 40 + "deep", "nested too deeply"),
        ("body", "x\n\n" * 20_001, "more than 20,000 parts"),
    ],
)
def test_a_limit_is_told_beside_its_field_and_everything_typed_is_kept(
    room: Newsroom, author: Person, name: str, value: str, reason: str
) -> None:
    browser = room.client(author)
    typed = {"headline": "A headline", "body": "Kept words.", name: value}
    answer = send(browser, "/dispatches/new", **typed)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert reason in html[html.index(f'id="{name}-error"') :][:400]
    assert room.read().query(Dispatch).count() == 0
    again = fields(html)
    selects = ("urgency", "desk", "embargo_zone", "language")  # hold only what they offer
    assert {key: again[key] for key in typed if key not in selects} == {
        key: words for key, words in typed.items() if key not in selects
    }


def test_exactly_the_limit_is_taken(room: Newsroom, author: Person) -> None:
    longest = {"headline": "ə" * 200, "slugline": "x" * 60, "summary": "x" * 500}
    answer = send(room.client(author), "/dispatches/new", **longest)
    assert answer.status_code == 303


def test_the_longest_text_is_taken_and_one_letter_more_is_not(
    room: Newsroom, author: Person
) -> None:
    browser = room.client(author)
    line = "д" * 1999 + "\n"
    assert send(browser, "/dispatches/new", body=line * 1000).status_code == 303
    answer = send(browser, "/dispatches/new", body=line * 1000 + "д")
    assert "At most 2,000,000 characters" in answer.get_data(as_text=True)


def test_an_hour_that_the_clocks_skip_is_refused(room: Newsroom, author: Person) -> None:
    skipped = {"embargo_at": "2026-03-29T02:30", "embargo_zone": "Europe/Berlin"}
    answer = send(room.client(author), "/dispatches/new", **skipped)
    assert "never show this time" in answer.get_data(as_text=True)


def test_an_hour_shown_twice_ends_the_embargo_the_second_time(
    room: Newsroom, author: Person
) -> None:
    twice = {"embargo_at": "2026-10-25T02:30", "embargo_zone": "Europe/Berlin"}
    send(room.client(author), "/dispatches/new", **twice)
    until = room.read().query(Dispatch).one().embargo_at
    assert until is not None
    assert until.isoformat() == "2026-10-25T01:30:00+00:00"


def test_an_embargo_given_to_the_second_is_not_changed_by_a_save(
    room: Newsroom, author: Person
) -> None:
    dispatch = room.dispatch(author)
    until = room.time.replace(second=17, day=28)
    with saving() as session:
        row = session.get_one(Dispatch, dispatch)
        row.embargo_at, row.embargo_zone = until, "Asia/Baku"
    send(room.client(author), edit(dispatch), body="It poured.")
    assert room.get(dispatch).embargo_at == until


def test_control_letters_and_hostile_markup_do_no_harm(room: Newsroom, author: Person) -> None:
    browser = room.client(author)
    hostile = {
        "slugline": "a\x00b\x1b",
        "headline": "<script>alert(1)</script>\u2028",
        "ednote": "\x00" * 5,
        "keywords": "<b>,</b>,,;",
        "body": '<img src=x onerror="alert(1)">\x00 [x](javascript:alert(1))',
    }
    answer = send(browser, "/dispatches/new", **hostile)
    assert answer.status_code == 303
    for url in (answer.location, answer.location + "/edit"):
        html = browser.get(url).get_data(as_text=True)
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript' not in html


def test_the_checklist_names_what_is_missing_and_filing_says_it_again(
    room: Newsroom, author: Person
) -> None:
    browser = room.client(author)
    answer = send(browser, "/dispatches/new", headline="Rain", byline="", then="file")
    assert answer.location.endswith("/edit")
    html = browser.get(answer.location).get_data(as_text=True)
    assert "Saved, but not filed to the desk." in html
    for missing in ("a slugline", "a dateline with its place", "a byline", "the text itself"):
        assert missing in html[html.index('id="wanting"') :][:2000]
    assert "a headline" not in html[html.index('id="wanting"') :][:2000]


def test_save_and_file_hands_it_to_the_desk(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author)
    answer = send(room.client(author), edit(dispatch), then="file")
    assert answer.location == f"/dispatches/{dispatch}"
    assert room.get(dispatch).state is State.FILED


def test_an_approved_text_warns_before_it_is_changed(room: Newsroom, author: Person) -> None:
    editor = room.person("Eda Lund", Role.EDITOR)
    dispatch = room.dispatch(author)
    browser = room.client(author)
    for person, act in ((author, Action.FILE), (editor, Action.CLAIM), (editor, Action.APPROVE)):
        assert "takes the approval back" not in browser.get(edit(dispatch)).get_data(as_text=True)
        room.act(person, act, dispatch)
    assert "takes the approval back" in browser.get(edit(dispatch)).get_data(as_text=True)
    answer = send(browser, edit(dispatch), body="It poured.")
    assert room.get(dispatch).state is State.FILED
    assert "approval was taken back" in browser.get(answer.location).get_data(as_text=True)


def test_a_change_that_was_not_filed_yet_is_said_to_be_none_of_the_desks(
    room: Newsroom, author: Person
) -> None:
    dispatch = room.dispatch(author)
    browser = room.client(author)
    send(browser, edit(dispatch), then="file")
    assert "Changed since it was last filed" not in browser.get(edit(dispatch)).text
    send(browser, edit(dispatch), body="It poured.")
    assert "Changed since it was last filed" in browser.get(edit(dispatch)).text
    send(browser, edit(dispatch), then="file")
    assert "Changed since it was last filed" not in browser.get(edit(dispatch)).text


def test_a_correspondent_sees_desk_and_embargo_after_filing_but_an_editor_changes_them(
    room: Newsroom, author: Person
) -> None:
    editor = room.person("Eda Lund", Role.EDITOR)
    dispatch = room.dispatch(author)
    room.act(author, Action.FILE, dispatch)
    forged = {"embargo_at": "2027-01-01T00:00", "embargo_zone": "UTC", "desk": str(room.desk("X"))}
    send(room.client(author), edit(dispatch), **forged)
    assert (room.get(dispatch).embargo_at, room.get(dispatch).desk_id) == (None, room.desk())
    send(room.client(editor), edit(dispatch), **{**forged, "desk": str(room.desk())})
    assert room.get(dispatch).embargo_at is not None


def test_a_form_sent_twice_saves_once(room: Newsroom, author: Person) -> None:
    browser = room.client(author)
    page = browser.get("/dispatches/new").get_data(as_text=True)
    first = send(browser, "/dispatches/new", page, headline="Rain")
    again = send(browser, "/dispatches/new", page, headline="Rain")
    assert first.location == again.location
    assert room.read().query(Dispatch).count() == 1


@pytest.mark.parametrize("version", ["", "-1", "x", "99999999999999999999"])
def test_a_mangled_version_overwrites_nothing(room: Newsroom, author: Person, version: str) -> None:
    dispatch = room.dispatch(author)
    answer = send(room.client(author), edit(dispatch), version=version, body="Overwritten.")
    assert "/kept/" in answer.location
    copy = room.read().get_one(WorkingCopy, dispatch)
    assert "Overwritten" not in str(copy.content)


def test_no_token_no_save(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author)
    answer = send(room.client(author), edit(dispatch), csrf_token="", body="Forged.")
    assert answer.status_code == 400
    assert "Forged" not in str(room.read().get_one(WorkingCopy, dispatch).content)


def test_forbidden_and_missing_look_the_same(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author)
    stranger = room.client(room.person("Ana Far", Role.EDITOR, desk="Sports"))
    forbidden, missing = stranger.get(edit(dispatch)), stranger.get(edit(uuid.uuid4()))
    assert (forbidden.status_code, missing.status_code) == (404, 404)
    assert forbidden.get_data() == missing.get_data()
    assert room.client().get(edit(dispatch)).status_code == 302


def test_who_may_not_write_reads_why(room: Newsroom, author: Person) -> None:
    dispatch = room.dispatch(author)
    checker = room.client(room.person("Karl Ode", Role.CHECKER))
    html = checker.get(edit(dispatch)).get_data(as_text=True)
    assert "you need the role of correspondent or editor to write" in html
    assert 'name="body"' not in html
    assert "You can’t write here yet" in checker.get("/dispatches/new").get_data(as_text=True)


def test_what_was_typed_is_on_the_page_when_writing_was_refused_meanwhile(
    room: Newsroom, author: Person
) -> None:
    editor = room.person("Eda Lund", Role.EDITOR)
    dispatch = room.dispatch(author)
    room.act(author, Action.FILE, dispatch)
    browser = room.client(author)
    page = browser.get(edit(dispatch)).get_data(as_text=True)
    room.act(editor, Action.CLAIM, dispatch)
    answer = send(browser, edit(dispatch), page, body="Words of the last hour.")
    assert answer.status_code == 409
    assert "Words of the last hour." in fields(answer.get_data(as_text=True))["body"]
    assert "only the desk’s editors" in answer.get_data(as_text=True)


def test_a_new_dispatch_is_dated_today_by_the_writers_clock(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    writer = room.person("Nia Holt", Role.CORRESPONDENT, timezone="Pacific/Auckland")
    room.time = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
    page = room.client(writer).get("/dispatches/new").get_data(as_text=True)
    assert re.search(r'name="dateline_date"[^>]*value="2026-11-21"', page)
