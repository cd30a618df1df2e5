"""A mirror on another machine, by rsync: over ssh, or a daemon's ``rsync://`` address."""

import os
import shutil
import subprocess
from pathlib import Path

from editorial.site.export import STATE
from editorial.site.mirrors.tree import Carried, NotCarried, notices_of

PATIENCE_SECONDS = 60
SSH = "ssh -oBatchMode=yes -oConnectTimeout=20"
USUAL = (
    "--recursive",
    "--times",
    "--links",
    "--chmod=D755,F644",
    f"--timeout={PATIENCE_SECONDS}",
    f"--exclude=/{STATE}",
    "--out-format=%o %n",
)
# rsync's exit codes (rsync(1)): what a person can do.
ADVICE = {
    5: "Check account and secret: the daemon does not let this account in.",
    10: "See whether the machine answers at this address and port.",
    11: "See whether the folder there is writable and its disk has room.",
    12: "See whether rsync is installed there and the account may log in with its key.",
    23: "See whether all of the folder there belongs to the account.",
    30: "The line is slow or cut. It is tried again by itself.",
    35: "The machine does not answer. It is tried again by itself.",
    255: "ssh can't log in: put this machine’s key there, and the machine’s into known_hosts here.",
}
RETRIED = "It is tried again by itself. What rsync said stands above."


def carry_by_rsync(root: Path, address: str, secret: str) -> Carried:
    """Make the folder at ``address`` what ``root`` is: what was withdrawn goes first. Raises
    NotCarried."""
    program = shutil.which("rsync")
    if program is None:
        raise NotCarried("rsync is not installed here.", "Install it: apt-get install rsync")
    target = address.rstrip("/") + "/"
    source = f"{root.resolve()}/"
    # Takes out what is no more, and sends nothing.
    removing = [*USUAL, "--delete", "--existing", "--ignore-existing"]
    removed = _run([program, *removing, source, target], secret)
    notices = notices_of(root)
    written = 0
    if notices:
        listed = "\n".join(notices).encode()
        some = [*USUAL, "--no-recursive", "--files-from=-", "--relative", "--dirs"]
        written += _run([program, *some, source, target], secret, listed).count("send ")
    rest = [*USUAL, "--delay-updates", "--delete-delay"]
    written += _files_in(_run([program, *rest, source, target], secret))
    return Carried(written, removed.count("del. "))


def _files_in(told: str) -> int:
    return sum(line.startswith("send ") and not line.endswith("/") for line in told.splitlines())


def _run(command: list[str], secret: str, given: bytes = b"") -> str:
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": os.environ.get("HOME", "")}
    environment["RSYNC_RSH"] = os.environ.get("RSYNC_RSH", SSH)
    for name in ("SSH_AUTH_SOCK", "LANG"):
        if name in os.environ:
            environment[name] = os.environ[name]
    if secret:
        environment["RSYNC_PASSWORD"] = secret
    done = subprocess.run(  # noqa: S603  (no shell; the address was checked, and follows the options)
        command,
        input=given,
        capture_output=True,
        check=False,
        env=environment,
        # Without a terminal it can't ask for a password and wait.
        start_new_session=True,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        last = next((line for line in said if line and not line.startswith("rsync error")), "")
        raise NotCarried(
            f"rsync ended with {done.returncode}: {last[:500]}",
            ADVICE.get(done.returncode, RETRIED),
        )
    return done.stdout.decode(errors="replace")
