"""Only the address shows in the window of a #10 envelope, and nothing lies on something else."""

from __future__ import annotations

import re

import pytest

from gigafibre.billing.documents.render import BillingDocument, render
from gigafibre.billing.tests.paper import (
    a_credit_note,
    a_long_invoice,
    a_provider,
    a_quotation,
    a_statement,
    an_invoice,
)
from gigafibre.kernel.documents.letter import Logo
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.tests.paper import text_boxes

WIDE_MARK = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 10"><rect width="90" height="10" fill="#0A7568"/></svg>'
)
LONG_ADDRESS = (
    "Coopérative de solidarité en habitation et services de proximité de la Vallée-du-Haut-Saint-Laurent",
    "À l’attention de Marie-Ève Charbonneau-Desrochers, directrice générale adjointe",
    "a/s Comptes fournisseurs",
    "12345, chemin du Rang-Saint-Jean-Baptiste Nord, bureau 1200",
    "Sainte-Clotilde-de-Châteauguay QC  J0L 1W0",
)


def _envelope_cases(language: Language) -> dict[str, BillingDocument]:
    wide = Logo(content=WIDE_MARK, kind="svg")
    tall = a_provider(
        language,
        logo=wide,
        trade_name=("Coopérative de télécommunication du Haut-Saint-Laurent " * 2)[:60],
        legal_name=("9876-5432 Québec inc., faisant affaire sous le nom de TARGO Internet, " * 2)[:90],
        address=("1500, rue Notre-Dame, bureau 200, service à la clientèle, Saint-Rémi (Québec) J0L 2L0 " * 2)[:120],
    )
    return {
        "summary": an_invoice(language),
        "no-summary": an_invoice(language, summary=None, change_explanation="", referral=None),
        "three-pages": a_long_invoice(language, locations=9),
        "long-address": an_invoice(language, customer=LONG_ADDRESS),
        "accent-first": an_invoice(language, customer=("Élise Côté", "1, rue Â", "Québec QC  G1A 1A1")),
        "seven-lines": an_invoice(language, customer=tuple(f"Ligne {line} gjpqy" for line in range(7))),
        "tall-letterhead": an_invoice(language, provider=tall),
        "purchase-order": an_invoice(language, purchase_order="PO-2026-000123456789-A-REVISION-4"),
        "credit-note": a_credit_note(language),
        "statement": a_statement(language),
        "long-statement": a_statement(language, documents=65, customer=LONG_ADDRESS),
        "quotation": a_quotation(language),
        "long-quotation": a_quotation(language, more=30, customer=LONG_ADDRESS),
    }


LANGUAGES: tuple[Language, ...] = ("fr", "en")
ENVELOPE_CASES = {
    f"{language}-{name}": document for language in LANGUAGES for name, document in _envelope_cases(language).items()
}


@pytest.mark.parametrize("case", ENVELOPE_CASES)
def test_only_the_address_shows_in_the_window_of_the_envelope(case: str) -> None:
    document = ENVELOPE_CASES[case]
    left_of_rail = [box for box in text_boxes(render(document)) if box.page == 1 and box.left < 147]
    in_band = [box for box in left_of_rail if box.bottom > 48 and box.top < 90]
    words = re.sub(r"\s", "", "".join(box.text for box in in_band))
    assert words == re.sub(r"\s", "", "".join(document.customer))
    assert min(box.top for box in in_band) >= 50.8
    assert max(box.bottom for box in in_band) <= 88.9
    assert 22 <= min(box.left for box in in_band) <= 22.6
    assert max(box.right for box in in_band) <= 22 + 105


@pytest.mark.parametrize("case", ENVELOPE_CASES)
def test_nothing_lies_on_something_else_or_leaves_the_sheet(case: str) -> None:
    boxes = text_boxes(render(ENVELOPE_CASES[case]))
    for box in boxes:
        assert box.left >= 14.9, box
        assert box.right <= 215.9 - 14.9, box
        assert box.top >= 12, box
        assert box.bottom <= 279.4 - 5, box
    for index, box in enumerate(boxes):
        for other in boxes[index + 1 :]:
            apart = (
                box.page != other.page
                or box.right <= other.left + 0.2
                or other.right <= box.left + 0.2
                or box.bottom <= other.top + 0.8
                or other.bottom <= box.top + 0.8
            )
            assert apart, (box, other)
