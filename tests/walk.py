"""A newsroom in which random people do random things, and what may never come of it.

What must hold is worked out here from what was done, by other means than the product's own: who
typed what, which acts went through, and what their entries say.
"""

import json
import uuid
from collections import Counter
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlalchemy import select

from editorial.document.content import Content
from editorial.models.desk_gate import DeskGate
from editorial.models.dispatch import Dispatch
from editorial.models.grant import Grant
from editorial.models.log_entry import LogEntry, LogHead
from editorial.models.person import Person
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.models.saving import saving
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.gather import gather
from editorial.pipeline.perform import load
from editorial.pipeline.refusal import NotThere, Refused, Stale
from editorial.pipeline.write import write
from editorial.workflow.gates import When
from editorial.workflow.steps import STEPS
from editorial.workflow.words import Action, Gate, Role, State
from tests.newsroom import Newsroom
from tests.walk_matters import DESKS, MATTERS, Here, nothing
from tests.walk_story import ENDS, Done, Story

TWO_EDITORS, LAWYERS, PLAIN = DESKS
# Several hats on one head, as in small houses: four eyes must hold all the same.
CAST: dict[str, tuple[Role, ...]] = {
    "Mira Sol": (Role.CORRESPONDENT,),
    "Ana Peng": (Role.CORRESPONDENT, Role.EDITOR, Role.PUBLISHER),
    "Omar Dale": (Role.EDITOR, Role.CHIEF, Role.PUBLISHER),
    "Luc Abel": (Role.EDITOR, Role.LEGAL, Role.CORRESPONDENT),
    "Ilse Korn": (Role.CHECKER,),
}
TEXTS = (
    "It rained all night.",
    "It rained all day.",
    "“We will not raise taxes,” Akan said.",
    "“We will raise taxes tomorrow,” Akan said.",
    "The court met.",
)
# The act that usually comes next, so that a walk gets somewhere.
USUAL: dict[State, tuple[Action, ...]] = {
    State.DRAFT: (Action.FILE,),
    State.RETURNED: (Action.FILE,),
    State.FILED: (Action.CLAIM, Action.OVERRIDE),
    State.IN_REVIEW: (Action.APPROVE, Action.PASS_GATE, Action.SETTLE, Action.OVERRIDE),
    State.APPROVED: (Action.PUBLISH, Action.SCHEDULE),
    State.SCHEDULED: (Action.PUBLISH,),
    State.DONE: (Action.CORRECT, Action.UPDATE, Action.READ_OVERRIDE),
    State.SPIKED: (Action.UNSPIKE,),
}
WRITE = frozenset({Role.CORRESPONDENT, Role.EDITOR})
NEVER_BY_HAND = frozenset({Action.VOID, Action.HAND_OVER})


