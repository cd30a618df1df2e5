"""What the site's templates show: small frozen objects, read only."""

from dataclasses import dataclass
from datetime import date, datetime

from editorial.catalogue.words import direction
from editorial.document.excerpt import Piece
from editorial.site.pictures import Shown


@dataclass(frozen=True, slots=True)
class Section:
    """A desk as readers see it."""

    name: str
    slug: str
    description: str = ""

    @property
    def url(self) -> str:
        """Its page."""
        return f"/news/{self.slug}"


@dataclass(frozen=True, slots=True)
class Teaser:
    """A story on other pages."""

    url: str
    headline: str
    summary: str
    byline: str
    section_name: str
    section_url: str
    published_at: datetime
    language: str
    reading_minutes: int
    picture: Shown | None = None

    @property
    def direction(self) -> str:
        """Which way its letters run."""
        return direction(self.language)


@dataclass(frozen=True, slots=True)
class SectionOnFront:
    """A section with its newest stories."""

    name: str
    url: str
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """The front page."""

    lead: Teaser | None
    latest: tuple[Teaser, ...]
    sections: tuple[SectionOnFront, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead; ``url`` is empty where they lead nowhere."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a long list, newest first."""

    teasers: tuple[Teaser, ...]
    newer_url: str | None
    older_url: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found, best first."""

    teasers: tuple[Teaser, ...]
    more: bool
    # To each of them, where its text holds what was looked for.
    excerpts: tuple[tuple[Piece, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteFigures:
    """How the quotes of a published text came to stand."""

    total: int
    verbatim: int
    light_edit: int
    settled: int
    overridden: int


@dataclass(frozen=True, slots=True)
class Voucher:
    """Who approved a text; ``name`` is empty where readers are told the role only."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an article. ``earlier`` and ``later`` belong to the same running story."""

    briefs: tuple[Teaser, ...]
    latest: tuple[Teaser, ...]
    related: tuple[Teaser, ...]
    earlier: Teaser | None
    later: Teaser | None


@dataclass(frozen=True, slots=True)
class Article:
    """A published text. ``body_html`` is safe and whole, for feeds; ``story_html`` is what the
    page shows below ``lead``, a picture that the text begins with. ``direction`` is ``ltr`` or
    ``rtl``; ``picture`` the path of its first picture, or empty."""

    headline: str
    summary: str
    dateline_place: str
    dateline_date: date | None
    byline: str
    published_at: datetime
    updated_at: datetime
    section_name: str
    section_url: str
    language: str
    direction: str
    body_html: str
    story_html: str
    lead: Shown | None
    reading_minutes: int
    authors: tuple[Link, ...]
    topics: tuple[Link, ...]
    path: str
    picture: str
    digest: str
    quotes: QuoteFigures
