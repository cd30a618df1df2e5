"""What a file's name promises that it is; what is not here promises nothing."""

from editorial.models.source import Medium

PROMISED: dict[str, frozenset[Medium]] = {
    **dict.fromkeys((".pdf",), frozenset({Medium.PDF})),
    **dict.fromkeys((".docx",), frozenset({Medium.WORD})),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp"), frozenset({Medium.PICTURE})),
    **dict.fromkeys((".txt", ".text", ".md", ".vtt", ".srt", ".csv"), frozenset({Medium.TEXT})),
    **dict.fromkeys(
        (
            ".mp3",
            ".m4a",
            ".wav",
            ".flac",
            ".ogg",
            ".oga",
            ".opus",
            ".mp4",
            ".m4v",
            ".mov",
            ".webm",
            ".ogv",
        ),
        frozenset({Medium.AUDIO, Medium.VIDEO}),
    ),
}
TYPES = (
    "text/plain",
    "text/markdown",
    "text/vtt",
    "text/csv",
    "application/x-subrip",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "image/jpeg",
    "image/png",
    "image/webp",
    "audio/*",
    "video/*",
)
"""The same as a phone names it, which often knows a file by its type alone."""
