"""What a test sees of a PDF: its text with boxes in millimetres, its pixels, its codes; by PDFium and ZXing."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp
from PIL import Image

_MM = 25.4 / 72


@dataclass(frozen=True)
class Box:
    """A piece of one line of text and the ink it takes, in millimetres from the top left corner of its page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


def text_boxes(pdf: bytes) -> list[Box]:
    """Return every piece of text of every page, in reading order."""
    boxes = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            height = page.get_height()
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                words = text.get_text_bounded(left, bottom, right, top).strip()
                edges = (left * _MM, (height - top) * _MM, right * _MM, (height - bottom) * _MM)
                boxes.append(Box(number, words, *edges))
    return boxes


def text_of(pdf: bytes, page: int | None = None) -> str:
    """Return the text of a page (from 1), or of all, as a reader would copy it."""
    with pypdfium2.PdfDocument(pdf) as document:
        numbers = range(len(document)) if page is None else [page - 1]
        return "\n".join(document[number].get_textpage().get_text_range() for number in numbers).replace("\r\n", "\n")


def page_count(pdf: bytes) -> int:
    """Return how many pages there are."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def picture(pdf: bytes, *, page: int = 1, dpi: int = 60) -> Image.Image:
    """Render a page in greys."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn: Image.Image = document[page - 1].render(scale=dpi / 72, grayscale=True).to_pil()
        return drawn.copy()


def codes(pdf: bytes, *, page: int = 1, dpi: int = 150) -> list[str]:
    """Read the QR codes of a page as a phone would."""
    return [code.text for code in zxingcpp.read_barcodes(picture(pdf, page=page, dpi=dpi))]
