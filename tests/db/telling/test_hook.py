"""A desk's hook, told over a real connection: signed, once, and never into our own network."""

import hashlib
import hmac
import socket
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select

from editorial.models.delivery import Delivery, Outcome
from editorial.models.desk_hook import DeskHook, HookKind
from editorial.models.saving import reading, saving
from editorial.telling import commands, hook
from editorial.telling import post as telling_post
from editorial.telling.hook import HookRefused, post
from editorial.workflow.events import HOOKED, Channel, Event
from editorial.workflow.words import Action, Role
from tests.hooked import Ear, listening
from tests.newsroom import Newsroom
from tests.witnessing import work


@pytest.fixture
def ear() -> Iterator[Ear]:
    with listening() as heard:
        yield heard


def hooked(
    room: Newsroom, ear: Ear, kind: HookKind = HookKind.JSON, *events: Event, inside: bool = True
) -> None:
    """Have the Politics desk tell its events to ``ear``."""
    room.app.config["HOOKS_INSIDE"] = inside
    admin = room.person("Nia Holt", Role.ADMINISTRATOR)
    with saving() as session:
        commands.set_hook(session, admin, room.desk(), kind, ear.url, events or HOOKED, room.time)


def file_one(room: Newsroom) -> None:
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = room.dispatch(author, "The harvest failed.", headline="Rain <b>& more")
    room.act(author, Action.FILE, dispatch)
    work(room)


def delivery(room: Newsroom) -> Delivery:
    return room.read().scalars(select(Delivery).where(Delivery.channel == Channel.HOOK)).one()


def test_a_desks_events_are_told_signed_and_without_the_text(newsroom: Newsroom, ear: Ear) -> None:
    hooked(newsroom, ear)
    file_one(newsroom)
    [said] = ear.said
    assert said["type"] == "dispatch.waits"
    assert said["data"]["slugline"] == "rain-capital"
    assert said["data"]["sentence"] == "Mira Sol (correspondent) filed rain-capital, revision 1."
    assert b"harvest" not in ear.bodies[0]
    headers = ear.headers[0]
    secret = newsroom.read().scalars(select(DeskHook.secret)).one()
    message = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + ear.bodies[0]
    mac = hmac.new(b64decode(secret), message, hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{b64encode(mac).decode()}"
    assert delivery(newsroom).outcome is Outcome.SENT


def test_slack_gets_one_line_that_can_not_be_made_a_link_of_its_own(
    newsroom: Newsroom, ear: Ear
) -> None:
    hooked(newsroom, ear, HookKind.SLACK)
    file_one(newsroom)
    [said] = ear.said
    assert set(said) == {"text"}
    assert "Rain &lt;b&gt;&amp; more>" in said["text"]


def test_a_desk_is_told_only_what_was_chosen(newsroom: Newsroom, ear: Ear) -> None:
    hooked(newsroom, ear, HookKind.JSON, Event.PUBLISHED)
    file_one(newsroom)
    assert ear.bodies == []


def test_an_address_that_fails_is_tried_again_and_the_log_says_so(
    newsroom: Newsroom, ear: Ear
) -> None:
    hooked(newsroom, ear)
    ear.answer = 503
    file_one(newsroom)
    assert (delivery(newsroom).outcome, delivery(newsroom).attempts) == (Outcome.WAITING, 1)
    assert delivery(newsroom).error == "127.0.0.1 answered 503."
    ear.answer = 200
    newsroom.later(seconds=30)
    work(newsroom)
    assert delivery(newsroom).outcome is Outcome.SENT
    assert len({headers["webhook-id"] for headers in ear.headers}) == 1, "the same to be known by"


def test_an_address_that_never_answers_is_given_up_visibly_and_can_be_tried_again(
    newsroom: Newsroom, ear: Ear
) -> None:
    hooked(newsroom, ear)
    ear.answer = 500
    file_one(newsroom)
    for _ in range(14):
        newsroom.later(hours=7)
        work(newsroom)
    assert (delivery(newsroom).outcome, delivery(newsroom).attempts) == (Outcome.FAILED, 12)
    ear.answer = 200
    with saving() as session:
        commands.send_again(session, delivery(newsroom).id, newsroom.time)
    work(newsroom)
    assert delivery(newsroom).outcome is Outcome.SENT


def test_no_redirect_is_followed(newsroom: Newsroom, ear: Ear) -> None:
    hooked(newsroom, ear)
    ear.answer = 302
    file_one(newsroom)
    assert len(ear.bodies) == 1
    assert delivery(newsroom).error == "127.0.0.1 answered 302."


def test_an_inner_address_is_refused_unless_the_newsroom_allows_it(
    newsroom: Newsroom, ear: Ear
) -> None:
    hooked(newsroom, ear, inside=False)
    file_one(newsroom)
    assert ear.bodies == []
    assert "inner network" in delivery(newsroom).error


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:9/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "file:///etc/passwd",
        "gopher://example.org/",
    ],
)
def test_no_spelling_of_an_inner_address_gets_through(url: str) -> None:
    with pytest.raises(HookRefused):
        post(url, {}, b"{}", inside=False)


@pytest.mark.parametrize("url", ["https://hooks..slack.com/x", f"https://{'x' * 70}.org/"])
def test_a_name_that_can_not_be_is_not_known(url: str) -> None:
    with pytest.raises(HookRefused, match="is not known"):
        post(url, {}, b"{}", inside=False)


def test_an_answer_that_drips_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hook, "PATIENCE_SECONDS", 0.3)
    enough = threading.Event()

    def drip(listener: socket.socket) -> None:
        heard, _address = listener.accept()
        with heard, suppress(OSError):
            heard.sendall(b"HTTP/1.1 200 OK\r\n")
            while not enough.wait(0.05):
                heard.sendall(b"X-Drop: 1\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=drip, args=(listener,), daemon=True).start()
        with pytest.raises(HookRefused, match="took longer"):
            post(f"http://127.0.0.1:{listener.getsockname()[1]}/", {}, b"{}", inside=True)
        enough.set()


def test_nothing_is_read_while_a_hook_is_told(
    newsroom: Newsroom, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooked(newsroom, ear)
    held = []

    def told(*asked: Any, **more: Any) -> None:
        held.append(reading().in_transaction())
        post(*asked, **more)

    monkeypatch.setattr(telling_post, "post", told)
    file_one(newsroom)
    assert held == [False]


def test_a_dispatch_that_went_to_another_desk_is_told_to_neither(
    newsroom: Newsroom, ear: Ear
) -> None:
    hooked(newsroom, ear)
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author)
    newsroom.act(author, Action.FILE, dispatch)
    sport = newsroom.desk("Sport")
    from editorial.models.dispatch import Dispatch
    from editorial.worker import do_one

    while not newsroom.read().scalars(select(Delivery)).first():
        assert do_one(newsroom.app)
    with saving() as session:
        session.get_one(Dispatch, dispatch).desk_id = sport
    work(newsroom)
    assert ear.bodies == []
    assert delivery(newsroom).error == "The dispatch has gone to another desk."


def test_ending_it_ends_what_was_on_its_way(newsroom: Newsroom, ear: Ear) -> None:
    hooked(newsroom, ear)
    ear.answer = 500
    file_one(newsroom)
    admin = newsroom.person("Omar Dale", Role.ADMINISTRATOR)
    with saving() as session:
        commands.drop_hook(session, admin, newsroom.desk(), newsroom.time)
    newsroom.later(hours=1)
    work(newsroom)
    assert len(ear.bodies) == 1
    assert delivery(newsroom).outcome is Outcome.DROPPED
