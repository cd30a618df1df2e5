"""Gates per desk on real databases: what must be passed, by whom, and for which text."""

import uuid
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from editorial.admin.commands.gates import switch_gates
from editorial.ledger.verify import verify
from editorial.models.approval import Approval
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_gate import DispatchGate, Stands
from editorial.models.gate_request import GateRequest
from editorial.models.log_entry import LogEntry
from editorial.models.override import Override
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.pipeline.gather import Situation, gather
from editorial.pipeline.matter import AtGate, Hour
from editorial.pipeline.refusal import Refused
from editorial.pipeline.write import copy_gates
from editorial.workflow.gates import Switch, When
from editorial.workflow.words import Action, Gate, Role, State
from tests.newsroom import Newsroom

LEGAL, SECOND = AtGate(Gate.LEGAL), AtGate(Gate.SECOND_EDITOR)
ALWAYS = Switch(When.ALWAYS)


class Cast:
    """The people of these tests, on a desk with both gates on."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.editor = room.person("Ana Peng", Role.EDITOR)
        self.second = room.person("Omar Dale", Role.EDITOR)
        self.lawyer = room.person("Lena Hoff", Role.LEGAL)
        self.chief = room.person("Ruth Okafor", Role.CHIEF)
        self.publisher = room.person("Tom Roe", Role.PUBLISHER)
        self.administrator = room.person("Ada Root", Role.ADMINISTRATOR)

    def switch(self, **gates: Switch) -> None:
        """Set gates of the desk by their names."""
        wanted = {Gate(name): switch for name, switch in gates.items()}
        with saving() as session:
            actor = session.get_one(Person, self.administrator.id)
            switch_gates(session, actor, self.room.desk(), wanted, self.room.time)

    def in_review(self) -> uuid.UUID:
        """Filed and claimed."""
        dispatch = self.room.dispatch(self.author)
        self.room.act(self.author, Action.FILE, dispatch)
        self.room.act(self.editor, Action.CLAIM, dispatch)
        return dispatch

    def situation(self, dispatch: uuid.UUID) -> Situation:
        """As nobody in particular meets it."""
        return gather(self.room.read(), self.room.get(dispatch), None, self.room.time)

    def shut(self, dispatch: uuid.UUID) -> set[Gate]:
        """What the lists show, which has to be what the rules see."""
        rows = self.room.read().scalars(
            select(DispatchGate).where(DispatchGate.dispatch_id == dispatch)
        )
        noted = {row.gate: row.stands for row in rows}
        if self.room.get(dispatch).state in (State.FILED, State.IN_REVIEW, State.APPROVED):
            gates = self.situation(dispatch).gates
            assert noted == {one.gate: one.stands for one in gates if one.why is not None}
        return {gate for gate, stands in noted.items() if stands is Stands.SHUT}


@pytest.fixture
def cast(newsroom: Newsroom) -> Cast:
    return Cast(newsroom)


def test_it_is_approved_only_once_all_its_gates_are_passed(newsroom: Newsroom, cast: Cast) -> None:
    cast.switch(second_editor=ALWAYS, legal=ALWAYS)
    dispatch = cast.in_review()
    assert cast.shut(dispatch) == {Gate.SECOND_EDITOR, Gate.LEGAL}
    with pytest.raises(Refused, match="legal gate is not passed"):
        newsroom.act(cast.editor, Action.APPROVE, dispatch)
    newsroom.act(cast.lawyer, Action.PASS_GATE, dispatch, matter=LEGAL)
    with pytest.raises(Refused, match="second editor gate is not passed"):
        newsroom.act(cast.editor, Action.APPROVE, dispatch)
    newsroom.act(cast.second, Action.PASS_GATE, dispatch, matter=SECOND)
    assert cast.shut(dispatch) == set()
    with pytest.raises(Refused, match="another editor has to approve"):
        newsroom.act(cast.second, Action.APPROVE, dispatch)
    newsroom.act(cast.editor, Action.APPROVE, dispatch)
    newsroom.act(cast.publisher, Action.PUBLISH, dispatch)
    assert newsroom.get(dispatch).state is State.DONE
    assert verify(newsroom.read()).fault is None


def test_who_may_not_pass_a_gate(newsroom: Newsroom, cast: Cast) -> None:
    cast.switch(second_editor=ALWAYS, legal=ALWAYS)
    writing_lawyer = newsroom.person("Nia Holt", Role.LEGAL, Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(writing_lawyer)
    newsroom.act(writing_lawyer, Action.FILE, dispatch)
    for who, gate, why in (
        (writing_lawyer, LEGAL, "someone else"),
        (cast.editor, LEGAL, "Only legal"),
        (cast.chief, LEGAL, "Only legal"),
        (cast.lawyer, SECOND, "Only another editor or chief"),
        (cast.publisher, LEGAL, "need the role"),
        (cast.editor, AtGate(Gate.QUOTES), "nothing to override|settling each quote"),
    ):
        with pytest.raises(Refused, match=why):
            newsroom.act(who, Action.PASS_GATE, dispatch, matter=gate)
    assert newsroom.read().scalars(select(Approval)).all() == []


def test_passing_names_exactly_this_text_and_this_evidence(newsroom: Newsroom, cast: Cast) -> None:
    cast.switch(legal=ALWAYS)
    dispatch = cast.in_review()
    newsroom.act(cast.lawyer, Action.PASS_GATE, dispatch, matter=LEGAL)
    assert cast.shut(dispatch) == set()
    newsroom.attach(dispatch, cast.author, "MINISTER:  It rained.")
    assert cast.shut(dispatch) == {Gate.LEGAL}
    newsroom.act(cast.lawyer, Action.PASS_GATE, dispatch, matter=LEGAL)
    newsroom.write(dispatch, cast.second, "It rained hard.")
    newsroom.act(cast.second, Action.REVISE, dispatch)
    assert cast.shut(dispatch) == {Gate.LEGAL}
    with pytest.raises(Refused, match="legal gate"):
        newsroom.act(cast.editor, Action.APPROVE, dispatch)


def test_passing_a_gate_vouches_for_no_author(newsroom: Newsroom, cast: Cast) -> None:
    """Only the approval of the whole sets a new beginning for four eyes."""
    cast.switch(legal=ALWAYS)
    both = newsroom.person("Nia Holt", Role.CORRESPONDENT, Role.EDITOR)
    dispatch = newsroom.dispatch(both)
    newsroom.act(both, Action.FILE, dispatch)
    newsroom.act(cast.lawyer, Action.PASS_GATE, dispatch, matter=LEGAL)
    newsroom.write(dispatch, cast.author, "It rained, a little.")
    newsroom.act(cast.author, Action.FILE, dispatch)
    assert both.id in cast.situation(dispatch).authors


def test_publishing_weighs_the_gates_again(newsroom: Newsroom, cast: Cast) -> None:
    dispatch = cast.in_review()
    newsroom.act(cast.editor, Action.APPROVE, dispatch)
    cast.switch(legal=ALWAYS)
    assert cast.shut(dispatch) == {Gate.LEGAL}
    with pytest.raises(Refused, match="legal gate"):
        newsroom.act(cast.publisher, Action.PUBLISH, dispatch)
    hour = Hour(newsroom.time.replace(hour=23))
    with pytest.raises(Refused, match="legal gate"):
        newsroom.act(cast.publisher, Action.SCHEDULE, dispatch, matter=hour)
    newsroom.act(cast.lawyer, Action.PASS_GATE, dispatch, matter=LEGAL)
    newsroom.act(cast.publisher, Action.PUBLISH, dispatch)
    assert verify(newsroom.read()).fault is None


def test_an_override_passes_one_gate_for_one_text_and_is_read_again(
    newsroom: Newsroom, cast: Cast
) -> None:
    cast.switch(legal=ALWAYS)
    dispatch = cast.in_review()
    with pytest.raises(Refused, match="reason"):
        newsroom.act(cast.chief, Action.OVERRIDE, dispatch, matter=LEGAL)
    newsroom.act(cast.chief, Action.OVERRIDE, dispatch, note="She is on a plane.", matter=LEGAL)
    [override] = newsroom.read().scalars(select(Override)).all()
    assert (override.gate, override.quote_keys, override.read_at) == ("legal", [], None)
    assert cast.shut(dispatch) == set()
    newsroom.act(cast.second, Action.READ_OVERRIDE, dispatch)
    newsroom.act(cast.editor, Action.APPROVE, dispatch)
    newsroom.act(cast.editor, Action.UNAPPROVE, dispatch, note="One more look.")
    newsroom.attach(dispatch, cast.author, "MINISTER:  It rained.")
    assert cast.shut(dispatch) == {Gate.LEGAL}
    assert verify(newsroom.read()).fault is None


def test_an_editors_hand_shuts_the_legal_gate_for_every_later_text(
    newsroom: Newsroom, cast: Cast
) -> None:
    dispatch = cast.in_review()
    with pytest.raises(Refused, match="switched off"):
        newsroom.act(cast.editor, Action.ASK_GATE, dispatch, note="A name.", matter=LEGAL)
    cast.switch(legal=Switch(When.SOME))
    assert cast.shut(dispatch) == set()
    newsroom.act(cast.editor, Action.ASK_GATE, dispatch, note="A name.", matter=LEGAL)
    assert cast.shut(dispatch) == {Gate.LEGAL}
    with pytest.raises(Refused, match="A colleague asked"):
        newsroom.act(cast.second, Action.UNASK_GATE, dispatch, note="No need.", matter=LEGAL)
    cast.switch(legal=Switch())
    assert cast.shut(dispatch) == {Gate.LEGAL}
    newsroom.act(cast.editor, Action.UNASK_GATE, dispatch, note="It is gone.", matter=LEGAL)
    assert cast.shut(dispatch) == set()
    [request] = newsroom.read().scalars(select(GateRequest)).all()
    assert request.withdrawn_by == cast.editor.id


def test_a_keyword_or_a_language_shuts_it(newsroom: Newsroom, cast: Cast) -> None:
    cast.switch(legal=Switch(When.SOME, ("ru",), ("rained",)))
    dispatch = cast.in_review()
    assert cast.shut(dispatch) == {Gate.LEGAL}
    cast.switch(legal=Switch(When.SOME, ("ru",), ("Courts",)))
    assert cast.shut(dispatch) == set()
    with saving() as session:
        row = session.get_one(Dispatch, dispatch)
        row.keywords = ["courts"]
        session.flush()
        copy_gates(session, row, newsroom.time)
    assert cast.shut(dispatch) == {Gate.LEGAL}


def test_taking_back_what_was_passed_takes_the_approval_with_it(
    newsroom: Newsroom, cast: Cast
) -> None:
    cast.switch(legal=ALWAYS)
    dispatch = cast.in_review()
    newsroom.act(cast.lawyer, Action.PASS_GATE, dispatch, matter=LEGAL)
    newsroom.act(cast.editor, Action.APPROVE, dispatch)
    other = newsroom.person("Kim Lau", Role.LEGAL)
    with pytest.raises(Refused, match="Only who passed"):
        newsroom.act(other, Action.UNPASS_GATE, dispatch, note="No.", matter=LEGAL)
    newsroom.act(cast.lawyer, Action.UNPASS_GATE, dispatch, note="I misread it.", matter=LEGAL)
    assert newsroom.get(dispatch).state is State.FILED
    assert cast.shut(dispatch) == {Gate.LEGAL}
    assert verify(newsroom.read()).fault is None


def test_a_gate_taken_back_says_so_of_the_hour_that_it_takes(
    newsroom: Newsroom, cast: Cast
) -> None:
    cast.switch(legal=ALWAYS)
    dispatch = cast.in_review()
    newsroom.act(cast.lawyer, Action.PASS_GATE, dispatch, matter=LEGAL)
    newsroom.act(cast.editor, Action.APPROVE, dispatch)
    hour = Hour(newsroom.time + timedelta(days=1))
    newsroom.act(cast.publisher, Action.SCHEDULE, dispatch, matter=hour)
    newsroom.act(cast.lawyer, Action.UNPASS_GATE, dispatch, note="I misread it.", matter=LEGAL)
    because = newsroom.get(dispatch).missed_because
    assert because == "Its approval is void: a gate that it rested on was taken back."


def test_a_switch_stands_in_the_log_and_is_set_once(newsroom: Newsroom, cast: Cast) -> None:
    for _ in range(2):
        cast.switch(legal=Switch(When.SOME, ("ru",), ("libel",)))
    [entry] = newsroom.read().scalars(select(LogEntry)).all()
    assert entry.action == "change_setting"
    assert b"legal gate of Politics" in entry.body
    assert b"when an editor asks; language ru; keyword libel" in entry.body
    assert newsroom.read().scalar(select(func.count()).select_from(DispatchGate)) == 0
