"""Updates written by hand, byte by byte, as nobody's editor writes them."""

BODY, CLIENT = "body", 7
FIRST, BESIDE = 0, 0x80
TYPE, ANY, KEY = 7, 8, 0x20
XML_ELEMENT = 3


def number(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def string(text: str) -> bytes:
    return number(len(text.encode())) + text.encode()


def update(*structs: bytes, gone: bytes = b"\x00") -> bytes:
    """All that one writer wrote, and what is taken out of it."""
    return number(1) + number(len(structs)) + number(CLIENT) + number(0) + b"".join(structs) + gone


def chosen(value: bytes) -> bytes:
    """A language of that value, which is encoded."""
    key = string("chosen") + string("language")
    return update(bytes([ANY | KEY]) + number(1) + key + number(1) + value)


def paragraphs(count: int, name: str) -> bytes:
    """So many paragraphs that share an id."""
    structs = []
    for index in range(count):
        at = number(CLIENT) + number(2 * index - 2) if index else number(1) + string(BODY)
        kind = TYPE | (BESIDE if index else FIRST)
        structs.append(bytes([kind]) + at + number(XML_ELEMENT) + string("paragraph"))
        owner = number(0) + number(CLIENT) + number(2 * index)
        value = number(1) + bytes([119]) + string(name)
        structs.append(bytes([ANY | KEY]) + owner + string("id") + value)
    return update(*structs)


def nested(levels: int, gone: bytes = b"\x00") -> bytes:
    """Elements in each other."""
    kind = number(XML_ELEMENT) + string("a")
    outermost = bytes([TYPE]) + number(1) + string(BODY)
    inner = (bytes([TYPE]) + number(0) + number(CLIENT) + number(at) for at in range(levels - 1))
    return update(*(at + kind for at in (outermost, *inner)), gone=gone)
