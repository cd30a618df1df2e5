"""What the surroundings say: one place that reads the environment."""

import importlib.util
import os
import secrets
import shlex
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHORTEST_SECRET = 32
KNOWN_SECRETS = ("changeme", "change-me", "secret", "dev", "development", "default")


class Misconfigured(Exception):
    """A setting that must be set before this can start; the sentence says which and how."""


@dataclass(frozen=True, slots=True)
class Config:
    """``production`` is on unless EDITORIAL_ENV says development."""

    production: bool
    database_url: str
    secret_key: str
    instance: Path
    mail_url: str
    public_url: str
    trusted_proxies: int
    worker_inside: bool
    log_key: Path | None = None
    files: str = ""
    # Whether a desk's hook may be an address of the inner network.
    hooks_inside: bool = False
    site_folder: Path | None = None
    # Where the house keeps themes of its own.
    themes: Path | None = None
    compiled_folder: Path | None = None
    # The command that writes a recording down; the recording's path is put behind it.
    transcriber: tuple[str, ...] = ()
    # Where mirrors of the site may lie on this machine, beside ``mirrors`` of the instance folder.
    mirror_folders: tuple[Path, ...] = ()

    @property
    def log_key_file(self) -> Path:
        """Where the key that signs the log is kept: never in the database."""
        return self.log_key or self.instance / "log-key"

    @property
    def log_origin(self) -> str:
        """The name a new log is given: the public site's, or none."""
        host = self.public_url.partition("://")[2]
        return f"{host}/log" if host else ""

    @property
    def vault(self) -> str:
        """Where files are kept: a folder, or the ``s3:`` address of a bucket."""
        return self.files or str(self.instance / "files")

    @property
    def site(self) -> Path:
        """Where published pages are kept as files."""
        return self.site_folder or self.instance / "site"

    @property
    def compiled(self) -> Path:
        """Where compiled templates are kept."""
        return self.compiled_folder or self.instance / "compiled"


def from_environment(environment: dict[str, str] | None = None) -> Config:
    """Read the environment. Raises Misconfigured."""
    env = dict(os.environ) if environment is None else environment
    production = env.get("EDITORIAL_ENV", "production") != "development"
    instance = Path(env.get("EDITORIAL_INSTANCE", ROOT / "instance")).resolve()
    # Passed through by a web server that serves the pages in it, and listed by nobody.
    instance.mkdir(mode=0o711, parents=True, exist_ok=True)
    database_url = _with_driver(env.get("DATABASE_URL") or _own_database(instance))
    return Config(
        production=production,
        database_url=database_url,
        secret_key=_secret(env, instance, production),
        instance=instance,
        mail_url=env.get("MAIL_URL", "" if production else f"file://{instance / 'mail'}"),
        public_url=env.get("PUBLIC_URL", "").rstrip("/"),
        trusted_proxies=int(env.get("TRUSTED_PROXIES", "0")),
        worker_inside=env.get("EDITORIAL_WORKER", "inside") == "inside",
        log_key=_path(env, "EDITORIAL_LOG_KEY"),
        files=_files(env.get("EDITORIAL_FILES", "")),
        hooks_inside=env.get("EDITORIAL_HOOKS", "outside") == "inside",
        themes=_path(env, "EDITORIAL_THEMES"),
        site_folder=_path(env, "EDITORIAL_SITE"),
        compiled_folder=_path(env, "EDITORIAL_COMPILED"),
        transcriber=_transcriber(env),
        mirror_folders=tuple(
            Path(one).resolve() for one in env.get("EDITORIAL_MIRRORS", "").split(":") if one
        ),
    )


def _own_database(instance: Path) -> str:
    """The SQLite file of the instance folder, which nobody else on the machine may read: drafts,
    sources and password hashes are in it. What SQLite puts beside it has the same rights."""
    file = instance / "editorial.db"
    if not file.exists():
        file.touch(mode=0o600)
    for one in (file, *(file.with_name(file.name + beside) for beside in ("-wal", "-shm"))):
        # A group that an operator lets in stays in; another user's file is theirs to mend.
        with suppress(FileNotFoundError, PermissionError):
            one.chmod(one.stat().st_mode & ~0o007)
    return f"sqlite:///{file}"


def _path(env: dict[str, str], name: str) -> Path | None:
    return Path(env[name]) if env.get(name) else None


def _transcriber(env: dict[str, str]) -> tuple[str, ...]:
    """The operator's command, or faster-whisper on their model where that is installed."""
    if command := env.get("EDITORIAL_TRANSCRIBER", ""):
        return tuple(shlex.split(command))
    model = env.get("EDITORIAL_WHISPER", "")
    if not model or importlib.util.find_spec("faster_whisper") is None:
        return ()
    return (sys.executable, "-m", "editorial.sources.whisper", str(Path(model).resolve()))


def _files(told: str) -> str:
    """A folder as the whole path it means here; the address of a bucket as it is."""
    if not told or told.startswith("s3://"):
        return told
    if "://" in told:
        raise Misconfigured(
            "EDITORIAL_FILES is a folder, or s3://bucket/prefix?endpoint=https://… for "
            "S3-compatible storage."
        )
    return str(Path(told).resolve())


def _secret(env: dict[str, str], instance: Path, production: bool) -> str:
    secret = env.get("SECRET_KEY", "")
    if not production and not secret:
        return _kept_secret(instance / "secret-key")
    if len(secret) < SHORTEST_SECRET or secret.lower().startswith(KNOWN_SECRETS):
        raise Misconfigured(
            f"SECRET_KEY is missing, well known or shorter than {SHORTEST_SECRET} characters. "
            "Set it to a random text, for example the output of: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    return secret


def _kept_secret(path: Path) -> str:
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


def _with_driver(url: str) -> str:
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url
