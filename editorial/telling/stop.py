"""The token of one-click unsubscribing (RFC 8058): it stops one person's mail of one kind."""

import uuid

from itsdangerous import BadSignature, URLSafeSerializer

from editorial.workflow.events import Event

ALL = "all"


def stop_token(secret: str, person_id: uuid.UUID, event: Event | None) -> str:
    """For a link in a mail. It never grows old: an old mail must still be able to stop the next."""
    return str(_signer(secret).dumps([person_id.hex, ALL if event is None else event.value]))


def read_stop(secret: str, token: str) -> tuple[uuid.UUID, Event | None] | None:
    """Whose mail of which kind; None for a token that we did not make."""
    try:
        person, event = _signer(secret).loads(token)
        return uuid.UUID(person), None if event == ALL else Event(event)
    except (BadSignature, ValueError, TypeError):
        return None


def _signer(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="telling.stop")
