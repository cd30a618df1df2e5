"""An invented story with a quote for each kind of finding, its record, and the people of a desk."""

import uuid
from datetime import timedelta

from editorial.models.source import SourceKind, Terms
from editorial.pipeline.gather import gather
from editorial.pipeline.matter import Hour, Vouching
from editorial.pipeline.quote import Quote
from editorial.workflow.words import Action, Role, SettlementKind
from tests.newsroom import Newsroom

CLEAN = "“The city has never refused a ship in my time,” Varga said."
INVENTED = "“I wish we had begun two years ago with the southern mole,” Reker said."
STORY = f"""\
{CLEAN}

“We must dredge before the spring tide, or the basin is lost,” Varga said.

“Every fisherman will be given a proper berth,” Varga said.

“The reserve holds forty million crowns,” Varga said.

“The lighthouse will be painted by the end of June,” Varga said.

“The ferry leaves at seven, and the toll will not rise this year,” Varga said.

{INVENTED}

“Is the mayor hiding something from the harbour council,” Varga said.

“The basin was never safe for tankers of that size,” Varga said.

“We knew that the piles under the quay were rotten,” Varga said.
"""
TRANSCRIPT = """\
MINISTER VARGA:  The city has never refused a ship in my time. We must, uh, dredge before the
spring tide, or the basin is lost. Every single fisherman will be given a decent berth. The reserve
holds fourteen million crowns. The ferry leaves at seven.

Q    Is the mayor hiding something from the harbour council?

MINISTER VARGA:  That is for the council to ask. I have been a sailor for thirty years, and I have
seen many basins close and open again. The toll will not rise this year.

HARBOUR MASTER REKER:  The lighthouse will be painted by the end of June.
"""
REPORT = "VARGA:  The basin was never safe for tankers of that size.\n"
NOTE = "VARGA:  We knew that the piles under the quay were rotten.\n"


class Desk:
    """One person in every role, two editors and two publishers."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.author = room.person("Mira Sol", Role.CORRESPONDENT)
        self.checker = room.person("Karl Ode", Role.CHECKER)
        self.editor = room.person("Eda Lund", Role.EDITOR)
        self.second = room.person("Omar Dale", Role.EDITOR)
        self.publisher = room.person("Tom Roe", Role.PUBLISHER)
        self.stranger = room.person("Ana Peng", *Role, desk="Sport")

    def filed(self, story: str = STORY, **fields: str) -> uuid.UUID:
        """A dispatch filed with its whole record."""
        dispatch = self.room.dispatch(self.author, story, **fields)
        self.room.attach(dispatch, self.author, TRANSCRIPT)
        self.room.attach(
            dispatch, self.author, REPORT, kind=SourceKind.REPORT, title="Port Courier"
        )
        self.room.attach(
            dispatch,
            self.author,
            NOTE,
            kind=SourceKind.NOTE,
            terms=Terms.BACKGROUND,
            title="Note of a call",
        )
        self.room.act(self.author, Action.FILE, dispatch)
        return dispatch

    def in_review(self, story: str = STORY, **fields: str) -> uuid.UUID:
        """The same, claimed by the first editor."""
        dispatch = self.filed(story, **fields)
        self.room.act(self.editor, Action.CLAIM, dispatch)
        return dispatch

    def approved(self, story: str = CLEAN, **fields: str) -> uuid.UUID:
        """The same, approved by the first editor."""
        dispatch = self.in_review(story, **fields)
        self.room.act(self.editor, Action.APPROVE, dispatch)
        return dispatch

    def scheduled(self, **delay: float) -> uuid.UUID:
        """An approved one with an hour, counted from now."""
        dispatch = self.approved()
        hour = Hour(self.room.time + timedelta(**delay))
        self.room.act(self.publisher, Action.SCHEDULE, dispatch, matter=hour)
        return dispatch

    def quotes(self, dispatch: uuid.UUID) -> tuple[Quote, ...]:
        """What the desk holds of the quotes now."""
        session = self.room.read()
        return gather(session, self.room.get(dispatch), None, self.room.time).evidence.quotes

    def quote(self, dispatch: uuid.UUID, words: str) -> Quote:
        """The quote that holds these words."""
        return next(q for q in self.quotes(dispatch) if words in q.quotation.text)

    def settle(self, dispatch: uuid.UUID, words: str) -> None:
        """Vouch for the quote that holds these words, as the checker."""
        key = self.quote(dispatch, words).key
        self.room.act(
            self.checker,
            Action.SETTLE,
            dispatch,
            note="I stood beside him.",
            matter=Vouching(key, SettlementKind.HEARD),
        )
