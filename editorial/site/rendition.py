"""One picture, smaller and in a newer format."""

import io
from typing import Any

PAPER = (251, 250, 247)
# Where a photograph stops looking like itself lies lower in the newer formats.
OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8},
    "webp": {"format": "WEBP", "quality": 74, "method": 4},
    "jpg": {"format": "JPEG", "quality": 78, "optimize": True, "progressive": True},
}


def rendition(content: bytes, width: int, form: str) -> bytes:
    """``content`` at ``width`` pixels as ``avif``, ``webp`` or ``jpg``; nothing is enlarged."""
    from PIL import Image  # large; most processes find the picture made

    with Image.open(io.BytesIO(content)) as image:
        image.load()
        width = min(width, image.width)
        height = max(round(image.height * width / image.width), 1)
        made = image.resize((width, height), Image.Resampling.LANCZOS)
    if form == "jpg" and made.mode == "RGBA":
        paper = Image.new("RGB", made.size, PAPER)
        paper.paste(made, mask=made.getchannel("A"))
        made = paper
    written = io.BytesIO()
    made.save(written, **OPTIONS[form])
    return written.getvalue()
