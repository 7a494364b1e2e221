"""Twenty-four years in their order: the run of every 1st, and what happens until the next."""

from datetime import datetime

from gigafibre.legacy.sample import paying, story
from gigafibre.legacy.sample.bills import Bill, first_bill, monthly_bill, purchase
from gigafibre.legacy.sample.books import Books, Event
from gigafibre.legacy.sample.days import MONTREAL, at, first_day, later, length, month_of, of_month, opening
from gigafibre.legacy.sample.mischief import Mischief, correct, credit_note
from gigafibre.legacy.sample.people import Customer


def live_through(books: Books, customers: list[Customer]) -> None:
    """Bill and collect from the shape's first month to its last."""
    shape = books.shape
    waiting = sorted((c for c in customers if c.services), key=lambda c: (c.joined, c.id))
    for customer in waiting:
        if month_of(customer.joined) >= shape.first_month:
            books.plan(at(customer.joined, 15, customer.id % 60), "activate", customer)
        if customer.written_off:
            books.plan(at(customer.written_off, 16), "write_off", customer)
    story.tell(books, customers)
    mischief = Mischief(books)
    books.spoiled_payment = mischief.payment
    present: list[Customer] = []
    arrived = 0
    for month in range(shape.first_month, shape.last_month + 1):
        while arrived < len(waiting) and month_of(waiting[arrived].joined) < month:
            present.append(waiting[arrived])
            arrived += 1
        present = [customer for customer in present if customer.last_month > month]
        _run(books, mischief, month, present)
        end = min(opening(month + 1), books.last_moment)
        while event := books.next_event(end):
            _happen(books, event)
    books.close()


def _run(books: Books, mischief: Mischief, month: int, present: list[Customer]) -> None:
    """The run of the 1st: one invoice per customer with something due."""
    day, rng = first_day(month), books.rng
    books.enter(day)
    note = f"Services {of_month(month)}"
    start, due = opening(month) + 7_800, at(later(day, 19), 0)
    days = books.shape.until.day if month == books.shape.last_month else length(month)
    for count, customer in enumerate(present):
        bill = monthly_bill(customer, month)
        if customer.charges:
            bill = bill.extended(customer.charges.pop())
        draw = rng.random()
        if bill.lines and bill.subtotal > 0:
            books.note = note if draw < 0.94 else None
            moment = start + count // 40
            by_debit = customer.mode == "ppa" and month >= customer.mode_since
            item, spoiled = mischief.invoice(customer, moment, due, bill, by_debit)
            if not spoiled:
                item = books.issue(customer, moment, due, bill, by_debit=by_debit)
            if item:
                paying.owe(books, customer, item, moment, month)
        if draw < 0.011 and not customer.story:
            moment = at(day.replace(day=rng.randrange(2, days + 1)), rng.randrange(9, 17))
            kind = "purchase" if draw < 0.007 else "charge" if draw < 0.009 else "gesture"
            books.plan(moment, kind, customer)


def _happen(books: Books, event: Event) -> None:
    moment, _, kind, customer, detail = event
    day = datetime.fromtimestamp(moment, MONTREAL).date()
    books.enter(day)
    match kind:
        case "pay":
            paying.pay(books, customer, moment)
        case "catch_up":
            paying.pay(books, customer, moment, books.rng.choice(("paiement direct", "comptant", "carte credit")))
        case "bounce":
            paying.bounce(books, customer, moment, detail)  # type: ignore[arg-type]
        case "activate":
            _invoice(books, moment, customer, first_bill(books.catalogue, books.rng, customer))
        case "purchase":
            _invoice(books, moment, customer, purchase(books.catalogue, books.rng, month_of(day)))
        case "charge":
            customer.charges.append(purchase(books.catalogue, books.rng, month_of(day)))
        case "gesture":
            paying.give(books, customer, moment, 500 * books.rng.randrange(1, 6))
        case "write_off":
            paying.write_off(books, customer, moment)
        case _:
            _go_astray(books, kind, moment, customer, detail)


def _go_astray(books: Books, kind: str, moment: int, customer: Customer, detail: object) -> None:
    match kind:
        case "returned_debit":
            paid = paying.take(books, customer, moment, sum(item[1] for item in customer.open), "ppa")
            books.plan(moment + 4 * paying.DAY, "bounce", customer, paid)
        case "correct":
            again = correct(books, customer, moment, *detail)  # type: ignore[misc]
            if again:
                paying.owe(books, customer, again, moment, month_of(paying.day_of(moment)))
        case "credit_note":
            credit_note(books, customer, moment, str(detail))
        case _:
            raise ValueError(f"nothing happens by the name of {kind}")


def _invoice(books: Books, moment: int, customer: Customer, bill: Bill) -> None:
    if bill.subtotal > 0:
        item = books.issue(customer, moment, moment + 20 * paying.DAY, bill)
        paying.owe(books, customer, item, moment, month_of(paying.day_of(moment)))
