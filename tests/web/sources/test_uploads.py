"""Uploads go on after a broken link, as tus 1.0.0 says; without scripts the form still works."""

import base64
import io
import random
import uuid
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from editorial.models.job import Job
from editorial.models.person import Person
from editorial.models.source import Source
from editorial.models.upload import Upload
from editorial.sources import uploads
from editorial.sources.jobs import JOBS
from editorial.sources.take import LARGEST_RECORDING
from editorial.vault.beside import vault_beside
from editorial.workflow.words import Action, Role
from tests.db.sources.files import sound
from tests.newsroom import Newsroom, hidden_fields

FILLED = {"kind": "recording", "terms": "on_the_record", "encoding": ""}


class Sender:
    """Speaks tus, as a program would that only knows the protocol."""

    def __init__(self, room: Newsroom, person: Person, dispatch: uuid.UUID) -> None:
        self.room, self.browser = room, room.client(person)
        self.page = f"/dispatches/{dispatch}/sources/new"
        self.begin_at = f"/dispatches/{dispatch}/uploads"
        hidden = hidden_fields(self.browser.get(self.page).text, self.page)
        self.headers = {"Tus-Resumable": "1.0.0", "X-CSRFToken": hidden["csrf_token"]}

    def begin(self, size: int, name: str = "talk.wav", **headers: str) -> Any:
        about = f"filename {base64.b64encode(name.encode()).decode()}"
        told = {"Upload-Length": str(size), "Upload-Metadata": about, **headers}
        return self.browser.client.post(self.begin_at, headers={**self.headers, **told})

    def offset(self, where: str) -> int:
        answer = self.browser.client.head(where, headers=self.headers)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        return int(answer.headers["Upload-Offset"])

    def grow(self, where: str, offset: int, piece: bytes, **headers: str) -> Any:
        told = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        return self.browser.client.patch(
            where, data=piece, headers={**self.headers, **told, **headers}
        )

    def send(self, content: bytes, name: str = "talk.wav") -> str:
        where = str(self.begin(len(content), name).headers["Location"])
        assert self.grow(where, 0, content).status_code == 204
        return where

    def attach(self, *where: str, **typed: Any) -> Any:
        html = self.browser.get(self.page).text
        arrived = [one.rsplit("/", 1)[-1] for one in where]
        data = {**hidden_fields(html, self.page), **FILLED, "arrived": arrived, **typed}
        return self.browser.client.post(self.page, data=data)


@pytest.fixture
def room(sqlite_newsroom: Newsroom) -> Newsroom:
    return sqlite_newsroom


@pytest.fixture
def sender(room: Newsroom) -> Sender:
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    return Sender(room, author, room.dispatch(author, "Words."))


def sources(room: Newsroom) -> list[Source]:
    return list(room.read().scalars(select(Source)))


def test_a_file_arrives_in_pieces_and_is_attached(room: Newsroom, sender: Sender) -> None:
    content = sound()
    begun = sender.begin(len(content), "Größe.wav")
    assert begun.status_code == 201
    where = begun.headers["Location"]
    assert sender.offset(where) == 0
    assert sender.grow(where, 0, content[:5000]).headers["Upload-Offset"] == "5000"
    assert sender.offset(where) == 5000
    assert "Größe.wav” has arrived by" in sender.browser.get(sender.page).text
    assert sender.grow(where, 5000, content[5000:]).status_code == 204
    html = sender.browser.get(sender.page).text
    assert "Größe.wav, 0.0 MB" in html
    assert "checked" in html.split("Files that are here already")[1].split("</fieldset>")[0]
    assert sender.attach(where).status_code == 303
    [source] = sources(room)
    assert (source.filename, source.size) == ("Größe.wav", len(content))
    assert vault_beside(room.read()).get(source.digest) == content
    assert room.read().scalars(select(Upload)).all() == []
    assert list((room.app.config["EDITORIAL"].instance / "uploads").iterdir()) == []


def test_a_piece_that_does_not_fit_is_told_where_to_go_on(sender: Sender) -> None:
    content = sound()
    where = sender.begin(len(content)).headers["Location"]
    sender.grow(where, 0, content[:1000])
    for offset in (0, 999, 1001):
        answer = sender.grow(where, offset, content[offset : offset + 10])
        assert answer.status_code == 409
        assert answer.headers["Upload-Offset"] == "1000"
    assert sender.offset(where) == 1000


class Breaking(io.BytesIO):
    """A stream whose link breaks after ``cut`` bytes."""

    def __init__(self, content: bytes, cut: int) -> None:
        super().__init__(content)
        self.cut = cut

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() >= self.cut:
            raise ConnectionResetError
        return super().read(min(size or 0, self.cut - self.tell()))


def test_what_a_broken_link_let_through_is_kept(room: Newsroom, sender: Sender) -> None:
    content = sound()
    where = sender.begin(len(content)).headers["Location"]
    upload = room.read().scalars(select(Upload)).one()
    path = uploads.path_of(room.read(), upload)
    chance, broken = random.Random(3), 0
    while (here := path.stat().st_size) < len(content):
        try:
            stream = Breaking(content[here:], chance.randrange(1, 4000))
            uploads.grow(path, len(content), here, stream)
        except ConnectionResetError:
            broken += 1
    assert broken > 3
    assert path.read_bytes() == content
    assert sender.offset(where) == len(content)


