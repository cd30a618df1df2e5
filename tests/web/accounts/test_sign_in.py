"""Signing in, the second step, and signing out."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.sign_in import SignIn
from editorial.workflow.words import Role
from tests.newsroom import Newsroom, hidden_fields
from tests.web.accounts.doors import PASSWORD, code_at, someone, with_second_factor

WRONG = "E-mail and password don&#39;t belong together."


def test_the_right_password_lets_in(sqlite_newsroom: Newsroom) -> None:
    mira = someone(sqlite_newsroom)
    browser = sqlite_newsroom.client()
    answer = browser.post("/sign-in", email="  Mira.Sol@example.org", password=PASSWORD)
    assert (answer.status_code, answer.location) == (303, "/start")
    assert mira.name in browser.get("/profile").get_data(as_text=True)


def test_the_cookie_is_for_http_alone_and_for_this_site(sqlite_newsroom: Newsroom) -> None:
    someone(sqlite_newsroom)
    answer = sqlite_newsroom.client().post(
        "/sign-in", email="mira.sol@example.org", password=PASSWORD
    )
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize(
    ("email", "password"),
    [("mira.sol@example.org", "not the password"), ("nobody@example.org", PASSWORD)],
)
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    sqlite_newsroom: Newsroom, email: str, password: str
) -> None:
    someone(sqlite_newsroom)
    answer = sqlite_newsroom.client().post("/sign-in", email=email, password=password)
    assert answer.status_code == 422
    assert WRONG in answer.get_data(as_text=True)


def test_someone_who_has_left_can_not_come_in(sqlite_newsroom: Newsroom) -> None:
    mira = someone(sqlite_newsroom)
    with saving() as session:
        session.get_one(Person, mira.id).deactivated_at = sqlite_newsroom.time
    answer = sqlite_newsroom.client().post(
        "/sign-in", email="mira.sol@example.org", password=PASSWORD
    )
    assert WRONG in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/log?person=1", "/log?person=1"),
        ("//evil.example/", "/start"),
        ("https://evil.example/", "/start"),
        ("/\\evil.example", "/start"),
        ("/\t/evil.example", "/start"),
    ],
)
def test_only_a_path_of_this_newsroom_is_gone_to(
    sqlite_newsroom: Newsroom, asked: str, leads_to: str
) -> None:
    someone(sqlite_newsroom)
    browser = sqlite_newsroom.client()
    shown = browser.client.get("/sign-in", query_string={"next": asked}).get_data(as_text=True)
    fields = {"email": "mira.sol@example.org", "password": PASSWORD}
    token = hidden_fields(shown, "/sign-in")
    answer = browser.client.post("/sign-in", query_string={"next": asked}, data={**token, **fields})
    assert answer.location == leads_to


def test_a_form_without_its_token_is_refused(sqlite_newsroom: Newsroom) -> None:
    someone(sqlite_newsroom)
    client: FlaskClient = sqlite_newsroom.client().client
    answer = client.post("/sign-in", data={"email": "mira.sol@example.org", "password": PASSWORD})
    assert answer.status_code == 400


def test_signing_in_again_gives_a_new_session(sqlite_newsroom: Newsroom) -> None:
    someone(sqlite_newsroom)
    browser = sqlite_newsroom.client()
    with browser.client.session_transaction() as cookie:
        cookie["planted"] = "by someone else"
    browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    with browser.client.session_transaction() as cookie:
        assert "planted" not in cookie


def test_signing_out_ends_the_sign_in_in_the_database(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = someone(room)
    browser = room.client(mira)
    with browser.client.session_transaction() as cookie:
        stolen = dict(cookie)
    answer = browser.post("/sign-out", page="/profile")
    assert answer.location == "/sign-in"
    thief = room.client()
    with thief.client.session_transaction() as cookie:
        cookie.update(stolen)
    assert thief.get("/profile").status_code == 302


def test_a_browser_not_seen_for_two_weeks_signs_in_again(sqlite_newsroom: Newsroom) -> None:
    browser = sqlite_newsroom.client(someone(sqlite_newsroom))
    sqlite_newsroom.later(days=14, seconds=1)
    assert browser.get("/profile").location == "/sign-in?next=/profile"


def test_the_second_step_is_asked_before_anything_opens(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    with_second_factor(room)
    browser = room.client()
    answer = browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    assert answer.location == "/sign-in/code"
    assert browser.get("/profile").status_code == 302
    answer = browser.post("/sign-in/code", code=code_at(room.time))
    assert answer.location == "/start"
    assert browser.get("/profile").status_code == 200


def test_a_code_works_once(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    with_second_factor(room)
    code = code_at(room.time)
    for status in (303, 422):
        browser = room.client()
        browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
        assert browser.post("/sign-in/code", code=code).status_code == status


def test_a_code_of_a_minute_ago_is_refused(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    with_second_factor(room)
    browser = room.client()
    browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    old = code_at(room.time - timedelta(seconds=61))
    assert browser.post("/sign-in/code", code=old).status_code == 422


def test_the_second_step_waits_ten_minutes_at_most(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    with_second_factor(room)
    browser = room.client()
    browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    room.later(minutes=10, seconds=2)
    assert browser.get("/sign-in/code").location == "/sign-in"


def test_a_password_changed_meanwhile_ends_the_second_step(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = with_second_factor(room)
    browser = room.client()
    browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    with saving() as session:
        session.get_one(Person, mira.id).password_hash = "another"
    assert browser.get("/sign-in/code").location == "/sign-in"


def test_an_empty_newsroom_leads_to_its_founding(sqlite_newsroom: Newsroom) -> None:
    assert sqlite_newsroom.client().get("/sign-in").location == "/found"


def test_a_required_second_factor_is_set_up_before_anything_else(
    sqlite_newsroom: Newsroom,
) -> None:
    mira = sqlite_newsroom.person("Mira Sol", Role.EDITOR, totp_required=True)
    browser = sqlite_newsroom.client(mira)
    assert browser.get("/profile").location == "/second-factor"
    assert browser.get("/second-factor").status_code == 200


def test_a_sign_in_notes_where_it_came_from(sqlite_newsroom: Newsroom) -> None:
    someone(sqlite_newsroom)
    browser = sqlite_newsroom.client()
    browser.post("/sign-in", email="mira.sol@example.org", password=PASSWORD)
    row = sqlite_newsroom.read().scalars(select(SignIn)).one()
    assert row.address == "127.0.0.1"


def test_the_pages_of_the_doors_stay_out_of_every_cache(sqlite_newsroom: Newsroom) -> None:
    someone(sqlite_newsroom)
    for url in ("/sign-in", "/reset-password", "/reset-password/guessed", "/invitations/guessed"):
        assert sqlite_newsroom.client().get(url).headers["Cache-Control"] == "no-store"
