"""How the public site looks, as an administrator set it, or as one is trying it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import has_request_context, request
from sqlalchemy.orm import Session

from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.palette.scheme import chosen

DRAFT = "editorial.draft"
KEYS = (
    "agency.name",
    "agency.tagline",
    "site.theme",
    "site.colours",
    "site.sections",
    "site.wordmark",
    "site.footer",
)


@dataclass(frozen=True, slots=True)
class Wordmark:
    """A picture in the place of the agency's name. ``url`` is where a page finds it; ``inverts``:
    dark letters on nothing, which turn light by night."""

    url: str
    width: int
    height: int
    inverts: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What every page of the site has in common."""

    name: str
    tagline: str = ""
    theme: str = ""
    colours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    wordmark: Wordmark | None = None
    footer: str = ""
    links: tuple[tuple[str, str], ...] = ()

    @property
    def papers(self) -> tuple[str, str]:
        """The ground by day and by night, for what the browser draws around a page."""
        whole = chosen(self.colours)
        return whole["light"]["paper"], whole["dark"]["paper"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A look that was not saved, and where its stylesheet is."""

    look: Look
    sheet_url: str


def look_of(values: Mapping[str, Any]) -> Look:
    """The look that these settings make."""
    mark, sections, footer = (values[f"site.{name}"] for name in ("wordmark", "sections", "footer"))
    return Look(
        name=values["agency.name"],
        tagline=values["agency.tagline"],
        theme=values["site.theme"],
        colours=values["site.colours"],
        order=tuple(sections["order"]),
        hidden=frozenset(sections["hidden"]),
        wordmark=Wordmark(wordmark_url(mark), mark["width"], mark["height"], mark["inverts"])
        if mark
        else None,
        footer=footer["text"],
        links=tuple((words, url) for words, url in footer["links"]),
    )


def wordmark_url(mark: Mapping[str, Any]) -> str:
    """Where readers find the picture; its bytes never change there."""
    return f"/wordmark/{mark['digest']}.{mark['form']}"


def saved_look(session: Session) -> Look:
    """The look that readers see."""
    return look_of({key: setting(session, key) for key in KEYS})


def draft_here() -> Draft | None:
    """The look that this page is tried out in."""
    found: Draft | None = request.environ.get(DRAFT) if has_request_context() else None
    return found


def look_here() -> Look:
    """The look of the page that is being rendered."""
    draft = draft_here()
    return saved_look(reading()) if draft is None else draft.look
