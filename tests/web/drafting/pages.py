"""Pages of drafting as a browser holds them: what it would send back untouched, typed over."""

import re
import uuid
from html import unescape
from typing import Any

from tests.newsroom import Browser


def edit(dispatch: uuid.UUID) -> str:
    """The address of the page for writing."""
    return f"/dispatches/{dispatch}/edit"


def fields(html: str) -> dict[str, str]:
    """The inputs, text areas and selects of the page's form, as they would be sent."""
    forms = re.findall(r"<form\b.*?</form>", html, re.DOTALL)
    form = next(one for one in forms if 'name="headline"' in one)
    found: dict[str, str] = {}
    for tag in re.findall(r"<input\b[^>]*>", form):
        name, value = (re.search(rf'\b{key}="([^"]*)"', tag) for key in ("name", "value"))
        if name and 'type="file"' not in tag:
            found[name[1]] = value[1] if value else ""
    inside = r'[^>]*name="([^"]*)"[^>]*>(.*?)'
    for name, words in re.findall(f"<textarea{inside}</textarea>", form, re.DOTALL):
        found[name] = words.replace("\r\n", "\n").removeprefix("\n")
    for name, options in re.findall(f"<select{inside}</select>", form, re.DOTALL):
        chosen = re.search(r'<option selected value="([^"]*)"', options)
        first = re.search(r'<option[^>]*value="([^"]*)"', options)
        found[name] = chosen[1] if chosen else first[1] if first else ""
    return {name: unescape(value) for name, value in found.items()}


def send(browser: Browser, url: str, page: str | None = None, **typed: Any) -> Any:
    """Type over some fields of ``page`` (opened now where None is given) and press a button."""
    shown = fields(page or browser.get(url).get_data(as_text=True))
    data = {**shown, **typed}
    return browser.client.post(url, data=data, content_type="multipart/form-data")
