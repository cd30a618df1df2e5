"""Readers' reviews: written without an account or a token, shown once the desk has read them."""

import re
import uuid
from typing import Any

import pytest

from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.reader_review import ReaderReview
from editorial.models.saving import saving
from editorial.models.setting import Setting
from editorial.site.send_review import FOR_A_STORY, FROM_A_NETWORK, WAITING_IN_ALL
from editorial.workflow.words import ReviewStanding, Role
from tests.newsroom import Newsroom

HERE = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def mira(room: Newsroom) -> Person:
    return room.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def path(room: Newsroom, mira: Person) -> str:
    room.publish(mira)
    return f"/news/politics/{room.read().query(Publication).one().address}"


def send(room: Newsroom, path: str, headers: dict[str, str] | None = None, **fields: Any) -> Any:
    address = fields.pop("from_address", "203.0.113.5")
    data = {"name": "Ines", "text": "Well told.", "website": "", **fields}
    return room.client().client.post(
        f"{path}/reviews",
        data=data,
        headers=HERE if headers is None else headers,
        environ_overrides={"REMOTE_ADDR": address},
    )


def kept(room: Newsroom) -> list[ReaderReview]:
    return room.read().query(ReaderReview).order_by(ReaderReview.sent_at).all()


def page(room: Newsroom, path: str) -> str:
    return str(room.client().get(path).get_data(as_text=True))


def test_a_review_waits_unseen_until_the_desk_publishes_it(room: Newsroom, path: str) -> None:
    answer = send(room, path, text="Well <told>.\n\nTwice.")
    assert (answer.status_code, answer.location) == (303, f"{path}/reviewed")
    assert "Set-Cookie" not in answer.headers
    assert "Thank you" in page(room, f"{path}/reviewed")
    assert "Ines" not in page(room, path) + page(room, f"{path}/reviews")
    with saving() as session:
        session.query(ReaderReview).one().standing = ReviewStanding.PUBLISHED
    for address in (path, f"{path}/reviews"):
        shown = page(room, address)
        assert "Ines" in shown
        assert '<p dir="auto">Well &lt;told&gt;.</p>' in shown
        assert '<p dir="auto">Twice.</p>' in shown


def test_the_form_needs_neither_cookie_nor_script_nor_token(room: Newsroom, path: str) -> None:
    answer = room.client().get(path)
    assert "Set-Cookie" not in answer.headers
    form = re.search(r'<form class="review-form".*?</form>', answer.get_data(as_text=True), re.S)
    assert form
    assert "csrf" not in form[0]
    assert f'action="{path}/reviews"' in form[0]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://localhost:81"},
    ],
)
def test_a_form_on_another_site_is_refused_and_the_words_are_kept(
    room: Newsroom, path: str, headers: dict[str, str]
) -> None:
    answer = send(room, path, headers, text="Forged & sent.")
    assert answer.status_code == 422
    assert "Forged &amp; sent." in answer.get_data(as_text=True)
    assert kept(room) == []


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}]
)
def test_one_of_the_two_headers_is_enough(
    room: Newsroom, path: str, headers: dict[str, str]
) -> None:
    assert send(room, path, headers).status_code == 303


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": " "}, "A name, please"),
        ({"name": "x" * 81}, "A name, please"),
        ({"text": "\n \n"}, "Please write something"),
        ({"text": "x" * 3001}, "Please write something"),
    ],
)
def test_what_is_missing_or_too_long_is_said(
    room: Newsroom, path: str, fields: dict[str, str], reason: str
) -> None:
    answer = send(room, path, None, **fields)
    assert answer.status_code == 422
    assert reason in answer.get_data(as_text=True)
    assert kept(room) == []


def test_whoever_fills_the_hidden_field_is_thanked_and_not_heard(room: Newsroom, path: str) -> None:
    assert send(room, path, website="https://spam.example").status_code == 303
    assert kept(room) == []


def test_one_network_may_send_a_few_and_then_waits(room: Newsroom, path: str) -> None:
    most, span = FROM_A_NETWORK[0]
    for number in range(most):
        assert send(room, path, text=f"Number {number}").status_code == 303
    answer = send(room, path, text="One too many, and kept.")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "600")
    assert "One too many, and kept." in answer.get_data(as_text=True)
    assert send(room, path, from_address="203.0.113.6").status_code == 303
    room.later(seconds=span.total_seconds() + 1)
    assert send(room, path, text="Later").status_code == 303
    assert len(kept(room)) == most + 2


def test_an_ipv6_network_counts_as_one(room: Newsroom, path: str) -> None:
    for number in range(FROM_A_NETWORK[0][0]):
        send(room, path, text=f"{number}", from_address=f"2001:db8::{number + 1}")
    assert send(room, path, from_address="2001:db8::ffff").status_code == 429


@pytest.mark.parametrize(("most", "hours"), [(FOR_A_STORY[0], 0), (WAITING_IN_ALL, 2)])
def test_a_flood_from_everywhere_is_bounded_and_writes_nothing_more(
    room: Newsroom, path: str, most: int, hours: int
) -> None:
    with saving() as session:
        key = session.query(Publication).one().dispatch_id
        session.add_all(
            ReaderReview(
                id=uuid.uuid4(),
                dispatch_id=key,
                name="x",
                text="x",
                network=f"{n}",
                sent_at=room.time,
            )
            for n in range(most)
        )
    room.later(hours=hours)
    for number in range(3):
        answer = send(room, path, from_address=f"198.51.100.{number}")
        assert answer.status_code == 429
    assert len(kept(room)) == most


def test_the_same_words_sent_twice_are_kept_once(room: Newsroom, path: str) -> None:
    send(room, path)
    with pytest.MonkeyPatch.context() as patch:
        # Nor do they take the lock of those who write.
        patch.setattr("editorial.site.views.reviews.saving", None)
        assert send(room, path).status_code == 303
    assert len(kept(room)) == 1


def test_where_it_came_from_is_forgotten_after_a_day(room: Newsroom, path: str) -> None:
    send(room, path)
    (first,) = kept(room)
    assert re.fullmatch("[0-9a-f]{64}", first.network)
    room.later(hours=25)
    send(room, path, from_address="198.51.100.1")
    assert [bool(one.network) for one in kept(room)] == [False, True]


def test_a_house_may_take_none(room: Newsroom, path: str) -> None:
    with saving() as session:
        session.add(Setting(key="site.reviews", value=False))
    assert "review-form" not in page(room, path)
    assert send(room, path).status_code == 422
    assert kept(room) == []


def test_the_words_are_in_the_story_s_language(room: Newsroom, mira: Person) -> None:
    room.publish(mira, headline="Regen", language="de")
    address = room.read().query(Publication).one().address
    assert "Lesermeinungen" in page(room, f"/news/politics/{address}")
    answer = send(room, f"/news/politics/{address}", name="")
    assert "Bitte einen Namen" in answer.get_data(as_text=True)


def test_a_review_of_nothing_is_missing(room: Newsroom, path: str) -> None:
    room.desk("Economy")
    for other in ("/news/politics/nothing", path.replace("politics", "economy")):
        assert send(room, other).status_code == 404
        assert room.client().get(f"{other}/reviews").status_code == 404
        assert room.client().get(f"{other}/reviewed").status_code == 404
