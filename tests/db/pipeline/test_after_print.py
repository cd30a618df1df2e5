"""After print: the next version with its notice, kills and takedowns, on both databases."""

import uuid

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from editorial.ledger.verify import verify
from editorial.models.next_version import NextVersion
from editorial.models.notice import Notice
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.reader_review import ReaderReview
from editorial.models.revision import Revision
from editorial.models.saving import saving
from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Action, Live, NoticeKind, ReviewStanding, Role, State
from tests.newsroom import Newsroom

WRONG = "An earlier version said that it rained all day. It rained in the morning."


class AfterPrint:
    """A published story, and the people who may go on with it."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.editor = room.person("Ana Peng", Role.EDITOR)
        self.publisher = room.person("Omar Dale", Role.PUBLISHER)
        self.key = room.publish(self.author, "It rained all day.")

    def correct(self, words: str = "It rained in the morning.", notice: str = WRONG) -> None:
        """Take a correction up to the publisher's desk."""
        room = self.room
        room.later(hours=1)
        room.act(self.author, Action.CORRECT, self.key, notice)
        room.write(self.key, self.author, words)
        room.act(self.author, Action.FILE, self.key)
        room.act(self.editor, Action.CLAIM, self.key)
        room.act(self.editor, Action.APPROVE, self.key)

    def shown(self) -> Publication:
        """What readers see."""
        query = select(Publication).where(
            Publication.dispatch_id == self.key, Publication.current.is_(True)
        )
        return self.room.read().scalars(query).one()

    def notices(self) -> list[Notice]:
        """What readers were told of it."""
        return list(self.room.read().scalars(select(Notice).order_by(Notice.serial)))


@pytest.fixture
def story(newsroom: Newsroom) -> AfterPrint:
    return AfterPrint(newsroom)


def test_readers_see_the_approved_text_until_its_correction_is_published(
    story: AfterPrint,
) -> None:
    before = story.shown()
    story.correct()
    assert story.shown().revision_id == before.revision_id
    assert story.room.get(story.key).live is Live.REVISION
    story.room.act(story.publisher, Action.PUBLISH, story.key)
    after = story.shown()
    assert (after.ordinal, after.address) == (2, before.address)
    assert after.first_published_at == before.first_published_at
    assert verify(story.room.read()).fault is None


def test_a_correction_is_numbered_and_stands_between_two_revisions(story: AfterPrint) -> None:
    first = story.shown().revision_id
    story.correct()
    story.room.act(story.publisher, Action.PUBLISH, story.key)
    second = story.shown().revision_id
    story.correct("It rained at dawn.", "It was at dawn.")
    story.room.act(story.publisher, Action.PUBLISH, story.key)
    one, two = story.notices()
    assert (one.kind, one.number, one.serial) == (NoticeKind.CORRECTION, 1, 1)
    assert (one.before_id, one.after_id, one.wording) == (first, second, WRONG)
    assert (two.number, two.serial, two.before_id) == (2, 2, second)
    assert story.room.read().get(NextVersion, story.key) is None
    assert verify(story.room.read()).fault is None


def test_rewording_the_notice_voids_the_approval_of_the_text(story: AfterPrint) -> None:
    story.correct()
    story.room.act(story.editor, Action.REWORD, story.key, "It was in the morning only.")
    assert story.room.get(story.key).state is State.FILED
    other = story.room.person("Vera Kohl", Role.EDITOR)
    story.room.act(story.editor, Action.CLAIM, story.key)
    with pytest.raises(Refused, match="someone else"):
        story.room.act(story.editor, Action.APPROVE, story.key)
    story.room.act(other, Action.APPROVE, story.key)
    story.room.act(story.publisher, Action.PUBLISH, story.key)
    [notice] = story.notices()
    assert notice.wording == "It was in the morning only."
    assert verify(story.room.read()).fault is None


def test_a_wording_changed_in_the_database_is_not_published(story: AfterPrint) -> None:
    story.correct()
    with saving() as session:
        session.get_one(NextVersion, story.key).wording = "Nothing was wrong."
    with pytest.raises(Refused, match="approved again"):
        story.room.act(story.publisher, Action.PUBLISH, story.key)


def test_who_began_the_correction_with_its_notice_may_not_approve_it(story: AfterPrint) -> None:
    room = story.room
    room.act(story.editor, Action.CORRECT, story.key, WRONG)
    room.write(story.key, story.author, "It rained in the morning.")
    room.act(story.author, Action.FILE, story.key)
    room.act(story.editor, Action.CLAIM, story.key)
    with pytest.raises(Refused, match="someone else"):
        room.act(story.editor, Action.APPROVE, story.key)


def test_a_correction_without_another_text_is_refused(story: AfterPrint) -> None:
    story.room.act(story.author, Action.CORRECT, story.key, WRONG)
    with pytest.raises(Refused, match="what readers see"):
        story.room.act(story.author, Action.FILE, story.key)


def test_an_update_needs_no_notice_and_comes_after_its_original(story: AfterPrint) -> None:
    room = story.room
    room.act(story.author, Action.UPDATE, story.key)
    room.write(story.key, story.author, "It rained all day. It stopped at night.")
    room.act(story.author, Action.FILE, story.key)
    room.act(story.editor, Action.CLAIM, story.key)
    room.act(story.editor, Action.APPROVE, story.key)
    room.act(story.publisher, Action.PUBLISH, story.key)
    [notice] = story.notices()
    assert (notice.kind, notice.wording) == (NoticeKind.UPDATE, "")
    assert story.shown().ordinal == 2


