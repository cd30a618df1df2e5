"""What happened to one sample story, as steps at their hours."""

import logging
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from editorial.demo.pictures import keep_picture
from editorial.demo.story import SampleSource, Story
from editorial.document.content import Content
from editorial.document.markdown import from_markdown
from editorial.document.plain import plain
from editorial.document.words import count_words
from editorial.models.desk import Desk
from editorial.models.dispatch import Dispatch
from editorial.models.dispatch_picture import DispatchPicture
from editorial.models.person import Person
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


@dataclass(slots=True)
class Past:
    """One sample story on its way."""

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
