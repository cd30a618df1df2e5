"""The sample configuration for nginx, in a real one, on a folder of published files."""

import http.client
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
import pytest

from editorial.site.rebuild import rebuild
from editorial.web.headers import usual_headers
from editorial.workflow.words import Action
from tests.fronts import free_port, nginx_command, serving, telling_app
from tests.web.site.test_files import Press, press

__all__ = ["press"]
FOR_EVER = "public, max-age=31536000, immutable"
LARGE = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Front:
    """A server before the app, which answers what was asked of it."""

    press: Press
    address: str

    def get(self, path: str, **headers: str) -> httpx.Response:
        """What a reader gets from it."""
        return httpx.get(self.address + path, headers=headers)

    def raw(self, method: str, path: str, body: bytes = b"") -> tuple[int, dict[str, str], bytes]:
        """The same, with no letter of the path changed on the way."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc)
        connection.request(method, path, body or None)
        answer = connection.getresponse()
        told = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return told


@pytest.fixture
def front(press: Press, tmp_path: Path) -> Iterator[Front]:
    folder, port = tmp_path / "nginx", free_port()
    with telling_app() as app_port:
        command = nginx_command(folder, press.folder.pages, port, app_port)
        with serving(command, port, folder) as address:
            yield Front(press, address)


def test_a_file_is_served_as_the_app_serves_it(press: Press, front: Front) -> None:
    _key, path = press.publish("Rain", byline="Анна Коваль")
    rebuild(press.folder)
    anna = quote("/by/анна-коваль")
    for url in (
        *(path, f"{path}/versions/1", f"{path}.ninjs.json", "/", "/search", "/news/politics"),
        *("/feed.atom", "/feed.rss", "/feed.json", "/sitemap.xml", "/robots.txt"),
        *("/manifest.webmanifest", anna, f"{anna}/feed.json", "/search/1.json"),
    ):
        ours, theirs = press.get(url), front.get(url)
        assert (theirs.status_code, theirs.content) == (200, ours.data), url
        assert "X-App" not in theirs.headers
        assert theirs.headers["Content-Type"].lower() == ours.headers["Content-Type"].lower(), url
        assert theirs.headers.get_list("Cache-Control") == ["no-cache"], url
        for name, value in usual_headers(press.room.app):
            assert theirs.headers.get_list(name) == [value], (url, name)


def test_a_page_is_asked_for_again_and_packed(press: Press, front: Front) -> None:
    _key, path = press.publish("Rain")
    rebuild(press.folder)
    for url in (path, "/", "/feed.atom"):
        for coding in ("gzip", "identity"):
            asked = {"Accept-Encoding": coding}
            first = front.get(url, **asked)
            assert first.headers.get("Content-Encoding", "identity") == coding
            assert "Accept-Encoding" in first.headers["Vary"]
            again = front.get(url, **asked, **{"If-None-Match": first.headers["ETag"]})
            assert (again.status_code, again.content) == (304, b""), url
        status, headers, body = front.raw("HEAD", url)
        assert (status, body) == (200, b"")
        assert headers["Content-Length"] == str(len(press.get(url).data))


def test_a_withdrawn_story_is_gone_at_once_with_its_reason(press: Press, front: Front) -> None:
    key, path = press.publish("Deadly")
    rebuild(press.folder)
    known = front.get(path)
    assert (known.status_code, b"Deadly" in known.content) == (200, True)
    press.act(press.publisher, Action.KILL, key, "It was invented.")
    for asked in ({}, {"Accept-Encoding": "identity"}, {"If-None-Match": known.headers["ETag"]}):
        gone = front.get(path, **asked)
        assert (gone.status_code, gone.content) == (410, press.get(path).data), asked
        assert "text/html" in gone.headers["Content-Type"]
        assert gone.headers.get_list("Cache-Control") == ["no-cache"]
        assert "Content-Security-Policy" in gone.headers
    assert front.get(f"{path}?fbclid=1").status_code == 410
    assert front.raw("HEAD", path)[0] == 410
    for url in ("/", "/news/politics", "/feed.rss", "/search/1.json", "/sitemaps/1.xml"):
        assert b"Deadly" not in front.get(url).content, url


def test_a_page_is_a_file_whatever_hangs_on_to_its_address(press: Press, front: Front) -> None:
    _key, path = press.publish("Rain")
    rebuild(press.folder)
    for url in (path, "/", "/feed.atom"):
        assert front.get(f"{url}?fbclid=1&utm_source=x").content == press.get(url).data
    assert told(front.get("/search?q=rain"))["path"] == "/search?q=rain"


def test_what_is_no_file_is_the_app_s_with_its_address_as_it_came(
    press: Press, front: Front
) -> None:
    _key, path = press.publish("Rain")
    rebuild(press.folder)
    for url in (
        *("/dispatches", "/dispatches?state=filed&q=a%20b", f"{path}/none", f"{path}/"),
        *(f"{path}/index.html", f"{path}/index.html.gz", f"{path}/gone.html", "/feed.atom.gz"),
        *("/.edition", quote("/by/нікого"), quote("/news/нікого/"), "/a%2Fb", "/news/politics/"),
    ):
        answer = front.get(url)
        assert told(answer)["path"] == url
        assert answer.headers.get_list("Cache-Control") == ["no-store"], url
    for method in ("POST", "PUT", "DELETE"):
        for url in (path, f"{path}/reviews", "/dispatches/1", "/feed.atom", f"{path}?a=b"):
            status, _headers, body = front.raw(method, url, b"name=Ines")
            asked = json.loads(body)
            assert (status, asked["method"], asked["path"], asked["got"]) == (200, method, url, 9)


def test_the_app_is_told_who_asked(front: Front) -> None:
    asked = told(front.get("/dispatches", **{"X-Forwarded-For": "203.0.113.5"}))
    host = urlsplit(front.address).hostname
    assert asked["X-Forwarded-For"].split(", ")[-1] == "127.0.0.1"
    assert asked["X-Forwarded-Proto"] == "http"
    assert asked["X-Forwarded-Host"].split(":")[0] == asked["Host"].split(":")[0] == host


def test_a_large_source_reaches_the_app(front: Front) -> None:
    status, _headers, body = front.raw("POST", "/dispatches/1/sources", b"x" * LARGE)
    assert (status, json.loads(body)["got"]) == (200, LARGE)


def test_no_path_leads_out_of_the_folder(press: Press, front: Front) -> None:
    press.publish("Rain")
    (press.folder.root / "secret").write_text("hidden")
    (press.folder.pages / ".half.part").write_text("hidden")
    for path in (
        "/../secret",
        "/news/../../secret",
        "/%2e%2e/secret",
        "/.half.part",
        "//../secret",
    ):
        assert b"hidden" not in front.raw("GET", path)[2], path


def test_styles_scripts_and_fonts_are_files_too(press: Press, front: Front) -> None:
    press.publish("Rain")
    rebuild(press.folder)
    style = next((press.folder.pages / "style").glob("*.css"))
    font = next(Path(str(press.room.app.static_folder), "fonts").rglob("*.woff2"))
    font_url = f"/static/{font.relative_to(str(press.room.app.static_folder)).as_posix()}"
    for url, caching in (
        (f"/style/{style.name}", FOR_EVER),
        (font_url, FOR_EVER),
        ("/static/search.js", "public, max-age=3600"),
    ):
        theirs, ours = front.get(url), press.get(url)
        assert (theirs.status_code, theirs.content) == (200, ours.data), url
        assert theirs.headers.get_list("Cache-Control") == [caching], url
        assert theirs.headers["X-Content-Type-Options"] == "nosniff"
        type_of = theirs.headers["Content-Type"].partition(";")[0]
        assert type_of == ours.headers["Content-Type"].partition(";")[0], url
    packed = front.get("/static/editor/editor.js", **{"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    for url in ("/static/none.js", "/style/none.css"):
        assert told(front.get(url))["path"] == url


def told(answer: httpx.Response) -> dict[str, Any]:
    """What the app says that it was asked."""
    assert answer.headers.get("X-App") == "1", (answer.request.url, answer.status_code)
    asked: dict[str, Any] = answer.json()
    return asked
