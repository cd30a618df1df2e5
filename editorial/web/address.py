"""Addresses as readers outside of this request need them: whole, with host."""

from typing import Any

from flask import current_app, request, url_for


def absolute(endpoint: str, **values: Any) -> str:
    """The endpoint's URL under PUBLIC_URL, or under the host that was asked."""
    base: str = current_app.config.get("PUBLIC_URL") or request.host_url.rstrip("/")
    return base + url_for(endpoint, **values)
