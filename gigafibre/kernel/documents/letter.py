"""What every printed letter carries: who sends it, in what colour, with which texts at the foot."""

import re
from base64 import b64encode
from dataclasses import dataclass
from typing import Literal

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_VIEW_BOX = re.compile(r"<svg\b[^>]*\bviewBox=[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)", re.DOTALL)
_LOGO_HEIGHT_MM = 10.6
# What fits between the top of the sheet and the window of the envelope, even beside a wide mark.
_LONGEST = {"trade_name": 60, "legal_name": 90, "address": 120}
_LOGO_WIDEST_MM = 60.0
_LOGO_WIDEST_BESIDE_NAME_MM = 40.0


@dataclass(frozen=True, kw_only=True)
class Logo:
    """A provider's mark, square or wide; it is printed 10.6 mm high and at most 60 mm wide, 40 beside a name."""

    content: bytes
    kind: Literal["svg", "png", "jpeg"]
    holds_name: bool = False
    """The mark is a wordmark: the trade name isn't written beside it."""

    @property
    def width_mm(self) -> float:
        """How wide it is printed, in millimetres; an SVG without viewBox is taken for a square."""
        if self.kind == "svg":
            box = _VIEW_BOX.search(self.content.decode())
            width, height = (float(box[1]), float(box[2])) if box else (1.0, 1.0)
        else:
            width, height = _bitmap_size(self.content, self.kind)
        widest = _LOGO_WIDEST_MM if self.holds_name else _LOGO_WIDEST_BESIDE_NAME_MM
        return min(widest, _LOGO_HEIGHT_MM * width / height)

    def as_svg(self) -> str:
        """Return the mark as SVG, the one image form that the templates read (a bitmap is wrapped)."""
        if self.kind == "svg":
            return self.content.decode()
        width, height = _bitmap_size(self.content, self.kind)
        data = b64encode(self.content).decode()
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
            f'<image width="{width}" height="{height}" href="data:image/{self.kind};base64,{data}"/></svg>'
        )


@dataclass(frozen=True, kw_only=True)
class Registration:
    """A tax registration as it is printed: `TPS`, `814732019 RT0001`."""

    name: str
    number: str


@dataclass(frozen=True, kw_only=True)
class Provider:
    """Who sends a document: everything as of its day and in its language, frozen by the caller."""

    legal_name: str
    trade_name: str
    address: str
    logo: Logo | None = None
    accent: str = "#0A7568"
    contact: tuple[str, ...] = ()
    """Lines of the contact block: phones, hours, email, portal."""
    registrations: tuple[Registration, ...] = ()
    terms: str = ""
    """Payment terms, with the yearly rate of late interest."""
    complaints: str = ""
    """The foot of every page: how to reach the CCTS (in French CPRST)."""

    def __post_init__(self) -> None:
        if not _COLOUR.fullmatch(self.accent):
            raise ValueError(f"{self.accent!r} is not a colour; write #RRGGBB")
        if not (self.legal_name.strip() and self.trade_name.strip()):
            raise ValueError("A letter needs the legal name and the trade name of its sender")
        for name, longest in _LONGEST.items():
            if len(getattr(self, name)) > longest:
                raise ValueError(
                    f"{name} has more than {longest} characters: it would reach the window of the envelope"
                )


def _bitmap_size(content: bytes, kind: str) -> tuple[int, int]:
    """Read width and height, in pixels, from the head of a PNG or JPEG file; raises ValueError when it isn't one."""
    if kind == "png" and content[:8] == b"\x89PNG\r\n\x1a\n":
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if kind == "jpeg" and content[:2] == b"\xff\xd8":
        at = 2
        while at + 9 < len(content):
            marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
            # The start-of-frame markers, without the tables DHT, JPG and DAC that sit among them.
            if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
                return int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(content[at + 5 : at + 7])
            at += 2 + length
    raise ValueError(f"The logo is not a {kind.upper()} image")
