"""A real PostgreSQL of our own for a test run: a cluster in a temporary folder."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

FAST = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200"
SAFE = "-c max_connections=200"


def binaries() -> Path:
    """The folder of initdb and pg_ctl, the newest there is. Raises RuntimeError without one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    if initdb is None:
        raise RuntimeError("PostgreSQL is not installed: run “make test-tools”")
    return Path(initdb).parent


class Cluster:
    """Starts on creation, on a free port of the loopback address; ``stop`` removes it."""

    def __init__(self, options: str = FAST) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="editorial-pg-"))
        self.port = _free_port()
        self._as_postgres = os.geteuid() == 0
        if self._as_postgres:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "--no-sync")
        given = f"-p {self.port} -k {self.folder} -h 127.0.0.1 {options}"
        self._run("pg_ctl", "-D", data, "-o", given, "-l", f"{self.folder}/log", "-w", "start")

    def url(self, database: str) -> str:
        """A URL for SQLAlchemy."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> None:
        """A new, empty database."""
        port = str(self.port)
        self._run("createdb", "-h", "127.0.0.1", "-p", port, "-U", "postgres", database)

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(binaries() / program), *arguments]
        if self._as_postgres:
            # PostgreSQL refuses to run as root.
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(
            command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr.decode()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
