"""The article for machines: schema.org's NewsArticle, its links whole."""

import json
from typing import Any
from urllib.parse import urljoin

from editorial.site.feed import stamp
from editorial.site.pages import Article


def news_article(article: Article, agency: str, base: str, image: str) -> dict[str, Any]:
    """JSON-LD of the article. ``base`` is the front page's whole address with its slash,
    ``image`` the address of the picture shown beside a link to the article."""
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
        "image": [image],
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
