"""All that the page of a dispatch says, in the words of its form."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from editorial.document.content import Content
from editorial.document.markdown import from_markdown, to_markdown
from editorial.document.schema import Doc
from editorial.models.dispatch import Dispatch
from editorial.web.local_time import zones

FIRST_URGENCY, LAST_URGENCY, USUAL_URGENCY = 1, 9, 5


@dataclass(frozen=True, slots=True)
class Placing:
    """Desk and embargo: an instant, and the zone it was given in."""

    desk_id: uuid.UUID
    embargo_at: datetime | None = None
    embargo_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """``body`` is Markdown; ``tree`` is the same text from the editor, and counts where there is
    one. ``placing`` is None where desk and embargo are not the writer's to change."""

    headline: str = ""
    summary: str = ""
    dateline_place: str = ""
    dateline_date: date | None = None
    byline: str = ""
    language: str = "en"
    body: str = ""
    tree: Doc | None = None
    slugline: str = ""
    urgency: int = USUAL_URGENCY
    keywords: tuple[str, ...] = ()
    ednote: str = ""
    placing: Placing | None = None

    def content(self, previous: Doc | None) -> Content:
        """What readers would see; unchanged blocks keep their ids. Raises InvalidDocument."""
        return Content(
            headline=self.headline,
            summary=self.summary,
            dateline_place=self.dateline_place,
            dateline_date=self.dateline_date,
            byline=self.byline,
            language=self.language,
            body=self.tree or from_markdown(self.body, previous),
        )

    @property
    def labels(self) -> dict[str, Any]:
        """The columns of a dispatch that change freely."""
        return {
            "slugline": self.slugline,
            "urgency": self.urgency,
            "keywords": list(self.keywords),
            "ednote": self.ednote,
        }


def draft_of(content: Content, labels: dict[str, Any], placing: Placing | None) -> Draft:
    """The draft that was saved as ``content`` and ``labels``."""
    return Draft(
        headline=content.headline,
        summary=content.summary,
        dateline_place=content.dateline_place,
        dateline_date=content.dateline_date,
        byline=content.byline,
        language=content.language,
        body=to_markdown(content.body),
        tree=content.body,
        slugline=labels["slugline"],
        urgency=labels["urgency"],
        keywords=tuple(labels["keywords"]),
        ednote=labels["ednote"],
        placing=placing,
    )


def placing_of(dispatch: Dispatch) -> Placing:
    """Where the dispatch is now."""
    return Placing(dispatch.desk_id, dispatch.embargo_at, dispatch.embargo_zone)


def placed_as(placing: Placing) -> str:
    """The same in a word, for a page to say what it showed."""
    until = "" if placing.embargo_at is None else placing.embargo_at.isoformat()
    return f"{placing.desk_id} {until} {placing.embargo_zone or ''}".strip()


def embargo_words(placing: Placing) -> str:
    """The embargo by the clocks it was given in; empty for none."""
    at, zone = placing.embargo_at, placing.embargo_zone
    if at is None:
        return ""
    clocks = zone if zone in zones() else "UTC"
    return f"{at.astimezone(ZoneInfo(clocks)):%d %B %Y, %H:%M}, {clocks}"


def labels_of(dispatch: Dispatch) -> dict[str, Any]:
    """Its labels now."""
    return {
        "slugline": dispatch.slugline,
        "urgency": dispatch.urgency,
        "keywords": dispatch.keywords,
        "ednote": dispatch.ednote,
    }
