"""Golden pages: text to the tenth of a millimetre, and the look of each page, compared with what was once approved.

After a wanted change: `GIGAFIBRE_GOLDEN=write pytest …/test_golden_paper.py`, then look at the pictures and keep them.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from gigafibre.billing.documents.render import BillingDocument, render
from gigafibre.billing.tests.paper import a_credit_note, a_long_invoice, a_quotation, a_statement, an_invoice
from gigafibre.kernel.tests.paper import page_count, picture, text_boxes

GOLDEN = Path(__file__).parent / "golden"
DPI = 60
# Rasterizers round edges differently: a pixel counts when its grey is off by a fifth, a page when 0.3 % of them are.
OFF_BY = 51
SHARE = 0.003
PAGES: dict[str, BillingDocument] = {
    "invoice-fr": an_invoice("fr"),
    "invoice-en": an_invoice("en"),
    "no-summary-fr": an_invoice("fr", summary=None, autopay=None, referral=None, change_explanation=""),
    "three-pages-en": a_long_invoice("en", locations=9, purchase_order="PO-88", messages=("Closed on December 25.",)),
    "credit-note-fr": a_credit_note("fr"),
    "credit-note-en": a_credit_note("en"),
    "statement-fr": a_statement("fr"),
    "statement-en": a_statement("en", documents=30),
    "quotation-fr": a_quotation("fr"),
    "quotation-en": a_quotation("en", more=3),
}


def _boxes(pdf: bytes) -> list[list[object]]:
    return [[box.page, round(box.left, 1), round(box.top, 1), round(box.right, 1), box.text] for box in text_boxes(pdf)]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_the_approved_one(name: str) -> None:
    pdf = render(PAGES[name])
    boxes, pages = _boxes(pdf), [picture(pdf, page=number, dpi=DPI) for number in range(1, page_count(pdf) + 1)]
    kept = GOLDEN / f"{name}.json"
    if os.environ.get("GIGAFIBRE_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        kept.write_text("[\n" + ",\n".join(json.dumps(box, ensure_ascii=False) for box in boxes) + "\n]\n")
        for number, page in enumerate(pages, start=1):
            page.save(GOLDEN / f"{name}-{number}.png", optimize=True)
    approved = json.loads(kept.read_text())
    assert [box[4] for box in boxes] == [box[4] for box in approved]
    for box, expected in zip(boxes, approved, strict=True):
        assert box[0] == expected[0], box
        assert box[1:4] == pytest.approx(expected[1:4], abs=0.15), box
    for number, page in enumerate(pages, start=1):
        with Image.open(GOLDEN / f"{name}-{number}.png") as approved_page:
            off = ImageChops.difference(page, approved_page.convert("L")).point(
                lambda grey: 255 if grey > OFF_BY else 0
            )
        assert off.histogram()[255] / (page.width * page.height) < SHARE, f"page {number}"


def test_the_comparison_notices_a_missing_rule() -> None:
    """The golden look is worth something: a page without its summary is far from the approved one."""
    page = picture(render(an_invoice("fr", summary=None)), dpi=DPI)
    with Image.open(GOLDEN / "invoice-fr-1.png") as approved_page:
        off = ImageChops.difference(page, approved_page.convert("L")).point(lambda grey: 255 if grey > OFF_BY else 0)
    assert off.histogram()[255] / (page.width * page.height) > SHARE
