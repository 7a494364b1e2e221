"""Many PDFs bound into one for a printer: read one at a time, written as it goes, never held whole.

What a sheet doesn't show (links, tags for reading aloud, metadata) is left out. The same PDFs give the same bytes.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal
from io import BytesIO
from typing import IO, Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Stream

# What the pages above it say of a page, when it doesn't say it itself.
_INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_ON_PAPER: Final = (*_INHERITED, "/Contents", "/Group", "/UserUnit")
_OFF_PAPER: Final = {"/Parent", "/StructParent", "/StructParents", "/Length"}
# The first objects; pages and what they show follow.
_CATALOG, _PAGES = 1, 2


class Binder:
    """Writes one PDF to an open file; `bind` adds a document's pages, `close` ends it. It holds one document at a time.

    With `duplex` every document starts on the front of a sheet, after a blank page if need be.
    """

    def __init__(self, out: IO[bytes], *, title: str, duplex: bool) -> None:
        self.pages = 0
        self._out, self._title, self._duplex = out, title, duplex
        self._at, self._numbers = 0, _PAGES
        self._offsets: dict[int, int] = {}
        self._kids: list[int] = []
        # What documents have in common, a logo or a colour profile, is written once: by content.
        self._shared: dict[bytes, int] = {}
        # Of the document in hand: what has a number already, and what has one but is not written yet.
        self._known: dict[tuple[int, int], int] = {}
        self._waiting: list[tuple[int, Object]] = []
        # The second line says that the file is binary.
        self._put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def bind(self, document: bytes) -> int:
        """Add a document's pages; returns how many it has, without a blank page put before it."""
        with pikepdf.open(BytesIO(document)) as source:
            self._known.clear()
            count = len(source.pages)
            if self._duplex and self.pages % 2 and count:
                self._sheet(b"/Resources << >> /MediaBox " + self._written(Array(source.pages[0].mediabox)))
            for page in source.pages:
                self._sheet(b" ".join(self._entry(key, value) for key, value in _shown(page)))
                while self._waiting:
                    number, found = self._waiting.pop()
                    self._object(number, self._body(found))
        return count

    def close(self) -> None:
        """Write what a reader begins with: the pages, the title, where every object stands."""
        kids = b" ".join(b"%d 0 R" % kid for kid in self._kids)
        self._object(_PAGES, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (self.pages, kids))
        self._object(_CATALOG, b"<< /Type /Catalog /Pages %d 0 R >>" % _PAGES)
        info = self._number()
        self._object(info, b"<< /Title %s >>" % pikepdf.String(self._title).unparse())
        start, size = self._at, self._numbers + 1
        self._put(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        for number in range(1, size):
            self._put(b"%010d 00000 n \n" % self._offsets[number])
        name = hashlib.sha256(b"%d %d %s" % (start, size, self._title.encode())).hexdigest()[:32].encode()
        facts = b"/Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]" % (size, _CATALOG, info, name, name)
        self._put(b"trailer\n<< %s >>\nstartxref\n%d\n%%%%EOF\n" % (facts, start))

    def _sheet(self, facts: bytes) -> None:
        number = self._number()
        self._object(number, b"<< /Type /Page /Parent %d 0 R %s >>" % (_PAGES, facts))
        self._kids.append(number)
        self.pages += 1

    def _body(self, found: Object) -> bytes:
        if not isinstance(found, Stream):
            return self._written(found, named=False)
        raw = found.read_raw_bytes()
        facts = [(key, value) for key, value in sorted(found.stream_dict.items()) if key not in _OFF_PAPER]
        said = b" ".join(self._entry(key, value) for key, value in facts)
        return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (said, len(raw), raw)

    def _written(self, value: Any, *, named: bool = True) -> bytes:
        """Write a value; what it points at gets a number of ours and waits for its turn."""
        if isinstance(value, bool):
            return b"true" if value else b"false"
        if isinstance(value, int | Decimal):
            return f"{value:f}".encode() if isinstance(value, Decimal) else b"%d" % value
        if value is None:
            return b"null"
        if named and value.is_indirect:
            return b"%d 0 R" % self._numbered(value)
        if isinstance(value, Dictionary):
            entries = sorted(value.items())
            return b"<< %s >>" % b" ".join(self._entry(key, each) for key, each in entries if key not in _OFF_PAPER)
        if isinstance(value, Array):
            return b"[%s]" % b" ".join(self._written(each) for each in value)
        return bytes(value.unparse())

    def _entry(self, key: str, value: Any) -> bytes:
        return b"%s %s" % (Name(key).unparse(), self._written(value))

    def _numbered(self, value: Object) -> int:
        """Return the number of what is pointed at: a new one, or that of the same content of another document."""
        place = value.objgen
        if place in self._known:
            return self._known[place]
        if isinstance(value, Stream) and not any(_points(each) for each in value.stream_dict.values()):
            body = self._body(value)
            digest = hashlib.sha256(body).digest()
            if digest not in self._shared:
                self._shared[digest] = self._number()
                self._object(self._shared[digest], body)
            self._known[place] = self._shared[digest]
        else:
            self._known[place] = self._number()
            self._waiting.append((self._known[place], value))
        return self._known[place]

    def _number(self) -> int:
        self._numbers += 1
        return self._numbers

    def _object(self, number: int, body: bytes) -> None:
        self._offsets[number] = self._at
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _put(self, content: bytes) -> None:
        self._out.write(content)
        self._at += len(content)


def _shown(page: Page) -> list[tuple[str, Any]]:
    """Return what of a page is seen on paper, with what it inherits."""
    found = []
    for key in _ON_PAPER:
        node: Any = page.obj
        while key in _INHERITED and key not in node and "/Parent" in node:
            node = node["/Parent"]
        if key in node:
            found.append((key, node[key]))
    return found


def _points(value: Any) -> bool:
    """Whether a value points at another object, itself or in its parts."""
    if not isinstance(value, Object):
        return False
    if value.is_indirect:
        return True
    if isinstance(value, Dictionary):
        return any(_points(each) for each in value.values())
    return isinstance(value, Array) and any(_points(each) for each in value)
