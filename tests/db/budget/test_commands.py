"""Assigning, answering, beginning: who may, and what it leaves behind."""

import uuid
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from editorial.budget import commands
from editorial.budget.commands import Plan
from editorial.budget.queries import DeskDay, budget
from editorial.document.content import Content
from editorial.models.assignment import Answer, Assignment
from editorial.models.dispatch import Dispatch
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.assignments import asked_of
from editorial.pipeline.refusal import NotThere, Refused, Stale
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom


class Desk:
    """Ana assigns, Mira and Teo write, Ilse checks; Sam is of another desk."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.ana = room.person("Ana Peng", Role.EDITOR)
        self.mira = room.person("Mira Sol", Role.CORRESPONDENT)
        self.teo = room.person("Teo Varga", Role.CORRESPONDENT)
        self.ilse = room.person("Ilse Brandt", Role.CHECKER)
        self.sam = room.person("Sam Low", Role.EDITOR, desk="Sport")

    def plan(self, hours: float = 3, who: Person | None = None, **more: str) -> Plan:
        return Plan(
            slugline="bridge-opens",
            what="Bridge opens to traffic",
            due_at=self.room.time + timedelta(hours=hours),
            person_id=None if who is None else who.id,
            place=more.get("place", "PORT VESNA"),
            brief=more.get("brief", "Ask what it cost."),
            urgency=3,
        )

    def assign(
        self, by: Person | None = None, operation: uuid.UUID | None = None, **plan: object
    ) -> uuid.UUID:
        with saving() as session:
            actor = session.get_one(Person, (by or self.ana).id)
            wanted = self.plan(**plan)  # type: ignore[arg-type]  # fields by name
            desk, now = self.room.desk(), self.room.time
            return commands.assign(session, actor, desk, wanted, now, operation).id

    def answer(
        self,
        by: Person,
        key: uuid.UUID,
        said: Answer,
        reason: str = "",
        version: int | None = None,
        operation: uuid.UUID | None = None,
    ) -> None:
        with saving() as session:
            actor, now = session.get_one(Person, by.id), self.room.time
            commands.answer(session, actor, key, said, reason, now, version, operation)

    def cancel(self, key: uuid.UUID) -> None:
        with saving() as session:
            actor = session.get_one(Person, self.ana.id)
            commands.cancel(session, actor, key, True, self.room.time)

    def change(self, key: uuid.UUID, plan: Plan, version: int | None = None) -> None:
        with saving() as session:
            actor = session.get_one(Person, self.ana.id)
            commands.change(session, actor, key, plan, version, self.room.time)

    def begin(self, by: Person, key: uuid.UUID) -> uuid.UUID:
        with saving() as session:
            actor = session.get_one(Person, by.id)
            return commands.begin(session, actor, key, self.room.time).id

    def get(self, key: uuid.UUID) -> Assignment:
        return self.room.read().get_one(Assignment, key)

    def day(self, days: int = 0) -> DeskDay:
        session = self.room.read()
        person = session.get_one(Person, self.ana.id)
        day = (self.room.time + timedelta(days=days)).date()
        [found] = budget(session, person, None, day, ZoneInfo("UTC"), self.room.time)
        return found


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    return Desk(newsroom)


def test_an_editor_assigns_and_others_do_not(desk: Desk) -> None:
    desk.assign(who=desk.mira)
    with pytest.raises(Refused, match="editor or chief"):
        desk.assign(by=desk.mira)
    with pytest.raises(NotThere):
        desk.assign(by=desk.sam)


@pytest.mark.parametrize("who", ["ilse", "sam"])
def test_only_those_who_write_on_the_desk_are_asked(desk: Desk, who: str) -> None:
    with pytest.raises(Refused, match="writes on this desk"):
        desk.assign(who=getattr(desk, who))


def test_who_was_asked_accepts_or_declines_with_a_reason(desk: Desk) -> None:
    key = desk.assign(who=desk.mira)
    with pytest.raises(Refused, match="who was asked"):
        desk.answer(desk.teo, key, Answer.ACCEPTED)
    desk.answer(desk.mira, key, Answer.ACCEPTED)
    assert desk.get(key).answer is Answer.ACCEPTED
    with pytest.raises(Refused, match="Write why"):
        desk.answer(desk.mira, key, Answer.DECLINED, " ")
    desk.answer(desk.mira, key, Answer.DECLINED, "I am on the island.")
    assert desk.get(key).reason == "I am on the island."


def test_what_is_planned_otherwise_or_no_more_is_not_answered_from_an_old_page(desk: Desk) -> None:
    key = desk.assign(who=desk.mira)
    version = desk.get(key).version
    desk.change(key, desk.plan(hours=9, who=desk.mira))
    with pytest.raises(Stale, match="as it is now"):
        desk.answer(desk.mira, key, Answer.ACCEPTED, version=version)
    desk.cancel(key)
    with pytest.raises(Refused, match="planned no more"):
        desk.answer(desk.mira, key, Answer.ACCEPTED)
    assert desk.get(key).answer is Answer.OPEN


def test_what_is_sent_twice_is_planned_and_answered_once(desk: Desk) -> None:
    operation = uuid.uuid4()
    keys = {desk.assign(who=desk.mira, operation=operation) for _ in range(2)}
    assert len(keys) == 1
    # The same page with another plan is another assignment.
    assert desk.assign(hours=5, operation=operation) not in keys
    [key] = keys
    version = desk.get(key).version
    for _ in range(2):
        desk.answer(desk.mira, key, Answer.ACCEPTED, version=version, operation=operation)
    assert desk.get(key).version == version + 1


def test_who_is_newly_asked_answers_anew(desk: Desk) -> None:
    key = desk.assign(who=desk.mira)
    desk.answer(desk.mira, key, Answer.DECLINED, "I am on the island.")
    desk.change(key, desk.plan(who=desk.teo))
    assert (desk.get(key).answer, desk.get(key).reason) == (Answer.OPEN, "")


def test_an_old_page_changes_nothing(desk: Desk) -> None:
    key = desk.assign(who=desk.mira)
    version = desk.get(key).version
    desk.answer(desk.mira, key, Answer.ACCEPTED)
    with pytest.raises(Stale):
        desk.change(key, desk.plan(), version)


def test_an_assignment_turns_into_a_dispatch_with_its_fields_filled(desk: Desk) -> None:
    key = desk.assign(who=desk.mira)
    dispatch = desk.room.get(desk.begin(desk.mira, key))
    assignment = desk.get(key)
    assert (dispatch.slugline, dispatch.headline, dispatch.urgency, dispatch.ednote) == (
        "bridge-opens",
        "Bridge opens to traffic",
        3,
        "Ask what it cost.",
    )
    assert dispatch.deadline_at == assignment.due_at
    assert (dispatch.created_by, dispatch.state) == (desk.mira.id, State.DRAFT)
    copy = desk.room.read().get_one(WorkingCopy, dispatch.id)
    content = Content.from_json(copy.content)
    assert (content.dateline_place, content.byline) == ("PORT VESNA", "Mira Sol")
    assert assignment.answer is Answer.ACCEPTED
    assert desk.begin(desk.mira, key) == dispatch.id


def test_nobody_begins_what_was_asked_of_another(desk: Desk) -> None:
    key = desk.assign(who=desk.mira)
    with pytest.raises(Refused, match="Someone else"):
        desk.begin(desk.teo, key)
    with pytest.raises(Refused, match="correspondent or editor"):
        desk.begin(desk.ilse, key)
    with pytest.raises(NotThere):
        desk.begin(desk.sam, key)
    assert desk.begin(desk.teo, desk.assign()) is not None


def test_what_is_planned_no_more_is_not_begun_and_can_be_planned_again(desk: Desk) -> None:
    key = desk.assign(who=desk.mira)
    with saving() as session:
        actor = session.get_one(Person, desk.ana.id)
        commands.cancel(session, actor, key, True, desk.room.time)
    with pytest.raises(Refused, match="no more"):
        desk.begin(desk.mira, key)
    assert not desk.day().planned
    with saving() as session:
        actor = session.get_one(Person, desk.ana.id)
        commands.cancel(session, actor, key, False, desk.room.time)
    assert [row.id for row in desk.day().planned] == [key]


def test_a_later_hour_is_the_dispatch_s_new_deadline_unless_it_has_its_own(desk: Desk) -> None:
    key = desk.assign(who=desk.mira)
    dispatch = desk.begin(desk.mira, key)
    desk.change(key, desk.plan(5, who=desk.mira))
    assert desk.room.get(dispatch).deadline_at == desk.room.time + timedelta(hours=5)
    with saving() as session:
        session.get_one(Dispatch, dispatch).deadline_at = desk.room.time
    desk.change(key, desk.plan(7, who=desk.mira))
    assert desk.room.get(dispatch).deadline_at == desk.room.time


def test_the_day_shows_what_is_planned_overdue_and_at_hand(desk: Desk) -> None:
    key = desk.assign(who=desk.mira)
    tomorrow = desk.assign(hours=24)
    other = desk.room.dispatch(desk.teo)
    desk.room.act(desk.teo, Action.FILE, other)
    day = desk.day()
    assert [row.id for row in day.planned] == [key]
    assert [row.id for row in day.at_hand] == [other]
    assert [row.id for row in desk.day(1).planned] == [tomorrow]
    desk.room.later(hours=4)
    assert [row.id for row in desk.day().overdue] == [key]
    desk.room.later(hours=21)
    assert {row.id for row in desk.day().overdue} == {key, tomorrow}
    dispatch = desk.begin(desk.mira, key)
    assert {row.id for row in desk.day().overdue} == {key, tomorrow}
    desk.room.write(dispatch, desk.mira, "It rained.")
    desk.room.act(desk.mira, Action.FILE, dispatch)
    assert [row.id for row in desk.day().overdue] == [tomorrow]


def test_one_s_own_list_holds_what_is_not_filed_yet(desk: Desk) -> None:
    key = desk.assign(who=desk.mira)
    declined = desk.assign(who=desk.mira)
    desk.answer(desk.mira, declined, Answer.DECLINED, "No time.")
    session = desk.room.read()
    mira = session.get_one(Person, desk.mira.id)
    assert [row.id for row in asked_of(session, mira, desk.room.time)] == [key]
