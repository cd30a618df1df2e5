"""A real rsync daemon for tests: one module, behind a password."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ACCOUNT, PASSWORD = "carrier", "open sesame"
CONFIGURATION = """
use chroot = no
{who}
pid file = {folder}/pid
[site]
path = {folder}/module
read only = no
auth users = {account}
secrets file = {folder}/secrets
"""


@contextmanager
def rsync_daemon(folder: Path) -> Iterator[str]:
    """The address of the module, whose files are ``folder/module``."""
    program = shutil.which("rsync")
    assert program is not None, "tests/install_tools installs rsync"
    (folder / "module").mkdir(parents=True)
    secrets = folder / "secrets"
    secrets.write_text(f"{ACCOUNT}:{PASSWORD}\n")
    secrets.chmod(0o600)
    who = "uid = root\ngid = root" if Path.home() == Path("/root") else ""
    (folder / "rsyncd.conf").write_text(
        CONFIGURATION.format(folder=folder, account=ACCOUNT, who=who)
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [program, "--daemon", "--no-detach", "--address=127.0.0.1", f"--port={port}"]
    with subprocess.Popen([*command, f"--config={folder / 'rsyncd.conf'}"]) as process:
        try:
            for _ in range(200):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield f"rsync://{ACCOUNT}@127.0.0.1:{port}/site"
        finally:
            process.terminate()