class Walk(RuleBasedStateMachine):
    """One dispatch at a time; the newsroom and its log stay."""

    room: Newsroom
    people: tuple[Person, ...]
    tally: Counter[str]
    steps: int = 0

    @classmethod
    def begin(cls, room: Newsroom) -> None:
        """People with the same roles on three desks, two of which have a gate of their own."""
        cls.room, cls.tally, cls.steps = room, Counter(), 0
        cls.people = tuple(room.person(name, *roles, desk=PLAIN) for name, roles in CAST.items())
        desks = [room.desk(name) for name in (TWO_EDITORS, LAWYERS)]
        with saving() as session:
            session.add_all(
                Grant(person_id=person.id, desk_id=desk, role=role, granted_at=room.time)
                for person, roles in zip(cls.people, CAST.values(), strict=True)
                for role in roles
                for desk in desks
            )
            session.add(_gate(room, TWO_EDITORS, Gate.SECOND_EDITOR, When.ALWAYS))
            session.add(_gate(room, LAWYERS, Gate.LEGAL, When.SOME, keywords=["court"]))

    @initialize(data=st.data())
    def begin_a_dispatch(self, data: st.DataObject) -> None:
        """Somebody begins to write."""
        author = data.draw(st.sampled_from([p for p in self.people if WRITE & _roles(p)]))
        desk, text = data.draw(st.sampled_from(DESKS)), data.draw(st.sampled_from(TEXTS))
        self.story = Story(self.room.dispatch(author, text, desk=desk), {author.id})

    @rule(data=st.data())
    def do_anything(self, data: st.DataObject) -> None:
        """Anybody tries anything."""
        person = data.draw(st.sampled_from(self.people))
        note = data.draw(st.sampled_from(("because", "  ")))
        self._try(data, data.draw(st.sampled_from(sorted(Action))), person, note)

    @rule(data=st.data())
    def do_something_fitting(self, data: st.DataObject) -> None:
        """Somebody who may tries what can be done in this state."""
        state = self.room.get(self.story.key).state
        rows = [step for step in STEPS if state in step.before and step.roles]
        step = data.draw(st.sampled_from(rows))
        self._try(data, step.action, self._one_who_may(data, step.action, state), "because")

    @rule(data=st.data())
    def go_on(self, data: st.DataObject) -> None:
        """Somebody who may does what usually comes next."""
        state = self.room.get(self.story.key).state
        action = data.draw(st.sampled_from(USUAL[state]))
        self._try(data, action, self._one_who_may(data, action, state), "because")

    @rule(data=st.data())
    def go_on_again(self, data: st.DataObject) -> None:
        """The same, so that it is drawn as often as all else."""
        self.go_on(data)

    @rule(data=st.data())
    def go_on_and_on(self, data: st.DataObject) -> None:
        """The same once more."""
        self.go_on(data)

    @rule(data=st.data())
    def type_something(self, data: st.DataObject) -> None:
        """Somebody changes the text, or tries to."""
        person = data.draw(st.sampled_from(self.people))
        content = self.room.content(data.draw(st.sampled_from(TEXTS)))
        size = self._size()
        with saving() as session:
            dispatch = load(session, self.story.key)
            assert dispatch is not None
            copy = session.get_one(WorkingCopy, self.story.key)
            before = Content.from_json(copy.content).digest
            try:
                write(session, dispatch, person, content, seen=copy.version, now=self.room.time)
            except Refused:
                self._counts("typing refused")
                return
        self._counts("typing")
        if before != content.digest:
            self.story.types(person.id)
        self._take_in(size, None, person, "")

    @rule(hours=st.integers(1, 40))
    def wait(self, hours: int) -> None:
        """Time passes; hours and embargoes come."""
        self.room.later(hours=hours)

    def _one_who_may(self, data: st.DataObject, action: Action, state: State) -> Person:
        roles = {
            role for s in STEPS if s.action is action and state in s.before for role in s.roles
        }
        fitting = [person for person in self.people if roles & _roles(person)]
        return data.draw(st.sampled_from(fitting or self.people))

    def _try(self, data: st.DataObject, action: Action, person: Person, note: str) -> None:
        here = Here(self.room, self.story.key, self.people)
        matter = MATTERS.get(action, nothing)(here, data)
        size, key = self._size(), self.story.key
        try:
            self.room.act(person, action, key, note, matter)
        except (Refused, NotThere, Stale, TypeError) as refusal:
            # A TypeError: a new act that is about something, which MATTERS does not know yet.
            if isinstance(refusal, TypeError) and action in MATTERS:
                raise
            self._counts("refused")
            assert self._size() == size, "what was refused left an entry"
            return
        assert action not in NEVER_BY_HAND, f"{action.value} was done by hand"
        self._counts(action.value)
        self._take_in(size, action, person, note)

    def _take_in(
        self,
        size: int,
        action: Action | None,
        person: Person,
        note: str,
    ) -> None:
        """Every act has exactly one entry, and at most the voiding that follows from it; of a
        story with an hour also that it misses it."""
        said = self._entries(size)
        acts = [one["action"] for one in said]
        expected = [] if action is None else [action.value]
        follows = [[], ["void"]]
        if any(done.action == "schedule" for done in self.story.done):
            follows += [["miss_schedule", "void"], ["lose_schedule", "void"]]
        left = [[*expected, *more] for more in follows]
        assert acts in left, f"{expected} left the entries {acts}"
        assert all(one["dispatch"] == str(self.story.key) for one in said)
        for one in said:
            self._hear(one, note)
        if action is not None:
            assert said[0]["actor"]["id"] == str(person.id)

    def _hear(self, one: dict[str, Any], note: str) -> None:
        story, action = self.story, one["action"]
        revision = one["revision"] or {}
        gate = one["details"].get("gate")
        person = None if one["actor"]["id"] is None else uuid.UUID(one["actor"]["id"])
        done = Done(action, person, revision.get("digest"), one["evidence"], note, gate)
        story.done.append(done)
        if action in ("file", "revise"):
            story.wrote[revision["digest"]] = frozenset(story.fresh)
        elif action in ("correct", "clarify", "reword"):
            assert person is not None
            story.types(person)
            if done.digest in story.wrote:
                story.wrote[done.digest] |= {person}
        elif action == "approve":
            self._vouched(done)
            story.stood = True
        elif action == "publish":
            self._published(done)
        elif action in ("unapprove", "spike", "return", "drop"):
            story.stood = False
        elif action == "void":
            story.stood = story.stood and one["details"]["because"] == "text"
        elif action in ("ask_gate", "unask_gate"):
            (story.asked.add if action == "ask_gate" else story.asked.discard)(Gate(gate))

    def _vouched(self, done: Done) -> None:
        """Nobody vouches for what they typed."""
        assert done.digest is not None
        assert done.person not in self.story.wrote[done.digest], "approved by one who wrote it"
        self._gates_are_open(done)

    def _published(self, done: Done) -> None:
        story = self.story
        before = list(reversed(story.done[:-1]))
        since = [one.action for one in before]
        last = since.index("approve")
        assert not ENDS & set(since[:last]), "published on an approval that was ended"
        approval = before[last]
        assert (approval.digest, approval.evidence) == (done.digest, done.evidence)
        assert done.digest is not None
        assert approval.person not in story.wrote[done.digest]
        session = self.room.read()
        shown = session.scalars(
            select(Publication).where(Publication.dispatch_id == story.key, Publication.current)
        ).one()
        revision = session.get_one(Revision, shown.revision_id)
        assert revision.intact
        assert revision.digest == done.digest
        assert Content.from_json(json.loads(revision.content)).digest == done.digest
        dispatch = session.get_one(Dispatch, story.key)
        assert dispatch.embargo_at is None or dispatch.embargo_at <= self.room.time
        self._gates_are_open(done)

    def _gates_are_open(self, done: Done) -> None:
        """Each gate that this text has on this desk was passed by another, or overridden with a
        reason; every quote is borne out, settled or overridden."""
        session = self.room.read()
        dispatch = session.get_one(Dispatch, self.story.key)
        text = session.scalars(
            select(Revision.content).where(Revision.id == dispatch.revision_id)
        ).one()
        for gate in self._required(dispatch, text.decode()):
            assert self._is_open(gate, done), f"the gate {gate.value} was never passed"
        evidence = gather(session, dispatch, None, self.room.time).evidence
        for quote in evidence.quotes:
            if quote.open_by_record and quote.settlement is not None:
                assert quote.settlement.reason.strip()
            else:
                assert not quote.open_by_record or self._overridden(done)

    def _required(self, dispatch: Dispatch, text: str) -> set[Gate]:
        desk = dispatch.desk.name
        asked = {gate for gate in self.story.asked if desk == LAWYERS}
        if desk == TWO_EDITORS:
            return {Gate.SECOND_EDITOR} | asked
        return asked | ({Gate.LEGAL} if desk == LAWYERS and "court" in text else set())

    def _is_open(self, gate: Gate, done: Done) -> bool:
        writers = self.story.wrote[done.digest or ""]
        taken_back: set[uuid.UUID | None] = set()
        for one in reversed(self.story.done):
            if one.gate != gate.value:
                continue
            if one.action == "unpass_gate":
                taken_back.add(one.person)
            same = (one.digest, one.evidence) == (done.digest, done.evidence)
            if not same or one.person in writers:
                continue
            if one.action == "pass_gate" and one.person not in taken_back:
                return gate is not Gate.SECOND_EDITOR or one.person != self._approver(done)
            if one.action == "override" and one.note.strip():
                return True
        return False

    def _approver(self, done: Done) -> uuid.UUID | None:
        acts = [one for one in self.story.done if one.action == "approve"]
        assert acts[-1].digest == done.digest
        return acts[-1].person

    def _overridden(self, done: Done) -> bool:
        return any(
            one.action == "override" and one.digest == done.digest and one.note.strip()
            for one in self.story.done
            if one.gate == Gate.QUOTES.value
        )

    def _counts(self, what: str) -> None:
        Walk.steps += 1
        self.tally[what] += 1

    def _size(self) -> int:
        size: int | None = self.room.read().scalar(select(LogHead.size))
        assert size is not None
        return size

    def _entries(self, after: int) -> list[dict[str, Any]]:
        bodies = self.room.read().scalars(
            select(LogEntry.body).where(LogEntry.sequence > after).order_by(LogEntry.sequence)
        )
        return [json.loads(body) for body in bodies]


def _roles(person: Person) -> frozenset[Role]:
    return frozenset(CAST[person.name])


def _gate(
    room: Newsroom, desk: str, gate: Gate, when: When, keywords: list[str] | None = None
) -> DeskGate:
    return DeskGate(desk_id=room.desk(desk), gate=gate, when=when, keywords=keywords or [])
