"""The first page of an empty newsroom."""

from editorial.accounts.founding import first_administrator_token
from editorial.models.saving import saving
from tests.newsroom import Newsroom

FIELDS = {
    "agency": "Harbour Wire",
    "desk": "World",
    "roles": "editor",
    "name": "Ada Berg",
    "email": "Ada@example.org",
    "timezone": "UTC",
    "password": "seven herons over the harbour",
    "again": "seven herons over the harbour",
}


def test_the_console_s_token_founds_the_newsroom(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    with saving() as session:
        token = first_administrator_token(session, room.time)
    browser = room.client()
    assert str(token) in browser.get(f"/found?token={token}").get_data(as_text=True)
    assert browser.post("/found", token=str(token), **FIELDS).location == "/people"
    page = browser.get("/people").get_data(as_text=True)
    assert "Ada Berg" in page
    assert "Harbour Wire" in page
    assert browser.get("/found").location == "/sign-in"


def test_a_guessed_token_founds_nothing_and_what_was_typed_is_kept(
    sqlite_newsroom: Newsroom,
) -> None:
    answer = sqlite_newsroom.client().post("/found", token="guessed", **FIELDS)
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert "not good any more" in page
    assert "Ada Berg" in page


def test_a_password_made_of_the_agency_s_name_is_refused(sqlite_newsroom: Newsroom) -> None:
    fields = {**FIELDS, "password": "Harbour Wire1", "again": "Harbour Wire1"}
    page = sqlite_newsroom.client().post("/found", token="any", **fields).get_data(as_text=True)
    assert "too easy to guess" in page
