"""What the shared document says, in the words of a draft: as a form would have read it."""

import re
from datetime import date

from editorial.document.schema import to_json
from editorial.document.shared import Typed
from editorial.document.validate import validate
from editorial.drafting.draft import FIRST_URGENCY, LAST_URGENCY, USUAL_URGENCY, Draft
from editorial.drafting.language import language_tag
from editorial.pipeline.lengths import LONGEST, LONGEST_KEYWORD, MOST_KEYWORDS
from editorial.web.typed import one_line, some_lines


def keywords_in(text: str) -> tuple[str, ...]:
    """Each keyword once, in order: they stand between commas."""
    words = (word.strip() for word in re.split("[,;]", text))
    return tuple(dict.fromkeys(word for word in words if word))


def written(typed: Typed) -> Draft:
    """The draft; a choice that is none is the usual one. Raises InvalidDocument for the body."""
    fields = typed.fields
    return Draft(
        headline=one_line(fields["headline"]),
        summary=some_lines(fields["summary"]),
        dateline_place=one_line(fields["dateline_place"]),
        dateline_date=_day(fields["dateline_date"]),
        byline=one_line(fields["byline"]),
        language=language_tag(fields["language"]) or "en",
        tree=validate(typed.body),
        slugline=one_line(fields["slugline"]),
        urgency=_urgency(fields["urgency"]),
        keywords=keywords_in(one_line(fields["keywords"])),
        ednote=some_lines(fields["ednote"]),
    )


def typed_of(draft: Draft) -> Typed:
    """As it would have been typed. Takes a draft with a tree."""
    assert draft.tree is not None
    day = draft.dateline_date
    fields = {
        "headline": draft.headline,
        "summary": draft.summary,
        "dateline_place": draft.dateline_place,
        "dateline_date": "" if day is None else day.isoformat(),
        "byline": draft.byline,
        "language": draft.language,
        "slugline": draft.slugline,
        "urgency": str(draft.urgency),
        "keywords": ", ".join(draft.keywords),
        "ednote": draft.ednote,
    }
    return Typed(fields, to_json(draft.tree))


def too_long(draft: Draft) -> dict[str, str]:
    """What can't be filed as it is: a field's name and the sentence beside it."""
    found = {}
    for name, most in LONGEST.items():
        length = len(getattr(draft, name))
        if length > most:
            found[name] = f"At most {most:,} characters; these are {length:,}."
    if len(draft.keywords) > MOST_KEYWORDS:
        found["keywords"] = f"At most {MOST_KEYWORDS} keywords; these are {len(draft.keywords)}."
    elif long := next((word for word in draft.keywords if len(word) > LONGEST_KEYWORD), None):
        found["keywords"] = f"“{long}” is longer than {LONGEST_KEYWORD} characters."
    return found


def cut(draft: Draft) -> dict[str, object]:
    """Its labels, no longer than the desk's lists take them; the whole stays in the document."""
    return {
        "slugline": draft.slugline[: LONGEST["slugline"]],
        "urgency": draft.urgency,
        "keywords": [word[:LONGEST_KEYWORD] for word in draft.keywords[:MOST_KEYWORDS]],
        "ednote": draft.ednote[: LONGEST["ednote"]],
    }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _urgency(text: str) -> int:
    if text.isdecimal() and len(text) < 3 and FIRST_URGENCY <= int(text) <= LAST_URGENCY:
        return int(text)
    return USUAL_URGENCY
