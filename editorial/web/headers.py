"""Headers that every answer carries."""

from flask import Flask, request, session
from werkzeug.wrappers import Response

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)


def usual_headers(app: Flask) -> list[tuple[str, str]]:
    """What every answer carries, a file as much as a page."""
    headers = [
        ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ]
    if app.config["SESSION_COOKIE_SECURE"]:
        headers.append(("Strict-Transport-Security", "max-age=31536000"))
    return headers


def set_headers(app: Flask) -> None:
    """Strict by default; a signed-in person's pages stay out of every cache."""
    usual = usual_headers(app)

    @app.after_request
    def harden(response: Response) -> Response:
        headers = response.headers
        for name, value in usual:
            headers.setdefault(name, value)
        if request.endpoint == "static" and request.path.endswith(".woff2"):
            # A font that is cut anew gets another name.
            headers["Cache-Control"] = "public, max-age=31536000, immutable"
        # By the cookie alone: this runs after a failure too, when the database may be gone.
        if request.endpoint != "static" and "_user_id" in session:
            headers.setdefault("Cache-Control", "no-store")
        return response
