"""Handing a story on: plain links, with nothing of anybody else's on the page."""

from urllib.parse import quote, urlencode

from editorial.site.pages import Link


def share_links(headline: str, url: str) -> tuple[Link, ...]:
    """Where a reader can hand the story on. The first is to mail, whose name the page translates.

    The addresses are those that each house documents for links of this kind; none learns of a
    reader who doesn't follow one.
    """
    both = f"{headline} {url}"
    return (
        Link("", f"mailto:?subject={quote(headline, safe='')}&body={quote(url, safe='')}"),
        Link("WhatsApp", f"https://wa.me/?{_query(text=both)}"),
        Link("Telegram", f"https://t.me/share/url?{_query(url=url, text=headline)}"),
        Link("Bluesky", f"https://bsky.app/intent/compose?{_query(text=both)}"),
        Link("X", f"https://x.com/intent/post?{_query(text=headline, url=url)}"),
        Link("Facebook", f"https://www.facebook.com/sharer/sharer.php?{_query(u=url)}"),
    )


def _query(**values: str) -> str:
    return urlencode(values, quote_via=quote)
