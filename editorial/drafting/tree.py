"""The text as the editor sends it: a tree in JSON, hostile until judged."""

import json

from editorial.document.schema import ILLEGIBLE, Doc
from editorial.document.validate import MAX_TEXT, InvalidDocument, validate


def read_tree(text: str) -> Doc:
    """The tree, judged. Raises InvalidDocument."""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        raise InvalidDocument("The text did not arrive whole.") from None
    return validate(tree)


def salvage(text: str) -> str:
    """The words of a tree that was refused, a paragraph a piece, so that none of them is lost;
    what is no JSON at all as it came."""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        return text[:MAX_TEXT]
    words: list[str] = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            if isinstance(node.get("text"), str):
                words.append(ILLEGIBLE.sub(" ", node["text"]))
            waiting.append(node.get("content"))
    return "\n\n".join(words)[:MAX_TEXT]
