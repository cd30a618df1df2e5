"""A picture as a page shows it: in several widths and formats, its place kept before it loads."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from markupsafe import Markup
from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.document.content import Content
from editorial.document.schema import Image, pictures
from editorial.models.picture import Picture

# The widths that are made, in pixels: a phone's column to a desk's lead at twice the density.
WIDTHS = (320, 640, 960, 1280, 1920)
# Best first: a browser takes the first that it knows.
FORMS = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
FALLBACK_WIDTH = 960
IN_COLUMN = "(min-width: 44rem) 40rem, 100vw"


def widths(width: int) -> tuple[int, ...]:
    """The widths in which a picture of ``width`` pixels is shown; none is larger than itself."""
    return tuple(one for one in WIDTHS if one < width) + ((width,) if width <= WIDTHS[-1] else ())


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: ``width`` and ``height`` in pixels, as it was given to us."""

    digest: str
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""

    def url(self, width: int, form: str) -> str:
        """The address of one rendition."""
        return f"/pictures/{self.digest}/{width}.{form}"

    def html(self, sizes: str, *, first: bool = False) -> Markup:
        """A ``picture`` element. ``sizes`` is its width on the page, as the HTML standard has it;
        ``first`` for the one that a reader sees at once."""
        made = widths(self.width)
        sources = [
            f'<source type="{media_type}" srcset="{self._srcset(form, made)}" sizes="{sizes}">'
            for form, media_type in FORMS.items()
            if form != "jpg"
        ]
        fallback = max(one for one in made if one <= FALLBACK_WIDTH or one == made[0])
        haste = 'fetchpriority="high"' if first else 'loading="lazy"'
        shown = (
            f'<img src="{self.url(fallback, "jpg")}" srcset="{self._srcset("jpg", made)}"'
            f' sizes="{sizes}" width="{self.width}" height="{self.height}"'
            f' alt="{escape(self.alt)}" {haste} decoding="async">'
        )
        return Markup(f"<picture>{''.join(sources)}{shown}</picture>")  # noqa: S704  (escaped above)

    def _srcset(self, form: str, made: Sequence[int]) -> str:
        return ", ".join(f"{self.url(width, form)} {width}w" for width in made)


Sizes = dict[str, tuple[int, int]]


def sizes_of(session: Session, contents: Iterable[Content]) -> Sizes:
    """Width and height of the pictures of these texts that are kept, by address."""
    digests = {digest for content in contents for digest in pictures(content.body)}
    if not digests:
        return {}
    found = session.scalars(select(Picture).where(Picture.digest.in_(digests)))
    return {f"/pictures/{one.digest}": (one.width, one.height) for one in found}


def shown(content: Content, sizes: Sizes) -> dict[str, Shown]:
    """The pictures of a text that are kept, by address."""
    return {
        image.src: Shown(
            image.src.rpartition("/")[2], *sizes[image.src], image.alt, image.caption, image.credit
        )
        for image in content.body.content
        if isinstance(image, Image) and image.src in sizes
    }


def in_column(found: dict[str, Shown]) -> Callable[[Image], str]:
    """How ``document.html`` writes the pictures of a text: in the widths of its column."""

    def write(image: Image) -> str:
        kept = found.get(image.src)
        return "" if kept is None else str(kept.html(IN_COLUMN))

    return write


def first_picture(kept: dict[str, Any] | None) -> Shown | None:
    """What a publication keeps of its first picture."""
    return None if kept is None else Shown(**kept)
