"""Why an invoice differs from the one before: exact sentences, amounts that add up, a fixed number of queries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigafibre.billing.why import Charged, Happened, Rates, in_lines, reasons
from gigafibre.kernel.periods import Period
from gigafibre.kernel.text import Text

NOVEMBER, DECEMBER = Period(date(2026, 11, 1), date(2026, 12, 1)), Period(date(2026, 12, 1), date(2027, 1, 1))
NO_TAX = Rates((), Decimal("0.00"))
ON = date(2026, 12, 1)


def charged(what: str, amount: str, days: Period | None = None, **more: Any) -> Charged:
    values: dict[str, Any] = {
        "nature": "recurring",
        "subscription": "SUB-1",
        "sku": what,
        "what": what,
        "quantity": Decimal(1),
        "unit_price": Decimal(amount),
        "amount": Decimal(amount),
        "days": days,
        "whole": NOVEMBER if days and days.overlap(NOVEMBER) else DECEMBER,
    }
    return Charged(**(values | more))


def part(what: str, days: Period, price: str, amount: str, **more: Any) -> Charged:
    return charged(what, amount, days, unit_price=Decimal(price), **more)


def told(before: list[Charged], after: list[Charged], *happened: Happened, language: str = "fr") -> list[str]:
    found = reasons(before, after, (NO_TAX, NO_TAX), happened, ON)
    text = [f"{r.says.in_(language)} | {r.amount}" for r in found]
    return [line.replace("\u00a0", " ") for line in text]


NOV, DEC = charged("Fibre 500", "60.00", NOVEMBER), charged("Fibre 500", "60.00", DECEMBER)
HALF = Period(date(2026, 12, 1), date(2026, 12, 15))
SINCE_15 = Period(date(2026, 11, 15), date(2026, 12, 1))

CASES: dict[str, tuple[list[Charged], list[Charged], list[Happened], list[str], list[str]]] = {
    "same": ([NOV], [DEC], [], ["Rien n’a changé | 0.00"], ["Nothing changed | 0.00"]),
    "new": (
        [],
        [DEC],
        [],
        ["Nouveau service, Fibre 500 | 60.00"],
        ["New service, Fibre 500 | 60.00"],
    ),
    "new in part": (
        [],
        [part("Fibre 500", HALF, "60.00", "27.10")],
        [],
        ["Nouveau service, Fibre 500, 14/31 × 60,00 $ (1er décembre au 14 décembre) | 27.10"],
        ["New service, Fibre 500, 14/31 × $60.00 (December 1 to December 14) | 27.10"],
    ),
    "whole after part": (
        [part("Fibre 500", SINCE_15, "60.00", "32.00")],
        [DEC],
        [],
        ["Fibre 500, période entière, après 16/30 × 60,00 $ (15 novembre au 30 novembre) | 28.00"],
        ["Fibre 500, whole period, after 16/30 × $60.00 (November 15 to November 30) | 28.00"],
    ),
    "plan changed in mid-cycle": (
        [NOV],
        [
            charged("Fibre 1000", "80.00", DECEMBER),
            part("Fibre 1000", SINCE_15, "80.00", "42.67"),
            charged("Crédit, Fibre 500", "-32.00", SINCE_15, nature="credit"),
        ],
        [],
        [
            "Fibre 1000, 16/30 × 80,00 $ (15 novembre au 30 novembre) | 42.67",
            "Crédit, Fibre 500 (15 novembre au 30 novembre) | -32.00",
            "Forfait changé, Fibre 1000 remplace Fibre 500 depuis le 15 novembre | 20.00",
        ],
        [
            "Fibre 1000, 16/30 × $80.00 (November 15 to November 30) | 42.67",
            "Crédit, Fibre 500 (November 15 to November 30) | -32.00",
            "Plan changed, Fibre 1000 replaces Fibre 500 since November 15 | 20.00",
        ],
    ),
    "plan changed, as recorded": (
        [NOV],
        [charged("Fibre 1000", "80.00", DECEMBER)],
        [Happened("SUB-1", "item", date(2026, 11, 30))],
        ["Forfait changé, Fibre 1000 remplace Fibre 500 depuis le 30 novembre | 20.00"],
        ["Plan changed, Fibre 1000 replaces Fibre 500 since November 30 | 20.00"],
    ),
    "price": (
        [NOV],
        [charged("Fibre 500", "62.50", DECEMBER)],
        [],
        ["Fibre 500, prix de 60,00 $ à 62,50 $ depuis le 1er décembre | 2.50"],
        ["Fibre 500, price from $60.00 to $62.50 since December 1 | 2.50"],
    ),
    "quantity": (
        [NOV],
        [charged("Fibre 500", "120.00", DECEMBER, quantity=Decimal("2.000"), unit_price=Decimal("60.0000"))],
        [],
        ["Fibre 500, quantité de 1 à 2 | 60.00"],
        ["Fibre 500, quantity from 1 to 2 | 60.00"],
    ),
    "ended": (
        [NOV],
        [],
        [Happened("SUB-1", "end", date(2026, 12, 1))],
        ["Fibre 500, terminé depuis le 1er décembre | -60.00"],
        ["Fibre 500, ended since December 1 | -60.00"],
    ),
    "paused": (
        [NOV],
        [],
        [Happened("SUB-1", "pause", date(2026, 12, 1), date(2027, 4, 30))],
        ["Fibre 500, en pause depuis le 1er décembre jusqu’au 30 avril 2027 | -60.00"],
        ["Fibre 500, paused since December 1 until April 30, 2027 | -60.00"],
    ),
    "paused in mid-cycle": (
        [NOV],
        [part("Fibre 500", HALF, "60.00", "27.10")],
        [Happened("SUB-1", "pause", date(2026, 12, 15))],
        [
            "Fibre 500, en pause depuis le 15 décembre, 14/31 × 60,00 $ (1er décembre au 14 décembre) "
            "au lieu de la période entière | -32.90"
        ],
        [
            "Fibre 500, paused since December 15, 14/31 × $60.00 (December 1 to December 14) "
            "instead of the whole period | -32.90"
        ],
    ),
    "suspended, then served again": (
        [],
        [DEC],
        [
            Happened("SUB-1", "suspend", date(2026, 11, 3)),
            Happened("SUB-1", "resume", date(2026, 11, 20)),
        ],
        ["De retour, Fibre 500 depuis le 20 novembre | 60.00"],
        ["Back, Fibre 500 since November 20 | 60.00"],
    ),
    "paid ahead": (
        [charged("Fibre 500", "600.00", Period(date(2026, 11, 1), date(2027, 11, 1)), charged_until=date(2027, 11, 1))],
        [],
        [],
        ["Fibre 500, déjà facturé jusqu’au 31 octobre 2027 | -600.00"],
        ["Fibre 500, already billed to October 31, 2027 | -600.00"],
    ),
    "missing": (
        [NOV],
        [],
        [],
        ["Fibre 500 n’est pas sur cette facture | -60.00"],
        ["Fibre 500 is not on this invoice | -60.00"],
    ),
    "caught up": (
        [],
        [NOV, DEC],
        [],
        ["Nouveau service, Fibre 500 | 120.00"],
        ["New service, Fibre 500 | 120.00"],
    ),
    "promotion ended": (
        [NOV, charged("Rabais fidélité", "-10.00", NOVEMBER, nature="discount")],
        [DEC],
        [],
        ["Promotion terminée, Rabais fidélité | 10.00"],
        ["Promotion ended, Rabais fidélité | 10.00"],
    ),
    "promotion": (
        [NOV],
        [DEC, charged("Rabais fidélité", "-10.00", DECEMBER, nature="discount")],
        [],
        ["Promotion, Rabais fidélité | -10.00"],
        ["Promotion, Rabais fidélité | -10.00"],
    ),
    "charged once": (
        [NOV, charged("Déplacement", "85.00", nature="once", subscription="")],
        [DEC, charged("Prise murale", "75.00", nature="once", subscription="")],
        [],
        [
            "Déplacement, frais unique de la facture précédente | -85.00",
            "Frais unique, Prise murale | 75.00",
        ],
        ["Déplacement, one-time charge of the previous invoice | -85.00", "One-time charge, Prise murale | 75.00"],
    ),
    "9-1-1 tax indexed": (
        [NOV, charged("Taxe 9-1-1", "0.52", nature="once")],
        [DEC, charged("Taxe 9-1-1", "0.54", nature="once")],
        [],
        ["Taxe 9-1-1, de 0,52 $ à 0,54 $ | 0.02"],
        ["Taxe 9-1-1, from $0.52 to $0.54 | 0.02"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_cause_has_its_sentence(case: str) -> None:
    before, after, happened, french, english = CASES[case]
    assert told(before, after, *happened) == french
    assert told(before, after, *happened, language="en") == english


def test_taxes_come_last_and_say_what_changed() -> None:
    both = Rates((Text("TPS 5 %", "GST 5%"), Text("TVQ 9,975 %", "QST 9.975%")), Decimal("8.99"))
    exempt = Rates((), Decimal("0.00"))
    (found,) = reasons([NOV], [DEC], (both, exempt), (), ON)
    assert (found.says.fr, found.amount) == ("Taxes, aucune (avant : TPS 5 %, TVQ 9,975 %)", Decimal("-8.99"))
    more = Rates(both.names, Decimal("9.36"))
    found, taxed = reasons([NOV], [charged("Fibre 500", "62.50", DECEMBER)], (both, more), (), ON)
    assert (found.kind, taxed.says, taxed.amount) == ("price", Text("Taxes", "Taxes"), Decimal("0.37"))


def test_on_paper_three_lines_the_rest_and_the_taxes() -> None:
    once = [charged(f"Frais {n}", f"{n}.00", nature="once", subscription="") for n in range(1, 6)]
    found = reasons([], once, (NO_TAX, Rates((), Decimal("2.25"))), (), ON)
    assert in_lines(found, "en").splitlines() == [
        "One-time charge, Frais 5: +$5.00",
        "One-time charge, Frais 4: +$4.00",
        "One-time charge, Frais 3: +$3.00",
        "2 more changes: +$3.00",
        "Taxes: +$2.25",
    ]


_days = st.sampled_from([NOVEMBER, DECEMBER, HALF, SINCE_15, None])
_rows = st.lists(
    st.builds(
        charged,
        st.sampled_from(["A", "B", "C"]),
        st.decimals("-300", "300", places=2).map(str),
        _days,
        nature=st.sampled_from(["recurring", "discount", "credit", "once"]),
        subscription=st.sampled_from(["SUB-1", "SUB-2"]),
    ),
    max_size=9,
)


@given(_rows, _rows)
def test_the_reasons_always_add_up_to_the_difference(before: list[Charged], after: list[Charged]) -> None:
    found = reasons(before, after, (NO_TAX, NO_TAX), (), ON)
    difference = sum((r.amount for r in after), Decimal(0)) - sum((r.amount for r in before), Decimal(0))
    assert sum((reason.amount for reason in found), Decimal(0)) == difference
