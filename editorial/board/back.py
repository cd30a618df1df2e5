"""Leading back to the board that an act was done on."""

import re
from collections.abc import Iterable

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response

# An address of a board of ours, and of no other house.
BOARD = re.compile(r"/board(?:/[\w-]+)?(?:\?[^\s\\]*)?")


def by_script() -> bool:
    """Whether the board's script asks, which stays where it is."""
    return request.headers.get("Accept") == "application/json"


def lead_back(back: str | None, said: Iterable[tuple[str, str]] = ()) -> Response:
    """To the board it came from, saying each of ``said`` (words, category)."""
    for words, category in said:
        flash(words, category)
    known = back is not None and BOARD.fullmatch(back) is not None
    return redirect(back if known and back else url_for("board.show"), 303)
