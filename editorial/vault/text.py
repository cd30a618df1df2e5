"""The text of a kept file."""

from editorial.vault.files import Vault


def read_text(vault: Vault, digest: str, encoding: str) -> str:
    """The file as text, without a byte order mark, with line feeds as line ends."""
    return plain_lines(vault.get(digest).decode(encoding))


def plain_lines(text: str) -> str:
    """One kind of line end, no byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
