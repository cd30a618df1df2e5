"""Language tags: which a text may have, and how they are written."""

import re

COMMON: dict[str, str] = {
    "en": "English",
    "az": "Azerbaijani",
    "tr": "Turkish",
    "ru": "Russian",
    "uk": "Ukrainian",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "ar": "Arabic",
    "fa": "Persian",
    "hy": "Armenian",
    "it": "Italian",
    "ka": "Georgian",
    "pl": "Polish",
    "pt": "Portuguese",
}
LONGEST = 35
# RFC 5646, 2.1, without the grandfathered tags.
TAG = re.compile(
    r"(?P<language>[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?)",
    re.ASCII,
)


def language_tag(text: str) -> str | None:
    """The BCP 47 tag in its usual writing (``az-Cyrl-AZ``); None for what is none."""
    match = TAG.fullmatch(text.strip().lower().replace("_", "-"))
    if match is None or len(match[0]) > LONGEST:
        return None
    tag = match["language"]
    tag += f"-{match['script'].title()}" if match["script"] else ""
    tag += f"-{match['region'].upper()}" if match["region"] else ""
    return tag + match["rest"]
