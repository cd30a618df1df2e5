"""The pipeline on real databases: who may do what, and what an act leaves behind."""

import json
import threading
import uuid

import pytest
from sqlalchemy import func, select

from editorial.ledger.verify import verify
from editorial.models.approval import Approval, VoidReason
from editorial.models.database import db
from editorial.models.log_entry import LogEntry
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.models.source import SourceKind, Terms
from editorial.pipeline.gather import Situation, gather
from editorial.pipeline.matter import Hour, OldSource, Placement, TakingBack, Vouching
from editorial.pipeline.refusal import NotThere, Refused, Stale
from editorial.workflow.words import Action, Live, Role, SettlementKind, State
from tests.newsroom import Newsroom

RECORD = (
    "MINISTER AKAN:  We will rebuild the bridge before winter. The money is there.\n\n"
    "Q    Will the ferry run until then?\n\nMINISTER AKAN:  It will run every hour."
)
TRUE = '"We will rebuild the bridge before winter," Akan said.'
INVENTED = '"The contractor has already been paid in full by the ministry," Akan said.'


class Cast:
    """The people of these tests."""

    def __init__(self, room: Newsroom) -> None:
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.checker = room.person("Ilse Brandt", Role.CHECKER)
        self.editor = room.person("Ana Peng", Role.EDITOR)
        self.second = room.person("Omar Dale", Role.EDITOR)
        self.publisher = room.person("Tom Roe", Role.PUBLISHER)


@pytest.fixture
def cast(newsroom: Newsroom) -> Cast:
    return Cast(newsroom)


def in_review(room: Newsroom, cast: Cast, story: str = TRUE) -> uuid.UUID:
    dispatch = room.dispatch(cast.author, story)
    room.attach(dispatch, cast.author, RECORD)
    room.act(cast.author, Action.FILE, dispatch)
    room.act(cast.editor, Action.CLAIM, dispatch)
    return dispatch


def approved(room: Newsroom, cast: Cast) -> uuid.UUID:
    dispatch = in_review(room, cast)
    room.act(cast.editor, Action.APPROVE, dispatch)
    return dispatch


def situation(room: Newsroom, dispatch: uuid.UUID) -> Situation:
    return gather(room.read(), room.get(dispatch), None, room.time)


