"""Attaching, detaching and reading anew, on both databases."""

import uuid

import pytest
from sqlalchemy import select

from editorial.models.approval import Approval, VoidReason
from editorial.models.log_entry import LogEntry
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.source import Source, SourceKind, Terms
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources import commands
from editorial.sources.commands import About, Asked, Attached
from editorial.vault.beside import vault_beside
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom

TRANSCRIPT = "MINISTER VARGA:  The quay will hold.\n"
ABOUT = About(SourceKind.TRANSCRIPT, title="Press conference")


class Story:
    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.editor = room.person("Eda Lund", Role.EDITOR)
        self.dispatch = room.dispatch(self.author, "“The quay will hold,” Varga said.")

    def asked(self, person: Person | None = None, operation: uuid.UUID | None = None) -> Asked:
        return Asked((person or self.author).id, self.dispatch, self.room.time, operation)

    def file(self, content: bytes, name: str = "press_talk.txt", **more: object) -> Attached:
        operation = more.pop("operation", None)
        assert operation is None or isinstance(operation, uuid.UUID)
        with saving() as session:
            return commands.attach_file(
                session,
                self.asked(operation=operation),
                content,
                name,
                About(SourceKind.TRANSCRIPT),
                **more,  # type: ignore[arg-type]
            )

    def sources(self) -> list[Source]:
        return list(self.room.read().scalars(select(Source).order_by(Source.added_at)))


def test_the_bytes_are_kept_as_they_came(newsroom: Newsroom) -> None:
    story = Story(newsroom)
    content = b"\xef\xbb\xbf" + TRANSCRIPT.encode().replace(b"\n", b"\r\n")
    attached = story.file(content)
    source = newsroom.read().get_one(Source, attached.source_id)
    assert vault_beside(newsroom.read()).get(source.digest) == content
    assert (source.title, source.size, source.encoding) == ("press talk", len(content), "utf-8")
    assert newsroom.get(story.dispatch).open_quotes == 0


def test_pasted_words_take_their_first_line_for_a_title(newsroom: Newsroom) -> None:
    story = Story(newsroom)
    with saving() as session:
        about = About(SourceKind.NOTE, terms=Terms.BACKGROUND)
        attached = commands.attach_text(session, story.asked(), "\r\nCall with Varga\r\n…", about)
    source = newsroom.read().get_one(Source, attached.source_id)
    assert (source.title, source.terms) == ("Call with Varga", Terms.BACKGROUND)
    assert b"\r" not in vault_beside(newsroom.read()).get(source.digest)


def test_the_same_file_twice_is_told_by_name_and_one_form_twice_is_one(newsroom: Newsroom) -> None:
    story, operation = Story(newsroom), uuid.uuid4()
    first = story.file(TRANSCRIPT.encode(), operation=operation)
    assert story.file(TRANSCRIPT.encode(), operation=operation) == first
    with pytest.raises(Refused, match=r"“copy.txt”: It is on the record .* “press talk”"):
        story.file(TRANSCRIPT.encode(), "copy.txt")
    assert len(story.sources()) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\x03" * 9, "not a text file"),
        ("„Größe“ und вода".encode()[:-1], "damaged"),
        (b"x" * (commands.LARGEST_FILE + 1), "larger than 20 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_and_leaves_nothing(
    sqlite_newsroom: Newsroom, content: bytes, reason: str
) -> None:
    story = Story(sqlite_newsroom)
    with pytest.raises(Refused, match=f"“talk.txt”: .*{reason}"):
        story.file(content, "C:\\Users\\mira\\talk.txt")
    assert story.sources() == []
    assert sqlite_newsroom.read().scalars(select(LogEntry)).all() == []


