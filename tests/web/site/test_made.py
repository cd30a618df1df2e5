"""What the published files were made by."""

from pathlib import Path

import pytest

from editorial.config import ROOT
from editorial.site.made import made_by


@pytest.mark.parametrize(
    "name",
    [
        *("editorial/document/html.py", "editorial/web/theme.py", "editorial/palette/scheme.py"),
        *("editorial/site/views/stories.py", "editorial/catalogue/de.py", "editorial/config.py"),
        *("templates/site/article.html", "editorial/static/css/tokens.css"),
    ],
)
def test_another_version_of_any_source_makes_other_pages(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, changed, read = made_by(None), ROOT / name, Path.read_bytes
    assert changed.exists()

    def edited(path: Path) -> bytes:
        return read(path) + (b"# edited" if path == changed else b"")

    monkeypatch.setattr(Path, "read_bytes", edited)
    assert made_by(None) != before
