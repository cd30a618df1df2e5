"""The article as news agencies hand it on: IPTC's ninjs 3.1."""

import json
from typing import Any
from urllib.parse import urljoin

from editorial.document.words import count_words
from editorial.site.feed import stamp, whole_html
from editorial.site.pages import Article

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"


def ninjs(key: str, article: Article, words: str, agency: str, base: str) -> bytes:
    """The item as UTF-8. ``key`` is its permanent id, ``words`` the body's plain text."""
    address = urljoin(base, article.path)
    item: dict[str, Any] = {
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "uri": key,
        "type": "text",
        "representationType": "full",
        "pubStatus": "usable",
        "version": article.digest,
        "firstCreated": stamp(article.published_at),
        "versionCreated": stamp(article.updated_at),
        "language": article.language,
        "copyrightHolder": agency,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": article.headline}],
        "bodies": [
            {
                "role": "main",
                "contentType": "text/html",
                "value": whole_html(article.body_html, base),
            },
            {
                "role": "plain",
                "contentType": "text/plain",
                "charCount": len(words),
                "wordCount": count_words(words),
                "value": words,
            },
        ],
        "subjects": [
            {"name": article.section_name, "uri": urljoin(base, article.section_url)},
            *({"name": topic.name, "uri": urljoin(base, topic.url)} for topic in article.topics),
        ],
        "people": [
            {"name": author.name, "rel": "author", "uri": urljoin(base, author.url)}
            for author in article.authors
        ],
        "infoSources": [{"name": agency, "role": "publisher", "uri": base}],
        "renditions": [{"name": "web", "href": address, "contentType": "text/html"}],
        "trustIndicators": [
            {"title": "How we check what we publish", "href": urljoin(base, "about")},
            {"title": "Corrections", "href": urljoin(base, "corrections")},
        ],
    }
    if article.summary:
        item["descriptions"] = [
            {"role": "summary", "contentType": "text/plain", "value": article.summary}
        ]
    if article.byline:
        item["by"] = article.byline
    if article.dateline_place:
        item["located"] = article.dateline_place
    return json.dumps(item, ensure_ascii=False).encode()
