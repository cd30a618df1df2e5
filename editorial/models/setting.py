"""Settings an administrator changes: one row a key."""

from typing import Any

from sqlalchemy import JSON, String, event, select
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


# All of them, asked once a transaction: a page asks for several.
_EVERY = select(Setting.key, Setting.value)
_READ = "editorial_settings"


def setting(session: Session, key: str) -> Any:
    """The value of ``key``, or its default. Raises KeyError for a key nobody knows."""
    default = DEFAULTS[key]
    transaction, values = session.info.get(_READ, (None, {}))
    if transaction is None or transaction is not session.get_transaction():
        values = {row.key: row.value for row in session.execute(_EVERY)}
        session.info[_READ] = (session.get_transaction(), values)
    return values.get(key, default)


@event.listens_for(Session, "after_flush")
def _forget_changed(session: Session, _context: object) -> None:
    if any(isinstance(one, Setting) for one in (*session.new, *session.dirty, *session.deleted)):
        session.info.pop(_READ, None)


@event.listens_for(Session, "after_soft_rollback")
def _forget_undone(session: Session, _transaction: object) -> None:
    session.info.pop(_READ, None)
