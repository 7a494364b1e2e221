"""A provider's mark as it is kept: an SVG that can do nothing but be drawn, or a PNG with only its picture, as SVG."""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from xml.etree import ElementTree
from xml.parsers import expat

from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
#: What draws. Scripts, styles, links, foreign HTML, animations and text set in fonts nobody has are not among them.
DRAWS = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "image", "clipPath", "mask", "pattern", "marker"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop", "filter", "feGaussianBlur", "feOffset", "feMerge", "feMergeNode"),
        *("feColorMatrix", "feFlood", "feComposite", "feBlend"),
    }
)
_PICTURE = re.compile(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=\s]+")
_INNER = re.compile(r"#[\w.:-]+")
_REACHES_OUT = re.compile(r"url\s*\(\s*['\"]?(?!#)|@import|expression|javascript:", re.IGNORECASE)
_PNG = "data:image/png;base64,"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"sRGB"}
WIDEST = 4000

_NO_SVG = Text("Ce fichier n’est pas un SVG lisible.", "This file is not a readable SVG.")
_NO_PNG = Text("Ce fichier n’est pas un PNG lisible.", "This file is not a readable PNG.")
_ENTITIES = Text(
    "Ce SVG déclare des entités ou un type de document : enregistrez-le en « SVG simple ».",
    "This SVG declares entities or a document type: save it as “plain SVG”.",
)
_EMPTY = Text("Ce SVG ne dessine rien.", "This SVG draws nothing.")
_LARGE = Text("Au plus {side} pixels de côté.", "At most {side} pixels a side.")


def clean_mark(given: str) -> str:
    """Return a mark made harmless, given as SVG or as `data:image/png;base64,…`; raises BadValue when it is neither."""
    text = given.strip()
    if not text:
        return ""
    return _wrapped(text.removeprefix(_PNG)) if text.startswith(_PNG) else _drawn(text)


def _drawn(text: str) -> str:
    _refuse_entities(text)
    try:
        root = ElementTree.fromstring(text)  # noqa: S314  what declares an entity was refused
    except ElementTree.ParseError as error:
        raise BadValue(_NO_SVG) from error
    if root.tag not in {f"{{{SVG}}}svg", "svg"}:
        raise BadValue(_NO_SVG)
    _harmless(root)
    if not any(_name(one.tag) in DRAWS - {"svg", "g", "defs", "title", "desc"} for one in root.iter()):
        raise BadValue(_EMPTY)
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    return ElementTree.tostring(root, encoding="unicode")


def _refuse_entities(text: str) -> None:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise BadValue(_ENTITIES)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise BadValue(_NO_SVG) from error


def _name(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) and (tag.startswith(f"{{{SVG}}}") or "}" not in tag) else ""


def _harmless(element: ElementTree.Element) -> None:
    element.tag = f"{{{SVG}}}{_name(element.tag)}"
    for name, value in list(element.attrib.items()):
        plain = name.rpartition("}")[2]
        link = plain == "href"
        foreign = name.startswith("{") and name != f"{{{XLINK}}}href"
        safe = (
            (_INNER.fullmatch(value) or (_name(element.tag) == "image" and _PICTURE.fullmatch(value)))
            if link
            else (not _REACHES_OUT.search(value))
        )
        if foreign or plain.lower().startswith("on") or not safe:
            del element.attrib[name]
    for child in list(element):
        if _name(child.tag) in DRAWS:
            _harmless(child)
        else:
            element.remove(child)


def _wrapped(encoded: str) -> str:
    try:
        content = b64decode(encoded, validate=True)
    except NotBase64 as error:
        raise BadValue(_NO_PNG) from error
    picture, width, height = _only_the_picture(content)
    data = b64encode(picture).decode()
    return (
        f'<svg xmlns="{SVG}" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="{_PNG}{data}"/></svg>'
    )


def _only_the_picture(content: bytes) -> tuple[bytes, int, int]:
    """Return a PNG without what isn't drawn (texts, places, profiles), and its width and height in pixels."""
    if content[:8] != _SIGNATURE:
        raise BadValue(_NO_PNG)
    kept, at, kinds = [_SIGNATURE], 8, []
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        kind, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content) or zlib.crc32(content[at + 4 : end - 4]) != int.from_bytes(content[end - 4 : end]):
            raise BadValue(_NO_PNG)
        if kind in _CHUNKS:
            kept.append(content[at:end])
        kinds.append(kind)
        at = end
        if kind == b"IEND":
            break
    if not kinds or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        raise BadValue(_NO_PNG)
    width, height = struct.unpack_from(">II", content, 16)
    if not 0 < width <= WIDEST or not 0 < height <= WIDEST:
        raise BadValue(_LARGE.with_(side=WIDEST))
    return b"".join(kept), width, height
