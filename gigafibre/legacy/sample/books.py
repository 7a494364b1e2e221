"""The books: every invoice, payment and allocation is written the moment it happens, numbered in that order."""

import heapq
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from gigafibre.legacy.sample import money
from gigafibre.legacy.sample.bills import Bill
from gigafibre.legacy.sample.catalog import Catalogue
from gigafibre.legacy.sample.days import at
from gigafibre.legacy.sample.files import SLOT, DumpFolder
from gigafibre.legacy.sample.journal import Journal
from gigafibre.legacy.sample.people import Customer
from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.source.tabs import escape

# An open item is a list, changed in place: invoice id, cents still owed, its place among the invoices, its total.
Item = list[int]
Paid = tuple[int, int, list[tuple[Item, int]]]
Event = tuple[int, int, str, Customer, object]
THANKS = "Merci de faire affaire avec nous! Vos factures sont aussi dans votre portail."


@dataclass(slots=True)
class Sums:
    """What the sample knows of its own totals, in cents; drafts are in none of them."""

    invoices: int = 0
    invoiced: int = 0
    drafts: int = 0
    taxes: Counter[str] = field(default_factory=Counter)
    payments: Counter[str] = field(default_factory=Counter)
    allocated: int = 0


class Books:
    """Issues invoices and takes payments; also keeps the calendar of what is still to happen."""

    def __init__(self, shape: Shape, folder: DumpFolder, catalogue: Catalogue, planted: Planted) -> None:
        self.shape = shape
        self.planted = planted
        self.catalogue = catalogue
        self.rng = Random(f"{shape.seed}:books")
        self.sums = Sums()
        self.troubles: list[tuple[int, Customer, int]] = []  # when, who, how much: what arrangements are made of
        self.settled_by_notes: set[int] = (
            set()
        )  # invoices and credit notes settled against each other, without a payment
        self.invoice_id = shape.first_invoice_id - 1
        self.item_id = self.tax_row_id = self.payment_id = self.payment_item_id = 0
        self.note: str | None = None
        self.spoiled_payment: Callable[[Customer, int, int, str], Paid | None] = lambda *_: None
        self.last_moment = at(shape.until, 23, 59)
        self._billed: list[int] = []
        self._applied: list[int] = []
        self._events: list[Event] = []
        self._sequence = 0
        self._invoices, self._items, self._taxes = folder["invoice"], folder["invoice_item"], folder["invoice_tax"]
        self._payments, self._payment_items = folder["payment"], folder["payment_item"]
        self._journal = Journal(shape, folder["compta_journal_ecriture"], catalogue, planted)
        self._era = money.ERAS[0]
        self._year = 0

    def plan(self, moment: int, kind: str, customer: Customer, detail: object = None) -> None:
        """Let something happen at a moment; what would come after the sample's end never does."""
        if moment < self.last_moment:
            self._sequence += 1
            heapq.heappush(self._events, (moment, self._sequence, kind, customer, detail))

    def next_event(self, before: int) -> Event | None:
        """Take the next thing that happens before a moment."""
        if self._events and self._events[0][0] < before:
            return heapq.heappop(self._events)
        return None

    def enter(self, day: date) -> None:
        """Turn the calendar: the tax rates of a day, no note."""
        self._journal.enter(day)
        self._era = money.era_of(day)
        self._year = day.year
        self.note = None

    def issue(
        self, customer: Customer, moment: int, due: int, bill: Bill, *, by_debit: bool = False,
        correction: bool = False, draft: bool = False, skew: int = 0,
    ) -> Item:  # fmt: skip
        """Write an invoice with its lines and taxes; return its open item. `skew`: cents by which its total is off."""
        self.invoice_id = number = self.invoice_id + 1
        gst, qst = self._tax(customer.tax_group, bill.taxable, f"\t{number}\t")
        total = bill.subtotal + gst + qst + skew
        self._write_lines(number, bill)
        final = 0 if draft else 1
        message = escape(THANKS) if self._year >= 2019 and not correction else "\\N"
        self._invoices.add(
            f"{number}\t{customer.id}\t{moment}\t{due}\t{money.text(total)}\t{SLOT}\t{final}\t{final}\t{int(correction)}\t"
            f"{int(by_debit)}\t{escape(self.note)}\t{message}\n"
        )
        self._billed.append(0)
        if customer.gone:
            self.planted.note("invoice_of_missing_account", "invoice", number)
        sums = self.sums
        if draft:
            sums.drafts += 1
        else:
            sums.invoices += 1
            sums.invoiced += total
            sums.taxes[f"TPS {self._year}"] += gst
            sums.taxes[f"TVQ {self._year}"] += qst
            self._journal.bill(moment, number, total, bill.sold, gst, qst, skew)
        return [number, total, len(self._billed) - 1, total]

    def issue_nothing(self, customer: Customer, bill: Bill) -> None:
        """Leave the lines and taxes of an invoice whose own row was deleted."""
        self.invoice_id = number = self.invoice_id + 1
        lines, taxes = self.item_id + 1, self.tax_row_id + 1
        self._tax(customer.tax_group, bill.taxable, f"\t{number}\t")
        self._write_lines(number, bill)
        for row in range(lines, self.item_id + 1):
            self.planted.note("lines_of_missing_invoice", "invoice_item", row)
        for row in range(taxes, self.tax_row_id + 1):
            self.planted.note("taxes_of_missing_invoice", "invoice_tax", row)

    def _write_lines(self, invoice: int, bill: Bill) -> None:
        row, lines = self.item_id, []
        for place in bill.garbled:
            self.planted.note("mojibake", "invoice_item", row + 1 + place)
        for text in bill.lines:
            row += 1
            lines.append(f"{row}\t{invoice}{text}")
        self.item_id = row
        self._items.add("".join(lines), len(lines))

    def receive(self, customer: Customer, moment: int, cents: int, mode: str, reference: str, memo: str | None) -> int:
        """Write a payment; return its place among the payments."""
        self.payment_id = number = self.payment_id + 1
        self._payments.add(
            f"{number}\t{customer.id}\t{moment}\t{money.text(cents)}\t{SLOT}\t{mode}\t{escape(reference)}\t{escape(memo)}\n"
        )
        self._applied.append(0)
        if customer.gone:
            self.planted.note("payment_of_missing_account", "payment", number)
        self.sums.payments[mode] += cents
        self._journal.pay(moment, number, cents, mode)
        return len(self._applied) - 1

    def allocate(self, payment: int, place: int, item: Item, cents: int) -> None:
        """Write one payment_item and count it on both sides."""
        self.loose_allocation(payment, item[0], cents)
        item[1] -= cents
        self._billed[item[2]] += cents
        self._applied[place] += cents

    def loose_allocation(self, payment: int, invoice: int, cents: int) -> None:
        """Write one payment_item and count it on neither side."""
        self.payment_item_id = row = self.payment_item_id + 1
        self._payment_items.add(f"{row}\t{payment}\t{invoice}\t{money.text(cents)}\n")
        self.sums.allocated += cents

    def misstate(self, item: Item | None, cents: int) -> None:
        """Write a wrong paid amount on an invoice, or a wrong applied amount on the last payment."""
        if item is None:
            self._applied[-1] += cents
        else:
            self._billed[item[2]] += cents

    def settle_by_note(self, note: Item, item: Item, cents: int) -> None:
        """Use a credit note on an invoice, as the legacy system did: both count as paid, no row says so."""
        note[1] += cents
        item[1] -= cents
        self._billed[note[2]] -= cents
        self._billed[item[2]] += cents
        self.settled_by_notes.update((note[0], item[0]))

    def close(self) -> None:
        """Put what was paid and applied where it belongs."""
        self._journal.close()
        self._invoices.last_id, self._items.last_id = self.invoice_id, self.item_id
        self._taxes.last_id, self._payments.last_id = self.tax_row_id, self.payment_id
        self._payment_items.last_id = self.payment_item_id
        self._invoices.fill([money.text(cents) for cents in self._billed])
        self._payments.fill([money.text(cents) for cents in self._applied])

    def _tax(self, group: int, taxable: int, invoice: str) -> tuple[int, int]:
        """Write the tax rows of an invoice; return GST and QST."""
        if group == 1:
            gst, qst = money.taxes(taxable, self._era)
            self.tax_row_id = row = self.tax_row_id + 2
            first = f"{row - 1}{invoice}{money.TPS}\t{money.text(gst)}\n"
            self._taxes.add(f"{first}{row}{invoice}{self._era.qst_row}\t{money.text(qst)}\n", 2)
            if not self._era.labelled:
                self.planted.note("tax_under_other_row", "invoice_tax", row)
            return gst, qst
        self.tax_row_id = row = self.tax_row_id + 1
        if group == 2:
            gst, _ = money.taxes(taxable, self._era)
            self._taxes.add(f"{row}{invoice}{money.TPS}\t{money.text(gst)}\n")
            return gst, 0
        self._taxes.add(f"{row}{invoice}{money.NIL}\t0.00\n")
        self.planted.note("tax_nil", "invoice_tax", row)
        return 0, 0
