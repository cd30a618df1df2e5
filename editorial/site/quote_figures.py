"""How the quotes of an article were checked, in figures."""

from editorial.site.pages import QuoteFigures


def quote_figures(figures: dict[str, int]) -> QuoteFigures:
    """The figures kept at publication."""
    return QuoteFigures(
        **{
            name: figures.get(name, 0)
            for name in ("total", "verbatim", "light_edit", "settled", "overridden")
        }
    )
