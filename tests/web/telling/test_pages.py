"""The pages of being told."""

import re
from pathlib import Path

import pytest
from sqlalchemy import select

from editorial.models.delivery import Delivery, Outcome
from editorial.models.desk_hook import DeskHook
from editorial.models.message import Message
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.telling import Rhythm
from editorial.telling.choices import BOXES, choices_of
from editorial.telling.stop import stop_token
from editorial.workflow.events import Channel, Event
from editorial.workflow.words import Action, Role
from tests.hooked import listening
from tests.newsroom import Browser, Newsroom
from tests.witnessing import work


class Told:
    """A desk whose editor was told of one filing."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.ana = room.person("Ana Peng", Role.EDITOR)
        self.admin = room.person("Nia Holt", Role.ADMINISTRATOR)
        self.dispatch = room.dispatch(self.author)
        self.filed = room.act(self.author, Action.FILE, self.dispatch).sequence
        work(room)
        self.browser = room.client(self.ana)

    def message(self) -> Message:
        return self.room.read().scalars(select(Message)).one()


@pytest.fixture
def told(sqlite_newsroom: Newsroom) -> Told:
    return Told(sqlite_newsroom)


def page(browser: Browser, url: str) -> str:
    answer = browser.get(url)
    assert answer.status_code == 200
    text: str = answer.get_data(as_text=True)
    return re.sub(r"\s+", " ", text)


def test_what_is_unread_is_counted_at_the_head_of_every_page(told: Told) -> None:
    assert 'top-count"><span class="aloud">,</span> 1<' in page(told.browser, "/start")
    shown = page(told.browser, "/inbox")
    assert "Mira Sol (correspondent) filed rain-capital, revision 1." in shown
    assert "1 unread." in shown
    answer = told.browser.get(f"/inbox/{told.message().id}")
    assert answer.headers["Location"] == f"/dispatches/{told.dispatch}"
    assert "top-count" not in page(told.browser, "/start")


def test_a_notice_is_marked_as_read_and_as_unread_again(told: Told) -> None:
    url = f"/inbox/{told.message().id}"
    told.browser.post(f"{url}/read", "/inbox")
    assert told.message().read_at is not None
    assert "Nothing here" in page(told.browser, "/inbox?unread=1")
    told.browser.post(f"{url}/unread", "/inbox")
    assert told.message().read_at is None
    told.browser.post("/inbox/read", "/inbox")
    assert told.message().read_at is not None


def test_nobody_opens_a_notice_of_somebody_else(told: Told) -> None:
    other = told.room.client(told.author)
    assert other.get(f"/inbox/{told.message().id}").status_code == 404
    assert "You have been told of nothing yet" in page(other, "/inbox")


def test_what_one_may_see_no_more_leaves_the_list(told: Told) -> None:
    told.room.desk("Sport")
    from editorial.models.dispatch import Dispatch

    with saving() as session:
        session.get_one(Dispatch, told.dispatch).desk_id = told.room.desk("Sport")
    assert "rain-capital" not in page(told.browser, "/inbox")
    assert "top-count" not in page(told.browser, "/start")


def test_choices_are_kept(told: Told) -> None:
    told.browser.post(
        "/inbox/choices",
        boxes=["waits:page", "returned:mail"],
        rhythm="daily",
        hour="6",
    )
    chosen = choices_of(told.room.read(), told.ana.id)
    assert chosen.wanted == {(Event.WAITS, Channel.PAGE), (Event.RETURNED, Channel.MAIL)}
    assert (chosen.rhythm, chosen.hour) == (Rhythm.DAILY, 6)
    shown = page(told.browser, "/inbox/choices")
    assert re.search(r'value="returned:mail" checked', shown)
    assert not re.search(r'value="returned:page" checked', shown)


@pytest.mark.parametrize("hour", ["24", "-1", "noon", ""])
def test_an_hour_that_is_none_is_said_and_the_rest_kept(told: Told, hour: str) -> None:
    answer = told.browser.post("/inbox/choices", boxes=["waits:page"], rhythm="daily", hour=hour)
    assert answer.status_code == 422
    text = answer.get_data(as_text=True)
    assert "An hour from 0 to 23" in text or "Not a valid integer" in text
    assert re.search(r'value="waits:page"\s+checked', text)
    assert choices_of(told.room.read(), told.ana.id).wanted == frozenset(BOXES)


def test_the_administrator_sees_what_reached_whom_but_no_desks_sluglines(told: Told) -> None:
    shown = page(told.room.client(told.admin), "/deliveries")
    assert shown.count("to Ana Peng") == 2
    assert "rain-capital" not in shown
    assert "arrived" in shown
    assert "to Ana Peng" in page(told.browser, "/deliveries?channel=mail")
    assert "to Ana Peng" not in page(told.room.client(told.author), "/deliveries")


def test_what_failed_is_sent_again_by_a_button(told: Told) -> None:
    with saving() as session:
        one = session.scalars(select(Delivery).where(Delivery.channel == Channel.MAIL)).one()
        one.outcome, one.error = Outcome.FAILED, "mail.example.org did not take the mail"
    admin = told.room.client(told.admin)
    shown = page(admin, "/deliveries?outcome=failed")
    assert "did not take the mail" in shown
    admin.post(f"/deliveries/{one.id}/again", "/deliveries?outcome=failed")
    work(told.room)
    assert told.room.read().get_one(Delivery, one.id).outcome is Outcome.SENT


def test_a_receipt_shows_the_checkpoint_that_signs_it(told: Told) -> None:
    url = f"/dispatches/{told.dispatch}/receipts/{told.filed}"
    assert "It is being signed" in page(told.browser, url)
    told.room.later(minutes=10)
    work(told.room)
    shown = page(told.browser, url)
    assert "/log/checkpoints/2" in shown
    assert "— localhost/log " in shown
    assert told.room.client(told.admin).get(url).status_code == 404
    assert told.browser.get(f"/dispatches/{told.dispatch}/receipts/99").status_code == 404


def test_the_page_behind_a_mails_link_asks_first(told: Told) -> None:
    token = stop_token(told.room.app.config["SECRET_KEY"], told.ana.id, None)
    reader = told.room.client()
    assert "Stop these mails?" in page(reader, f"/stop-mail/{token}")
    assert choices_of(told.room.read(), told.ana.id).wanted == frozenset(BOXES)
    assert "No more of these mails" in reader.post(f"/stop-mail/{token}").get_data(as_text=True)
    left = choices_of(told.room.read(), told.ana.id).wanted
    assert {channel for _event, channel in left} == {Channel.PAGE}


def test_a_made_up_token_stops_nothing(told: Told) -> None:
    token = stop_token("another secret of thirty-two letters", told.ana.id, None)
    assert told.room.client().client.post(f"/stop-mail/{token}").status_code == 404


def test_an_administrator_sets_tries_and_ends_a_desks_hook(told: Told) -> None:
    room, admin = told.room, told.room.client(told.admin)
    room.app.config["HOOKS_INSIDE"] = True
    url = f"/desks/{room.desk()}/hook"
    with listening() as ear:
        answer = admin.post(url, address=ear.url, kind="json", events=["waits", "published"])
        assert answer.status_code == 303
        hook = room.read().scalars(select(DeskHook)).one()
        assert hook.events == ["published", "waits"]
        assert f"whsec_{hook.secret}" in page(admin, url)
        admin.post(f"{url}/trial", url)
        assert [said["type"] for said in ear.said] == ["dispatch.trial"]
    admin.post(f"{url}/trial", url)
    assert "The trial did not arrive." in page(admin, url)
    assert "secret" not in page(admin, "/log"), "an address can hold a secret"
    admin.post(f"{url}/drop", url)
    assert room.read().scalars(select(DeskHook)).all() == []


@pytest.mark.parametrize(
    "url", ["", "slack", "ftp://a.example/", "https://", "https://u:p@a.example/", "https://[/"]
)
def test_an_address_that_is_none_is_refused_and_kept_on_the_page(told: Told, url: str) -> None:
    admin = told.room.client(told.admin)
    answer = admin.post(
        f"/desks/{told.room.desk()}/hook", address=url, kind="json", events=["waits"]
    )
    assert answer.status_code == 422
    assert told.room.read().scalars(select(DeskHook)).all() == []


def test_a_person_who_is_gone_stops_nothing_and_breaks_nothing(told: Told) -> None:
    import uuid

    token = stop_token(told.room.app.config["SECRET_KEY"], uuid.uuid4(), Event.WAITS)
    assert told.room.client().client.get(f"/stop-mail/{token}").status_code == 404
    assert told.room.client().client.post(f"/stop-mail/{token}").status_code == 404
    assert told.room.read().get_one(Person, told.ana.id).active
    assert Path(told.room.app.config["EDITORIAL"].instance).exists()
