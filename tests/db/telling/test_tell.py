"""Who is told of what, on both databases: the page, the mail, and how each delivery ended."""

import json
import uuid
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from editorial.models.delivery import Delivery, Outcome
from editorial.models.dispatch import Dispatch
from editorial.models.grant import Grant
from editorial.models.job import Job
from editorial.models.log_entry import LogWords
from editorial.models.message import Message
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.telling import Rhythm
from editorial.outbox.put import put
from editorial.pipeline.perform import perform
from editorial.pipeline.refusal import Refused
from editorial.pipeline.tell import TELL, tell_of_mention
from editorial.pipeline.write import label
from editorial.telling import commands, jobs
from editorial.telling.choices import BOXES, FLOOD
from editorial.telling.queries import Asked, deliveries
from editorial.worker import do_one
from editorial.workflow.events import Channel, Event
from editorial.workflow.words import Action, Role
from tests.db.mailing.server import Mailbox, mail_server
from tests.newsroom import Newsroom
from tests.witnessing import work


def told(room: Newsroom) -> set[tuple[str, str]]:
    """Who was told of what, in the page."""
    rows = room.read().execute(
        select(Person.name, Message.event).join(Message, Message.person_id == Person.id)
    )
    return {(row.name, row.event.value) for row in rows}


def outcomes(room: Newsroom, channel: Channel = Channel.MAIL) -> list[Outcome]:
    rows = room.read().scalars(
        select(Delivery.outcome).where(Delivery.channel == channel).order_by(Delivery.put_at)
    )
    return list(rows)


def mails(room: Newsroom) -> list[EmailMessage]:
    """The mails that were sent, in the order of their hours."""
    folder = Path(room.app.config["MAIL_URL"].removeprefix("file://"))
    found = []
    for file in folder.glob("*.eml") if folder.exists() else ():
        mail = message_from_bytes(file.read_bytes(), policy=default)
        assert isinstance(mail, EmailMessage)
        found.append(mail)
    return sorted(found, key=lambda mail: (mail["Date"].datetime, str(mail["Message-ID"])))


