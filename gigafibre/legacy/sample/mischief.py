"""What goes wrong while the books are kept: spread over the years, each at its number of invoice or payment."""

from collections.abc import Callable
from random import Random

from gigafibre.legacy.sample import paying
from gigafibre.legacy.sample.bills import Bill
from gigafibre.legacy.sample.books import Books, Item, Paid
from gigafibre.legacy.sample.days import month_of
from gigafibre.legacy.sample.people import Customer

_AT_INVOICE = (
    "lines_do_not_add_up", "lines_of_missing_invoice", "credit_note_without_link", "billed_amount_disagrees", "draft",
    "correction_linked", "line_of_missing_service", "correction_of_missing_invoice",
)  # fmt: skip
_AT_PAYMENT = (
    "payment_over_allocated", "allocation_to_other_customer", "allocation_of_missing_payment",
    "allocation_to_missing_invoice", "applied_amount_disagrees", "allocation_to_draft", "payment_of_nothing",
)  # fmt: skip
_OF_THOSE_WHO_STAY = {"draft", "credit_note_without_link", "correction_of_missing_invoice"}
_LOST_SERVICES = 4_000_000
_NEVER_ISSUED = 9_000_000
_HALF_A_DAY = 40_000
_WORTH_IT = 3_000
_NEVER = 1 << 60


