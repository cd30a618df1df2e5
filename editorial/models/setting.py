"""Settings an administrator changes: one row a key."""

from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from editorial.models.base import Base

DEFAULTS: dict[str, Any] = {
    "agency.name": "Newsroom",
    "agency.tagline": "",
    "agency.language": "en",
    # Whether readers are told the name of who approved, beside the role.
    "site.names_approvers": False,
    # Whether readers may write reviews under stories.
    "site.reviews": True,
    # A folder of docs/themes.md; without, the house's own pages.
    "site.theme": "",
    # By scheme, light and dark: the tokens that differ from the house's own.
    "site.colours": {},
    # Slugs of desks: those that stand first, and those that are not led to.
    "site.sections": {"order": [], "hidden": []},
    # In the place of the agency's name: digest, form, width, height, inverts.
    "site.wordmark": {},
    # links: [words, address] each.
    "site.footer": {"text": "", "links": []},
    # Whom to tell of a hole: an e-mail address or the address of a form; security.txt says it.
    "security.contact": "",
    "access.totp_required": False,
    # How many days without contact a device keeps drafts.
    "device.days": 14,
    # Each {"url": its submission prefix, "key": its vkey}; how many must cosign.
    "log.witnesses": [],
    "log.quorum": 0,
}


class Setting(Base):
    """A key of ``DEFAULTS`` with the value that replaces the default."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


def setting(session: Session, key: str) -> Any:
    """The value of ``key``, or its default. Raises KeyError for a key nobody knows."""
    row = session.get(Setting, key)
    return DEFAULTS[key] if row is None else row.value