def test_a_dropped_next_version_leaves_what_readers_see(story: AfterPrint) -> None:
    before = story.shown().revision_id
    story.correct()
    story.room.act(story.editor, Action.DROP, story.key, "The first text was right.")
    dispatch = story.room.get(story.key)
    assert (dispatch.state, dispatch.live) == (State.DONE, Live.REVISION)
    assert dispatch.revision_id == before == story.shown().revision_id
    assert story.notices() == []
    # Its authors are authors still when it is taken up again.
    story.room.act(story.editor, Action.CORRECT, story.key, WRONG)
    story.room.act(story.editor, Action.FILE, story.key)
    story.room.act(story.editor, Action.CLAIM, story.key)
    story.room.act(story.publisher, Action.KILL, story.key, "Invented.")
    assert verify(story.room.read()).fault is None


@pytest.mark.parametrize("action", [Action.KILL, Action.TAKE_DOWN])
def test_a_withdrawal_ends_what_readers_see_while_a_correction_is_made(
    story: AfterPrint, action: Action
) -> None:
    revision = story.shown().revision_id
    story.correct()
    story.room.act(story.publisher, action, story.key, "The speaker never said it.")
    dispatch = story.room.get(story.key)
    assert (dispatch.state, dispatch.live) == (State.DONE, Live.WITHDRAWAL)
    [notice] = story.notices()
    assert (notice.before_id, notice.after_id) == (revision, None)
    assert verify(story.room.read()).fault is None


def test_reviews_that_wait_under_a_withdrawn_story_wait_for_nobody(story: AfterPrint) -> None:
    other = story.room.publish(story.author, "It snowed.")
    kinds = (ReviewStanding.WAITING, ReviewStanding.PUBLISHED)
    with saving() as session:
        session.add_all(
            ReaderReview(
                id=uuid.uuid4(),
                dispatch_id=key,
                name="Ines",
                text="Well told.",
                sent_at=story.room.time,
                standing=standing,
            )
            for key in (story.key, other)
            for standing in kinds
        )
    killed(story, story.publisher)
    left = story.room.read().scalars(select(ReaderReview)).all()
    assert sorted(one.standing for one in left if one.dispatch_id == other) == sorted(kinds)
    mine = {one.standing: one for one in left if one.dispatch_id == story.key}
    assert set(mine) == {ReviewStanding.REJECTED, ReviewStanding.PUBLISHED}
    assert mine[ReviewStanding.REJECTED].decided_by == story.publisher.id


def test_a_kill_is_for_good_and_a_takedown_is_not(story: AfterPrint) -> None:
    story.room.act(story.publisher, Action.TAKE_DOWN, story.key, "A court asked for it.")
    story.correct()
    story.room.act(story.publisher, Action.PUBLISH, story.key)
    assert story.room.get(story.key).live is Live.REVISION
    story.room.act(story.publisher, Action.KILL, story.key, "It was invented.")
    with pytest.raises(Refused, match="stays withdrawn"):
        story.room.act(story.author, Action.CORRECT, story.key, WRONG)
    assert verify(story.room.read()).fault is None


def test_nobody_withdraws_alone_what_they_wrote(newsroom: Newsroom) -> None:
    both = newsroom.person("Lena Orr", Role.CORRESPONDENT, Role.PUBLISHER)
    key = newsroom.publish(both)
    with pytest.raises(Refused, match="another publisher"):
        newsroom.act(both, Action.KILL, key, "It is mine.")


def killed(story: AfterPrint, person: Person) -> None:
    story.room.act(person, Action.KILL, story.key, "It was invented.")


@pytest.mark.parametrize(
    "statement", ["UPDATE notice SET wording = 'Nothing'", "DELETE FROM notice"]
)
def test_the_database_refuses_to_rewrite_a_notice(story: AfterPrint, statement: str) -> None:
    killed(story, story.publisher)
    with pytest.raises(DatabaseError, match="can not be rewritten"), saving() as session:
        session.execute(text(statement))


def test_the_log_tells_on_a_notice_that_was_added_or_taken_away(story: AfterPrint) -> None:
    killed(story, story.publisher)
    revision = story.room.read().scalars(select(Revision.id)).first()
    assert revision is not None
    with saving() as session:
        session.add(
            Notice(
                id=uuid.uuid4(),
                serial=9,
                dispatch_id=story.key,
                kind=NoticeKind.CORRECTION,
                number=1,
                wording="Slipped in.",
                before_id=revision,
                after_id=None,
                publication_id=story.notices()[0].publication_id,
                published_at=story.room.time,
            )
        )
    fault = verify(story.room.read()).fault
    assert fault is not None
    assert "stands in no entry" in fault.sentence


def test_the_log_tells_on_a_story_withdrawn_by_hand(story: AfterPrint) -> None:
    with saving() as session:
        session.execute(text("UPDATE dispatch SET live = 'withdrawal'"))
    fault = verify(story.room.read()).fault
    assert fault is not None
    assert "one side only" in fault.sentence
