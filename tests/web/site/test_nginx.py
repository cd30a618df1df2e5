"""The sample configuration of docs/, in a real nginx, on a folder of published files."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from editorial.site.rebuild import rebuild
from editorial.workflow.words import Action
from tests.web.site.test_files import Press, press

__all__ = ["press"]
SAMPLE = Path(__file__).parents[3] / "docs" / "nginx.conf"
AROUND = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; {user}
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/site.conf;
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def nginx(press: Press, tmp_path: Path) -> Iterator[str]:
    """Its address. The app behind it is away: what is not a file answers 502."""
    folder, port, nobody = tmp_path / "nginx", free_port(), free_port()
    folder.mkdir()
    sample = SAMPLE.read_text()
    for placed, here in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("/srv/editorial/site/pages", str(press.folder.pages)),
        ("127.0.0.1:8000", f"127.0.0.1:{nobody}"),
    ):
        assert placed in sample
        sample = sample.replace(placed, here)
    (folder / "site.conf").write_text(sample)
    user = "user root;" if Path.home() == Path("/root") else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user))
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    assert program is not None, "tests/install_tools installs nginx"
    with subprocess.Popen([program, "-c", str(folder / "nginx.conf")]) as process:
        try:
            for _ in range(300):
                try:
                    httpx.get(f"http://127.0.0.1:{port}/")
                    break
                except httpx.TransportError:
                    time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def test_nginx_serves_what_the_app_would_and_hands_it_the_rest(press: Press, nginx: str) -> None:
    key, path = press.publish("Rain")
    other, other_path = press.publish("Deadly")
    press.act(press.publisher, Action.KILL, other, "It was invented.")
    rebuild(press.folder)
    assert key != other
    for url in (path, "/", "/news/politics", "/feed.atom", "/feed.rss", "/robots.txt"):
        ours, theirs = press.get(url), httpx.get(nginx + url)
        assert theirs.status_code == 200, url
        assert theirs.content == ours.data
        assert theirs.headers["Content-Type"].lower() == ours.headers["Content-Type"].lower(), url
        for name in ("Content-Security-Policy", "Cache-Control", "X-Content-Type-Options"):
            assert theirs.headers[name] == ours.headers[name], (url, name)
        etag = theirs.headers["ETag"]
        assert httpx.get(nginx + url, headers={"If-None-Match": etag}).status_code == 304
    assert httpx.get(nginx + "/").headers["Content-Encoding"] == "gzip"
    gone = httpx.get(nginx + other_path)
    assert gone.status_code == 410
    assert gone.content == press.get(other_path).data
    for url in ("/search?q=rain", "/dispatches", f"{path}/none"):
        assert httpx.get(nginx + url).status_code == 502, url
    assert httpx.post(nginx + path).status_code == 502
