"""A letter as a mail."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid, parseaddr


@dataclass(frozen=True, slots=True)
class Attachment:
    """A text that comes with a letter."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """To one person: ``text`` for every reader, ``html`` for those that show it. ``headers`` are
    further ones; a Message-ID among them is the letter's own."""

    name: str
    email: str
    subject: str
    text: str
    html: str
    attachments: tuple[Attachment, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def with_headers(self, headers: Mapping[str, str]) -> "Letter":
        """The same letter with these headers."""
        return replace(self, headers=headers)


def as_mail(letter: Letter, sender: str, at: datetime) -> EmailMessage:
    """The mail (RFC 5322). ``sender`` is an address, with or without a name before it.

    Raises ValueError for a header that would break out of its line.
    """
    sender_name, sender_address = parseaddr(sender)
    mail = EmailMessage()
    mail["From"] = _address(sender_name, sender_address)
    mail["To"] = _address(letter.name, letter.email)
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(at)
    if "Message-ID" not in letter.headers:
        mail["Message-ID"] = make_msgid(domain=sender_address.rpartition("@")[2] or "localhost")
    # RFC 3834: an out-of-office reply to this helps nobody.
    mail["Auto-Submitted"] = "auto-generated"
    for name, value in letter.headers.items():
        mail[name] = value
    mail.set_content(letter.text)
    mail.add_alternative(letter.html, subtype="html")
    for attachment in letter.attachments:
        mail.add_attachment(attachment.text, filename=attachment.name)
    return mail


def _address(name: str, email: str) -> Address:
    user, _, domain = email.rpartition("@")
    # Servers speak of other letters than ASCII's in IDNA only.
    return Address(display_name=name, username=user, domain=domain.encode("idna").decode())
