"""The statement of account on paper: every document with the balance after it, ages, pages numbered."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing.documents.render import render
from gigafibre.billing.documents.statement_document import Ages
from gigafibre.billing.tests.paper import a_statement
from gigafibre.kernel.documents.errors import DocumentFailed
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.tests.paper import page_count, text_of

D = Decimal


def said(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "fr",
            (
                "No de compte C-4217 Date 21 nov. 2026 Du 1 sept. 2026 Au 21 nov. 2026",
                "Solde au 21 nov. 2026 101,48 $ Dont 131,48 $ en retard.",
                "Solde au début, 1 sept. 2026 213,10",
                "1 sept. 2026 Facture SINV-2026-700310 échéance le 21 sept. 2026 149,92 363,02",
                "10 sept. 2026 Paiement PAY-2026-4410 213,10 149,92",
                "Paiement retourné PAY-2026-4433 213,10 363,02",
                "Note de crédit CN-2026-000317 facture SINV-2026-700310 48,44 314,58",
                "Radiation WO-2026-0007 facture SINV-2026-688102 213,10 101,48",
                "Total des mouvements 363,02 474,64",
                "61 à 90 jours 131,48",
                "Crédits −30,00",
                "Page 1 de 1",
            ),
        ),
        (
            "en",
            (
                "Account no. C-4217 Date Nov. 21, 2026 From Sept. 1, 2026 To Nov. 21, 2026",
                "Balance at Nov. 21, 2026 $101.48 Of which $131.48 is past due.",
                "Opening balance, Sept. 1, 2026 213.10",
                "Sept. 1, 2026 Invoice SINV-2026-700310 due Sept. 21, 2026 149.92 363.02",
                "Payment returned PAY-2026-4433 213.10 363.02",
                "Credit note CN-2026-000317 invoice SINV-2026-700310 48.44 314.58",
                "61–90 days 131.48",
                "Page 1 of 1",
            ),
        ),
    ],
)
def test_a_statement_says_everything(language: Language, expected: tuple[str, ...]) -> None:
    text = said(text_of(render(a_statement(language))))
    for words in expected:
        assert words in text, words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"closing": D("0.00"), "ages": Ages()}, "0,00 $ Rien à payer, votre compte est à jour."),
        ({"closing": D("20.00"), "ages": Ages(current=D("20.00"))}, "20,00 $ Rien n’est en retard."),
        ({"closing": D("-20.00"), "ages": Ages(credits=D("20.00"))}, "Votre crédit au 21 nov. 2026 20,00 $"),
    ],
)
def test_the_box_says_what_is_owed_and_what_of_it_is_late(changes: dict[str, Any], words: str) -> None:
    empty = a_statement(lines=(), opening=changes["closing"], **changes)
    text = said(text_of(render(empty)))
    assert words in text
    assert "Aucun mouvement pendant ces jours" in text


def test_a_long_statement_repeats_its_head_and_numbers_its_pages() -> None:
    pdf = render(a_statement(documents=65))
    count = page_count(pdf)
    assert count == 3
    for page in range(1, count + 1):
        text = said(text_of(pdf, page))
        assert f"Page {page} de {count}" in text
        assert "Date Document Débit Crédit Solde" in text
    assert said(text_of(pdf)).count("Facture SINV-2026-700310") == 13
    assert "Votre solde par âge" in text_of(pdf, count)


def test_a_statement_that_does_not_add_up_is_not_printed() -> None:
    for changes, reason in (
        ({"closing": D("101.49")}, "the documents give 101.48, the closing balance says 101.49"),
        ({"opening": D("213.11")}, "after SINV-2026-700310 the balance is 363.03, the line says 363.02"),
        ({"ages": Ages(current=D("1.00"))}, "by age it is 1.00, the closing balance says 101.48"),
    ):
        with pytest.raises(DocumentFailed, match=re.escape(reason)):
            render(a_statement(**changes))
    assert a_statement().made_on == date(2026, 11, 21)
