"""One's own profile, password, second factor and sign-ins."""

import re

import pyotp
from sqlalchemy import select

from editorial.ledger.wording import EVENTS
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.sign_in import SignIn
from tests.newsroom import Newsroom
from tests.web.accounts.doors import PASSWORD, code_at, someone, with_second_factor

NEW = "nine lanterns by the mill"


def actions(room: Newsroom) -> list[str]:
    return list(room.read().scalars(select(LogEntry.action).order_by(LogEntry.sequence)))


def test_a_changed_name_is_logged_and_the_rest_is_not(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    browser = room.client(someone(room))
    browser.post("/profile", name="Mira Sol", initials="MS", timezone="Asia/Baku")
    assert actions(room) == []
    browser.post("/profile", name="Mira Sol-Aliyeva", initials="MS", timezone="Asia/Baku")
    assert actions(room) == ["rename"]
    assert set(actions(room)) <= set(EVENTS)


def test_an_unknown_time_zone_is_refused_and_what_was_typed_is_kept(
    sqlite_newsroom: Newsroom,
) -> None:
    browser = sqlite_newsroom.client(someone(sqlite_newsroom))
    answer = browser.post("/profile", name="Mira the Second", timezone="Moon/Tycho")
    assert answer.status_code == 422
    assert "Mira the Second" in answer.get_data(as_text=True)


def test_a_password_is_changed_with_the_present_one(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    browser = room.client(someone(room))
    wrong = {"present": "not it", "password": NEW, "again": NEW}
    assert browser.post("/profile/password", **wrong).status_code == 422
    right = {**wrong, "present": PASSWORD}
    assert browser.post("/profile/password", **right).location == "/profile"
    answer = room.client().post("/sign-in", email="mira.sol@example.org", password=NEW)
    assert answer.location == "/start"
    assert actions(room) == ["reset_password"]


def test_a_changed_password_signs_out_the_others_and_renews_this_one(
    sqlite_newsroom: Newsroom,
) -> None:
    room = sqlite_newsroom
    mira = someone(room)
    here, there = room.client(mira), room.client(mira)
    with here.client.session_transaction() as cookie:
        before = cookie["_user_id"]
    here.post("/profile/password", present=PASSWORD, password=NEW, again=NEW)
    assert here.get("/profile").status_code == 200
    assert there.get("/profile").status_code == 302
    with here.client.session_transaction() as cookie:
        assert cookie["_user_id"] != before


def test_guesses_at_the_present_password_are_counted(sqlite_newsroom: Newsroom) -> None:
    browser = sqlite_newsroom.client(someone(sqlite_newsroom))
    fields = {"present": "wrong", "password": NEW, "again": NEW}
    statuses = [browser.post("/profile/password", **fields).status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]


def test_another_browser_is_listed_and_signed_out(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = someone(room)
    here = room.client(mira)
    there = room.client()
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/605.1"
    there.client.environ_base["HTTP_USER_AGENT"] = agent
    there.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    page = here.get("/profile").get_data(as_text=True)
    assert "Safari on iPhone" in page
    url = re.search(r'action="(/profile/sign-ins/[^/]+/end)"', page)
    assert url is not None
    here.post(url.group(1), page="/profile")
    assert there.get("/profile").status_code == 302
    assert here.get("/profile").status_code == 200


def test_nobody_ends_the_sign_in_of_another(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira, ivo = someone(room), someone(room, "Ivo Lark")
    hers, his = room.client(mira), room.client(ivo)
    with saving() as session:
        one = session.scalars(select(SignIn).where(SignIn.person_id == ivo.id)).one().id
    hers.post(f"/profile/sign-ins/{one}/end", page="/profile")
    assert his.get("/profile").status_code == 200


def test_all_other_browsers_are_signed_out_at_once(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = someone(room)
    here, others = room.client(mira), [room.client(mira) for _ in range(3)]
    here.post("/profile/sign-ins/end", page="/profile")
    assert [browser.get("/profile").status_code for browser in others] == [302] * 3
    assert here.get("/profile").status_code == 200


def test_a_second_factor_is_set_up_with_its_code(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = someone(room)
    browser = room.client(mira)
    page = browser.get("/second-factor").get_data(as_text=True)
    key = re.search(r'<p class="digest">([A-Z2-7 ]+)</p>', page)
    assert key is not None
    assert "<svg" in page
    assert "style=" not in page
    secret = key.group(1).replace(" ", "")
    assert browser.post("/second-factor", present=PASSWORD, code="000000").status_code == 422
    code = pyotp.TOTP(secret).at(room.time)
    answer = browser.post("/second-factor", present=PASSWORD, code=code)
    codes = re.findall(r"<code>([A-Z2-7-]+)</code>", answer.get_data(as_text=True))
    assert len(codes) == 10
    kept = room.read().get_one(Person, mira.id)
    assert (kept.totp_secret, kept.totp_confirmed_at) == (secret, room.time)
    assert actions(room) == ["set_up_second_factor"]


def test_nobody_ties_an_open_desk_to_their_own_phone(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = someone(room)
    browser = room.client(mira)
    page = browser.get("/second-factor").get_data(as_text=True)
    key = re.search(r'<p class="digest">([A-Z2-7 ]+)</p>', page)
    assert key is not None
    code = pyotp.TOTP(key.group(1).replace(" ", "")).at(room.time)
    for given in ({}, {"present": "a guess"}):
        assert browser.post("/second-factor", code=code, **given).status_code == 422
    assert room.read().get_one(Person, mira.id).totp_secret is None
    for _ in range(4):
        browser.post("/second-factor", code=code, present="a guess")
    assert browser.post("/second-factor", code=code, present=PASSWORD).status_code == 429


def test_a_second_factor_ends_what_was_begun_without_it(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = someone(room)
    here, other = room.client(mira), room.client(mira)
    page = here.get("/second-factor").get_data(as_text=True)
    key = re.search(r'<p class="digest">([A-Z2-7 ]+)</p>', page)
    assert key is not None
    code = pyotp.TOTP(key.group(1).replace(" ", "")).at(room.time)
    here.post("/second-factor", present=PASSWORD, code=code)
    assert here.get("/profile").status_code == 200
    assert other.get("/profile").status_code == 302


def test_the_code_of_the_set_up_does_not_sign_in(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    someone(room)
    browser = room.client()
    browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    page = browser.get("/second-factor").get_data(as_text=True)
    found = re.search(r'<p class="digest">([A-Z2-7 ]+)</p>', page)
    assert found is not None
    code = pyotp.TOTP(found.group(1).replace(" ", "")).at(room.time)
    browser.post("/second-factor", present=PASSWORD, code=code)
    again = room.client()
    again.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    assert again.post("/sign-in/code", code=code).status_code == 422


def test_a_second_factor_is_given_up_with_the_password(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = with_second_factor(room)
    browser = room.client(mira)
    answer = browser.post("/second-factor/end", page="/second-factor", present="wrong")
    assert answer.status_code == 422
    browser.post("/second-factor/end", page="/second-factor", present=PASSWORD)
    assert room.read().get_one(Person, mira.id).totp_secret is None
    assert actions(room) == ["drop_second_factor"]


def test_a_required_second_factor_is_not_given_up(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = with_second_factor(room)
    with saving() as session:
        session.get_one(Person, mira.id).totp_required = True
    browser = room.client(mira)
    answer = browser.post("/second-factor/end", page="/second-factor", present=PASSWORD)
    assert answer.status_code == 422
    assert room.read().get_one(Person, mira.id).totp_secret is not None


def test_a_recovery_code_signs_in_when_the_phone_is_lost(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = with_second_factor(room)
    answer = room.client(mira).post(
        "/second-factor/recovery-codes", page="/second-factor", present=PASSWORD
    )
    codes = re.findall(r"<code>([A-Z2-7-]+)</code>", answer.get_data(as_text=True))
    browser = room.client()
    browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    assert browser.post("/sign-in/code", code=codes[3]).location == "/start"


def test_guesses_at_the_second_factor_are_counted(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    with_second_factor(room)
    statuses = []
    for _ in range(6):
        browser = room.client()
        browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
        statuses.append(browser.post("/sign-in/code", code="000000").status_code)
    assert statuses == [422] * 5 + [429]
    browser = room.client()
    browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    assert browser.post("/sign-in/code", code=code_at(room.time)).status_code == 429


def test_a_throttled_page_says_when_to_try_again(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    someone(room)
    for _ in range(6):
        answer = room.client().post("/sign-in", email="mira.sol@example.org", password="wrong")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "30"
    assert "try again in 30 seconds" in answer.get_data(as_text=True)
