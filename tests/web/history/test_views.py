"""Pages of what happened, as people at the desk see them."""

import re
import uuid
from typing import Any

import pytest
from sqlalchemy import delete, text

from editorial.models.grant import Grant
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.workflow.words import Action, Role
from tests.newsroom import Browser, Newsroom

FIRST = (
    "The council met at dawn in the old customs house.\n\nNobody left before noon.\n\nRain fell."
)
THEN = "Rain fell.\n\nThe council met at dusk in the old customs house.\n\nNobody left before noon."


@pytest.fixture
def mira(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def omar(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Omar Din", Role.EDITOR, timezone="Asia/Baku")


@pytest.fixture
def filed_twice(sqlite_newsroom: Newsroom, mira: Person, omar: Person) -> uuid.UUID:
    """Filed, returned with a reason, changed and filed again."""
    room = sqlite_newsroom
    key = room.dispatch(mira, FIRST)
    room.act(mira, Action.FILE, key)
    room.later(hours=1)
    room.act(omar, Action.CLAIM, key)
    room.act(omar, Action.RETURN, key, note="Which council,\nand why so early?")
    room.later(hours=1)
    room.write(key, mira, THEN, headline="Council meets at dusk")
    room.act(mira, Action.FILE, key)
    return key


def page(browser: Browser, url: str) -> str:
    answer = browser.get(url)
    assert answer.status_code == 200, url
    return str(answer.get_data(as_text=True))


def words(html: str) -> str:
    """What the page says, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def spoil(room: Newsroom, key: uuid.UUID, content: bytes) -> None:
    """Write ``content`` over revision 1, as somebody with the database's keys could."""
    with saving() as session:
        for (name,) in session.execute(
            text("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='revision'")
        ).all():
            session.execute(text(f"DROP TRIGGER {name}"))
        session.execute(
            text("UPDATE revision SET content = :content WHERE dispatch_id = :key AND number = 1"),
            {"content": content, "key": key.hex},
        )
    room.read()


def test_the_log_tells_each_act_in_a_sentence(
    sqlite_newsroom: Newsroom, omar: Person, filed_twice: uuid.UUID
) -> None:
    shown = page(sqlite_newsroom.client(omar), "/log")
    told = words(shown)
    assert "Mira Sol (correspondent) filed rain-capital , revision 2" in told
    assert "Omar Din (editor) returned rain-capital ." in told
    assert "Which council,\nand why so early?" in shown
    assert f'href="/dispatches/{filed_twice}/history"' in shown
    assert "20 November 2026, 15:00 +04" in told
    assert "2 hours ago" in told
    entry = sqlite_newsroom.read().get_one(LogEntry, 1)
    assert entry.leaf.hex() in shown
    assert shown.index("entry-4") < shown.index("entry-1")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", [4, 3, 2, 1]),
        ("person=omar", [3, 2]),
        ("dispatch=RAIN-cap", [4, 3, 2, 1]),
        ("dispatch=rain_capital", []),
        ("dispatch=%25", []),
        ("dispatch=%00rain", [4, 3, 2, 1]),
        ("since=2026-11-20&until=2026-11-20", [4, 3, 2, 1]),
        ("since=2026-11-21", []),
        ("until=2026-11-19", []),
        ("before=3", [2, 1]),
        ("before=x", [4, 3, 2, 1]),
        ("before=99999999999999999999", [4, 3, 2, 1]),
        ("person=nobody&since=2026-13-40", [4, 3, 2, 1]),
        ("until=9999-12-31", [4, 3, 2, 1]),
        ("since=0001-01-01", [4, 3, 2, 1]),
        ("_external=1&endpoint=x", [4, 3, 2, 1]),
    ],
)
def test_the_log_is_asked_by_person_dispatch_and_time(
    sqlite_newsroom: Newsroom, omar: Person, filed_twice: uuid.UUID, asked: str, expected: list[int]
) -> None:
    shown = page(sqlite_newsroom.client(omar), f"/log?{asked.replace('omar', str(omar.id))}")
    assert [int(number) for number in re.findall(r'id="entry-(\d+)"', shown)] == expected


def test_a_letter_that_no_database_can_hold_is_looked_past(newsroom: Newsroom) -> None:
    mira = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    newsroom.act(mira, Action.FILE, newsroom.dispatch(mira))
    assert "entry-1" in page(newsroom.client(mira), "/log?dispatch=%00rain")


def test_the_days_asked_for_are_the_reader_s(
    sqlite_newsroom: Newsroom, mira: Person, omar: Person
) -> None:
    """22:00 in UTC is the next day already in Baku."""
    sqlite_newsroom.later(hours=13)
    sqlite_newsroom.act(mira, Action.FILE, sqlite_newsroom.dispatch(mira))
    asked = "/log?since=2026-11-21"
    assert "entry-1" in page(sqlite_newsroom.client(omar), asked)
    assert "entry-1" not in page(sqlite_newsroom.client(mira), asked)


