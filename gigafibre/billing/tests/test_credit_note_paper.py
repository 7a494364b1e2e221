"""The credit note on paper: what it corrects, why, and where the credit goes."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing.documents.render import render
from gigafibre.billing.tests.paper import a_credit_note
from gigafibre.kernel.documents.errors import DocumentFailed
from gigafibre.kernel.tests.paper import text_of


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Ce crédit réduira votre prochaine facture, vous n’avez rien à faire."),
        ({"applied": Decimal("48.44")}, "Appliqué à votre compte, vous n’avez rien à faire."),
        ({"applied": Decimal("30.00")}, "Appliqué à votre compte : 30,00 $. Reste à votre crédit : 18,44 $."),
        ({"refunded_on": date(2026, 11, 25)}, "Remboursé le 25 nov. 2026, vous n’avez rien à faire."),
    ],
)
def test_a_credit_note_says_what_it_corrects_and_where_it_goes(changes: dict[str, Any], said: str) -> None:
    text = re.sub(r"\s+", " ", text_of(render(a_credit_note(**changes))))
    for expected in (
        "Votre note de crédit du 21 novembre 2026",
        "Corrige la facture SINV-2026-712408 du 1 nov. 2026",
        "les jours déjà facturés vous sont rendus",
        "Internet Fibre 500 (20 novembre au 30 novembre) 27,48 $",
        "TPS 5 % no 814732019 RT0001 2,11 $",
        "TVQ 9,975 % no 1218840736 TQ0001 4,20 $",
        "Total du crédit 48,44 $",
        "Montant crédité 48,44 $",
        said,
    ):
        assert expected in text, expected
    with pytest.raises(DocumentFailed, match="can't be applied"):
        render(a_credit_note(applied=Decimal("48.45")))
