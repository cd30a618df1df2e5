"""Who may enter. A view declares its need; one that declares none is refused."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.pipeline.roles import desks_of, is_administrator
from editorial.web.signed_in import is_signed_in, left_here, person_here
from editorial.web.unsent import SignedOutWhileTyping, unsent

View = TypeVar("View", bound=Callable[..., Any])
Need = Callable[[], bool]


def anyone() -> bool:
    """Open to readers."""
    return True


def signed_in() -> bool:
    """Any active person."""
    return True


def here_or_left() -> bool:
    """Any active person; and the browser of someone deactivated, whose words the view keeps."""
    return True


def on_a_desk() -> bool:
    """Someone with a role on any desk."""
    return bool(desks_of(person_here()))


def administrator() -> bool:
    """Manages people, desks and settings."""
    return is_administrator(person_here())


def on_a_desk_or_administrator() -> bool:
    """Either: for pages whose query then shows each what is theirs."""
    return on_a_desk() or administrator()


def needs(need: Need, *, second_factor: bool = True) -> Callable[[View], View]:
    """Declare what a view needs. ``second_factor=False``: it is where one is set up."""

    def declare(view: View) -> View:
        view.__dict__["editorial_need"] = need
        view.__dict__["editorial_second_factor"] = second_factor
        return view

    return declare


def need_of(endpoint: str) -> Need | None:
    """What the endpoint's view declared."""
    view = current_app.view_functions.get(endpoint)
    need: Need | None = getattr(view, "editorial_need", None)
    return need


def open_doors(app: Flask) -> None:
    """Deny by default: every request passes here before its view."""
    app.before_request(_weigh_request)


def _weigh_request() -> Response | None:
    if "\0" in request.path:
        # PostgreSQL takes none in a text: the address would fail instead of being missing.
        abort(404)
    endpoint = request.endpoint
    if endpoint is None or endpoint == "static":
        return None
    need = need_of(endpoint)
    if need is None:
        current_app.logger.error("view %s declares no need; refused", endpoint)
        abort(404)
    if need is anyone:
        return None
    if not is_signed_in():
        if need is here_or_left and left_here() is not None:
            return None
        if unsent():
            raise SignedOutWhileTyping
        return redirect(url_for("accounts.sign_in", next=_came_for()))
    if _owes_second_factor(endpoint):
        return redirect(url_for("accounts.second_factor"))
    if not need():
        # Forbidden and missing look the same.
        abort(404)
    return None


def _came_for() -> str | None:
    return request.full_path.rstrip("?") if request.method == "GET" else None


def _owes_second_factor(endpoint: str) -> bool:
    view = current_app.view_functions[endpoint]
    if not getattr(view, "editorial_second_factor", True):
        return False
    person = person_here()
    if person.totp_confirmed_at is not None:
        return False
    return person.totp_required or bool(setting(reading(), "access.totp_required"))
