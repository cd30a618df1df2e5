"""A small Markdown that holds every node of a text: what the plain text area shows and takes."""

from editorial.document.compose import to_markdown
from editorial.document.lineage import NewId, keep_ids, random_id
from editorial.document.parse import parse
from editorial.document.schema import Doc, to_json
from editorial.document.validate import validate

__all__ = ["from_markdown", "to_markdown"]


def from_markdown(text: str, previous: Doc | None = None, new_id: NewId = random_id) -> Doc:
    """The tree of a Markdown text, valid whatever was typed.

    A block that ``previous`` has keeps its id, also where it moved or changed; ``new_id`` names
    the others. Raises InvalidDocument for a text too long, too deep or of too many parts.
    """
    return validate(to_json(keep_ids(parse(text), previous, new_id)))
