"""Markdown as a journalist types or pastes it, read into a tree whose blocks have no ids yet."""

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from editorial.document.compose import NOTHING
from editorial.document.schema import (
    ILLEGIBLE,
    MAX_LEVEL,
    MIN_LEVEL,
    Block,
    Blockquote,
    BulletList,
    Doc,
    HardBreak,
    Heading,
    Image,
    Inline,
    Inner,
    ListItem,
    Mark,
    OrderedList,
    Paragraph,
    Text,
    inline,
    is_href,
)
from editorial.document.validate import MAX_DEPTH, MAX_NODES, MAX_TEXT, InvalidDocument

NO_ID = ""
NEWLINE = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
FILLED = re.compile(r"^ *\S", re.MULTILINE)
INDENT = re.compile("^[ \t]+", re.MULTILINE)
ENDS_IN_BREAK = re.compile(r"(?<!\\)(?:\\\\)*\\$|\S {2,}$")
PICTURE = re.compile(
    r"!\[((?:[^\\\[\]]|\\.)*)\]\((/pictures/[0-9a-f]{64})(?: +\"((?:[^\\\"]|\\.)*)\")? *\) *",
    re.ASCII,
)
CREDIT = re.compile(r"((?:[^\\|]|\\.)*?) ?\| ?(.*)")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def parse(text: str) -> Doc:
    """The tree of a Markdown text, every id empty.

    CommonMark without HTML, code, rules and references, and with every line a paragraph of its
    own unless the one before ends in a backslash or two spaces. What has no node in our schema
    stays as typed. Raises InvalidDocument where it is too long or nested too deeply.
    """
    if len(text) > 3 * MAX_TEXT:
        raise InvalidDocument(f"The text is longer than {MAX_TEXT:,} letters.")
    cleaned = _cleaned(text)
    # Every line but a bare ``>`` is a part at least; don't read what will be refused anyway.
    if sum(1 for _ in FILLED.finditer(cleaned)) > 2 * MAX_NODES:
        raise InvalidDocument(f"The text has more than {MAX_NODES:,} parts.")
    tokens = _reader().parse(cleaned)
    if any(token.level > MAX_DEPTH for token in tokens):
        raise InvalidDocument("The text is nested too deeply.")
    blocks = _Tree(tokens).blocks()
    return Doc(tuple(blocks) or (Paragraph(NO_ID),))


def _cleaned(text: str) -> str:
    text = INDENT.sub(lambda match: match[0].expandtabs(4), NEWLINE.sub("\n", text))
    return "\n".join(ILLEGIBLE.sub("", line.replace("\t", " ")) for line in text.split("\n"))


class _Reader(MarkdownIt):
    def __init__(self) -> None:
        super().__init__("zero", {"maxNesting": 3 * MAX_DEPTH})
        self.enable(["blockquote", "heading", "list"])
        self.enable(["emphasis", "entity", "escape", "link", "newline"])
        # Nothing else ends a block quote's line, so each line ends it.
        self.block.ruler.at("paragraph", _read_line, {"alt": ["blockquote"]})
        self.block.ruler.before("paragraph", "picture", _read_picture)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - overrides
        return is_href(url)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - overrides
        return url


@cache
def _reader() -> _Reader:
    return _Reader()


def _read_line(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A paragraph: one line, and those that a hard break ties to it."""
    if silent:
        return True
    lines = [_line_at(state, first)]
    following = first + 1
    while (
        following < end
        and ENDS_IN_BREAK.search(lines[-1])
        and not state.isEmpty(following)
        and state.sCount[following] >= state.blkIndent
    ):
        lines.append(_line_at(state, following))
        following += 1
    last = lines.pop().rstrip(" ")
    lines.append("" if last == NOTHING else last)
    state.line = following
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content = "\n".join(lines)
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _line_at(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _read_picture(state: StateBlock, first: int, _end: int, silent: bool) -> bool:
    """A picture: a line of its own outside of lists and quotes."""
    if state.level or silent:
        return False
    match = PICTURE.fullmatch(_line_at(state, first))
    if not match:
        return False
    state.line = first + 1
    state.push("picture", "img", 0).meta = {"alt": match[1], "src": match[2], "title": match[3]}
    return True


class _Tree:
    """Builds nodes of a flat list of tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = iter(tokens)

    def blocks(self) -> list[Block]:
        """The blocks up to the end of what is open."""
        found: list[Block] = []
        for token in self.tokens:
            if token.nesting < 0:
                break
            found.append(self.block(token))
        return found

    def block(self, token: Token) -> Block:
        match token.type:
            case "picture":
                return _image(token)
            case "heading_open":
                level = min(max(int(token.tag[1]), MIN_LEVEL), MAX_LEVEL)
                return Heading(NO_ID, level, self.words())
            case "blockquote_open":
                return Blockquote(NO_ID, _inner(self.blocks()))
            case "bullet_list_open":
                return BulletList(NO_ID, self.items())
            case "ordered_list_open":
                start = token.attrGet("start")
                return OrderedList(NO_ID, self.items(), 1 if start is None else int(start))
            case _:
                return Paragraph(NO_ID, self.words())

    def items(self) -> tuple[ListItem, ...]:
        found: list[ListItem] = []
        for token in self.tokens:
            if token.nesting < 0:
                break
            content = _inner(self.blocks())
            if not isinstance(content[0], Paragraph):
                content = (Paragraph(NO_ID), *content)
            found.append(ListItem(NO_ID, content))
        return tuple(found)

    def words(self) -> tuple[Inline, ...]:
        token = next(self.tokens)
        next(self.tokens)
        return _inline(token.children or [])


def _inner(blocks: list[Block]) -> tuple[Inner, ...]:
    """What a list item or a block quote can hold of these: a heading becomes a paragraph, a block
    quote its paragraphs.
    """
    found: list[Inner] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(Paragraph(NO_ID, block.content))
        elif isinstance(block, Blockquote):
            found.extend(block.content)
        else:
            found.append(cast("Inner", block))
    return tuple(found) or (Paragraph(NO_ID),)


def _inline(tokens: Sequence[Token]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    links: list[str] = []
    depth = {"em": 0, "strong": 0}

    def say(words: str) -> None:
        marks = [Mark("link", href) for href in links if href]
        marks += [Mark("em")] if depth["em"] else []
        marks += [Mark("strong")] if depth["strong"] else []
        found.append(Text(ILLEGIBLE.sub(" ", words), tuple(marks)))

    for token in tokens:
        if token.type == "link_open":
            href = str(token.attrGet("href"))
            if not href:
                say("[")
            links.append(href)
        elif token.type == "link_close":
            if not links.pop():
                say("]()")
        elif token.tag in depth:
            depth[token.tag] += token.nesting
        elif token.tag == "br":
            found.append(HardBreak())
        else:
            say(token.content)
    return inline(found)


def _image(token: Token) -> Image:
    title = token.meta["title"] or ""
    match = CREDIT.fullmatch(title)
    caption, credit = (match[1], match[2]) if match else (title, "")
    words = (ESCAPED.sub(r"\1", part) for part in (token.meta["alt"], caption, credit))
    return Image(NO_ID, token.meta["src"], *words)
