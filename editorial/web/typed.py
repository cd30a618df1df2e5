"""What people type, without what nobody can read and a database may not take."""

import re

from editorial.document.schema import ILLEGIBLE


def one_line(text: str | None) -> str:
    """The text on one line, without what nobody can read and without spaces around."""
    return ILLEGIBLE.sub(" ", text or "").strip()


def some_lines(text: str | None) -> str:
    """The same over several lines, with line feeds between."""
    lines = re.split("\r\n|\r|\n", text or "")
    return "\n".join(ILLEGIBLE.sub(" ", line).rstrip() for line in lines).strip()
