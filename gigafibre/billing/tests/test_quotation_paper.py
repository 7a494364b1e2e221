"""The quotation on paper: what it costs each month and once, until when, and where one signs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gigafibre.billing.documents.quotation_document import QuotationDocument, QuotedPart
from gigafibre.billing.documents.render import render
from gigafibre.billing.tests.paper import a_quotation
from gigafibre.kernel.documents.errors import DocumentFailed
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.tests.paper import page_count, text_boxes, text_of


def said(document: QuotationDocument) -> str:
    return re.sub(r"\s+", " ", text_of(render(document)))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "fr",
            (
                "Soumission Q-2026-0088 Date 21 nov. 2026 Valide jusqu’au 21 déc. 2026 No de compte C-4217",
                "Par mois, taxes comprises 80,43 $ et 109,23 $ une seule fois Prix garanti jusqu’au 21 déc. 2026.",
                "Chalet, 317, rang Saint-Joseph, Saint-Chrysostome Préparée par Émilie Racine",
                "Chaque mois Internet Fibre 500 74,95 $ Promotion de bienvenue (12 mois) −15,00 $",
                "Répéteur Wi-Fi (2 × 5,00 $) 10,00 $ Sous-total avant taxes 69,95 $",
                "TPS 5 % no 814732019 RT0001 3,50 $ TVQ 9,975 % no 1218840736 TQ0001 6,98 $",
                "Après les promotions : 97,67 $ par mois, taxes comprises, aux taux d’aujourd’hui.",
                "Une seule fois Installation sur place 95,00 $",
                "Une seule fois, taxes comprises 109,23 $",
                "Conditions de la soumission • Sans engagement",
                "J’accepte la soumission Q-2026-0088 et ses conditions, au plus tard le 21 déc. 2026.",
                "Nom en lettres moulées Signature Date",
            ),
        ),
        (
            "en",
            (
                "Quotation Q-2026-0088 Date Nov. 21, 2026 Valid until Dec. 21, 2026 Account no. C-4217",
                "Per month, taxes included $80.43 and $109.23 once Price guaranteed until Dec. 21, 2026.",
                "Each month Internet Fibre 500 $74.95 Welcome promotion (12 months) −$15.00",
                "GST 5% no. 814732019 RT0001 $3.50 QST 9.975% no. 1218840736 TQ0001 $6.98",
                "After the promotions: $97.67 per month, taxes included, at today’s rates.",
                "I accept quotation Q-2026-0088 and its conditions, by Dec. 21, 2026 at the latest.",
            ),
        ),
    ],
)
def test_a_quotation_says_everything(language: Language, expected: tuple[str, ...]) -> None:
    text = said(a_quotation(language))
    for words in expected:
        assert words in text, words


def test_what_is_signed_is_on_the_page_of_what_is_agreed_to() -> None:
    for more in (0, 3, 12, 30):
        pdf = render(a_quotation(more=more))
        pages = {
            box.page
            for box in text_boxes(pdf)
            if box.text in {"Acceptation", "Signature", "Conditions de la soumission"}
        }
        assert len(pages) == 1, more
        count = page_count(pdf)
        for page in range(1, count + 1):
            assert f"Page {page} de {count}" in text_of(pdf, page).replace("\u00a0", " ")


def test_a_draft_and_what_is_paid_once_only() -> None:
    draft = said(a_quotation(number="", draft=True, account_number=""))
    assert "Soumission Brouillon" in draft
    assert "Ce brouillon ne peut pas encore être accepté." in draft
    assert "No de compte" not in draft
    once = said(a_quotation(monthly=QuotedPart(), monthly_after=None, conditions=(), location="", prepared_by=""))
    assert "Une seule fois, taxes comprises 109,23 $ Prix garanti" in once
    assert "Chaque mois" not in once


def test_a_quotation_that_does_not_add_up_is_not_printed() -> None:
    quotation = a_quotation()
    for wrong, reason in (
        (
            replace(quotation, once=replace(quotation.once, total=Decimal("1.00"))),
            "once: subtotal and taxes make 109.23",
        ),
        (replace(quotation, valid_until=date(2026, 11, 20)), "valid until 2026-11-20, before it is made"),
    ):
        with pytest.raises(DocumentFailed, match=reason):
            render(wrong)
