"""Everything that readers can fetch, so that a test can look for what must not be there."""

import uuid

from tests.newsroom import Browser, Newsroom


def public_bytes(room: Newsroom, reader: Browser, key: uuid.UUID) -> str:
    """All that the site answers, bodies and headers, whatever the status.
    ``key`` is the dispatch whose own addresses are tried."""
    told = []
    for url in sorted(public_urls(room, key)):
        answer = reader.get(url)
        assert answer.status_code in (200, 301, 404, 410), url
        told.append(f"{answer.headers}\n{answer.get_data().decode(errors='replace')}")
    return "\n".join(told)


def public_urls(room: Newsroom, key: uuid.UUID) -> set[str]:
    """An address of every route of the site."""
    parts = {
        "<slug>": ("politics", "mira-sol", "harbour"),
        "<address>": (f"harbour-council-meets-at-dawn-{key.hex[:8]}",),
        "<int(max=999999):number>": ("1",),
        "<int(max=9999):number>": ("1",),
        "<int(min=1, max=999999):number>": ("1",),
        "<any(atom, rss, json):form>": ("atom", "rss", "json"),
        "<digest>": ("0" * 64,),
        "<any(png, webp, jpg):form>": ("png",),
        "<int(max=9999):width>": ("320",),
        "<any(avif, webp, jpg):form>": ("avif", "webp", "jpg"),
    }
    urls = {
        rule.rule for rule in room.app.url_map.iter_rules() if rule.endpoint.startswith("site.")
    }
    for part, values in parts.items():
        urls = {url.replace(part, value) for url in urls for value in values}
    assert not [url for url in urls if "<" in url], "say in this file what to put there"
    return urls | {"/search?q=harbour+council", "/search?q=dus"}
