"""What machines ask for before they ask for a story."""

import io
import json
import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as Xml

import pytest
from PIL import Image

from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.models.setting import Setting
from editorial.workflow.words import Role
from tests.newsroom import Browser, Newsroom

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SECURITY = "/.well-known/security.txt"


@pytest.fixture
def mira(sqlite_newsroom: Newsroom) -> Person:
    return sqlite_newsroom.person("Mira Sol", Role.CORRESPONDENT)


@pytest.fixture
def reader(sqlite_newsroom: Newsroom) -> Browser:
    return sqlite_newsroom.client()


def map_of(reader: Browser, url: str) -> Xml.Element:
    answer = reader.get(url)
    assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
    return Xml.fromstring(answer.get_data())


def addresses(root: Xml.Element) -> list[str]:
    return [(loc.text or "").removeprefix("http://localhost") for loc in root.iter(LOC)]


def test_every_address_of_every_map_is_there(
    sqlite_newsroom: Newsroom,
    mira: Person,
    reader: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("editorial.site.sitemap.A_PART", 2)
    for number in range(3):
        sqlite_newsroom.later(hours=1)
        sqlite_newsroom.publish(mira, headline=f"Story {number}")
    maps = addresses(map_of(reader, "/sitemap.xml"))
    assert maps == ["/sitemaps/pages.xml", "/sitemaps/1.xml", "/sitemaps/2.xml"]
    listed = [address for one in maps for address in addresses(map_of(reader, one))]
    assert len([address for address in listed if "/story-" in address]) == 3
    for address in listed:
        assert reader.get(address).status_code == 200, address
    assert reader.get("/sitemaps/3.xml").status_code == 404
    first = reader.get("/sitemaps/1.xml").get_data()
    sqlite_newsroom.publish(mira, headline="Newest")
    assert reader.get("/sitemaps/1.xml").get_data() == first


def test_the_news_map_holds_two_days(
    sqlite_newsroom: Newsroom, mira: Person, reader: Browser
) -> None:
    sqlite_newsroom.publish(mira, headline="Old")
    sqlite_newsroom.later(hours=47)
    sqlite_newsroom.publish(mira, headline="Fresh & new", language="en-GB")
    assert len(addresses(map_of(reader, "/news-sitemap.xml"))) == 2
    # Two days before what changed last: the map is a function of what is published.
    sqlite_newsroom.later(hours=1)
    sqlite_newsroom.publish(mira, headline="Newest", language="en-GB")
    root = map_of(reader, "/news-sitemap.xml")
    titles = [title.text for title in root.iter(f"{NEWS}title")]
    assert titles == ["Newest", "Fresh & new"]
    assert [name.text for name in root.iter(f"{NEWS}name")] == ["Newsroom"] * 2
    assert [language.text for language in root.iter(f"{NEWS}language")] == ["en"] * 2
    dates = [date.text for date in root.iter(f"{NEWS}publication_date")]
    assert dates == ["2026-11-22T09:00:00Z", "2026-11-22T08:00:00Z"]


def test_robots_are_told_where_the_maps_are(reader: Browser) -> None:
    answer = reader.get("/robots.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    maps = re.findall(r"^Sitemap: http://localhost(.+)$", answer.get_data(as_text=True), re.M)
    assert len(maps) == 2
    for address in maps:
        assert reader.get(address).status_code == 200


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("safe@wire.example", "mailto:safe@wire.example"),
        ("https://wire.example/safe", "https://wire.example/safe"),
    ],
)
def test_security_txt_says_whom_to_tell_and_for_how_long(
    sqlite_newsroom: Newsroom, reader: Browser, contact: str, told: str
) -> None:
    assert reader.get(SECURITY).status_code == 404
    with saving() as session:
        session.add(Setting(key="security.contact", value=contact))
    lines = reader.get(SECURITY).get_data(as_text=True).splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields["Contact"] == told
    assert fields["Canonical"] == f"http://localhost{SECURITY}"
    expires = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=180) < expires - sqlite_newsroom.time < timedelta(days=365)


@pytest.mark.parametrize("month", range(1, 13))
def test_security_txt_never_expires_soon(
    sqlite_newsroom: Newsroom, reader: Browser, month: int
) -> None:
    with saving() as session:
        session.add(Setting(key="security.contact", value="safe@wire.example"))
    sqlite_newsroom.time = datetime(2027, month, 28, tzinfo=UTC)
    expires = re.search(r"Expires: (\S+)", reader.get(SECURITY).get_data(as_text=True))
    assert expires
    assert datetime.fromisoformat(expires[1]) - sqlite_newsroom.time > timedelta(days=180)


def test_the_manifest_s_icons_have_the_sizes_it_says(reader: Browser) -> None:
    answer = reader.get("/manifest.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json; charset=utf-8"
    manifest = json.loads(answer.get_data())
    assert (manifest["name"], manifest["start_url"]) == ("Newsroom", "/")
    for icon in manifest["icons"]:
        picture = Image.open(io.BytesIO(reader.get(icon["src"]).get_data()))
        assert "x".join(map(str, picture.size)) == icon["sizes"]


def test_the_front_page_names_its_icons_and_manifest(reader: Browser) -> None:
    page = reader.get("/").get_data(as_text=True)
    for rel in ("icon", "manifest", "apple-touch-icon"):
        (address,) = re.findall(rf'rel="{rel}"\s+href="([^"]+)"', page)
        assert reader.get(address).status_code == 200
    assert reader.get("/favicon.ico").get_data()[:4] == b"\0\0\1\0"
