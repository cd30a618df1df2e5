"""What a feed tells, whichever form it takes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

from editorial.site.pages import Article

# Each article with its permanent id.
Entries = Sequence[tuple[str, Article]]
# Links in a text are whole already; pictures are the site's own.
OWN_PICTURE = re.compile(r'( src=")(?=/)')


@dataclass(frozen=True, slots=True)
class Head:
    """What the feed says of itself. ``base`` is the address of the front page, with its slash,
    ``page`` that of the page the feed goes with, ``address`` the feed's own, without its ending;
    ``now`` the date of a feed without entries."""

    name: str
    agency: str
    tagline: str
    language: str
    base: str
    page: str
    address: str
    now: datetime


def updated(head: Head, entries: Entries) -> datetime:
    """When the feed last changed."""
    return max((article.updated_at for _key, article in entries), default=head.now)


def stamp(at: datetime) -> str:
    """The instant as RFC 3339 has it, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def whole_html(body_html: str, base: str) -> str:
    """A body for readers who don't resolve addresses: those of pictures are written out.

    Quotation marks in the words are escaped, so that only attributes are met.
    """
    return OWN_PICTURE.sub(lambda match: match[1] + urljoin(base, "/")[:-1], body_html)