def test_a_dispatch_goes_from_draft_to_readers(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = approved(newsroom, cast)
    newsroom.act(cast.publisher, Action.PUBLISH, dispatch)
    row = newsroom.get(dispatch)
    assert (row.state, row.live) == (State.DONE, Live.REVISION)
    publication = newsroom.read().scalars(select(Publication)).one()
    assert publication.quotes["verbatim"] == publication.quotes["total"] == 1
    assert publication.address == f"rain-over-the-capital-{dispatch.hex[:8]}"
    assert verify(newsroom.read()).fault is None


def test_an_entry_tells_who_what_and_which_text(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = approved(newsroom, cast)
    row = newsroom.read().scalars(select(LogEntry).order_by(LogEntry.sequence.desc())).first()
    assert row is not None
    said = json.loads(row.body)
    revision = newsroom.read().scalars(select(Revision)).one()
    approval = newsroom.read().scalars(select(Approval)).one()
    assert said["action"] == "approve"
    assert said["actor"] == {"id": str(cast.editor.id), "name": "Ana Peng", "role": "editor"}
    assert said["revision"] == {"number": 1, "digest": revision.digest}
    assert said["evidence"] == approval.evidence_digest
    assert (said["from"], said["to"]) == ("in_review", "approved")
    assert said["dispatch"] == str(dispatch)


def test_a_filing_names_its_authors(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = newsroom.dispatch(cast.author)
    newsroom.write(dispatch, cast.editor, "It rained hard.")
    newsroom.act(cast.author, Action.FILE, dispatch)
    said = json.loads(newsroom.read().scalars(select(LogEntry)).one().body)
    assert said["details"]["authors"] == sorted([str(cast.author.id), str(cast.editor.id)])


def test_nobody_approves_their_own_words(newsroom: Newsroom) -> None:
    both = newsroom.person("Mira Sol", Role.CORRESPONDENT, Role.EDITOR)
    dispatch = newsroom.dispatch(both)
    newsroom.act(both, Action.FILE, dispatch)
    newsroom.act(both, Action.CLAIM, dispatch)
    with pytest.raises(Refused, match="someone else"):
        newsroom.act(both, Action.APPROVE, dispatch)


def test_an_editor_who_corrects_becomes_an_author(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast)
    newsroom.write(dispatch, cast.editor, TRUE + " It was Monday.")
    newsroom.act(cast.editor, Action.REVISE, dispatch)
    with pytest.raises(Refused, match="someone else"):
        newsroom.act(cast.editor, Action.APPROVE, dispatch)
    newsroom.act(cast.second, Action.APPROVE, dispatch)
    assert newsroom.get(dispatch).state is State.APPROVED


def test_who_was_refused_may_not_approve_after_an_approval_was_taken_back(
    newsroom: Newsroom, cast: Cast
) -> None:
    both = newsroom.person("Nia Holt", Role.CORRESPONDENT, Role.EDITOR)
    dispatch = newsroom.dispatch(both)
    newsroom.act(both, Action.FILE, dispatch)
    newsroom.act(cast.editor, Action.CLAIM, dispatch)
    newsroom.act(cast.editor, Action.APPROVE, dispatch)
    newsroom.act(cast.editor, Action.UNAPPROVE, dispatch, note="not sure any more")
    newsroom.write(dispatch, cast.author, "It rained, a little.")
    newsroom.act(cast.author, Action.FILE, dispatch)
    newsroom.act(both, Action.CLAIM, dispatch)
    with pytest.raises(Refused, match="someone else"):
        newsroom.act(both, Action.APPROVE, dispatch)


def test_an_open_quote_keeps_the_gate_shut(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast, TRUE + "\n\n" + INVENTED)
    assert newsroom.get(dispatch).open_quotes == 1
    with pytest.raises(Refused, match="1 quote is still open"):
        newsroom.act(cast.editor, Action.APPROVE, dispatch)


def test_a_settlement_opens_the_gate_and_its_withdrawal_shuts_it(
    newsroom: Newsroom, cast: Cast
) -> None:
    dispatch = in_review(newsroom, cast, INVENTED)
    [quote] = situation(newsroom, dispatch).evidence.open_quotes
    called = newsroom.time
    vouching = Vouching(quote.key, SettlementKind.CALL_BACK, "his office", called)
    newsroom.act(cast.checker, Action.SETTLE, dispatch, note="confirmed", matter=vouching)
    newsroom.act(cast.editor, Action.APPROVE, dispatch)
    settlement = situation(newsroom, dispatch).evidence.quotes[0].settlement
    assert settlement is not None
    newsroom.act(
        cast.checker,
        Action.UNSETTLE,
        dispatch,
        note="he denies it",
        matter=TakingBack(settlement.id),
    )
    row = newsroom.get(dispatch)
    assert (row.state, row.open_quotes) == (State.FILED, 1)
    approval = newsroom.read().scalars(select(Approval)).one()
    assert approval.void_reason is VoidReason.EVIDENCE


def test_a_settlement_is_about_exact_words(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast, INVENTED)
    [quote] = situation(newsroom, dispatch).evidence.open_quotes
    vouching = Vouching(quote.key, SettlementKind.HEARD)
    newsroom.act(cast.checker, Action.SETTLE, dispatch, note="I was there", matter=vouching)
    newsroom.write(dispatch, cast.editor, INVENTED + " He left.")
    newsroom.act(cast.editor, Action.REVISE, dispatch)
    assert newsroom.get(dispatch).open_quotes == 0
    newsroom.write(dispatch, cast.editor, INVENTED.replace("in full", "in part") + " He left.")
    newsroom.act(cast.editor, Action.REVISE, dispatch)
    assert newsroom.get(dispatch).open_quotes == 1


def test_an_author_settles_only_what_the_record_does_not_hold(
    newsroom: Newsroom, cast: Cast
) -> None:
    changed = '"We will not rebuild the bridge before winter," Akan said.'
    dispatch = in_review(newsroom, cast, changed + "\n\n" + INVENTED)
    quotes = {q.finding.verdict: q for q in situation(newsroom, dispatch).evidence.open_quotes}
    heard = Vouching(quotes["not_found"].key, SettlementKind.HEARD)
    newsroom.act(cast.author, Action.SETTLE, dispatch, note="I heard it", matter=heard)
    errs = Vouching(quotes["meaning_changed"].key, SettlementKind.RECORD_ERRS)
    with pytest.raises(Refused, match="did not write"):
        newsroom.act(cast.author, Action.SETTLE, dispatch, note="the record errs", matter=errs)
    newsroom.act(cast.checker, Action.SETTLE, dispatch, note="the tape has it", matter=errs)
    assert newsroom.get(dispatch).open_quotes == 0


def test_words_not_on_the_record_can_only_be_overridden(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = newsroom.dispatch(cast.author, TRUE)
    newsroom.attach(dispatch, cast.author, RECORD, terms=Terms.BACKGROUND)
    newsroom.act(cast.author, Action.FILE, dispatch)
    [quote] = situation(newsroom, dispatch).evidence.open_quotes
    vouching = Vouching(quote.key, SettlementKind.HEARD)
    with pytest.raises(Refused, match="override"):
        newsroom.act(cast.checker, Action.SETTLE, dispatch, note="I heard it", matter=vouching)
    newsroom.act(cast.publisher, Action.OVERRIDE, dispatch, note="he agreed to be named")
    assert newsroom.get(dispatch).open_quotes == 0


def test_another_outlets_report_leaves_a_quote_open(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = newsroom.dispatch(cast.author, TRUE)
    newsroom.attach(dispatch, cast.author, RECORD, kind=SourceKind.REPORT)
    newsroom.act(cast.author, Action.FILE, dispatch)
    assert newsroom.get(dispatch).open_quotes == 1


def test_an_override_passes_one_text_and_waits_for_a_second_reading(
    newsroom: Newsroom, cast: Cast
) -> None:
    dispatch = in_review(newsroom, cast, INVENTED)
    with pytest.raises(Refused, match="reason"):
        newsroom.act(cast.publisher, Action.OVERRIDE, dispatch)
    newsroom.act(cast.publisher, Action.OVERRIDE, dispatch, note="the tape follows")
    newsroom.act(cast.editor, Action.APPROVE, dispatch)
    newsroom.act(cast.publisher, Action.PUBLISH, dispatch)
    assert situation(newsroom, dispatch).facts.unread_override
    newsroom.act(cast.second, Action.READ_OVERRIDE, dispatch)
    assert not situation(newsroom, dispatch).facts.unread_override


def test_an_override_does_not_outlive_its_text(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast, INVENTED)
    newsroom.act(cast.publisher, Action.OVERRIDE, dispatch, note="the tape follows")
    newsroom.write(dispatch, cast.editor, INVENTED + " He left.")
    newsroom.act(cast.editor, Action.REVISE, dispatch)
    assert newsroom.get(dispatch).open_quotes == 1


def test_a_new_source_voids_the_approval(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = approved(newsroom, cast)
    newsroom.attach(dispatch, cast.author, "Another page.")
    assert newsroom.get(dispatch).state is State.FILED
    actions = newsroom.read().scalars(select(LogEntry.action).order_by(LogEntry.sequence)).all()
    assert actions[-2:] == ["attach", "void"]


def test_a_detached_source_no_longer_bears_a_quote_out(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast)
    [source] = situation(newsroom, dispatch).evidence.sources
    newsroom.act(
        cast.editor, Action.DETACH, dispatch, note="wrong event", matter=OldSource(source.id)
    )
    assert newsroom.get(dispatch).open_quotes == 1


def test_a_changed_embargo_voids_the_approval(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = approved(newsroom, cast)
    placement = Placement(newsroom.desk(), newsroom.later(hours=3), "Europe/Brussels")
    newsroom.later(hours=-3)
    newsroom.act(cast.editor, Action.MOVE, dispatch, matter=placement)
    assert newsroom.get(dispatch).state is State.FILED


def test_an_embargo_holds_until_its_instant(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast)
    until = newsroom.later(hours=2)
    newsroom.later(hours=-2)
    newsroom.act(
        cast.editor, Action.MOVE, dispatch, matter=Placement(newsroom.desk(), until, "UTC")
    )
    newsroom.act(cast.editor, Action.APPROVE, dispatch)
    newsroom.time = until.replace(microsecond=0)
    newsroom.later(seconds=-1)
    with pytest.raises(Refused, match="embargo"):
        newsroom.act(cast.publisher, Action.PUBLISH, dispatch)
    newsroom.later(seconds=1)
    newsroom.act(cast.publisher, Action.PUBLISH, dispatch)


def test_a_schedule_needs_an_hour_ahead(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = approved(newsroom, cast)
    with pytest.raises(Refused, match="ahead"):
        newsroom.act(cast.publisher, Action.SCHEDULE, dispatch, matter=Hour(newsroom.time))
    hour = newsroom.later(hours=1)
    newsroom.later(hours=-1)
    newsroom.act(cast.publisher, Action.SCHEDULE, dispatch, matter=Hour(hour))
    assert newsroom.get(dispatch).publish_at == hour


def test_what_is_sent_twice_happens_once(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast)
    operation = uuid.uuid4()
    first = newsroom.act(cast.editor, Action.APPROVE, dispatch, operation=operation)
    again = newsroom.act(cast.editor, Action.APPROVE, dispatch, operation=operation)
    assert again.repeated
    assert (again.sequence, again.state) == (first.sequence, first.state)
    count = select(func.count()).where(LogEntry.action == "approve").select_from(LogEntry)
    assert newsroom.read().scalar(count) == 1


def test_an_operation_of_someone_else_is_refused(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast)
    operation = uuid.uuid4()
    newsroom.act(cast.editor, Action.APPROVE, dispatch, operation=operation)
    with pytest.raises(Refused, match="already used"):
        newsroom.act(cast.second, Action.APPROVE, dispatch, operation=operation)


def test_an_old_page_is_told_who_moved_the_dispatch(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast)
    version = newsroom.get(dispatch).version
    newsroom.act(cast.editor, Action.APPROVE, dispatch, version=version)
    with pytest.raises(Stale, match=r"Ana Peng \(editor\) approved"):
        newsroom.act(cast.second, Action.APPROVE, dispatch, version=version)


def test_two_editors_at_once_one_wins(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast)
    version = newsroom.get(dispatch).version
    start = threading.Barrier(2)
    ended: list[str] = []

    def approve(person_index: int) -> None:
        person = (cast.editor, cast.second)[person_index]
        with newsroom.app.app_context():
            start.wait()
            try:
                newsroom.act(person, Action.APPROVE, dispatch, version=version)
                ended.append("won")
            except Stale:
                ended.append("told")
            finally:
                db.session.remove()

    threads = [threading.Thread(target=approve, args=(index,)) for index in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ended) == ["told", "won"]
    assert verify(newsroom.read()).fault is None


def test_a_stranger_finds_nothing(newsroom: Newsroom, cast: Cast) -> None:
    stranger = newsroom.person("Uma Gray", Role.EDITOR, Role.PUBLISHER, desk="Sport")
    administrator = newsroom.person("Ada Root", Role.ADMINISTRATOR)
    dispatch = in_review(newsroom, cast)
    for person in (stranger, administrator):
        with pytest.raises(NotThere):
            newsroom.act(person, Action.APPROVE, dispatch)
    with pytest.raises(NotThere):
        newsroom.act(cast.editor, Action.APPROVE, uuid.uuid4())


def test_a_spiked_dispatch_comes_back_to_the_desk(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = approved(newsroom, cast)
    newsroom.act(cast.editor, Action.SPIKE, dispatch, note="overtaken by events")
    newsroom.act(cast.editor, Action.UNSPIKE, dispatch)
    assert newsroom.get(dispatch).state is State.FILED
    approval = newsroom.read().scalars(select(Approval)).one()
    assert approval.void_reason is VoidReason.SPIKED


def test_a_refused_act_leaves_nothing_behind(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = in_review(newsroom, cast, INVENTED)
    before = newsroom.get(dispatch).version
    operation = uuid.uuid4()
    with pytest.raises(Refused):
        newsroom.act(cast.editor, Action.APPROVE, dispatch, operation=operation)
    assert newsroom.get(dispatch).version == before
    newsroom.act(cast.publisher, Action.OVERRIDE, dispatch, note="the tape follows")
    outcome = newsroom.act(cast.editor, Action.APPROVE, dispatch, operation=operation)
    assert not outcome.repeated


def test_a_filing_keeps_the_authors_own_time(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = newsroom.dispatch(cast.author)
    written = newsroom.time
    newsroom.later(hours=7)
    newsroom.act(cast.author, Action.FILE, dispatch, filed_at=written)
    revision = newsroom.read().scalars(select(Revision)).one()
    assert (revision.filed_at, revision.frozen_at) == (written, newsroom.time)


def test_what_filing_requires_is_named(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = newsroom.dispatch(cast.author, byline="", headline="")
    with pytest.raises(Refused, match="a headline, a byline"):
        newsroom.act(cast.author, Action.FILE, dispatch)
