"""How long a field may be to be filed; while it is being written it may be longer."""

from editorial.document.content import Content

LONGEST: dict[str, int] = {
    "slugline": 60,
    "headline": 200,
    "summary": 500,
    "dateline_place": 80,
    "byline": 120,
    "ednote": 4000,
}
MOST_KEYWORDS, LONGEST_KEYWORD = 20, 40
READERS_SEE = {
    "headline": "headline",
    "summary": "summary",
    "dateline_place": "dateline’s place",
    "byline": "byline",
}


def too_long_for_filing(content: Content) -> tuple[str, ...]:
    """A sentence for each field of the text that is longer than can be filed."""
    found = []
    for field, name in READERS_SEE.items():
        length, most = len(getattr(content, field)), LONGEST[field]
        if length > most:
            found.append(f"The {name} has {length:,} characters; at most {most:,} can be filed.")
    return tuple(found)
