"""What a board was asked for, and each wish as a condition on the dispatches."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_, select

from editorial.models.dispatch import Dispatch
from editorial.models.override import Override
from editorial.workflow.words import State

Condition = ColumnElement[bool]
SHORT, LONG = 300, 900
LENGTHS = {"short": f"under {SHORT} words", "middle": f"{SHORT} to {LONG}", "long": f"over {LONG}"}
AGES = {"1": "over an hour", "4": "over 4 hours", "24": "over a day", "72": "over 3 days"}
DEADLINES = {
    "past": "has passed",
    "soon": "within 4 hours",
    "day": "within a day",
    "set": "is set",
    "none": "is not set",
}
SOON = {"soon": timedelta(hours=4), "day": timedelta(days=1)}
URGENCIES = {"1": "1, highest", "2": "1 or 2", "3": "1 to 3", "4": "1 to 4", "5": "1 to 5"}
QUOTES = {"open": "some are open", "none": "none is open"}
EMBARGOES = {"yes": "under embargo", "no": "free"}
OVERRIDES = {"unread": "to be read again"}
MINE, NOBODY = "me", "nobody"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One value a filter, as the address has it; empty means any."""

    words: str = ""
    author: str = ""
    urgency: str = ""
    language: str = ""
    length: str = ""
    age: str = ""
    deadline: str = ""
    quotes: str = ""
    embargo: str = ""
    holder: str = ""
    override: str = ""

    def conditions(self, me: uuid.UUID, now: datetime) -> list[Condition]:
        """All but ``words``, which is a search."""
        found = [
            self._of_people(me),
            self._of_hours(now),
            self._of_text(),
            None
            if not self.override
            else exists(
                select(Override.id).where(
                    Override.dispatch_id == Dispatch.id, Override.read_at.is_(None)
                )
            ),
        ]
        return [condition for condition in found if condition is not None]

    def _of_people(self, me: uuid.UUID) -> Condition | None:
        parts: list[Condition] = []
        if self.author:
            author = me if self.author == MINE else uuid.UUID(self.author)
            parts.append(Dispatch.created_by == author)
        in_review = Dispatch.state == State.IN_REVIEW
        if self.holder == NOBODY:
            parts.append(or_(Dispatch.claimed_by.is_(None), ~in_review))
        elif self.holder:
            holder = me if self.holder == MINE else uuid.UUID(self.holder)
            parts.append(and_(Dispatch.claimed_by == holder, in_review))
        return and_(*parts) if parts else None

    def _of_hours(self, now: datetime) -> Condition | None:
        parts: list[Condition] = []
        if self.age:
            parts.append(Dispatch.entered_at <= now - timedelta(hours=int(self.age)))
        if self.deadline in ("set", "none"):
            parts.append(Dispatch.deadline_at.is_not(None) == (self.deadline == "set"))
        elif self.deadline:
            until = now + SOON.get(self.deadline, timedelta())
            parts.append(Dispatch.deadline_at <= until)
        if self.embargo:
            free = or_(Dispatch.embargo_at.is_(None), Dispatch.embargo_at <= now)
            parts.append(free if self.embargo == "no" else ~free)
        return and_(*parts) if parts else None

    def _of_text(self) -> Condition | None:
        parts: list[Condition] = []
        if self.urgency:
            parts.append(Dispatch.urgency <= int(self.urgency))
        if self.language:
            dialect = Dispatch.language.startswith(f"{self.language}-")
            parts.append(or_(Dispatch.language == self.language, dialect))
        if self.length == "short":
            parts.append(Dispatch.words < SHORT)
        elif self.length == "long":
            parts.append(Dispatch.words > LONG)
        elif self.length:
            parts.append(Dispatch.words.between(SHORT, LONG))
        if self.quotes:
            is_open = Dispatch.open_quotes > 0
            parts.append(is_open if self.quotes == "open" else ~is_open)
        return and_(*parts) if parts else None
