"""Where someone goes after signing in: only ever a path of this newsroom."""

from urllib.parse import urlsplit


def local_path(asked: str | None) -> str | None:
    """``asked`` when it is a path here. Browsers read a backslash as a slash and drop control
    characters, so neither may be in it."""
    if not asked or not asked.startswith("/") or asked.startswith("//") or "\\" in asked:
        return None
    if any(ord(letter) <= 0x20 or ord(letter) == 0x7F for letter in asked):
        return None
    parts = urlsplit(asked)
    return asked if not parts.scheme and not parts.netloc else None
