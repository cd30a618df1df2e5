"""Filling an empty newsroom with the Meridian Wire, act by act, in the order of their hours."""

import logging
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.accounts.password import hasher_of_cost, keep_password
from editorial.demo import abroad, economy, politics, region
from editorial.demo.budget import plan
from editorial.demo.people import AGENCY, DESKS, PASSWORD, PEOPLE, TAGLINE
from editorial.demo.pictures import keep_picture
from editorial.demo.story import SampleSource, Story
from editorial.document.content import Content
from editorial.document.markdown import from_markdown
from editorial.document.plain import plain
from editorial.document.words import count_words
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_picture import DispatchPicture
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.setting import Setting
from editorial.models.working_copy import WorkingCopy
from editorial.pipeline.evidence import weigh
from editorial.pipeline.findable import make_findable
from editorial.pipeline.gather import gather
from editorial.pipeline.matter import Hour, Matter, NewSource, Vouching
from editorial.pipeline.perform import perform
from editorial.pipeline.refusal import Refused
from editorial.vault.beside import vault_beside
from editorial.workflow.words import Action, SettlementKind, State

log = logging.getLogger("editorial.demo")

STORIES = (*politics.STORIES, *economy.STORIES, *region.STORIES, *abroad.STORIES)
EDITOR_OF = {"Politics": "ana", "Economy": "omar", "Region": "ana"}
# How far along the usual way a story of each state has come.
ACTS = {
    State.DRAFT: (),
    State.FILED: (Action.FILE,),
    State.IN_REVIEW: (Action.FILE, Action.CLAIM),
    State.RETURNED: (Action.FILE, Action.CLAIM, Action.RETURN),
    State.APPROVED: (Action.FILE, Action.CLAIM, Action.APPROVE),
    State.SCHEDULED: (Action.FILE, Action.CLAIM, Action.APPROVE, Action.SCHEDULE),
    State.DONE: (Action.FILE, Action.CLAIM, Action.APPROVE, Action.PUBLISH),
    State.SPIKED: (Action.FILE, Action.SPIKE),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One act of the sample's past."""

    at: datetime
    do: Callable[[Session, datetime], None]


def fill() -> None:
    """Fill the newsroom unless somebody is there already. All of it or nothing."""
    with saving() as session:
        now = datetime.now(UTC).replace(microsecond=0)
        found = _found(session, now - timedelta(days=4))
        if found is None:
            return
        desks, people = found
        steps = [
            step
            for story in STORIES
            for step in _Past(story, uuid.uuid4(), people, desks, now).steps()
        ]
        for step in sorted(steps, key=lambda step: step.at):
            step.do(session, step.at)
        plan(session, desks, people, now)


def fill_people() -> None:
    """The agency's people and desks, and no story."""
    with saving() as session:
        _found(session, datetime.now(UTC))


def _found(session: Session, began: datetime) -> tuple[dict[str, Desk], dict[str, Person]] | None:
    if session.scalars(select(Person).limit(1)).first() is not None:
        return None
    desks = _desks(session)
    people = _people(session, desks, began, keep_password(hasher_of_cost(), PASSWORD))
    session.add_all(
        [
            Setting(key="agency.name", value=AGENCY),
            Setting(key="agency.tagline", value=TAGLINE),
        ]
    )
    session.flush()
    return desks, people


def people_to_sign_in(address: str, folder: Path) -> str:
    """How to sign in as each person, as text for the console."""
    lines = [f"  {one.email:<24} {one.what}" for one in PEOPLE.values()]
    return "\n".join(
        [
            "",
            f"  {AGENCY}, an invented news agency, is at work.",
            f"  Website   {address}/",
            f"  Newsroom  {address}/sign-in",
            "",
            *lines,
            f"  Everybody's password: {PASSWORD}",
            "",
            f"  Ctrl+C ends it; what you did is kept in {folder}.",
        ]
    )


def _desks(session: Session) -> dict[str, Desk]:
    desks = {
        name: Desk(id=uuid.uuid4(), name=name, slug=name.lower(), description=text, position=place)
        for place, (name, text) in enumerate(DESKS.items())
    }
    session.add_all(desks.values())
    session.flush()
    return desks


def _people(
    session: Session, desks: dict[str, Desk], began: datetime, password_hash: str
) -> dict[str, Person]:
    people = {}
    for key, sample in PEOPLE.items():
        person = Person(
            id=uuid.uuid4(),
            name=sample.name,
            email=sample.email,
            initials=sample.initials,
            timezone=sample.timezone,
            password_hash=password_hash,
            created_at=began,
        )
        person.grants = [
            Grant(
                person_id=person.id,
                desk_id=desks[desk].id if desk else None,
                role=role,
                granted_at=began,
            )
            for desk, roles in sample.roles.items()
            for role in roles
        ]
        session.add(person)
        people[key] = person
    return people


@dataclass(slots=True)
class _Past:
    """What happened to one sample story."""

    story: Story
    key: uuid.UUID
    people: dict[str, Person]
    desks: dict[str, Desk]
    now: datetime
    picture: str | None = None

    def steps(self) -> Iterator[Step]:
        """From its first line to where it is now, a few minutes apart."""
        story = self.story
        filed = self.now - timedelta(hours=story.hours_ago)
        yield Step(filed - timedelta(minutes=25), self._begin)
        for place, source in enumerate(story.sources):
            at = filed - timedelta(minutes=20 - place)
            yield Step(at, partial(self._attach, source))
        for place, action in enumerate(ACTS[story.state]):
            # Reading and deciding took a sixth of the time since.
            at = filed + timedelta(hours=story.hours_ago * place / 6)
            yield Step(at, partial(self._act, action))
            if action is Action.CLAIM:
                yield from self._review(at + timedelta(hours=story.hours_ago / 12))

    def _review(self, at: datetime) -> Iterator[Step]:
        if self.story.settled:
            yield Step(at, self._settle)
        if self.story.overridden:
            yield Step(at, self._override)
        if self.story.corrected:
            yield Step(at, self._correct)

    def _begin(self, session: Session, at: datetime) -> None:
        author = self.people[self.story.author]
        if self.story.picture is not None:
            self.picture = keep_picture(session, self.story.picture, author.id, at)
        content = self._content(self.story.body, at)
        dispatch = Dispatch(
            id=self.key,
            desk_id=self.desks[self.story.desk].id,
            slugline=self.story.slugline,
            urgency=self.story.urgency,
            keywords=list(self.story.keywords),
            ednote=self.story.ednote,
            moved_at=at,
            created_at=at,
            created_by=author.id,
            headline=content.headline,
            language=content.language,
            words=count_words(plain(content.body).text),
        )
        session.add(dispatch)
        session.flush()
        if self.picture is not None:
            session.add(DispatchPicture(dispatch_id=self.key, digest=self.picture))
        session.add(
            WorkingCopy(
                dispatch_id=self.key,
                content=content.to_json(),
                writers=[str(author.id)],
                saved_at=at,
                saved_by=author.id,
            )
        )
        session.flush()
        dispatch.open_quotes = len(weigh(session, self.key, content, None).open_quotes)
        make_findable(session, dispatch, content)

    def _content(self, body: str, at: datetime) -> Content:
        story = self.story
        return Content(
            headline=story.headline,
            summary=story.summary,
            dateline_place=story.place,
            dateline_date=date(at.year, at.month, at.day),
            byline=self.people[story.author].name,
            language=story.language,
            body=from_markdown(self._pictured(body)),
        )

    def _pictured(self, body: str) -> str:
        picture = self.story.picture
        if picture is None:
            return body
        words = f"{picture.caption} | {picture.credit}"
        return f'![{picture.alt}](/pictures/{self.picture} "{words}")\n\n{body}'

    def _attach(self, source: SampleSource, session: Session, at: datetime) -> None:
        content = source.text.encode()
        matter = NewSource(
            title=source.title,
            kind=source.kind,
            digest=vault_beside(session).put(content),
            size=len(content),
            encoding="utf-8",
            event=source.event,
            date=at.date(),
            origin=source.origin,
            terms=source.terms,
        )
        self._perform(session, at, self.people[self.story.author], Action.ATTACH, matter=matter)

    def _act(self, action: Action, session: Session, at: datetime) -> None:
        person = self.people[self._who(action)]
        matter = Hour(self.now + timedelta(hours=18)) if action is Action.SCHEDULE else None
        note = self.story.reason if action in (Action.RETURN, Action.SPIKE) else ""
        try:
            self._perform(session, at, person, action, note=note, matter=matter)
        except Refused as refusal:
            # The story waits where the rules stopped it; a test says that none does.
            log.warning("%s: %s is refused: %s", self.story.slugline, action.value, refusal)

    def _who(self, action: Action) -> str:
        if action is Action.FILE:
            return self.story.author
        if action in (Action.PUBLISH, Action.SCHEDULE):
            return "ruth"
        return EDITOR_OF[self.story.desk]

    def _settle(self, session: Session, at: datetime) -> None:
        for first_words, reason in self.story.settled:
            situation = gather(session, session.get_one(Dispatch, self.key), None, at)
            quote = next(
                quote
                for quote in situation.evidence.open_quotes
                if quote.quotation.text.startswith(first_words)
            )
            matter = Vouching(
                quote.key, SettlementKind.CALL_BACK, quote.quotation.speaker or "", at
            )
            self._perform(
                session, at, self.people["ilse"], Action.SETTLE, note=reason, matter=matter
            )

    def _override(self, session: Session, at: datetime) -> None:
        reason = self.story.overridden
        self._perform(session, at, self.people["ruth"], Action.OVERRIDE, note=reason)

    def _correct(self, session: Session, at: datetime) -> None:
        editor = self.people[EDITOR_OF[self.story.desk]]
        copy = session.get_one(WorkingCopy, self.key)
        copy.content = self._content(self.story.corrected, at).to_json()
        copy.writers, copy.saved_at, copy.saved_by = [str(editor.id)], at, editor.id
        session.flush()
        self._perform(session, at, editor, Action.REVISE)

    def _perform(
        self,
        session: Session,
        at: datetime,
        person: Person,
        action: Action,
        note: str = "",
        matter: Matter | None = None,
    ) -> None:
        perform(session, person, action, self.key, now=at, note=note, matter=matter)
