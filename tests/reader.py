"""A reader of pages over HTTP: follows links, fills forms and reads what stands there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx

Files = list[tuple[str, tuple[str, bytes, str]]]
VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))


@dataclass
class Element:
    """One element: its name, attributes, and what stands in it."""

    name: str
    attributes: dict[str, str]
    children: "list[Element | str]" = field(default_factory=list)

    def all(self, name: str = "", css_class: str = "") -> "Iterator[Element]":
        """Every element inside, in order, of that name and class."""
        for child in self.children:
            if isinstance(child, str):
                continue
            classes = child.attributes.get("class", "").split()
            if (not name or child.name == name) and (not css_class or css_class in classes):
                yield child
            yield from child.all(name, css_class)

    def first(self, name: str = "", css_class: str = "") -> "Element | None":
        """The first of them."""
        return next(self.all(name, css_class), None)

    @property
    def text(self) -> str:
        """The words, spaces folded."""
        pieces = [child if isinstance(child, str) else child.text for child in self.children]
        return " ".join(" ".join(pieces).split())


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack = [Element("document", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].children.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].name == tag:
                del self.stack[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)


def parse(html: str) -> Element:
    """The page as a tree."""
    parser = _Parser()
    parser.feed(html)
    return parser.stack[0]


def values(form: Element) -> dict[str, str]:
    """What the form would send untouched, its buttons aside."""
    sent: dict[str, str] = {}
    for one in form.all():
        name = one.attributes.get("name", "")
        if not name or "disabled" in one.attributes:
            continue
        kind = one.attributes.get("type", "text")
        if one.name == "input" and kind not in ("checkbox", "radio", "submit", "file"):
            sent[name] = one.attributes.get("value", "")
        elif one.name == "input" and kind != "submit" and "checked" in one.attributes:
            sent[name] = one.attributes.get("value", "on")
        elif one.name == "textarea":
            sent[name] = "".join(c for c in one.children if isinstance(c, str)).removeprefix("\n")
        elif one.name == "select":
            options = list(one.all("option"))
            chosen = [o for o in options if "selected" in o.attributes] or options[:1]
            for option in chosen:
                sent[name] = option.attributes.get("value", option.text)
    return sent


class Reader:
    """A browser without a screen: one person's cookies, the page they are on."""

    def __init__(self, address: str) -> None:
        self.client = httpx.Client(base_url=address, follow_redirects=True, timeout=60)
        self.page = Element("document", {})
        self.answer: httpx.Response | None = None

    def open(self, path: str) -> httpx.Response:
        """Go to a page."""
        return self._see(self.client.get(path))

    def form(self, to: str = "", **holding: str) -> Element:
        """The form that posts to an address with ``to`` in it and holds these values.

        Raises LookupError.
        """
        for form in self.page.all("form"):
            if to and to not in form.attributes.get("action", ""):
                continue
            if holding.items() <= values(form).items():
                return form
        raise LookupError(f"no form {to!r} with {holding} on {self.where}")

    def send(self, form: Element, **fields: str) -> httpx.Response:
        """Send the form with ``fields`` filled in."""
        return self.upload(form, [], **fields)

    def upload(self, form: Element, files: Files, **fields: str) -> httpx.Response:
        """Send the form with files."""
        action = (form.attributes.get("action") or self.where).split("#")[0]
        data = {**values(form), **fields}
        return self._see(self.client.post(action, data=data, files=files or None))

    def sign_in(self, email: str, password: str) -> "Reader":
        """Sign in; raises RuntimeError when the desk says no."""
        self.open("/sign-in")
        self.send(self.form("", email=""), email=email, password=password)
        if "/sign-in" in self.where:
            raise RuntimeError(f"{email} can't sign in: {self.page.text[:300]}")
        return self

    @property
    def where(self) -> str:
        """The path of the page."""
        assert self.answer is not None
        return self.answer.url.raw_path.decode()

    def _see(self, answer: httpx.Response) -> httpx.Response:
        self.answer = answer
        if "html" in answer.headers.get("content-type", ""):
            self.page = parse(answer.text)
        return answer
