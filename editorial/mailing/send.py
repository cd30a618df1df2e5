"""Sending by ``MAIL_URL``: a mail server, a folder or the console."""

import smtplib
import ssl
import sys
import uuid
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from editorial.mailing.letter import Letter, as_mail

PATIENCE_SECONDS = 20
PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}


class BadMailUrl(Exception):
    """MAIL_URL can't be used; the sentence says why. It never holds the password."""


class CannotSend(Exception):
    """The server was not reached, or did not take the mail; the sentence says which."""


def send(url: str, letter: Letter, at: datetime) -> None:
    """Send one letter.

    ``url`` is ``smtp://user:pass@host:port``, ``smtps://…`` (TLS from the first byte),
    ``smtp+starttls://…``, ``file:///folder`` (one .eml a mail) or ``console:``. A server's may
    end in ``?from=desk@agency.example``, percent-encoded; without it mails come from the user
    when that is an address, else from editorial@host. Raises BadMailUrl and CannotSend.
    """
    scheme, _, rest = url.partition(":")
    if scheme == "file":
        _to_folder(Path(rest.removeprefix("//")), as_mail(letter, "editorial@localhost", at))
    elif scheme == "console":
        sys.stdout.write(f"{as_mail(letter, 'editorial@localhost', at)}\n")
        sys.stdout.flush()
    elif scheme in PORTS:
        _to_server(urlsplit(url), letter, at)
    else:
        raise BadMailUrl(
            "MAIL_URL is not set or begins with no known word. Set it to smtp://, smtps:// or "
            "smtp+starttls:// with user, password, host and port, or to file:///folder."
        )


def _to_folder(folder: Path, mail: EmailMessage) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # Named apart first, so that nobody reads half a mail.
    half = folder / f".{uuid.uuid4().hex}"
    half.touch(mode=0o600)
    half.write_bytes(mail.as_bytes())
    half.rename(folder / f"{uuid.uuid4().hex}.eml")


def _to_server(url: SplitResult, letter: Letter, at: datetime) -> None:
    if not url.hostname:
        raise BadMailUrl("MAIL_URL names no host.")
    user, password = unquote(url.username or ""), unquote(url.password or "")
    named = parse_qs(url.query).get("from", [""])[0]
    sender = named or (user if "@" in user else f"editorial@{url.hostname}")
    mail = as_mail(letter, sender, at)
    try:
        with _connect(url)(url.hostname, url.port or PORTS[url.scheme]) as server:
            if url.scheme == "smtp+starttls":
                server.starttls(context=ssl.create_default_context())
            if user:
                server.login(user, password)
            server.send_message(mail)
    except (smtplib.SMTPException, OSError) as error:
        raise CannotSend(f"{url.hostname} did not take the mail: {error}") from error


def _connect(url: SplitResult) -> Callable[[str, int], smtplib.SMTP]:
    if url.scheme != "smtps":
        return lambda host, port: smtplib.SMTP(host, port, timeout=PATIENCE_SECONDS)
    context = ssl.create_default_context()
    return lambda host, port: smtplib.SMTP_SSL(
        host, port, timeout=PATIENCE_SECONDS, context=context
    )
