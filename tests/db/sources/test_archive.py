"""Who finds what in the archive, on both databases."""

import uuid

import pytest
from sqlalchemy import select

from editorial.archive.beside import index_beside
from editorial.models.job import Job
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.source import Source, SourceKind, Terms
from editorial.pipeline.gather import gather
from editorial.pipeline.matter import OldSource
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources import commands
from editorial.sources.archive import ArchivePage, archive_page
from editorial.sources.commands import Asked
from editorial.worker import do_one
from editorial.workflow.words import Action, Role
from tests.newsroom import Newsroom

SAID = "The lighthouse keeps its lamp until the mole is finished"
TRANSCRIPT = f"MINISTER VARGA:  {SAID}. The ferry leaves at seven.\n"
STORY = f"“{SAID},” Varga said."


class Archive:
    """Two dispatches of a desk, the older with a source, and a desk that has no part in it."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.colleague = room.person("Karl Ode", Role.CORRESPONDENT)
        self.stranger = room.person("Ada Brix", Role.CORRESPONDENT, desk="Sport")
        self.old = room.dispatch(self.colleague, "It rained.", headline="Lamps over the quay")
        self.new = room.dispatch(self.author, STORY)

    def attach(self, dispatch: uuid.UUID | None = None, **said: object) -> Source:
        person = self.stranger if dispatch not in (None, self.old, self.new) else self.colleague
        self.room.attach(dispatch or self.old, person, TRANSCRIPT, **said)  # type: ignore[arg-type]
        return self.sources()[-1]

    def sources(self) -> list[Source]:
        self.room.later(seconds=1)
        session = self.room.read()
        found = list(session.scalars(select(Source).order_by(Source.added_at)))
        for source in found:
            session.expunge(source)
        return found

    def work(self) -> None:
        self.room.later(minutes=1)
        with self.room.app.app_context():
            while do_one(self.room.app):
                pass

    def look(self, person: Person | None = None, dispatch: uuid.UUID | None = None) -> ArchivePage:
        self.work()
        session = self.room.read()
        asker = session.get_one(Person, (person or self.author).id)
        place = self.room.get(dispatch or self.new)
        quote = gather(session, place, asker, self.room.time).evidence.quotes[0]
        return archive_page(
            session, asker, place.id, quote.key, self.room.time, lambda *at: f"/{at[1]}@{at[2]}"
        )

    def offered(self, person: Person | None = None, dispatch: uuid.UUID | None = None) -> list[str]:
        return [offer.shown for offer in self.look(person, dispatch).offers]


@pytest.fixture
def archive(newsroom: Newsroom) -> Archive:
    return Archive(newsroom)


def test_a_quote_is_found_on_the_record_of_another_dispatch_of_the_desk(archive: Archive) -> None:
    source = archive.attach(terms=Terms.BACKGROUND, title="Talk at the quay")
    page = archive.look()
    assert (page.shown, page.searched, page.unindexed) == ("not_found", 1, 0)
    [offer] = page.offers
    assert (offer.source_id, offer.shown, offer.kind) == (source.id, "verbatim", "Transcript")
    assert (offer.dispatch, offer.desk) == ("Lamps over the quay", "Politics")
    place = offer.source
    assert (place.title, place.speaker, place.terms) == (
        "Talk at the quay",
        "MINISTER VARGA",
        "on background",
    )
    assert place.url == f"/{source.id}@{TRANSCRIPT.index(SAID)}"
    assert "".join(text for text, _ in offer.there).startswith(SAID)


def test_someone_of_another_desk_finds_nothing(archive: Archive) -> None:
    archive.attach()
    theirs = archive.room.dispatch(archive.stranger, STORY, desk="Sport")
    page = archive.look(archive.stranger, theirs)
    assert (page.offers, page.searched, page.unindexed) == ((), 0, 0)


def test_one_who_wrote_it_finds_it_on_whatever_desk(archive: Archive) -> None:
    elsewhere = archive.room.dispatch(archive.author, "It rained.", desk="Sport")
    archive.attach(elsewhere)
    assert archive.offered() == ["verbatim"]
    assert archive.offered(archive.colleague) == []


def test_a_detached_source_is_not_told_of(archive: Archive) -> None:
    source = archive.attach()
    assert archive.offered() == ["verbatim"]
    archive.room.act(
        archive.colleague, Action.DETACH, archive.old, "It is not ours.", OldSource(source.id)
    )
    assert archive.offered() == []


def test_what_is_on_this_record_already_is_not_offered(archive: Archive) -> None:
    archive.attach()
    archive.room.attach(archive.new, archive.author, TRANSCRIPT, kind=SourceKind.REPORT)
    assert archive.look().searched == 0


def test_one_file_on_several_records_is_offered_once_on_its_strictest_terms(
    archive: Archive,
) -> None:
    strict = archive.attach(terms=Terms.OFF_THE_RECORD)
    third = archive.room.dispatch(archive.colleague, "It rained.")
    archive.room.attach(third, archive.colleague, TRANSCRIPT)
    [offer] = archive.look().offers
    assert (offer.source_id, offer.source.terms) == (strict.id, "off the record")


def test_another_outlets_report_is_called_that_and_stands_behind(archive: Archive) -> None:
    archive.room.attach(archive.old, archive.colleague, "x\n" + TRANSCRIPT, kind=SourceKind.REPORT)
    archive.attach()
    assert archive.offered() == ["verbatim", "second_hand"]


def test_until_it_is_indexed_the_page_says_so(archive: Archive) -> None:
    archive.attach()
    archive.work()
    folder = index_beside(archive.room.read())
    for path in folder.root.iterdir():
        path.unlink()
    page = archive.look()
    assert (page.offers, page.searched, page.unindexed) == ((), 0, 1)


def test_a_lost_index_comes_back_whole_with_the_next_source(archive: Archive) -> None:
    archive.attach()
    archive.work()
    for path in index_beside(archive.room.read()).root.iterdir():
        path.unlink()
    archive.room.attach(archive.old, archive.colleague, "VARGA:  It rained.\n")
    assert archive.offered() == ["verbatim"]


def test_a_file_gone_from_the_vault_is_passed_over(archive: Archive) -> None:
    source = archive.attach()
    archive.work()
    root = index_beside(archive.room.read()).root.parent / "files"
    (root / source.digest[:2] / source.digest).unlink()
    assert archive.offered() == []


def test_each_source_asks_once_to_be_indexed(archive: Archive) -> None:
    archive.attach()
    jobs = archive.room.read().scalars(select(Job.dedupe_key).where(Job.name == "index_source"))
    assert list(jobs) == [f"index_source:{source.id}" for source in archive.sources()]


def attach_found(archive: Archive, source: Source, person: Person, operation: uuid.UUID) -> str:
    asked = Asked(person.id, archive.new, archive.room.time, operation)
    with saving() as session:
        return commands.attach_found(session, asked, source.id)


def test_attaching_what_was_found_brings_all_that_is_said_of_it(archive: Archive) -> None:
    found = archive.attach(terms=Terms.BACKGROUND, title="Talk at the quay")
    operation = uuid.uuid4()
    for _ in range(2):
        assert attach_found(archive, found, archive.author, operation) == "Talk at the quay"
    old, new = archive.sources()
    assert new.dispatch_id == archive.new
    same = ("digest", "size", "encoding", "title", "kind", "terms", "event", "date", "origin")
    assert all(getattr(old, name) == getattr(new, name) for name in same)
    with pytest.raises(Refused, match="already, as “Talk at the quay”"):
        attach_found(archive, found, archive.author, uuid.uuid4())


def test_what_one_may_not_see_can_not_be_attached(archive: Archive) -> None:
    theirs = archive.room.dispatch(archive.stranger, "It rained.", desk="Sport")
    hidden = archive.attach(theirs)
    with pytest.raises(NotThere):
        attach_found(archive, hidden, archive.author, uuid.uuid4())
    assert len(archive.sources()) == 1


def test_what_was_detached_meanwhile_is_refused(archive: Archive) -> None:
    source = archive.attach()
    archive.room.act(
        archive.colleague, Action.DETACH, archive.old, "It is not ours.", OldSource(source.id)
    )
    with pytest.raises(Refused, match="detached from the other record"):
        attach_found(archive, source, archive.author, uuid.uuid4())
