"""The form of a mirror: shapes only, and where on this machine one may lie."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from flask import current_app
from wtforms import Field, PasswordField, RadioField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from editorial.admin.forms import trimmed
from editorial.admin.queries.mirrors import KIND_WORDS
from editorial.models.mirror import MirrorKind
from editorial.web.forms import ActForm

BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
# What rsync(1) calls a remote: host:folder, account@host:folder, or a daemon's address. Neither
# begins with a dash, so that it can't be taken for an option.
REMOTE = re.compile(r"(rsync://)?([\w.-]+@)?(?!-)[\w.-]+(:\d+)?(:/|:[\w~]|/)[\w./~+-]*", re.ASCII)


class MirrorForm(ActForm):
    """Where the site is carried."""

    name = StringField(
        "Name",
        filters=[trimmed],
        validators=[InputRequired("A name, please; the log carries it."), Length(max=80)],
    )
    kind = RadioField(
        "What keeps it",
        choices={kind.value: words for kind, words in KIND_WORDS.items()},
        default=MirrorKind.FOLDER.value,
    )
    address = StringField(
        "Address",
        filters=[trimmed],
        validators=[InputRequired("Where it is carried, please."), Length(max=1000)],
    )
    account = StringField("Key of the storage", filters=[trimmed], validators=[Length(max=200)])
    secret = PasswordField("Secret", validators=[Length(max=400)])

    def validate_address(self, field: Field) -> None:
        """As the kind wants it."""
        address = field.data or ""
        wrong = {
            MirrorKind.FOLDER.value: _wrong_folder,
            MirrorKind.BUCKET.value: _wrong_bucket,
            MirrorKind.RSYNC.value: _wrong_remote,
        }.get(self.kind.data or "", _wrong_folder)(address)
        if wrong:
            raise ValidationError(wrong)


def _wrong_folder(address: str) -> str:
    allowed: tuple[Path, ...] = current_app.config["MIRROR_FOLDERS"]
    path = Path(address)
    if not path.is_absolute() or "\0" in address:
        return "The whole path of a folder, please, for example /srv/mirror/site."
    found = path.resolve()
    if not any(found.is_relative_to(one.resolve()) and found != one.resolve() for one in allowed):
        listed = ", ".join(str(one) for one in allowed)
        return f"Mirrors may lie under {listed}. EDITORIAL_MIRRORS adds further folders."
    return ""


def _wrong_bucket(address: str) -> str:
    example = "An address such as s3://bucket/site?endpoint=https://storage.example.org, please."
    try:
        parts = urlsplit(address)
        endpoint = parse_qs(parts.query).get("endpoint", ["https://host"])[0]
        named = urlsplit(endpoint)
        good = parts.scheme == "s3" and BUCKET.fullmatch(parts.netloc) is not None
        good = good and named.scheme in ("http", "https") and bool(named.hostname)
    except ValueError:
        return example
    return "" if good else example


def _wrong_remote(address: str) -> str:
    if REMOTE.fullmatch(address) and ".." not in address:
        return ""
    return "What rsync takes, please: account@host:/folder, or rsync://host/module/folder."
