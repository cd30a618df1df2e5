"""The line under an article that says how its quotes were checked."""

from editorial.site.pages import QuoteFigures

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ku", "yi"})


def quote_figures(figures: dict[str, int]) -> QuoteFigures:
    """The figures kept at publication, with their sentence."""
    counts = {
        name: figures.get(name, 0)
        for name in ("total", "verbatim", "light_edit", "settled", "overridden")
    }
    return QuoteFigures(**counts, sentence=_sentence(counts))


def direction(language: str) -> str:
    """Which way the language's letters run."""
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def _sentence(counts: dict[str, int]) -> str:
    total = counts["total"]
    if not total:
        return "This story quotes nobody. A second person approved exactly this text."
    whole = "The one quote" if total == 1 else f"All {total} quotes"
    was = "was" if total == 1 else "were"
    ways = [
        (counts["verbatim"], "word for word in the record"),
        (counts["light_edit"], "in the record, lightly edited as style allows"),
        (counts["settled"], "vouched for by a named person"),
        (counts["overridden"], "passed by an editor’s override"),
    ]
    held = [(number, words) for number, words in ways if number]
    if len(held) == 1:
        parts = [words if total == 1 else f"each {words}" for _number, words in held]
    else:
        parts = [f"{number} {words}" for number, words in held]
    listed = ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts)
    return (
        f"{whole} in this story {was} checked before publication: {listed}. "
        "A second person approved exactly this text."
    )
