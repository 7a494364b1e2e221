"""The tab-separated text of `mariadb-dump --tab`: how values are escaped, split and handed to PostgreSQL.

MariaDB puts a backslash before a tab, a line feed and a backslash of the data, writes NUL as `\\0` and NULL as `\\N`;
all else, carriage returns too, stands as it is. PostgreSQL's COPY text reads the same, but for carriage return and NUL.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import BinaryIO

from gigafibre.legacy.schema import Family

_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_UNESCAPED = {b"0": b"\0", b"b": b"\b", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"Z": b"\x1a"}
_ESCAPED_LINE_END = re.compile(rb"(?<!\\)(?:\\\\)*\\\n")
_TRAILING_BACKSLASHES = re.compile(rb"\\*\Z")


def escape(value: str | None) -> str:
    """Write one text value as the dump does; None is NULL."""
    if value is None:
        return "\\N"
    if "\\" in value or "\t" in value or "\n" in value or "\0" in value:
        value = value.replace("\\", "\\\\").replace("\t", "\\\t").replace("\n", "\\\n").replace("\0", "\\0")
    return value


def unescape(field: bytes) -> bytes | None:
    """Read one field back; None for NULL."""
    if b"\\" not in field:
        return field
    if field == b"\\N":
        return None
    return _ESCAPED.sub(lambda found: _UNESCAPED.get(found[1], found[1]), field)


def whole_lines(file: BinaryIO, size: int) -> Iterator[bytes]:
    """Cut a dump into blocks of about `size` bytes that end where a row ends; a torn last row comes as it is."""
    rest = b""
    while block := file.read(size):
        block = rest + block
        end = len(block)
        while (end := block.rfind(b"\n", 0, end)) >= 0:
            backslashes = _TRAILING_BACKSLASHES.search(block, max(0, end - 4_096), end)
            if backslashes is None or len(backslashes[0]) % 2 == 0:
                break
        rest = block[end + 1 :]
        if end >= 0:
            yield block[: end + 1]
    if rest:
        yield rest


def count_rows(block: bytes) -> int:
    """Count the rows of a block of whole lines."""
    rows = block.count(b"\n")
    if b"\\\n" in block:
        rows -= len(_ESCAPED_LINE_END.findall(block))
    return rows


def split_rows(block: bytes) -> list[list[bytes]]:
    """Split a block of whole lines into rows of fields, still escaped."""
    block = block.removesuffix(b"\n")
    if b"\\\n" not in block and b"\\\t" not in block:
        return [line.split(b"\t") for line in block.split(b"\n")]
    rows: list[list[bytes]] = [[]]
    start = 0
    for found in re.finditer(rb"\\.|[\t\n]", block, re.DOTALL):
        if found[0] in {b"\t", b"\n"}:
            rows[-1].append(block[start : found.start()])
            start = found.end()
            if found[0] == b"\n":
                rows.append([])
    rows[-1].append(block[start:])
    return rows


def for_copy(block: bytes) -> bytes:
    """Make a block fit for PostgreSQL: carriage returns written as `\\r`, NUL characters dropped."""
    if b"\r" in block:
        block = block.replace(b"\r", b"\\r")
    if b"\\0" in block:
        block = _ESCAPED.sub(lambda found: b"" if found[1] == b"0" else found[0], block)
    return block


def _decimal(field: bytes) -> Decimal:
    return Decimal(field.decode("ascii"))


def reader_of(family: Family) -> Callable[[bytes], int | Decimal | float | str | None]:
    """Return what turns one field of a family into a Python value."""
    plain: Callable[[bytes], int | Decimal | float]
    match family:
        case Family.INTEGER:
            plain = int
        case Family.DECIMAL:
            plain = _decimal
        case Family.DOUBLE:
            plain = float
        case Family.TEXT:
            return _text
    return lambda field: None if field == b"\\N" else plain(field)


def _text(field: bytes) -> str | None:
    value = unescape(field)
    return None if value is None else value.decode("utf-8", "replace")
