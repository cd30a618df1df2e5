"""A stretch of a long text, read without reading the text."""

import numpy as np

from editorial.quotes.segment import Buffer

_BLOCK = 1 << 16
_LAST_CONTINUATION = -65  # a byte 0x80 to 0xBF continues a letter; as a signed byte, up to -65


def cut(utf8: Buffer, start: int, end: int) -> str:
    """Characters ``start:end`` of a text that lies in a buffer as UTF-8, cut as a slice is.

    Counts bytes up to the start and decodes no more than the stretch. Raises UnicodeDecodeError
    if the stretch is no UTF-8, ValueError for negative offsets.
    """
    if start < 0 or end < 0:
        raise ValueError("offsets count from the start of the text")
    signed = np.frombuffer(utf8, np.int8)
    left = start
    for block in range(0, len(signed), _BLOCK):
        begins = signed[block : block + _BLOCK] > _LAST_CONTINUATION
        letters = int(np.count_nonzero(begins))
        if left < letters:
            first = block + int(np.flatnonzero(begins)[left])
            return _decoded(signed, first, end - start)
        left -= letters
    return ""


def _decoded(signed: np.typing.NDArray[np.int8], first: int, letters: int) -> str:
    last = min(len(signed), first + 4 * max(0, letters))  # a letter has four bytes at most
    while last < len(signed) and signed[last] <= _LAST_CONTINUATION:
        last += 1
    return signed[first:last].tobytes().decode("utf-8")[: max(0, letters)]
