"""The sample configurations of docs/ in the real servers, before an app that tells what it got."""

import json
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from werkzeug import Request, Response
from werkzeug.serving import make_server

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin"
START_SECONDS = 30
# What stands around the sample's server: a distribution's own file, with nothing to write outside.
AROUND = """
worker_processes {workers}; daemon off; pid {folder}/pid; error_log {folder}/error.log; {user}
events {{}}
http {{
  access_log off; sendfile on;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/site.conf;
}}
"""
QUIET = "{\n\tadmin off\n\tauto_https off\n}\n"


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def nginx_command(
    folder: Path, pages: Path, port: int, app_port: int, *, more: str = "", workers: int = 1
) -> list[str]:
    """How to start nginx with docs/nginx.conf, its places filled in; ``more`` stands before its
    locations."""
    folder.mkdir(exist_ok=True)
    sample = _filled(
        "nginx.conf",
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("server_name news.example.org;", f"server_name localhost; {more}"),
        ("/srv/editorial/site/pages", str(pages)),
        ("/opt/editorial/editorial", str(ROOT / "editorial")),
        ("127.0.0.1:8000", f"127.0.0.1:{app_port}"),
    )
    (folder / "site.conf").write_text(sample)
    user = "user root;" if os.geteuid() == 0 else ""
    settings = folder / "nginx.conf"
    settings.write_text(AROUND.format(folder=folder, user=user, workers=workers))
    return [_program("nginx"), "-c", str(settings)]


def caddy_command(folder: Path, pages: Path, port: int, app_port: int) -> list[str]:
    """How to start Caddy with docs/Caddyfile, its places filled in."""
    folder.mkdir(exist_ok=True)
    sample = _filled(
        "Caddyfile",
        ("news.example.org {", f"http://127.0.0.1:{port} {{"),
        ("/srv/editorial/site/pages", str(pages)),
        ("/opt/editorial/editorial", str(ROOT / "editorial")),
        ("127.0.0.1:8000", f"127.0.0.1:{app_port}"),
    )
    settings = folder / "Caddyfile"
    settings.write_text(QUIET + sample)
    return [_program("caddy"), "run", "--adapter", "caddyfile", "--config", str(settings)]


@contextmanager
def serving(command: list[str], port: int, folder: Path) -> Iterator[str]:
    """The server's address, from its first answer on."""
    places = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (
        (folder / "output").open("wb") as output,
        subprocess.Popen(
            command, stdout=output, stderr=output, env={**os.environ, **places}
        ) as process,
    ):
        try:
            deadline = time.monotonic() + START_SECONDS
            while not _answers(port):
                assert process.poll() is None, (folder / "output").read_text()
                assert time.monotonic() < deadline, "the server did not answer in time"
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@contextmanager
def telling_app() -> Iterator[int]:
    """The port of an app that answers each request with what it was asked, as JSON."""
    server = make_server("127.0.0.1", 0, _tell, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()


@Request.application
def _tell(request: Request) -> Response:
    asked = {"method": request.method, "path": request.environ["RAW_URI"]}
    body = json.dumps({**request.headers, **asked, "got": len(request.get_data())})
    return Response(body, headers={"X-App": "1", "Cache-Control": "no-store"})


def _filled(name: str, *places: tuple[str, str]) -> str:
    sample = (ROOT / "docs" / name).read_text()
    for placed, here in places:
        assert placed in sample, placed
        sample = sample.replace(placed, here)
    return sample


def _program(name: str) -> str:
    program = shutil.which(name, path=PROGRAMS)
    assert program is not None, f"tests/install_tools installs {name}"
    return program


def _answers(port: int) -> bool:
    try:
        httpx.get(f"http://127.0.0.1:{port}/")
    except httpx.TransportError:
        return False
    return True
