"""Words for people: what fills a place is written in each language."""

from datetime import date
from decimal import Decimal

from gigafibre.kernel.money import spoken
from gigafibre.kernel.text import Text, counted
from gigafibre.kernel.values import unit_price


def test_a_sentence_writes_days_amounts_and_decimal_numbers_in_each_language() -> None:
    said = Text("{n} $ avant le {day}, {times} fois, reste {left}", "${n} by {day}, {times} times, {left} left").with_(
        n=Decimal("39415.0125"), day=date(2026, 12, 1), times=3, left=spoken(Decimal("-1234.5"))
    )
    assert said == Text(
        "39\xa0415,0125 $ avant le 1\xa0déc.\xa02026, 3 fois, reste \u22121\xa0234,50\xa0$",
        "$39,415.0125 by Dec.\xa01,\xa02026, 3 times, \u2212$1,234.50 left",
    )


def test_a_price_keeps_its_fractions_of_a_cent_and_no_useless_zero() -> None:
    assert [unit_price(Decimal(n), "fr") for n in ("39.0000", "0.0125")] == ["39,00\xa0$", "0,0125\xa0$"]
    assert unit_price(Decimal("1039.5000"), "en") == "$1,039.50"


def test_some_of_something_is_counted_as_each_language_does() -> None:
    one, many = Text("{n} facture", "{n} invoice"), Text("{n} factures", "{n} invoices")
    assert [counted(n, one, many) for n in (0, 1, 2, 1234)] == [
        Text("0 facture", "0 invoices"),
        Text("1 facture", "1 invoice"),
        Text("2 factures", "2 invoices"),
        Text("1\xa0234 factures", "1,234 invoices"),
    ]
