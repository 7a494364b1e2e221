"""The old ledger: every invoice and payment on the customers' account, the rest of each day summed per account."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

from gigafibre.legacy.sample import money
from gigafibre.legacy.sample.catalog import ACCOUNTS, CATEGORIES, Catalogue
from gigafibre.legacy.sample.days import at, first_day, later, month_in_words, month_of
from gigafibre.legacy.sample.files import TableFile
from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.shape import Shape

RECEIVABLE, GST, QST = 1060, 2310, 2315
#: Where a payment of each type comes from.
_CASH = {
    "ppa": 1030, "carte credit": 1035, "chèque": 1020, "comptant": 1000, "paiement direct": 1010, "credit": 4090,
    "reversement": 5900,
}  # fmt: skip
_RETURNED = 1030
_ROUNDING = 4060
_BANK, _IN_TRANSIT = 1010, (1020, 1030, 1035)
# What the provider itself spends in a month, as shares of what it sold, in thousandths.
_SPENT = ((5000, 90, "Bande passante"), (5010, 15, "Terminaison téléphonique"), (5020, 60, "Droits de télévision"),
          (5100, 110, "Achats d'équipement"), (5300, 45, "Loyers de sites et tours"))  # fmt: skip
_WAGES = 310
_KINDS = ("journal_of_unknown_account", "journal_day_unbalanced")


class Journal:
    """Writes entries day by day; a day's debits are its credits, unless a defect says otherwise."""

    def __init__(self, shape: Shape, file: TableFile, catalogue: Catalogue, planted: Planted) -> None:
        self._file, self._planted = file, planted
        self._ids = {number: n for n, (number, _, _) in enumerate(ACCOUNTS, 1)}
        self._texts = {number: name for number, _, name in ACCOUNTS}
        self._revenue = {product.sku: CATEGORIES[product.category - 1][1] for product in catalogue.products}
        self._receivable = self._ids[RECEIVABLE]
        self._credits: Counter[int] = Counter()
        self._sold: Counter[int] = Counter()
        self._transit: Counter[int] = Counter()
        self._day: date | None = None
        self._row = 0
        self._rng = Random(f"{shape.seed}:journal")
        days = (shape.until - first_day(shape.first_month)).days
        first = min(days - 1, days // 3)
        turns = [(kind, self._rng.randrange(first, days * 19 // 20 + 1)) for kind in _KINDS
                 for _ in range(planted.wanted(kind))]  # fmt: skip
        start = first_day(shape.first_month)
        self._waiting = sorted(((later(start, turn), kind) for kind, turn in turns), reverse=True)

    def enter(self, day: date) -> None:
        """Close the day before when another begins."""
        if day != self._day:
            if self._day is not None:
                self._close_day(self._day)
                if month_of(day) != month_of(self._day):
                    self._close_month(self._day)
            self._day = day

    def close(self) -> None:
        """Close the last day."""
        if self._day is not None:
            self._close_day(self._day)
        self._file.last_id = self._row

    def bill(
        self, moment: int, number: int, total: int, sold: list[tuple[str, int]], gst: int, qst: int, skew: int
    ) -> None:
        """Post an invoice: the customer owes it, the day's sales and taxes grow."""
        debit, credit = (total, 0) if total >= 0 else (0, -total)
        word = "Facture" if total >= 0 else "Note de crédit"
        self._entry(moment, self._receivable, debit, credit, f"{word} #{number}")
        sums = self._credits
        for sku, cents in sold:
            sums[self._revenue[sku]] += cents
        sums[GST] += gst
        sums[QST] += qst
        if skew:
            sums[_ROUNDING] += skew

    def pay(self, moment: int, number: int, cents: int, mode: str) -> None:
        """Post a payment: the customer owes less, the money is on its way."""
        if not cents:
            return
        debit, credit = (0, cents) if cents > 0 else (-cents, 0)
        self._entry(moment, self._receivable, debit, credit, f"Paiement #{number}")
        self._credits[_CASH[mode] if cents > 0 else _RETURNED] -= cents

    def _entry(self, moment: int, account: int, debit: int, credit: int, text: str) -> None:
        self._row = row = self._row + 1
        self._file.add(f"{row}\t{moment}\t{account}\t{money.text(debit)}\t{money.text(credit)}\t{text}\n")

    def _sum(self, moment: int, account: int, credit: int, text: str) -> None:
        if credit:
            debit = -credit if credit < 0 else 0
            self._entry(moment, self._ids[account], debit, max(credit, 0), text)

    def _close_day(self, day: date) -> None:
        """Write the day's sums per account, what goes wrong with them included."""
        moment = at(day, 23, 59, 30)
        planned = None
        if self._waiting and self._waiting[-1][0] <= day and any(self._credits.values()):
            planned = self._waiting.pop()[1]
        for account, cents in sorted(self._credits.items()):
            if account in _IN_TRANSIT:
                self._transit[account] -= cents
            self._sold[account] += cents if account >= 4000 else 0
            if cents and planned:
                cents, account_id = self._spoilt(planned, account, cents)
                planned = None
                self._entry(moment, account_id, max(-cents, 0), max(cents, 0), self._texts[account])
            else:
                self._sum(moment, account, cents, self._texts[account])
        self._credits.clear()

    def _spoilt(self, kind: str, account: int, cents: int) -> tuple[int, int]:
        """An entry that goes to no account, or is off by a typing error."""
        self._planted.note(kind, "compta_journal_ecriture", self._row + 1)
        if kind == "journal_of_unknown_account":
            return cents, len(self._ids) + self._rng.randrange(4, 40)
        more = self._rng.choice((1, 100, 900))
        return cents + (more if cents > 0 else -more), self._ids[account]

    def _close_month(self, day: date) -> None:
        """What came into the bank, what the month cost, wages: each pair in balance."""
        month = month_of(day)
        moment, words = at(first_day(month + 1), 0, 0, 30) - 60, month_in_words(month)
        for account, cents in sorted(self._transit.items()):
            self._sum(moment, account, cents, f"Dépôt à la banque, {words}")
            self._sum(moment, _BANK, -cents, f"Dépôt à la banque, {words}")
        sold = sum(self._sold.values())
        for account, share, text in _SPENT:
            cost = money.share(sold, share * 100)
            gst, qst = money.taxes(cost, money.era_of(day))
            self._sum(moment, account, -cost, f"{text}, {words}")
            self._sum(moment, 2340, -gst, f"{text}, {words}")
            self._sum(moment, 2345, -qst, f"{text}, {words}")
            self._sum(moment, 2000, cost + gst + qst, f"{text}, {words}")
        wages = money.share(sold, _WAGES * 100)
        self._sum(moment, 5200, -wages, f"Salaires, {words}")
        self._sum(moment, 2050, wages, f"Salaires, {words}")
        self._sold.clear()
        self._transit.clear()