class _Queue:
    """Kinds waiting for their turn: each is done at the first fitting occasion from its number on."""

    def __init__(self, rng: Random, books: Books, kinds: tuple[str, ...], expected: int) -> None:
        wanted = [kind for kind in kinds for _ in range(books.planted.wanted(kind))]
        turns = [rng.randrange(expected // 20 + 1, expected * 17 // 20 + 2) for _ in wanted]
        self._coming = sorted(zip(turns, wanted, strict=True), reverse=True)
        self._waiting: list[str] = []
        self.count = 0
        self.next = self._coming[-1][0] if self._coming else _NEVER

    def take(self, fits: Callable[[str], bool]) -> str | None:
        """Take the first waiting kind that fits the occasion."""
        while self._coming and self._coming[-1][0] <= self.count:
            self._waiting.append(self._coming.pop()[1])
        kind = next((kind for kind in self._waiting if fits(kind)), None)
        if kind is not None:
            self._waiting.remove(kind)
        self.next = self.count if self._waiting else self._coming[-1][0] if self._coming else _NEVER
        return kind


class Mischief:
    """Decides at which invoice and which payment something goes wrong, and does it."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._rng = Random(f"{books.shape.seed}:mischief")
        shape = books.shape
        expected = shape.live * (shape.last_month - shape.first_month + 1) if shape.demo else shape.share(600_000)
        self._at_invoice = _Queue(self._rng, books, _AT_INVOICE, expected)
        self._at_payment = _Queue(self._rng, books, _AT_PAYMENT, expected * 7 // 10)
        self._owing: Customer | None = None
        self._draft = 0  # the last draft written

    def invoice(
        self, customer: Customer, moment: int, due: int, bill: Bill, by_debit: bool
    ) -> tuple[Item | None, bool]:
        """Issue the next monthly invoice if something is to go wrong with it: its open item, and whether it did."""
        queue = self._at_invoice
        queue.count += 1
        if not queue.count % 97 and customer.open and customer.left is None:
            self._owing = customer
        if queue.count < queue.next or customer.story or customer.gone:
            return None, False
        kind = queue.take(lambda kind: customer.left is None or kind not in _OF_THOSE_WHO_STAY)
        if kind is None:
            return None, False
        return self._spoil_invoice(kind, customer, moment, due, bill, by_debit), True

    def _spoil_invoice(
        self, kind: str, customer: Customer, moment: int, due: int, bill: Bill, by_debit: bool
    ) -> Item | None:
        books, rng, note = self._books, self._rng, self._books.planted.note
        if kind == "draft":
            item = books.issue(customer, moment, due, bill, by_debit=by_debit, draft=True)
            note(kind, "invoice", item[0])
            self._draft = item[0]
            return None
        if kind == "line_of_missing_service":
            bill = bill.of_lost_service(_LOST_SERVICES + rng.randrange(9_000))
            note(kind, "invoice_item", books.item_id + 1)
        if kind == "lines_of_missing_invoice":
            books.issue_nothing(customer, bill)
        skew = rng.choice((1, -1, 2, -2, 5, 100, -100, 250, -500, 1_000)) if kind == "lines_do_not_add_up" else 0
        item = books.issue(customer, moment, due, bill, by_debit=by_debit, skew=skew)
        if kind == "lines_do_not_add_up":
            note(kind, "invoice", item[0])
        elif kind in {"credit_note_without_link", "correction_of_missing_invoice"}:
            books.plan(moment + rng.randrange(4, 20) * paying.DAY, "credit_note", customer, kind)
        elif kind == "correction_linked":
            books.plan(moment + _HALF_A_DAY, "correct", customer, (item, bill))
        elif kind == "billed_amount_disagrees":
            books.misstate(item, rng.choice((-1, 1, 100, -500, 1_000)))
            note(kind, "invoice", item[0])
        return item

    def payment(self, customer: Customer, moment: int, amount: int, mode: str) -> Paid | None:
        """Take a payment if something is to go wrong with it, else None."""
        queue, other = self._at_payment, self._owing
        queue.count += 1
        if queue.count < queue.next or customer.story or customer.gone or amount < _WORTH_IT:
            return None
        somebody = other is not None and other is not customer and bool(other.open)
        impossible = {"allocation_to_other_customer": not somebody, "allocation_to_draft": not self._draft}
        kind = queue.take(lambda kind: not impossible.get(kind))
        if kind is None:
            return None
        books, rng, note = self._books, self._rng, self._books.planted.note
        if kind == "payment_over_allocated":
            less = rng.choice((100, 500, 1_000, 2_000))
            paid = paying.take(books, customer, moment, amount - less, mode, typed=amount)
            note(kind, "payment", paid[0])
        elif kind == "allocation_to_other_customer" and other is not None:
            note(kind, "payment_item", books.payment_item_id + 1)
            paid = paying.take(books, customer, moment, amount, mode, wrongly=other.open[0])
            other.open = [item for item in other.open if item[1]]
        elif kind == "allocation_of_missing_payment":
            books.payment_id += 1
            books.loose_allocation(books.payment_id, customer.open[0][0], amount)
            note(kind, "payment_item", books.payment_item_id)
            paid = paying.take(books, customer, moment, amount, mode)
        elif kind == "allocation_to_missing_invoice":
            paid = paying.take(books, customer, moment, amount, mode, extra=rng.choice((2_500, 4_995, 6_000)))
            note(kind, "payment_item", books.payment_item_id)
        elif kind == "allocation_to_draft":
            paid = paying.take(
                books, customer, moment, amount, mode, extra=rng.choice((2_500, 6_000)), onto=self._draft
            )
            note(kind, "payment_item", books.payment_item_id)
        elif kind == "payment_of_nothing":
            books.receive(customer, moment, 0, mode, "", None)
            note(kind, "payment", books.payment_id)
            paid = paying.take(books, customer, moment, amount, mode)
        else:
            paid = paying.take(books, customer, moment, amount, mode)
            books.misstate(None, -rng.choice((1, 100, 2_000)))
            note(kind, "payment", paid[0])
        return paid


def correct(books: Books, customer: Customer, moment: int, item: Item, bill: Bill) -> Item | None:
    """Reverse an unpaid invoice by a linked credit note; return the invoice issued in its place, if any."""
    if item[1] != item[3] or item not in customer.open:
        return None
    books.note = f"Renversement de la facture #{item[0]}"
    note = books.issue(customer, moment, moment, bill.reversed(), correction=True)
    books.planted.note("correction_linked", "invoice", note[0])
    books.settle_by_note(note, item, item[1])
    customer.open.remove(item)
    books.note = "Remplace la facture renversée"
    return books.issue(customer, moment + 60, moment + 20 * paying.DAY, bill) if customer.id % 3 else None


def credit_note(books: Books, customer: Customer, moment: int, kind: str) -> None:
    """Credit a customer for an outage: nothing says which invoice is meant, or one is named that never was."""
    sold = books.catalogue.used_for("credit", month_of(paying.day_of(moment)))
    small = [product for product in sold if product.cents > -5_000]
    if not small:
        return
    bill, product = Bill(), books.rng.choice(small)
    bill.add(0, product.sku, product.name, product.cents, thousandths=1_000 * books.rng.choice((1, 1, 2)))
    books.note = books.rng.choice((None, "Crédit panne", "Crédit accordé au téléphone", "Voir avec la facturation"))
    named = kind == "correction_of_missing_invoice"
    if named:
        books.note = f"Renversement de la facture #{_NEVER_ISSUED + books.rng.randrange(90_000)}"
    note = books.issue(customer, moment, moment, bill, correction=named)
    books.planted.note(kind, "invoice", note[0])
    customer.credit_notes.append(note)