def test_a_file_of_just_20_megabytes_is_taken(sqlite_newsroom: Newsroom) -> None:
    story = Story(sqlite_newsroom)
    line = TRANSCRIPT.encode()
    content = (line * (commands.LARGEST_FILE // len(line) + 1))[: commands.LARGEST_FILE]
    assert story.file(content).certain


def test_a_name_loses_its_path_and_what_nobody_can_read(sqlite_newsroom: Newsroom) -> None:
    story = Story(sqlite_newsroom)
    story.file(b"words one", "../../etc/pass\x00wd\u202e.txt")
    story.file(b"words two", "n" * 400 + ".txt")
    first, second = story.sources()
    assert first.filename == "passwd.txt"
    assert (len(second.filename), len(second.title)) == (255, 200)


def test_a_wrong_guess_is_corrected_in_one_act_and_the_log_says_so(newsroom: Newsroom) -> None:
    story = Story(newsroom)
    content = "Þórður sagði það.".encode("cp1252")
    attached = story.file(content)
    assert not attached.certain
    operation = uuid.uuid4()
    for _ in range(2):
        with saving() as session:
            asked = story.asked(operation=operation)
            new = commands.read_as(session, asked, attached.source_id, "cp1251")
    sources = {source.id: source for source in story.sources()}
    assert len(sources) == 2
    assert sources[attached.source_id].detached_at is not None
    assert sources[new].encoding == "cp1251"
    actions = newsroom.read().scalars(select(LogEntry.action).order_by(LogEntry.sequence)).all()
    assert actions == ["attach", "detach", "attach"]


def test_an_encoding_that_does_not_fit_changes_nothing(newsroom: Newsroom) -> None:
    story = Story(newsroom)
    attached = story.file("Größe".encode("cp1252"))
    with pytest.raises(Refused, match="can't be read as UTF-8"), saving() as session:
        commands.read_as(session, story.asked(), attached.source_id, "utf-8")
    assert [source.detached_at for source in story.sources()] == [None]


def test_detaching_needs_a_reason_and_opens_the_quote_again(newsroom: Newsroom) -> None:
    story = Story(newsroom)
    source = story.file(TRANSCRIPT.encode()).source_id
    with pytest.raises(Refused, match="Write the reason"), saving() as session:
        commands.detach(session, story.asked(), source, "  ")
    with saving() as session:
        commands.detach(session, story.asked(), source, "The wrong day.")
    assert newsroom.get(story.dispatch).open_quotes == 1
    assert story.file(TRANSCRIPT.encode()).title == "press talk", "it may be attached again"


def test_a_new_source_voids_an_approval(newsroom: Newsroom) -> None:
    story = Story(newsroom)
    story.file(TRANSCRIPT.encode())
    newsroom.act(story.author, Action.FILE, story.dispatch)
    newsroom.act(story.editor, Action.CLAIM, story.dispatch)
    newsroom.act(story.editor, Action.APPROVE, story.dispatch)
    story.file(b"MINISTER VARGA:  And more.\n")
    assert newsroom.get(story.dispatch).state is State.FILED
    assert newsroom.read().scalars(select(Approval)).one().void_reason is VoidReason.EVIDENCE


def test_another_desks_record_is_not_there(newsroom: Newsroom) -> None:
    story = Story(newsroom)
    source = story.file(TRANSCRIPT.encode()).source_id
    stranger = newsroom.person("Ana Far", Role.EDITOR, desk="Sports")
    asked = story.asked(stranger)
    with pytest.raises(NotThere), saving() as session:
        commands.attach_file(session, asked, b"more", "x.txt", ABOUT)
    with pytest.raises(NotThere), saving() as session:
        commands.attach_text(session, asked, TRANSCRIPT, ABOUT)
    with pytest.raises(NotThere), saving() as session:
        commands.detach(session, asked, source, "Because.")
    with pytest.raises(NotThere), saving() as session:
        commands.read_as(session, asked, source, "cp1251")


def test_a_source_of_another_dispatch_is_not_there(newsroom: Newsroom) -> None:
    story = Story(newsroom)
    source = story.file(TRANSCRIPT.encode()).source_id
    other = newsroom.dispatch(story.author)
    with pytest.raises(NotThere), saving() as session:
        commands.detach(session, Asked(story.author.id, other, newsroom.time), source, "Because.")
