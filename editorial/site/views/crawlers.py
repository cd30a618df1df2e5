"""What machines ask for first: robots, maps, the contact for holes, the site as an app."""

import json
from datetime import UTC, datetime
from pathlib import Path

from flask import current_app, send_from_directory, url_for
from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.pipeline.refusal import NotThere
from editorial.site import sitemap
from editorial.site.blueprint import bp
from editorial.site.here import file, site_here
from editorial.site.moment import site_moment
from editorial.web.access import anyone, needs
from editorial.web.address import absolute
from editorial.web.clock import now

# The newsroom's pages need no naming: they answer nobody who isn't signed in.
ROBOTS = """User-agent: *
Disallow: /search

Sitemap: {index}
Sitemap: {news}
"""


@bp.get("/robots.txt")
@needs(anyone)
def robots() -> Response:
    """Everything may be indexed but the answers to searches."""
    named = {"index": absolute("site.sitemaps"), "news": absolute("site.news_sitemap")}
    return file(ROBOTS.format(**named), "text/plain")


@bp.get("/sitemap.xml")
@needs(anyone)
def sitemaps() -> Response:
    """The map of the maps."""
    numbers = range(1, sitemap.parts(reading()) + 1)
    parts = [absolute("site.sitemap_part", number=number) for number in numbers]
    return file(sitemap.index([absolute("site.sitemap_pages"), *parts]), "application/xml")


@bp.get("/sitemaps/pages.xml")
@needs(anyone)
def sitemap_pages() -> Response:
    """The pages that are no stories."""
    sections = [absolute("site.section", slug=place.slug) for place in site_here().sections]
    house = [absolute("site.about"), absolute("site.corrections")]
    pages = [absolute("site.front"), *sections, *house]
    return file(sitemap.urls((page, None) for page in pages), "application/xml")


@bp.get("/sitemaps/<int(min=1, max=999999):number>.xml")
@needs(anyone)
def sitemap_part(number: int) -> Response:
    """Some thousand stories."""
    stories = sitemap.part(reading(), number)
    if not stories:
        raise NotThere
    base = absolute("site.front").rstrip("/")
    return file(sitemap.urls((base + path, at) for path, at in stories), "application/xml")


@bp.get("/news-sitemap.xml")
@needs(anyone)
def news_sitemap() -> Response:
    """The stories of the last two days."""
    base = absolute("site.front").rstrip("/")
    stories = [
        (base + path, story) for path, story in sitemap.recent(reading(), site_moment(reading()))
    ]
    return file(sitemap.news(stories, site_here().name), "application/xml")


@bp.get("/.well-known/security.txt")
@needs(anyone)
def security() -> Response:
    """Whom to tell of a hole (RFC 9116); missing until the setting names somebody."""
    contact: str = setting(reading(), "security.contact")
    if not contact:
        raise NotThere
    if not contact.startswith("https://"):
        contact = f"mailto:{contact}"
    lines = (
        f"Contact: {contact}",
        f"Expires: {_expiry(now()):%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {absolute('site.security')}",
    )
    return file("\n".join(lines) + "\n", "text/plain")


@bp.get("/manifest.webmanifest")
@needs(anyone)
def manifest() -> Response:
    """The site as an app on a phone."""
    site = site_here()
    icons = [("icon-192", 192, "any"), ("icon-512", 512, "any"), ("maskable-512", 512, "maskable")]
    told = {
        "name": site.name,
        "short_name": site.name,
        "description": site.tagline,
        "lang": site.language,
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "background_color": site.look.papers[0],
        "theme_color": site.look.papers[0],
        "icons": [
            {
                "src": url_for("static", filename=f"icons/{name}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, size, purpose in icons
        ],
    }
    return file(json.dumps(told, ensure_ascii=False), "application/manifest+json")


@bp.get("/favicon.ico")
@needs(anyone)
def favicon() -> Response:
    """Where browsers look without being told."""
    assert current_app.static_folder is not None
    return send_from_directory(Path(current_app.static_folder, "icons"), "favicon.ico")


def _expiry(today: datetime) -> datetime:
    """The first day of the month after the next six: within the year that RFC 9116 advises,
    and the same bytes for a month."""
    months = today.year * 12 + today.month - 1 + 7
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC)
