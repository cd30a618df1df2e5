"""What is live as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from typing import Any
from urllib.parse import urljoin

from editorial.site.feed import Entries, Head, stamp, whole_html
from editorial.site.pages import Article


def json_feed(head: Head, entries: Entries) -> bytes:
    """The feed as UTF-8."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.name,
        "home_page_url": head.page,
        "feed_url": f"{head.address}.json",
        "language": head.language,
        "authors": [{"name": head.agency, "url": head.base}],
        "items": [_item(key, article, head.base) for key, article in entries],
    }
    if head.tagline:
        feed["description"] = head.tagline
    return json.dumps(feed, ensure_ascii=False).encode()


def _item(key: str, article: Article, base: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": key,
        "url": urljoin(base, article.path),
        "title": article.headline,
        "content_html": whole_html(article.body_html, base),
        "date_published": stamp(article.published_at),
        "date_modified": stamp(article.updated_at),
        "language": article.language,
        "tags": [article.section_name],
    }
    if article.summary:
        item["summary"] = article.summary
    if article.byline:
        item["authors"] = [{"name": article.byline}]
    return item
