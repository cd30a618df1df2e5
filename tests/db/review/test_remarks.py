"""Comments and suggestions on real databases: they follow their words, and never are the text."""

import uuid

import pytest
from sqlalchemy import select

from editorial.models.comment import Comment, Mention
from editorial.models.job import Job
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.models.saving import saving
from editorial.models.suggestion import Change, Fate, Suggestion
from editorial.pipeline.gather import gather
from editorial.pipeline.refusal import NotThere, Refused
from editorial.review import commenting, suggesting
from editorial.review.asking import Asked
from editorial.review.commenting import Where
from editorial.review.remarks import Remarks, remarks
from editorial.review.suggesting import Decided
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom
from tests.web.review.harbour import Desk

STORY = "The harbour opens at noon.\n\nThe ferry leaves at seven."


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    return Desk(newsroom)


def asked(
    desk: Desk, who: Person, key: uuid.UUID, note: str = "", operation: uuid.UUID | None = None
) -> Asked:
    return Asked(who.id, key, desk.room.time, note, operation)


def say(
    desk: Desk, who: Person, key: uuid.UUID, note: str, where: Where | None = None
) -> uuid.UUID:
    desk.room.later(seconds=1)
    with saving() as session:
        return commenting.say(session, asked(desk, who, key, note), where or Where())


def suggest(
    desk: Desk,
    who: Person,
    key: uuid.UUID,
    words: str,
    new: str = "",
    change: Change = Change.REPLACE,
) -> uuid.UUID:
    with saving() as session:
        return suggesting.suggest(session, asked(desk, who, key), Where(words=words), change, new)


def accept(desk: Desk, who: Person, key: uuid.UUID, *wanted: uuid.UUID) -> Decided:
    with saving() as session:
        return suggesting.accept(session, asked(desk, who, key), wanted)


def decline(desk: Desk, who: Person, key: uuid.UUID, *wanted: uuid.UUID) -> Decided:
    with saving() as session:
        return suggesting.decline(session, asked(desk, who, key), wanted)


def seen(desk: Desk, who: Person, key: uuid.UUID) -> Remarks:
    session = desk.room.read()
    person = session.get_one(Person, who.id)
    situation = gather(session, desk.room.get(key), person, desk.room.time)
    return remarks(session, situation, person)


def in_review(desk: Desk) -> uuid.UUID:
    return desk.in_review(STORY)


def body(desk: Desk, key: uuid.UUID) -> str:
    revision = desk.room.read().get_one(Revision, desk.room.get(key).revision_id)
    return revision.content.decode()


def test_a_comment_stands_by_its_words_and_follows_them(desk: Desk) -> None:
    key = in_review(desk)
    say(desk, desk.editor, key, "Which clock?", Where(words="at noon"))
    say(desk, desk.checker, key, "Good.")
    first, whole = seen(desk, desk.author, key).open
    assert (first.about.words, first.about.now, first.said.name) == (
        "at noon",
        "at noon",
        "Eda Lund",
    )
    assert (whole.about.words, whole.about.gone) == ("", False)
    desk.room.write(key, desk.second, "Tomorrow the harbour opens at noon.\n\nThe ferry leaves.")
    desk.room.act(desk.second, Action.REVISE, key)
    first = seen(desk, desk.author, key).open[0]
    assert (first.about.now, first.about.changed) == ("at noon", False)
    desk.room.write(key, desk.second, "It is all different now.")
    desk.room.act(desk.second, Action.REVISE, key)
    first = seen(desk, desk.author, key).open[0]
    assert first.about.gone
    assert first.about.words == "at noon"


def test_words_that_are_gone_are_refused_and_empty_comments_too(desk: Desk) -> None:
    key = in_review(desk)
    with pytest.raises(Refused, match="do not stand in the text any more"):
        say(desk, desk.editor, key, "Which clock?", Where(words="at midnight"))
    with pytest.raises(Refused, match="Write what you want to say"):
        say(desk, desk.editor, key, "  ")
    with pytest.raises(NotThere):
        say(desk, desk.stranger, key, "Let me in.")
    assert desk.room.read().scalars(select(Comment)).all() == []


def test_replies_and_resolving(desk: Desk) -> None:
    key = in_review(desk)
    root = say(desk, desk.editor, key, "Which clock?")
    with saving() as session:
        commenting.answer(session, asked(desk, desk.author, key, "The port’s."), root)
    with saving() as session:
        commenting.resolve(session, asked(desk, desk.second, key), root, done=True)
    found = seen(desk, desk.author, key)
    assert found.open == ()
    [thread] = found.resolved
    assert [said.text for said in thread.replies] == ["The port’s."]
    assert thread.resolved_by == "Omar Dale"
    with saving() as session:
        commenting.resolve(session, asked(desk, desk.editor, key), root, done=False)
    assert len(seen(desk, desk.author, key).open) == 1
    other = desk.in_review(STORY)
    with pytest.raises(NotThere), saving() as session:
        commenting.answer(session, asked(desk, desk.author, other, "Hm."), root)


def test_whom_a_comment_names_is_told_once_and_nobody_of_themselves(desk: Desk) -> None:
    key = in_review(desk)
    operation = uuid.uuid4()
    for _ in range(2):
        with saving() as session:
            note = "@Mira Sol and @Eda Lund and @Mira Sol, see @Ana Peng"
            commenting.say(session, asked(desk, desk.editor, key, note, operation), Where())
    session = desk.room.read()
    [mention] = session.scalars(select(Mention)).all()
    assert mention.person_id == desk.author.id
    told = [
        job.details
        for job in session.scalars(select(Job).where(Job.name == "tell"))
        if job.details["event"] == "mentioned"
    ]
    assert [details["person"] for details in told] == [str(desk.author.id)]
    assert told[0]["comment"] == str(mention.comment_id)


