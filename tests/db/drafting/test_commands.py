"""Beginning, saving and filing: once, over what was seen, and never over a colleague."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from editorial.document.content import Content
from editorial.document.plain import plain
from editorial.document.schema import Paragraph
from editorial.document.validate import InvalidDocument
from editorial.drafting.aside import set_aside
from editorial.drafting.commands import Asked
from editorial.drafting.draft import Placing
from editorial.models.approval import Approval, VoidReason
from editorial.models.dispatch import Dispatch
from editorial.models.kept_text import KeptText
from editorial.models.log_entry import LogEntry
from editorial.models.revision import Revision
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.refusal import NotThere, Refused, Stale
from editorial.workflow.words import Action, Role, State
from tests.db.drafting.drafts import begin, save, seen, text, typed, writers
from tests.newsroom import Newsroom

WHOLE = {
    "slugline": "rain-capital",
    "headline": "Rain over the capital",
    "dateline_place": "PORT VESNA",
    "dateline_date": date(2026, 11, 20),
    "byline": "Mira Sol",
    "body": "It rained.",
}


def count(room: Newsroom, table: type) -> int:
    return room.read().scalar(select(func.count()).select_from(table)) or 0


def approved(room: Newsroom) -> tuple[uuid.UUID, "People"]:
    people = People(room)
    dispatch = room.dispatch(people.author)
    room.act(people.author, Action.FILE, dispatch)
    room.act(people.editor, Action.CLAIM, dispatch)
    room.act(people.editor, Action.APPROVE, dispatch)
    return dispatch, people


class People:
    def __init__(self, room: Newsroom) -> None:
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.colleague = room.person("Jan Roe", Role.CORRESPONDENT)
        self.editor = room.person("Eda Lund", Role.EDITOR)
        self.checker = room.person("Karl Ode", Role.CHECKER)
        self.stranger = room.person("Ana Far", Role.EDITOR, desk="Sports")


def test_a_form_sent_twice_begins_one_dispatch(newsroom: Newsroom) -> None:
    author, operation = newsroom.person("Mira Sol", Role.CORRESPONDENT), uuid.uuid4()
    first = begin(newsroom, author, operation, headline="Rain")
    again = begin(newsroom, author, operation, headline="Rain")
    assert first == again
    assert count(newsroom, Dispatch) == 1


def test_begin_and_file_in_one_act_leaves_one_revision_and_one_entry(newsroom: Newsroom) -> None:
    author, operation = newsroom.person("Mira Sol", Role.CORRESPONDENT), uuid.uuid4()
    for _ in range(2):
        saved = begin(newsroom, author, operation, then=Action.FILE, **WHOLE)
    assert saved.refusals == ()
    assert newsroom.get(saved.dispatch_id).state is State.FILED
    assert (count(newsroom, Revision), count(newsroom, LogEntry)) == (1, 1)


def test_what_cannot_be_filed_yet_is_saved_all_the_same(newsroom: Newsroom) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    saved = begin(newsroom, author, then=Action.FILE, body="A first thought.")
    assert "a headline" in saved.refusals[0]
    dispatch = newsroom.get(saved.dispatch_id)
    assert dispatch.state is State.DRAFT
    assert text(newsroom, dispatch.id) == "A first thought."


def test_a_dispatch_begins_only_on_a_desk_where_its_author_writes(newsroom: Newsroom) -> None:
    people = People(newsroom)
    for person, desk in ((people.checker, "Politics"), (people.author, "Sports")):
        with pytest.raises(Refused, match="Choose a desk"):
            begin(newsroom, person, placing=Placing(newsroom.desk(desk)))
    assert count(newsroom, Dispatch) == 0


def test_lists_find_the_figures_of_the_saved_text(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    body = "“We will never give up this quay,” Varga said.\n\nIt rained."
    save(newsroom, people.author, dispatch, headline="Új eső", language="hu", body=body)
    now = newsroom.get(dispatch)
    assert (now.headline, now.language, now.words, now.open_quotes) == ("Új eső", "hu", 11, 1)


def test_saving_leaves_the_version_that_an_editors_page_carries(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    before = newsroom.get(dispatch).version
    save(newsroom, people.author, dispatch, body="It poured.", slugline="rain", urgency=2)
    after = newsroom.get(dispatch)
    assert (after.version, after.slugline, after.urgency) == (before, "rain", 2)


def test_unchanged_blocks_keep_their_ids(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author, "One.\n\nTwo.")
    ids = block_ids(newsroom, dispatch)
    save(newsroom, people.author, dispatch, body="Zero.\n\nOne.\n\nTwo.")
    assert block_ids(newsroom, dispatch)[1:] == ids


def block_ids(room: Newsroom, dispatch_id: uuid.UUID) -> list[str]:
    content = Content.from_json(room.read().get_one(WorkingCopy, dispatch_id).content)
    return [block.id for block in content.body.content if isinstance(block, Paragraph)]


def test_a_save_sent_twice_changes_once(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch, operation = newsroom.dispatch(people.author), uuid.uuid4()
    at = seen(newsroom, dispatch)
    first = save(newsroom, people.author, dispatch, at=at, operation=operation, body="It poured.")
    again = save(newsroom, people.author, dispatch, at=at, operation=operation, body="It poured.")
    assert first == again
    assert again.kept_id is None
    assert seen(newsroom, dispatch).copy == at.copy + 1


def test_a_colleagues_save_is_never_overwritten_and_both_texts_are_kept(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    at = seen(newsroom, dispatch)
    save(newsroom, people.colleague, dispatch, at=at, body="It snowed.")
    saved = save(newsroom, people.author, dispatch, at=at, body="It hailed.", slugline="hail")
    assert saved.kept_id is not None
    assert text(newsroom, dispatch) == "It snowed."
    assert newsroom.get(dispatch).slugline == "rain-capital"
    kept = newsroom.read().get_one(KeptText, saved.kept_id)
    assert "It hailed." in str(kept.content)
    assert kept.content["labels"]["slugline"] == "hail"
    assert (kept.person_id, kept.base_version) == (people.author.id, at.copy)
    assert writers(newsroom, dispatch) == {people.author.id, people.colleague.id}


def test_filing_does_not_follow_a_save_that_was_kept_apart(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    at = seen(newsroom, dispatch)
    save(newsroom, people.colleague, dispatch, at=at, body="It snowed.")
    save(newsroom, people.author, dispatch, at=at, then=Action.FILE, body="It hailed.")
    assert newsroom.get(dispatch).state is State.DRAFT


def test_merging_anothers_words_makes_both_its_writers(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    newsroom.act(people.author, Action.FILE, dispatch)
    at = seen(newsroom, dispatch)
    save(newsroom, people.colleague, dispatch, at=at, slugline="snow")
    kept = save(newsroom, people.author, dispatch, at=at, body="It hailed.").kept_id
    save(newsroom, people.editor, dispatch, kept_id=kept, body="It hailed and snowed.")
    assert writers(newsroom, dispatch) == {people.author.id, people.editor.id}
    assert newsroom.read().get_one(KeptText, kept).resolved_at == newsroom.time


def test_words_merged_after_their_writer_set_them_aside_are_still_theirs(
    newsroom: Newsroom,
) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    page = seen(newsroom, dispatch)
    save(newsroom, people.author, dispatch, body="It rained all day.")
    kept = save(newsroom, people.editor, dispatch, at=page, body="It snowed.").kept_id
    assert kept is not None
    with saving() as session:
        set_aside(session, Asked(people.editor.id, newsroom.time), dispatch, kept)
    save(newsroom, people.author, dispatch, kept_id=kept, body="It snowed.")
    assert people.editor.id in writers(newsroom, dispatch)


def test_a_page_sent_again_with_another_text_loses_nothing(newsroom: Newsroom) -> None:
    people, operation = People(newsroom), uuid.uuid4()
    dispatch = newsroom.dispatch(people.author)
    page = seen(newsroom, dispatch)
    save(newsroom, people.author, dispatch, at=page, operation=operation, body="One.")
    again = save(newsroom, people.author, dispatch, at=page, operation=operation, body="Two.")
    assert again.kept_id is not None
    assert text(newsroom, dispatch) == "One."
    row = newsroom.read().get_one(KeptText, again.kept_id)
    kept = Content.from_json(row.content["text"])
    assert plain(kept.body).text == "Two."


def test_a_page_sent_again_to_file_files(newsroom: Newsroom) -> None:
    people, operation = People(newsroom), uuid.uuid4()
    dispatch = newsroom.dispatch(people.author)
    save(newsroom, people.author, dispatch, operation=operation, body="One.")
    save(newsroom, people.author, dispatch, operation=operation, then=Action.FILE, body="One.")
    assert newsroom.get(dispatch).state is State.FILED


def test_one_operation_never_speaks_of_two_dispatches(newsroom: Newsroom) -> None:
    people, operation = People(newsroom), uuid.uuid4()
    first, second = newsroom.dispatch(people.author), newsroom.dispatch(people.author)
    save(newsroom, people.author, first, operation=operation, body="One.")
    saved = save(newsroom, people.author, second, operation=operation, body="One.")
    assert (saved.dispatch_id, text(newsroom, second)) == (second, "One.")


def test_a_new_page_sent_again_with_another_text_begins_one_dispatch(newsroom: Newsroom) -> None:
    author, operation = newsroom.person("Mira Sol", Role.CORRESPONDENT), uuid.uuid4()
    first = begin(newsroom, author, operation, body="One.")
    again = begin(newsroom, author, operation, body="Two.")
    assert count(newsroom, Dispatch) == 1
    assert (again.dispatch_id, again.kept_id is None) == (first.dispatch_id, False)
    assert begin(newsroom, author, operation, body="One.") == first


def test_a_merge_that_is_overtaken_again_keeps_whose_words_they_are(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    at = seen(newsroom, dispatch)
    save(newsroom, people.colleague, dispatch, at=at, body="It snowed.")
    first = save(newsroom, people.author, dispatch, at=at, body="It hailed.").kept_id
    second = save(newsroom, people.editor, dispatch, at=at, kept_id=first, body="Both.").kept_id
    session = newsroom.read()
    assert session.get_one(KeptText, first).resolved_at is None, "another's words still wait"
    assert set(session.get_one(KeptText, second).content["writers"]) >= {
        str(people.author.id),
        str(people.editor.id),
    }


def test_a_kept_text_can_be_set_aside_and_its_row_stays(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    at = seen(newsroom, dispatch)
    save(newsroom, people.colleague, dispatch, at=at, body="It snowed.")
    kept = save(newsroom, people.author, dispatch, at=at, body="It hailed.").kept_id
    assert kept is not None
    with saving() as session:
        set_aside(session, Asked(people.author.id, newsroom.time), dispatch, kept)
    assert newsroom.read().get_one(KeptText, kept).resolved_at is not None
    assert text(newsroom, dispatch) == "It snowed."


def test_a_change_of_an_approved_text_voids_the_approval_with_an_entry(newsroom: Newsroom) -> None:
    dispatch, people = approved(newsroom)
    saved = save(newsroom, people.author, dispatch, body="It did not rain.")
    assert saved.voided
    assert newsroom.get(dispatch).state is State.FILED
    approval = newsroom.read().scalars(select(Approval)).one()
    assert approval.void_reason is VoidReason.TEXT
    assert newsroom.read().scalars(select(LogEntry.action)).all()[-1] == "void"


def test_slugline_urgency_keywords_and_note_leave_an_approval_standing(newsroom: Newsroom) -> None:
    dispatch, people = approved(newsroom)
    saved = save(
        newsroom, people.author, dispatch, slugline="x", urgency=1, keywords=("a",), ednote="n"
    )
    now = newsroom.get(dispatch)
    assert (saved.voided, now.state) == (False, State.APPROVED)
    assert (now.slugline, now.urgency, now.keywords, now.ednote) == ("x", 1, ["a"], "n")


def test_a_changed_approved_text_can_be_filed_in_the_same_act(newsroom: Newsroom) -> None:
    dispatch, people = approved(newsroom)
    saved = save(newsroom, people.author, dispatch, then=Action.FILE, body="It did not rain.")
    assert (saved.voided, saved.refusals) == (True, ())
    assert count(newsroom, Revision) == 2


def test_an_editor_in_review_freezes_a_correction_and_becomes_its_author(
    newsroom: Newsroom,
) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    newsroom.act(people.author, Action.FILE, dispatch)
    newsroom.act(people.editor, Action.CLAIM, dispatch)
    with pytest.raises(Refused, match="only the desk’s editors"):
        save(newsroom, people.author, dispatch, body="It poured.")
    saved = save(newsroom, people.editor, dispatch, then=Action.REVISE, body="It poured.")
    assert saved.refusals == ()
    with pytest.raises(Refused, match="wrote or changed"):
        newsroom.act(people.editor, Action.APPROVE, dispatch)


def test_nobody_writes_in_a_spiked_dispatch(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    newsroom.act(people.editor, Action.SPIKE, dispatch, note="Overtaken by events.")
    with pytest.raises(Refused, match="spiked"):
        save(newsroom, people.editor, dispatch, body="It poured.")


def test_a_published_story_stays_as_it_is(newsroom: Newsroom) -> None:
    dispatch, people = approved(newsroom)
    publisher = newsroom.person("Petra Hill", Role.PUBLISHER)
    newsroom.act(publisher, Action.PUBLISH, dispatch)
    with pytest.raises(Refused, match="stays as it was published"):
        save(newsroom, people.editor, dispatch, body="It did not rain.")
    assert text(newsroom, dispatch) == "It rained."


def test_only_the_desks_writers_write(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    with pytest.raises(Refused, match="role of correspondent or editor"):
        save(newsroom, people.checker, dispatch, body="It poured.")
    with pytest.raises(NotThere):
        save(newsroom, people.stranger, dispatch, body="It poured.")
    assert text(newsroom, dispatch) == "It rained."


def test_a_draft_moves_freely_among_its_authors_desks(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    until = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)
    placing = Placing(newsroom.desk(), until, "Asia/Baku")
    save(newsroom, people.author, dispatch, placing=placing)
    assert newsroom.get(dispatch).embargo_at == until
    with pytest.raises(Refused, match="Choose a desk"):
        save(newsroom, people.author, dispatch, placing=Placing(newsroom.desk("Sports")))


def test_after_filing_a_new_embargo_is_an_act_of_an_editor_and_voids(newsroom: Newsroom) -> None:
    dispatch, people = approved(newsroom)
    placing = Placing(newsroom.desk(), newsroom.time + timedelta(days=1), "UTC")
    with pytest.raises(Refused, match="role of editor"):
        save(newsroom, people.author, dispatch, placing=placing)
    saved = save(newsroom, people.editor, dispatch, placing=placing)
    assert saved.voided
    assert "move" in newsroom.read().scalars(select(LogEntry.action)).all()


def test_desk_or_embargo_that_someone_else_changed_is_not_changed_back(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    newsroom.act(people.author, Action.FILE, dispatch)
    at, before = seen(newsroom, dispatch), typed(newsroom, dispatch).placing
    until = Placing(newsroom.desk(), newsroom.time + timedelta(days=1), "UTC")
    save(newsroom, people.editor, dispatch, placing=until)
    with pytest.raises(Stale, match="Eda Lund"):
        save(newsroom, people.editor, dispatch, at=at, placing=before)
    assert newsroom.get(dispatch).embargo_at is not None


def test_a_picture_that_is_not_here_is_refused(newsroom: Newsroom) -> None:
    people = People(newsroom)
    dispatch = newsroom.dispatch(people.author)
    with pytest.raises(InvalidDocument, match="never added"):
        save(newsroom, people.author, dispatch, body=f"![A quay](/pictures/{'a' * 64})")
    assert text(newsroom, dispatch) == "It rained."
