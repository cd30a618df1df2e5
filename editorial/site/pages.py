"""What the site's templates show: small frozen objects, read only."""

from dataclasses import dataclass
from datetime import date, datetime


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


@dataclass(frozen=True, slots=True)
class QuoteFigures:
    """How the quotes of a published text came to stand, and the sentence that says so."""

    total: int
    verbatim: int
    light_edit: int
    settled: int
    overridden: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Article:
    """A published text. ``body_html`` is safe; ``direction`` is ``ltr`` or ``rtl``;
    ``picture`` the path of its first picture, or empty."""

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
    authors: tuple[Link, ...]
    topics: tuple[Link, ...]
    path: str
    picture: str
    digest: str
    quotes: QuoteFigures