def plain(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    return str(body.get_content())


class Desk:
    """A desk with everyone on it, and one draft."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.ana = room.person("Ana Peng", Role.EDITOR)
        self.omar = room.person("Omar Dale", Role.EDITOR)
        self.ruth = room.person("Ruth Vale", Role.PUBLISHER)
        self.stranger = room.person("Ivo Kern", Role.EDITOR, desk="Sport")
        self.dispatch = room.dispatch(self.author)

    def go(self, *steps: tuple[Person, Action, str]) -> None:
        for person, action, note in steps:
            self.room.act(person, action, self.dispatch, note)
            work(self.room)


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    return Desk(newsroom)


def test_each_event_reaches_those_it_is_for_and_never_the_one_who_acted(desk: Desk) -> None:
    room = desk.room
    desk.go((desk.author, Action.FILE, ""))
    assert told(room) == {("Ana Peng", "waits"), ("Omar Dale", "waits")}
    desk.go((desk.ana, Action.CLAIM, ""), (desk.ana, Action.RETURN, "Who said so?"))
    assert told(room) - {("Ana Peng", "waits"), ("Omar Dale", "waits")} == {
        ("Mira Sol", "returned")
    }
    desk.go(
        (desk.author, Action.FILE, ""),
        (desk.omar, Action.CLAIM, ""),
        (desk.omar, Action.APPROVE, ""),
    )
    assert ("Mira Sol", "approved") in told(room)
    assert ("Ruth Vale", "waits") in told(room)
    assert ("Omar Dale", "approved") not in told(room)
    desk.go((desk.ruth, Action.PUBLISH, ""))
    assert {name for name, event in told(room) if event == "published"} == {
        "Mira Sol",
        "Omar Dale",
    }
    assert not [name for name, _event in told(room) if name == "Ivo Kern"]


def test_a_mention_reaches_the_one_who_is_named_if_they_may_see_it(desk: Desk) -> None:
    comment = uuid.uuid4()
    for person in (desk.ana, desk.stranger, desk.author):
        with saving() as session:
            tell_of_mention(
                session, desk.dispatch, comment, person.id, desk.author.id, desk.room.time
            )
    work(desk.room)
    assert told(desk.room) == {("Ana Peng", "mentioned")}
    [mail] = mails(desk.room)
    assert f"/dispatches/{desk.dispatch}#comment-{comment}" in plain(mail)
    assert "Mira Sol named you in a comment on rain-capital." in plain(mail)


def test_nothing_is_told_of_an_act_that_was_rolled_back(desk: Desk) -> None:
    room = desk.room

    def file_and_fail() -> None:
        with saving() as session:
            author = session.get_one(Person, desk.author.id)
            perform(session, author, Action.FILE, desk.dispatch, now=room.time)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        file_and_fail()
    work(room)
    assert told(room) == set()
    assert room.read().scalar(select(func.count()).where(Job.name == TELL)) == 0


def test_a_job_done_twice_tells_once(desk: Desk) -> None:
    room = desk.room
    outcome = room.act(desk.author, Action.FILE, desk.dispatch)
    work(room)
    details = {
        "event": "waits",
        "dispatch": str(desk.dispatch),
        "sequence": outcome.sequence,
    }
    for _ in range(2):
        jobs.tell(details, room.time)
    work(room)
    for delivery in room.read().scalars(select(Delivery)):
        jobs.deliver({"delivery": str(delivery.id)}, room.time)
    assert room.read().scalar(select(func.count()).select_from(Message)) == 2
    assert len(mails(room)) == 2


def test_what_is_told_twice_or_late_overtakes_nothing(desk: Desk) -> None:
    room = desk.room
    first = room.act(desk.author, Action.FILE, desk.dispatch).sequence
    work(room)
    desk.go((desk.ana, Action.CLAIM, ""), (desk.ana, Action.RETURN, "Who said so?"))
    second = room.act(desk.author, Action.FILE, desk.dispatch).sequence
    work(room)
    details = {"event": "waits", "dispatch": str(desk.dispatch)}
    for sequence in (second, first):
        jobs.tell({**details, "sequence": sequence}, room.time)
    rows = room.read().execute(
        select(Message.sequence, Message.read_at.is_(None)).where(
            Message.event == Event.WAITS, Message.person_id == desk.omar.id
        )
    )
    assert {tuple(row) for row in rows} == {(first, False), (second, True)}


def test_what_no_job_sends_any_more_can_be_sent_again(desk: Desk) -> None:
    room = desk.room
    room.act(desk.author, Action.FILE, desk.dispatch)
    while not outcomes(room):
        work_one(room)
    key = room.read().scalars(select(Delivery.id).where(Delivery.channel == Channel.MAIL)).first()
    assert key is not None
    with pytest.raises(Refused, match="on its way"), saving() as session:
        commands.send_again(session, key, room.time)
    with saving() as session:
        for job in session.scalars(select(Job).where(Job.done_at.is_(None))):
            job.given_up_at = room.time
    administrator = room.person("Ada Root", Role.ADMINISTRATOR)
    session = room.read()
    page = deliveries(session, session.get_one(Person, administrator.id), Asked(channel="mail"))
    assert {(row.said, row.may_repeat) for row in page.rows} == {("given up", True)}
    with saving() as session:
        commands.send_again(session, key, room.time)
    work(room)
    assert room.read().get_one(Delivery, key).outcome is Outcome.SENT


def test_a_mail_of_what_was_published_bears_the_headline_that_readers_see(desk: Desk) -> None:
    room = desk.room
    desk.go(
        (desk.author, Action.FILE, ""),
        (desk.ana, Action.CLAIM, ""),
        (desk.ana, Action.APPROVE, ""),
    )
    room.act(desk.ruth, Action.PUBLISH, desk.dispatch)
    room.act(desk.ana, Action.CORRECT, desk.dispatch, "It was not the capital.")
    with saving() as session:
        label(session, session.get_one(Dispatch, desk.dispatch), headline="Nobody approved this")
    work(room)
    room.later(minutes=2)
    work(room)
    published = [mail for mail in mails(room) if "published" in str(mail["List-Id"])]
    assert published
    for mail in published:
        assert "Rain over the capital" in str(mail["Subject"])
        assert "Nobody approved this" not in mail.as_string()


def test_a_worker_that_ended_while_sending_sends_no_second_mail(desk: Desk) -> None:
    """Nobody can tell whether the first arrived; the page holds what it said."""
    room = desk.room
    room.act(desk.author, Action.FILE, desk.dispatch)
    while not outcomes(room):
        work_one(room)
    with saving() as session:
        for delivery in session.scalars(select(Delivery).where(Delivery.channel == Channel.MAIL)):
            delivery.outcome = Outcome.SENDING
    work(room)
    assert outcomes(room) == [Outcome.UNCLEAR, Outcome.UNCLEAR]
    assert mails(room) == []


def work_one(room: Newsroom) -> None:
    assert do_one(room.app)


def test_a_server_that_is_away_is_tried_again_later(desk: Desk) -> None:
    room = desk.room
    box = Mailbox()
    with mail_server(box) as port:
        pass
    room.app.config["MAIL_URL"] = f"smtp://127.0.0.1:{port}"
    with saving() as session:
        commands.choose(session, desk.omar.id, (), Rhythm.AT_ONCE, 8)
    desk.go((desk.author, Action.FILE, ""))
    [delivery] = room.read().scalars(select(Delivery).where(Delivery.channel == Channel.MAIL))
    assert (delivery.outcome, delivery.attempts) == (Outcome.WAITING, 1)
    assert "did not take the mail" in delivery.error
    with mail_server(box) as port:
        room.app.config["MAIL_URL"] = f"smtp://127.0.0.1:{port}"
        work(room)
        assert box.mails == [], "not before its time"
        room.later(seconds=30)
        work(room)
        room.later(hours=8)
        work(room)
    assert len(box.mails) == 1
    assert outcomes(room) == [Outcome.SENT]


def test_a_mail_stands_in_its_dispatchs_thread_and_can_be_stopped_by_one_click(
    desk: Desk,
) -> None:
    room = desk.room
    desk.go((desk.author, Action.FILE, ""), (desk.ana, Action.CLAIM, ""))
    desk.go((desk.ana, Action.RETURN, "Who said so?"))
    returned = next(
        mail for mail in mails(room) if mail["List-Id"] == "<returned.telling.localhost>"
    )
    waits = next(mail for mail in mails(room) if mail["To"].addresses[0].username == "ana.peng")
    root = f"<dispatch.{desk.dispatch}@localhost>"
    for mail in (returned, waits):
        assert mail["References"] == mail["In-Reply-To"] == root
        assert mail["Subject"] == "rain-capital: Rain over the capital"
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert mail.get_body(("html",)) is not None
    assert returned["Message-ID"] != waits["Message-ID"]
    assert "Ana Peng (editor) returned rain-capital." in plain(returned)
    assert "Who said so?" in plain(returned)
    link = str(returned["List-Unsubscribe"]).strip("<>").replace("http://localhost", "")
    assert room.client().client.get(link).status_code == 200
    answer = room.client().client.post(link, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    desk.go(
        (desk.author, Action.FILE, ""),
        (desk.ana, Action.CLAIM, ""),
        (desk.ana, Action.RETURN, "Still nobody."),
    )
    count = sum(mail["List-Id"] == "<returned.telling.localhost>" for mail in mails(room))
    assert count == 1
    assert ("Mira Sol", "returned") in told(room)


def test_no_mail_holds_the_text_or_a_sources_name(desk: Desk) -> None:
    room = desk.room
    key = room.dispatch(desk.author, "The secret harvest failed.", summary="The summary too.")
    room.attach(key, desk.author, "MINISTER:  Nothing.", title="Deep Throat")
    desk.dispatch = key
    desk.go(
        (desk.author, Action.FILE, ""),
        (desk.ana, Action.CLAIM, ""),
        (desk.ana, Action.RETURN, "Shorter, please."),
    )
    sent = [mail.as_string() for mail in mails(room)]
    assert sent
    for text in sent:
        for secret in ("harvest", "summary too", "Deep Throat"):
            assert secret not in text


def test_who_lost_their_role_meanwhile_is_mailed_nothing(desk: Desk) -> None:
    room = desk.room
    room.act(desk.author, Action.FILE, desk.dispatch)
    while not outcomes(room):
        work_one(room)
    with saving() as session:
        session.execute(delete(Grant).where(Grant.person_id == desk.omar.id))
        session.get_one(Person, desk.ana.id).deactivated_at = room.time
    work(room)
    assert outcomes(room) == [Outcome.DROPPED, Outcome.DROPPED]
    assert mails(room) == []


def test_what_waits_no_more_is_mailed_to_nobody(desk: Desk) -> None:
    room = desk.room
    room.act(desk.author, Action.FILE, desk.dispatch)
    while not outcomes(room):
        work_one(room)
    room.act(desk.ana, Action.CLAIM, desk.dispatch)
    work(room)
    assert sorted(outcomes(room)) == [Outcome.DROPPED, Outcome.SENT], "it is Ana's own by now"


def test_an_erased_reason_is_told_no_more(desk: Desk) -> None:
    room = desk.room
    desk.go((desk.author, Action.FILE, ""), (desk.ana, Action.CLAIM, ""))
    outcome = room.act(desk.ana, Action.RETURN, desk.dispatch, "She named her source.")
    with saving() as session:
        words = session.get_one(LogWords, (outcome.sequence, "reason"))
        words.text, words.salt, words.erased_at = None, None, room.time
    work(room)
    [mail] = [one for one in mails(room) if "returned" in str(one["List-Id"])]
    assert "named her source" not in mail.as_string()


def test_a_flood_comes_in_one_mail(desk: Desk) -> None:
    room = desk.room
    for _ in range(FLOOD + 4):
        room.act(desk.author, Action.FILE, room.dispatch(desk.author))
    work(room)
    to_ana = [mail for mail in mails(room) if mail["To"].addresses[0].username == "ana.peng"]
    assert len(to_ana) == FLOOD
    room.later(minutes=15)
    work(room)
    room.later(hours=5)
    work(room)
    to_ana = [mail for mail in mails(room) if mail["To"].addresses[0].username == "ana.peng"]
    assert len(to_ana) == FLOOD + 1
    assert to_ana[-1]["Subject"] == "4 things from the newsroom of Newsroom"
    assert plain(to_ana[-1]).count("filed rain-capital") == 4
    assert set(outcomes(room)) == {Outcome.SENT}


def test_a_daily_mail_comes_at_the_hour_of_the_persons_own_clock(desk: Desk) -> None:
    room = desk.room
    with saving() as session:
        session.get_one(Person, desk.ana.id).timezone = "Asia/Baku"
        commands.choose(session, desk.ana.id, BOXES, Rhythm.DAILY, 7)
        commands.choose(session, desk.omar.id, (), Rhythm.AT_ONCE, 8)
    for _ in range(3):
        room.act(desk.author, Action.FILE, room.dispatch(desk.author))
    work(room)
    assert mails(room) == []
    [until] = set(
        room.read().scalars(
            select(Delivery.held_until).where(
                Delivery.person_id == desk.ana.id, Delivery.channel == Channel.MAIL
            )
        )
    )
    assert until is not None
    assert (until.day, until.hour) == (21, 3), "seven in Baku, the next morning"
    room.later(hours=18)
    work(room)
    [mail] = mails(room)
    assert plain(mail).count("filed rain-capital") == 3


def test_everyone_chooses_event_by_event_and_channel_by_channel(desk: Desk) -> None:
    room = desk.room
    with saving() as session:
        commands.choose(session, desk.ana.id, {(Event.WAITS, Channel.PAGE)}, Rhythm.AT_ONCE, 8)
        commands.choose(session, desk.omar.id, {(Event.WAITS, Channel.MAIL)}, Rhythm.AT_ONCE, 8)
    desk.go((desk.author, Action.FILE, ""))
    assert told(room) == {("Ana Peng", "waits")}
    [mail] = mails(room)
    assert mail["To"].addresses[0].username == "omar.dale"


def test_an_approval_is_mailed_with_a_checkpoint_that_counts_its_entry(desk: Desk) -> None:
    room = desk.room
    desk.go((desk.author, Action.FILE, ""), (desk.ana, Action.CLAIM, ""))
    sequence = room.act(desk.ana, Action.APPROVE, desk.dispatch).sequence
    work(room)
    room.later(minutes=2)
    work(room)
    kinds = {}
    for mail in mails(room):
        for part in mail.iter_attachments():
            kinds[str(mail["List-Id"])] = str(part.get_content())
    assert set(kinds) == {"<approved.telling.localhost>", "<receipt.telling.localhost>"}
    for note in kinds.values():
        assert int(note.split("\n")[1]) >= sequence
    receipt = next(mail for mail in mails(room) if "receipt" in str(mail["List-Id"]))
    assert receipt["To"].addresses[0].username == "ana.peng", "to the one who vouched"


def test_what_happened_days_ago_is_no_news_by_mail(desk: Desk) -> None:
    room = desk.room
    room.act(desk.author, Action.FILE, desk.dispatch)
    room.later(days=2)
    work(room)
    assert ("Ana Peng", "waits") in told(room)
    assert mails(room) == []


def test_without_a_way_out_the_page_still_tells(desk: Desk) -> None:
    room = desk.room
    room.app.config["MAIL_URL"] = ""
    desk.go((desk.author, Action.FILE, ""))
    assert ("Ana Peng", "waits") in told(room)
    assert set(outcomes(room)) == {Outcome.DROPPED}
    errors = room.read().scalars(select(Delivery.error).where(Delivery.channel == Channel.MAIL))
    assert all("MAIL_URL is not set" in error for error in errors)


def test_a_job_of_another_make_is_refused_and_seen(desk: Desk) -> None:
    room = desk.room
    with saving() as session:
        put(session, TELL, {"event": "rained", "dispatch": str(desk.dispatch)}, room.time)
    work(room)
    error = room.read().scalar(select(Job.last_error).where(Job.name == TELL))
    assert error is not None
    assert "rained" in error
    assert json.dumps(error)