def test_two_at_once_never_mix(room: Newsroom, sender: Sender) -> None:
    content = sound()
    sender.begin(len(content))
    upload = room.read().scalars(select(Upload)).one()
    path = uploads.path_of(room.read(), upload)

    class Meanwhile(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            with pytest.raises(uploads.Elsewhere):
                uploads.grow(path, len(content), 0, io.BytesIO(content))
            return super().read(size)

    assert uploads.grow(path, len(content), 0, Meanwhile(content)) == len(content)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Tus-Resumable": "0.2.2"}, 412),
        ({"Content-Type": "text/plain"}, 415),
        ({"Upload-Offset": "-1"}, 400),
        ({"Upload-Offset": "99999"}, 413),
    ],
)
def test_what_is_no_piece_is_refused(sender: Sender, headers: dict[str, str], status: int) -> None:
    where = sender.begin(1000).headers["Location"]
    answer = sender.grow(where, 0, b"x" * 1000, **headers)
    assert answer.status_code == status
    assert sender.offset(where) == 0
    if status == 412:
        assert answer.headers["Tus-Version"] == "1.0.0"


@pytest.mark.parametrize(
    ("headers", "status", "words"),
    [
        ({"Upload-Length": "much"}, 400, "how long"),
        ({"Upload-Length": str(LARGEST_RECORDING + 1)}, 413, "larger than 4,096 MB"),
    ],
)
def test_what_can_not_be_begun_says_why(
    room: Newsroom, sender: Sender, headers: dict[str, str], status: int, words: str
) -> None:
    answer = sender.begin(5, **headers)
    assert answer.status_code == status
    assert words in answer.text
    assert room.read().scalars(select(Upload)).all() == []


def test_nobody_begins_without_end(sender: Sender) -> None:
    answers = [sender.begin(5).status_code for _ in range(uploads.MOST_WAITING + 1)]
    assert answers == [201] * uploads.MOST_WAITING + [409]


def test_nobody_touches_another_s(room: Newsroom, sender: Sender) -> None:
    where = sender.begin(1000).headers["Location"]
    dispatch = uuid.UUID(sender.page.split("/")[2])
    other = Sender(room, room.person("Eda Lund", Role.EDITOR), dispatch)
    assert other.grow(where, 0, b"x").status_code == 404
    assert other.browser.client.head(where).status_code == 404
    assert other.browser.client.delete(where, headers=other.headers).status_code == 404
    assert "already, or was given up" in other.attach(where).text
    assert sender.offset(where) == 0


def test_a_spiked_dispatch_takes_none(room: Newsroom, sender: Sender) -> None:
    editor = room.person("Eda Lund", Role.EDITOR)
    room.act(editor, Action.SPIKE, uuid.UUID(sender.page.split("/")[2]), note="Not ours.")
    assert sender.begin(5).status_code == 409


def test_half_a_file_is_not_attached(room: Newsroom, sender: Sender) -> None:
    where = sender.begin(1000).headers["Location"]
    sender.grow(where, 0, b"x" * 10)
    answer = sender.attach(where)
    assert answer.status_code == 409
    assert "“talk.wav” has not arrived whole. Choose it again" in answer.text
    assert sources(room) == []


def test_a_refused_file_stays_for_another_try(room: Newsroom, sender: Sender) -> None:
    where = sender.send(b"\x00\x01\x02" * 9, "talk.txt")
    assert sender.attach(where, kind="transcript").status_code == 409
    assert sender.offset(where) == 27
    assert sources(room) == []


def test_the_same_form_twice_attaches_once(room: Newsroom, sender: Sender) -> None:
    where = sender.send(sound())
    assert sender.attach(where).status_code == 303
    assert "attached already" in sender.attach(where).text
    assert len(sources(room)) == 1


def test_the_same_file_twice_is_stored_once(room: Newsroom, sender: Sender) -> None:
    sender.attach(sender.send(sound()))
    again = sender.attach(sender.send(sound(), "copy.wav"))
    assert "It is on the record of this dispatch already" in again.text
    author = room.read().scalars(select(Person)).one()
    other = Sender(room, author, room.dispatch(author, "More words."))
    assert other.attach(other.send(sound())).status_code == 303
    assert len(sources(room)) == 2
    assert len(list(vault_beside(room.read()).digests())) == 1


def test_what_is_given_up_is_gone_and_what_is_forgotten_goes_in_a_week(
    newsroom: Newsroom,
) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    sender = Sender(newsroom, author, newsroom.dispatch(author, "Words."))
    folder = newsroom.app.config["EDITORIAL"].instance / "uploads"
    where = sender.send(b"gone")
    assert sender.browser.client.delete(where, headers=sender.headers).status_code == 204
    assert list(folder.iterdir()) == []
    kept, left = sender.begin(10).headers["Location"], sender.begin(10).headers["Location"]
    newsroom.later(days=6)
    sender.grow(kept, 0, b"x")
    newsroom.later(days=1, seconds=1)
    jobs = newsroom.read().scalars(select(Job).where(Job.name == uploads.DROP_UPLOAD)).all()
    for details in [job.details for job in jobs]:
        JOBS[uploads.DROP_UPLOAD](details, newsroom.time)
    assert [path.name for path in folder.iterdir()] == [kept.rsplit("/", 1)[-1]]
    assert sender.browser.client.head(left).status_code == 404
    later = newsroom.read().scalars(select(Job.run_at).order_by(Job.run_at.desc())).first()
    assert later == newsroom.time + timedelta(days=6) - timedelta(seconds=1)


def test_the_plain_form_needs_none_of_it(room: Newsroom, sender: Sender) -> None:
    data = {
        **hidden_fields(sender.browser.get(sender.page).text, sender.page),
        **FILLED,
        "files": (io.BytesIO(sound()), "talk.wav"),
    }
    answer = sender.browser.client.post(sender.page, data=data, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert sources(room)[0].media_type == "audio/wav"
