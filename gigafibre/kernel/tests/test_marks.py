"""A provider's mark: what draws is kept, whatever could do more is gone, what isn't a picture is refused."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode, b64encode

import pytest

from gigafibre.kernel.documents.letter import Logo
from gigafibre.kernel.marks import clean_mark
from gigafibre.kernel.validation import BadValue


def svg(inside: str, head: str = "") -> str:
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">{inside}</svg>'


def png(*more: tuple[bytes, bytes], width: int = 2, height: int = 3) -> bytes:
    pixels = zlib.compress(b"".join(b"\0" + b"\x10\x20\x30" * width for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    made = b"\x89PNG\r\n\x1a\n"
    for kind, data in ((b"IHDR", head), *more, (b"IDAT", pixels), (b"IEND", b"")):
        made += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return made


def as_address(content: bytes) -> str:
    return f"data:image/png;base64,{b64encode(content).decode()}"


def test_a_drawing_stays_as_it_is() -> None:
    drawn = svg('<g fill="#0a7568"><path d="M0 0h40v10z" /></g>')
    assert clean_mark(f"\n{drawn} ") == drawn
    assert clean_mark(clean_mark(drawn)) == drawn
    assert clean_mark("  ") == ""


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        '<a href="https://evil.example"><rect/></a>',
        '<use href="https://evil.example/x.svg#a"/>',
        '<image href="https://evil.example/track.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<rect fill="url(https://evil.example/x)"/>',
        '<rect style="background:url(//evil.example)"/>',
        "<style>@import 'https://evil.example'</style>",
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="//evil.example"/></foreignObject>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
    ],
)
def test_whatever_could_do_more_than_draw_is_gone(harm: str) -> None:
    kept = clean_mark(svg(f'{harm}<path d="M0 0h9"/>'))
    for word in ("script", "alert", "evil", "onload", "iframe", "animate", "svg+xml", "import"):
        assert word not in kept
    assert 'd="M0 0h9"' in kept


def test_a_fill_of_its_own_gradient_stays() -> None:
    kept = clean_mark(svg('<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><use href="#g"/>'))
    assert 'fill="url(#g)"' in kept
    assert 'href="#g"' in kept


@pytest.mark.parametrize(
    "given",
    [
        "<p>no</p>",
        "<svg",
        "texte",
        svg(""),
        svg("<text>Gigafibre</text>"),
        svg("<rect/>", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>'),
        '<svg xmlns="http://www.w3.org/1999/xhtml"><rect/></svg>',
        "data:image/png;base64,!!!",
        as_address(b"GIF89a"),
        as_address(png()[:-20]),
        as_address(png().replace(b"\x10\x20", b"\x10\x21", 1)[:40] + b"\0\0\0\0"),
        as_address(png(width=5000)),
    ],
)
def test_what_is_no_picture_is_refused(given: str) -> None:
    with pytest.raises(BadValue):
        clean_mark(given)


def test_a_png_keeps_its_pixels_and_loses_its_notes() -> None:
    kept = clean_mark(as_address(png((b"tEXt", b"Author\0Roy, 450 555-0100"), (b"eXIf", b"MM\0*GPS"))))
    assert kept.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 3"')
    inside = b64decode(kept.split("base64,")[1].split('"')[0])
    assert inside == png()
    assert clean_mark(kept) == kept.replace('"/></svg>', '" /></svg>')
    assert Logo(content=kept.encode(), kind="svg").width_mm == pytest.approx(10.6 * 2 / 3)
