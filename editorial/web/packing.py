"""Packing what readers fetch: pages of the site, stylesheets, scripts."""

import gzip

from flask import Flask, request
from werkzeug.wrappers import Response

SMALLEST = 1024
PACKED = ("text/", "application/json", "application/xml", "application/javascript", "image/svg")
ENDINGS = ("+json", "+xml")


def pack_answers(app: Flask) -> None:
    """Gzip for browsers that take it, of answers that are the same for everybody.

    A signed-in person's pages stay unpacked: beside a secret, the length of a packed page tells on
    what it holds (BREACH).
    """

    @app.after_request
    def pack(response: Response) -> Response:
        if not (_for_everybody() and _is_worth_it(response)):
            return response
        response.vary.add("Accept-Encoding")
        if request.accept_encodings["gzip"] <= 0:
            return response
        response.direct_passthrough = False
        content = response.get_data()
        if len(content) < SMALLEST:
            return response
        response.set_data(gzip.compress(content, 6, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        tag, _weak = response.get_etag()
        if tag is not None:
            # Other bytes than those of the tag: the same page, packed (RFC 9110, 8.8.1).
            response.set_etag(tag, weak=True)
        return response


def _for_everybody() -> bool:
    endpoint = request.endpoint or ""
    return endpoint == "static" or endpoint.startswith("site.")


def _is_worth_it(response: Response) -> bool:
    kind = response.mimetype or ""
    return (
        request.method == "GET"
        and response.status_code == 200
        and "Content-Encoding" not in response.headers
        and "Set-Cookie" not in response.headers
        and (kind.startswith(PACKED) or kind.endswith(ENDINGS))
    )