def test_a_wrong_day_is_told_beside_its_field_and_the_rest_still_asked(
    sqlite_newsroom: Newsroom, omar: Person, filed_twice: uuid.UUID
) -> None:
    shown = page(sqlite_newsroom.client(omar), "/log?since=soon&dispatch=zebra")
    assert "Not a valid date value." in shown
    assert "No entry matches" in shown
    assert "Choose a day from 1970 to 2999." in page(
        sqlite_newsroom.client(omar), "/log?until=9999-12-31"
    )


def test_the_log_goes_on_over_pages(
    sqlite_newsroom: Newsroom,
    omar: Person,
    filed_twice: uuid.UUID,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("editorial.history.log.A_PAGE", 3)
    browser = sqlite_newsroom.client(omar)
    first = page(browser, "/log?dispatch=rain&_anchor=x")
    older = re.search(r'rel="next" href="([^"]+)"', first)
    assert older
    assert older[1] == "/log?before=2&amp;dispatch=rain"
    second = page(browser, older[1].replace("&amp;", "&"))
    assert re.findall(r'id="entry-(\d+)"', second) == ["1"]
    assert 'rel="next"' not in second
    assert 'rel="prev" href="/log?dispatch=rain"' in second


def test_an_empty_log_teaches(sqlite_newsroom: Newsroom, omar: Person) -> None:
    assert "Every filing, claim, return" in page(sqlite_newsroom.client(omar), "/log")


def test_the_history_shows_acts_and_revisions(
    sqlite_newsroom: Newsroom, omar: Person, filed_twice: uuid.UUID
) -> None:
    room = sqlite_newsroom
    room.act(omar, Action.CLAIM, filed_twice)
    room.act(omar, Action.APPROVE, filed_twice)
    room.act(omar, Action.UNAPPROVE, filed_twice, note="Too soon.")
    shown = page(room.client(omar), f"/dispatches/{filed_twice}/history")
    told = words(shown)
    assert "Revision 1" in told
    assert "Revision 2" in told
    assert "Omar Din (ended)" in told
    assert re.findall(r'id="entry-(\d+)"', shown) == ["7", "6", "5", "4", "3", "2", "1"]
    chosen = re.findall(r'name="(\w+)"\s+value="(\w+)"\s+checked', shown)
    assert chosen == [("to", "2"), ("from", "1")]
    assert "not intact" not in told


def test_the_history_of_a_draft_says_what_will_stand_there(
    sqlite_newsroom: Newsroom, mira: Person
) -> None:
    key = sqlite_newsroom.dispatch(mira)
    shown = page(sqlite_newsroom.client(mira), f"/dispatches/{key}/history")
    assert "Nothing was filed yet" in shown
    assert "The first filing writes the first entry." in shown
    assert sqlite_newsroom.client(mira).get(f"/dispatches/{key}/differences").status_code == 404


def test_a_revision_shows_exactly_its_text(
    sqlite_newsroom: Newsroom, omar: Person, filed_twice: uuid.UUID
) -> None:
    shown = page(sqlite_newsroom.client(omar), f"/dispatches/{filed_twice}/revisions/1")
    assert (
        "<p>The council met at dawn in the old customs house.</p>"
        "<p>Nobody left before noon.</p><p>Rain fell.</p>"
    ) in shown
    assert "Rain over the capital" in shown
    assert "This is not the text that was frozen" not in shown
    assert re.search(r'class="digest">\s*[0-9a-f]{64}\s*<', shown)


@pytest.mark.parametrize(
    ("content", "readable"),
    [(b"", False), (b"{}", False), (b"[" * 100_000, False), (b"\xff", False), (None, True)],
    ids=["nothing", "no fields", "too deep", "no text", "other words"],
)
def test_a_revision_that_was_tampered_with_says_so_loudly_everywhere(
    sqlite_newsroom: Newsroom,
    omar: Person,
    filed_twice: uuid.UUID,
    content: bytes | None,
    *,
    readable: bool,
) -> None:
    room = sqlite_newsroom
    if content is None:
        original = (
            room.read().execute(text("SELECT content FROM revision WHERE number = 1")).scalar_one()
        )
        content = bytes(original).replace(b"dawn", b"noon")
    spoil(room, filed_twice, content)
    browser = room.client(omar)
    shown = page(browser, f"/dispatches/{filed_twice}/revisions/1")
    assert "This is not the text that was frozen." in shown
    assert ("can’t even be read" not in shown) is readable
    assert "not intact" in page(browser, f"/dispatches/{filed_twice}/history")
    compared = page(browser, f"/dispatches/{filed_twice}/differences?from=1&to=2")
    assert "is not the one that was frozen" in compared
    assert ("These can’t be compared" not in compared) is readable


def test_the_difference_reads_as_prose(
    sqlite_newsroom: Newsroom, omar: Person, filed_twice: uuid.UUID
) -> None:
    shown = page(sqlite_newsroom.client(omar), f"/dispatches/{filed_twice}/differences?from=1&to=2")
    assert "at <del>dawn</del><ins>dusk</ins> in the old" in shown
    assert re.search(
        r'class="moved">\s*<span class="moved-note">Moved here</span>\s*<p>Rain', shown
    )
    assert "Headline" in shown
    assert "1 paragraph moved" in shown


def test_any_two_texts_can_be_compared_and_the_working_copy_with_them(
    sqlite_newsroom: Newsroom, mira: Person, omar: Person, filed_twice: uuid.UUID
) -> None:
    room = sqlite_newsroom
    room.write(filed_twice, mira, FIRST, language="az")
    url = f"/dispatches/{filed_twice}/differences"
    browser = room.client(omar)
    assert "From revision 2 to the working copy" in page(browser, f"{url}?from=2&to=working")
    backwards = page(browser, f"{url}?from=working&to=1")
    assert "<del>az</del> <ins>en</ins>" in backwards
    assert "It is the same in both." in backwards
    assert "From revision 1 to the working copy" in page(browser, url)
    assert "Both texts are the same" in page(browser, f"{url}?from=1&to=1")
    for asked in ("from=3", "to=0", "to=x", "from=²", "to=99999999999999999999"):
        assert browser.get(f"{url}?{asked}").status_code == 404, asked


def test_long_unchanged_stretches_are_left_out(
    sqlite_newsroom: Newsroom, mira: Person, omar: Person
) -> None:
    lines = [f"Line number {number} stands where it stood." for number in range(30)]
    key = sqlite_newsroom.dispatch(mira, "\n\n".join(lines))
    sqlite_newsroom.act(mira, Action.FILE, key)
    lines[20] = "Line number 20 is another now."
    sqlite_newsroom.write(key, mira, "\n\n".join(lines))
    shown = page(sqlite_newsroom.client(omar), f"/dispatches/{key}/differences")
    assert "19 unchanged paragraphs" in shown
    assert "8 unchanged paragraphs" in shown
    assert "Line number 5 " not in shown


def test_what_no_word_shows_is_told(sqlite_newsroom: Newsroom, mira: Person, omar: Person) -> None:
    key = sqlite_newsroom.dispatch(mira, "It rained over the whole capital.")
    sqlite_newsroom.act(mira, Action.FILE, key)
    sqlite_newsroom.write(key, mira, "It **rained** over the whole capital.")
    shown = page(sqlite_newsroom.client(omar), f"/dispatches/{key}/differences")
    assert "Formatting of the same words changed." in shown


def test_another_desk_sees_nothing_of_it(sqlite_newsroom: Newsroom, filed_twice: uuid.UUID) -> None:
    room = sqlite_newsroom
    lena = room.person("Lena Ost", Role.EDITOR, desk="Economy")
    ada = room.person("Ada Quill", Role.ADMINISTRATOR)
    for person in (lena, ada):
        browser = room.client(person)
        for place in ("history", "revisions/1", "differences?from=1&to=2"):
            answer = browser.get(f"/dispatches/{filed_twice}/{place}")
            assert answer.status_code == 404, (person.name, place)
    assert "rain-capital" not in page(room.client(lena), "/log")
    assert room.client(lena).get(f"/dispatches/{uuid.uuid4()}/history").status_code == 404


def test_an_administrator_sees_that_something_was_done_but_not_what_was_said(
    sqlite_newsroom: Newsroom, filed_twice: uuid.UUID
) -> None:
    room = sqlite_newsroom
    browser = room.client(room.person("Ada Quill", Role.ADMINISTRATOR))
    told = words(page(browser, "/log"))
    assert "Omar Din (editor) returned a dispatch." in told
    assert "rain-capital" not in told
    assert "Which council" not in told
    assert "No entry matches" in page(browser, "/log?dispatch=rain")


def test_readers_are_led_to_the_door(sqlite_newsroom: Newsroom, filed_twice: uuid.UUID) -> None:
    answer: Any = sqlite_newsroom.client().get(f"/dispatches/{filed_twice}/history")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in")


def test_markup_in_a_reason_is_words(sqlite_newsroom: Newsroom, mira: Person, omar: Person) -> None:
    room = sqlite_newsroom
    key = room.dispatch(mira, "It <i>rained</i>.")
    room.act(mira, Action.FILE, key)
    room.act(omar, Action.CLAIM, key)
    room.act(omar, Action.RETURN, key, note="<script>alert(1)</script>")
    for url in ("/log", f"/dispatches/{key}/history", f"/dispatches/{key}/revisions/1"):
        shown = page(room.client(omar), url)
        assert "<script>alert" not in shown
        assert "<i>rained" not in shown


def test_an_author_who_lost_every_role_still_reads_what_happened(
    sqlite_newsroom: Newsroom, filed_twice: uuid.UUID, mira: Person
) -> None:
    with saving() as session:
        session.execute(delete(Grant).where(Grant.person_id == mira.id))
    browser = sqlite_newsroom.client(mira)
    for place in ("history", "revisions/1", "differences"):
        assert page(browser, f"/dispatches/{filed_twice}/{place}")
