"""What was typed when a form can't be taken any more: it stands on the page that says so."""

from html import unescape

from editorial.workflow.words import Role
from tests.newsroom import Newsroom, hidden_fields

STORY = "The ferry stopped for two hours.\n\n“We were lucky,” its master said."
OURS = {"Sec-Fetch-Site": "same-origin"}


def test_a_sign_in_that_ended_while_typing_loses_no_word(sqlite_newsroom: Newsroom) -> None:
    mira = sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)
    client = sqlite_newsroom.client(mira)
    page = client.get("/dispatches/new").get_data(as_text=True)
    token = hidden_fields(page, "/dispatches/new")["csrf_token"]
    sqlite_newsroom.later(days=60)
    answer = client.client.post(
        "/dispatches/new",
        data={
            "csrf_token": token.split('"')[0],
            "headline": "A night on the strait",
            "body": STORY,
        },
        headers=OURS,
    )
    html = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert "you are signed out" in html
    assert STORY in unescape(html)
    assert "A night on the strait" in html


def test_an_old_form_shows_its_words_and_no_secret(sqlite_newsroom: Newsroom) -> None:
    mira = sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)
    answer = sqlite_newsroom.client(mira).client.post(
        "/dispatches/new",
        data={
            "csrf_token": "of an older one",
            "body": STORY,
            "present": "my secret words 12",
        },
        headers=OURS,
    )
    html = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert "the page is too old" in html
    assert STORY in unescape(html)
    assert "my secret words" not in html
    assert "of an older one" not in html


def test_another_site_puts_no_words_on_our_pages(sqlite_newsroom: Newsroom) -> None:
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {}):
        answer = sqlite_newsroom.client(None).client.post(
            "/dispatches/new", data={"body": STORY}, headers=headers
        )
        assert STORY not in answer.get_data(as_text=True)
