"""The article for machines: schema.org's NewsArticle, its links whole."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from editorial.site.feed import stamp
from editorial.site.notices import NoticeLine
from editorial.site.pages import Article
from editorial.workflow.words import NoticeKind

CORRECTING = (NoticeKind.CORRECTION, NoticeKind.CLARIFICATION)


def news_article(
    article: Article, agency: str, base: str, image: str, notices: Sequence[NoticeLine] = ()
) -> dict[str, Any]:
    """JSON-LD of the article. ``base`` is the front page's whole address with its slash,
    ``image`` the address of the picture shown beside a link to the article, ``notices`` what was
    put right or added since it was first published, oldest first."""
    address = urljoin(base, article.path)
    publisher = {
        "@type": "NewsMediaOrganization",
        "@id": base,
        "name": agency,
        "url": base,
        "logo": {"@type": "ImageObject", "url": urljoin(base, "static/icons/icon-512.png")},
        "publishingPrinciples": urljoin(base, "about"),
        "correctionsPolicy": urljoin(base, "corrections"),
        "verificationFactCheckingPolicy": urljoin(base, "about"),
    }
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "mainEntityOfPage": address,
        "url": address,
        "headline": article.headline,
        "inLanguage": article.language,
        "datePublished": stamp(article.published_at),
        "dateModified": stamp(article.updated_at),
        "articleSection": article.section_name,
        "image": [image, *([urljoin(base, article.picture)] if article.picture else [])],
        "isAccessibleForFree": True,
        "publisher": publisher,
        "author": [
            {"@type": "Person", "name": author.name, "url": urljoin(base, author.url)}
            for author in article.authors
        ]
        if article.authors
        else [{"@type": "NewsMediaOrganization", "@id": base, "name": agency, "url": base}],
    }
    if article.summary:
        told["description"] = article.summary
    if article.topics:
        told["keywords"] = [topic.name for topic in article.topics]
    standing = [line for line in notices if not line.withdraws]
    corrections = [
        {
            "@type": "CorrectionComment",
            "text": line.wording,
            "datePublished": stamp(line.at),
            "url": f"{address}#notice-{line.serial}",
        }
        for line in standing
        if line.kind in CORRECTING
    ]
    if corrections:
        told["correction"] = corrections
    if standing:
        # The version before, which this one was made from; it stays open to readers.
        told["isBasedOn"] = f"{address}/versions/{standing[-1].ordinal - 1}"
        told["version"] = standing[-1].ordinal
    if article.dateline_place:
        told["locationCreated"] = {"@type": "Place", "name": article.dateline_place}
    return told


def data_block(told: dict[str, Any]) -> str:
    """The JSON as it may stand within ``<script>``: no letter of it can end the element or begin
    a comment (HTML standard, restrictions for contents of script elements)."""
    text = json.dumps(told, ensure_ascii=False)
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
