"""Pictures in messages: real little PNG and JPEG files as data addresses, and what is wrong with some."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from functools import cache

_JPEGS = (
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H"
    "////6/+b9//j/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAf/EAB4QAAECBwEAAAAAAAAAAAAAAAEDEQACBCEiI1GB/9oACAEBAA"
    "A/ABNpddIMgbqM487H/9k=",
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H"
    "////6/+b9//j/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAf/EABwQAAIBBQEAAAAAAAAAAAAAAAECQQADERIh8P/aAAgBAQAAPwAX"
    "CgaAFVOttSeO0tyPTX//2Q==",
)
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>alert(1)</script>'
    '<rect width="8" height="8" fill="#c00"/></svg>'
)


@cache
def logo() -> str:
    """The company's mark under staff signatures: the same bytes each time."""
    return _tag("png", b64encode(_png([[0x20 if (x + y) % 4 else 0xE0 for x in range(16)] for y in range(8)])).decode())


def screenshot(seed: int) -> str:
    """A speed graph of 24 columns, another for each seed."""
    heights = [(seed >> (n % 16)) * 7 % 12 for n in range(24)]
    return _tag("png", b64encode(_png([[0xC0 if 12 - y > heights[x] else 0x30 for x in range(24)] for y in range(12)]))
                .decode())  # fmt: skip


def photo(seed: int) -> str:
    """A photograph of a telephone: one of a few."""
    return _tag("jpeg", _JPEGS[seed % len(_JPEGS)])


def broken(seed: int) -> str:
    """A picture whose base64 was cut in the middle of a group, or holds a character that base64 hasn't."""
    text = screenshot(seed)
    middle = len(text) // 2
    return f"{text[: middle - middle % 4 + 1]}*{text[-2:]}" if seed % 2 else f'{text[:60].rstrip("=")}#">'


def drawing() -> str:
    """An SVG with a script in it."""
    return f'<img src="data:image/svg+xml;base64,{b64encode(_SVG.encode()).decode()}">'


def _tag(kind: str, data: str) -> str:
    return f'<img src="data:image/{kind};base64,{data}">'


def _png(rows: list[list[int]]) -> bytes:
    """Write grey values as a PNG of 8 bits a pixel."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