def test_a_suggestion_is_not_the_text_and_reaches_no_reader(desk: Desk) -> None:
    key = in_review(desk)
    suggest(desk, desk.checker, key, "at noon", "at midnight")
    assert "midnight" not in body(desk, key)
    desk.room.act(desk.editor, Action.APPROVE, key)
    desk.room.act(desk.publisher, Action.PUBLISH, key)
    publication = desk.room.read().scalars(select(Publication)).one()
    frozen = desk.room.read().get_one(Revision, publication.revision_id)
    assert b"midnight" not in frozen.content
    address = f"/news/politics/{publication.address}"
    article = desk.room.client().get(address).get_data(as_text=True)
    assert "at noon" in article
    assert "midnight" not in article
    with pytest.raises(Refused, match="stays as it was published"):
        accept(desk, desk.editor, key, seen(desk, desk.editor, key).suggestions[0].id)


def test_accepting_is_an_edit_of_both(desk: Desk) -> None:
    key = in_review(desk)
    one = suggest(desk, desk.second, key, "at noon", "at one")
    two = suggest(desk, desk.checker, key, "The ferry", "still", Change.INSERT)
    three = suggest(desk, desk.checker, key, "harbour", change=Change.DELETE)
    decided = accept(desk, desk.editor, key, one, two, three)
    assert decided == Decided(3, 0, frozen=True)
    text = body(desk, key)
    assert "The opens at one." in text
    assert "The ferry still leaves" in text
    assert desk.room.get(key).state is State.IN_REVIEW
    session = desk.room.read()
    situation = gather(session, desk.room.get(key), None, desk.room.time)
    writers = {desk.author.id, desk.editor.id, desk.second.id, desk.checker.id}
    assert situation.authors == writers
    for person in (desk.editor, desk.second):
        with pytest.raises(Refused, match="someone else"):
            desk.room.act(person, Action.APPROVE, key)
    third = desk.room.person("Nia Holt", Role.EDITOR)
    desk.room.act(third, Action.APPROVE, key)
    fates = {row.fate for row in desk.room.read().scalars(select(Suggestion))}
    assert fates == {Fate.ACCEPTED}


def test_a_suggestion_that_makes_a_headline_too_long_is_not_accepted(desk: Desk) -> None:
    key = in_review(desk)
    one = suggest(desk, desk.checker, key, "the capital", "the whole of the country " * 20)
    with pytest.raises(Refused, match="at most 200 can be filed"):
        accept(desk, desk.editor, key, one)
    [row] = desk.room.read().scalars(select(Suggestion)).all()
    assert row.fate is Fate.OPEN


def test_words_that_changed_are_not_replaced_behind_anyones_back(desk: Desk) -> None:
    key = in_review(desk)
    one = suggest(desk, desk.checker, key, "opens at noon", "opens at one")
    two = suggest(desk, desk.checker, key, "at seven", "at eight")
    desk.room.write(key, desk.second, STORY.replace("opens at", "opens late, at"))
    desk.room.act(desk.second, Action.REVISE, key)
    assert accept(desk, desk.editor, key, one, two) == Decided(1, 1, frozen=True)
    text = body(desk, key)
    assert "opens late, at noon" in text
    assert "at eight" in text
    with pytest.raises(Refused, match="have changed since"):
        accept(desk, desk.editor, key, one)
    with pytest.raises(Refused, match="decided on already"):
        accept(desk, desk.editor, key, two)


def test_a_text_with_other_changes_under_way_is_not_frozen_with_them(desk: Desk) -> None:
    key = in_review(desk)
    one = suggest(desk, desk.checker, key, "at seven", "at eight")
    desk.room.write(key, desk.second, STORY + "\n\nUnfinished")
    before = desk.room.get(key).revision_id
    assert accept(desk, desk.editor, key, one) == Decided(1, 0, frozen=False)
    assert desk.room.get(key).revision_id == before


def test_an_accepted_suggestion_voids_the_approval(desk: Desk) -> None:
    key = in_review(desk)
    one = suggest(desk, desk.checker, key, "at seven", "at eight")
    desk.room.act(desk.editor, Action.APPROVE, key)
    accept(desk, desk.second, key, one)
    assert desk.room.get(key).state is State.FILED
    assert desk.room.read().scalars(select(Publication)).all() == []


def test_who_decides(desk: Desk) -> None:
    key = in_review(desk)
    one = suggest(desk, desk.checker, key, "at noon", "at one")
    with pytest.raises(Refused, match="only the desk’s editors"):
        accept(desk, desk.author, key, one)
    with pytest.raises(Refused, match="only the desk’s editors"):
        decline(desk, desk.author, key, one)
    with pytest.raises(NotThere):
        accept(desk, desk.stranger, key, one)
    decline(desk, desk.checker, key, one)
    [row] = desk.room.read().scalars(select(Suggestion)).all()
    assert row.fate is Fate.WITHDRAWN
    two = suggest(desk, desk.checker, key, "at noon", "at one")
    decline(desk, desk.editor, key, two)
    row = desk.room.read().get_one(Suggestion, two)
    assert row.fate is Fate.DECLINED
    with pytest.raises(Refused, match="Write the words"):
        suggest(desk, desk.checker, key, "at noon")
    with pytest.raises(Refused, match="which words"):
        suggest(desk, desk.checker, key, "", "at one")
