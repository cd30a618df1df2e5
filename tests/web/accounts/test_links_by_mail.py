"""A forgotten password and an invitation, from the mail to the door."""

import json
import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from sqlalchemy import select

from editorial.models.job import Job
from editorial.models.one_time_link import OneTimeLink
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.outbox.put import put
from editorial.worker import do_one
from editorial.workflow.words import Role
from tests.newsroom import Newsroom
from tests.web.accounts.doors import PASSWORD, someone

NEW = "nine lanterns by the mill"


def mails(room: Newsroom) -> list[str]:
    """The plain texts of the mails sent since the last call."""
    while do_one(room.app):
        pass
    folder = Path(room.app.config["MAIL_URL"].removeprefix("file://"))
    texts = []
    for file in sorted(folder.glob("*.eml")) if folder.exists() else []:
        part = message_from_bytes(file.read_bytes(), policy=default).get_body(("plain",))
        assert part is not None
        texts.append(str(part.get_content()))
        file.unlink()
    return texts


def link_in(text: str) -> str:
    found = re.search(r"http://localhost(/\S+)", text)
    assert found is not None
    return found.group(1)


def ask(room: Newsroom, email: str = "mira.sol@example.org") -> str:
    page: str = room.client().post("/reset-password", email=email).get_data(as_text=True)
    return page.replace(email, "…")


def invite(room: Newsroom) -> str:
    """Someone invited; the link of their mail."""
    mira = room.person("Mira Sol", Role.EDITOR)
    with saving() as session:
        put(session, "mail_invitation", {"person": str(mira.id)}, room.time)
    return link_in(mails(room)[0])


def test_a_forgotten_password_is_set_by_the_mailed_link(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    someone(room)
    ask(room)
    link = link_in(mails(room)[0])
    assert room.client().post(link, password=NEW, again=NEW).location == "/sign-in"
    old, new = room.client(), room.client()
    assert old.post("/sign-in", email="mira.sol@example.org", password=PASSWORD).status_code == 422
    assert new.post("/sign-in", email="mira.sol@example.org", password=NEW).status_code == 303


def test_the_link_to_a_new_password_works_once_and_for_an_hour(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    someone(room)
    ask(room)
    link = link_in(mails(room)[0])
    room.client().post(link, password=NEW, again=NEW)
    assert room.client().get(link).status_code == 404
    ask(room)
    later = link_in(mails(room)[0])
    room.later(hours=1)
    assert room.client().get(later).status_code == 404


def test_a_new_password_signs_everyone_out(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    browser = room.client(someone(room))
    ask(room)
    room.client().post(link_in(mails(room)[0]), password=NEW, again=NEW)
    assert browser.get("/profile").status_code == 302


def test_a_new_password_ends_the_wait_of_a_locked_account(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    someone(room)
    for _ in range(6):
        answer = room.client().post("/sign-in", email="mira.sol@example.org", password="wrong")
    assert answer.status_code == 429
    ask(room)
    room.client().post(link_in(mails(room)[0]), password=NEW, again=NEW)
    answer = room.client().post("/sign-in", email="mira.sol@example.org", password=NEW)
    assert answer.status_code == 303


def test_an_unknown_address_gets_the_same_answer_and_no_mail(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    someone(room)
    assert ask(room) == ask(room, "nobody@example.org")
    assert len(mails(room)) == 1


def test_someone_who_has_left_gets_no_mail(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    someone(room, deactivated_at=room.time)
    ask(room)
    assert mails(room) == []


def test_a_mailbox_is_not_flooded(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    someone(room)
    answers = {ask(room) for _ in range(8)}
    assert len(answers) == 1
    assert len(mails(room)) == 5


def test_no_job_and_no_row_holds_the_secret_of_a_link(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    someone(room)
    ask(room)
    token = link_in(mails(room)[0]).rsplit("/", 1)[1]
    session = room.read()
    stored = [json.dumps(job.details) + job.last_error for job in session.scalars(select(Job))]
    assert stored
    assert not any(token in text for text in stored)
    assert session.scalars(select(OneTimeLink)).one().token_hash != token.encode()


def test_a_weak_password_is_refused_and_the_link_stays_good(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    someone(room)
    ask(room)
    link = link_in(mails(room)[0])
    for weak in ("short", "password1234", "mira.sol@example.org", "aaaaaaaaaaaaaaaa"):
        page = room.client().post(link, password=weak, again=weak).get_data(as_text=True)
        assert "Not done yet" in page
    assert room.client().post(link, password=NEW, again=NEW).location == "/sign-in"


def test_an_invitation_names_the_person_and_lets_them_in(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    link = invite(room)
    browser = room.client()
    answer = browser.post(
        link, name="Mira H. Sol", initials="MHS", timezone="Asia/Baku", password=NEW, again=NEW
    )
    assert answer.location == "/start"
    mira = room.read().scalars(select(Person)).one()
    assert (mira.name, mira.initials, mira.timezone) == ("Mira H. Sol", "MHS", "Asia/Baku")
    assert browser.get("/profile").status_code == 200


def test_an_invitation_works_once_and_for_three_days(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    link = invite(room)
    room.later(hours=72, seconds=-1)
    fields = {"name": "Mira", "timezone": "UTC", "password": NEW, "again": NEW}
    assert room.client().get(link).status_code == 200
    assert room.client().post(link, **fields).status_code == 303
    assert room.client().get(link).status_code == 404


def test_an_old_invitation_is_no_door(sqlite_newsroom: Newsroom) -> None:
    link = invite(sqlite_newsroom)
    sqlite_newsroom.later(hours=72)
    assert sqlite_newsroom.client().get(link).status_code == 404


def test_who_was_invited_and_asks_is_mailed_the_same_time_again(
    sqlite_newsroom: Newsroom,
) -> None:
    """Anybody may ask, so that asking makes no invitation last longer."""
    room = sqlite_newsroom
    invite(room)
    room.later(hours=70)
    ask(room)
    [mail] = mails(room)
    link = link_in(mail)
    assert room.client().get(link).status_code == 200
    room.later(hours=2)
    assert room.client().get(link).status_code == 404


def test_nobody_brings_an_old_invitation_back_by_asking(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    invite(room)
    room.later(hours=72)
    ask(room)
    assert mails(room) == []


def test_an_invitation_outlives_mail_that_can_not_be_sent(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    link = invite(room)
    room.app.config["MAIL_URL"] = ""
    ask(room)
    while do_one(room.app):
        pass
    assert room.client().get(link).status_code == 200


def test_a_name_with_signs_is_mailed_as_it_is(sqlite_newsroom: Newsroom) -> None:
    room = sqlite_newsroom
    mira = room.person("Mira Sol")
    with saving() as session:
        session.get_one(Person, mira.id).name = "Mira O'Sol & Şirin"
        put(session, "mail_invitation", {"person": str(mira.id)}, room.time)
    assert "Mira O'Sol & Şirin" in mails(room)[0]
