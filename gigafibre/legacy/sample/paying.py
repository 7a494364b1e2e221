"""How customers pay: by debit on the due date, by cheque when they think of it, in halves, twice, or never."""

from datetime import date, datetime

from gigafibre.legacy.sample.books import Books, Item, Paid
from gigafibre.legacy.sample.days import MONTREAL, month_of
from gigafibre.legacy.sample.people import Customer

DAY = 86_400
_SMALL_CHANGE = 1_500
"""What is left unpaid of a bill without anybody calling: it is paid with the next one."""
AUTOMATIC = {"ppa", "carte credit"}
_DELAYS = {"prompt": (3, 24), "slow": (20, 50), "pairs": (34, 56), "rounds": (4, 22), "hard": (25, 70)}
_BANKS = ("Desjardins", "Banque Nationale", "BMO", "RBC", "TD", "Scotia", "Laurentienne")


def owe(books: Books, customer: Customer, item: Item, moment: int, month: int) -> None:
    """Put a new invoice among what is owed: credits are used at once, a payment is planned."""
    customer.open.append(item)
    if customer.credits or customer.credit_notes:
        use_credits(books, customer)
    plan_payment(books, customer, moment, month)


def use_credits(books: Books, customer: Customer) -> None:
    """Settle open invoices with earlier overpayments and unused credit notes."""
    for credit in customer.credits:
        for item in customer.open:
            cents = min(credit[1], item[1])
            if cents > 0:
                books.allocate(credit[0], credit[2], item, cents)
                credit[1] -= cents
    for note in customer.credit_notes:
        for item in customer.open:
            cents = min(-note[1], item[1])
            if cents > 0:
                books.settle_by_note(note, item, cents)
    customer.credits = [credit for credit in customer.credits if credit[1]]
    customer.credit_notes = [note for note in customer.credit_notes if note[1]]
    customer.open = [item for item in customer.open if item[1]]


def plan_payment(books: Books, customer: Customer, moment: int, month: int) -> None:
    """Plan the next payment, unless one is coming or the customer has stopped paying."""
    if customer.paying or month >= customer.stops or not customer.open:
        return
    rng, mode = books.rng, customer.pays_by(month)
    if mode == "ppa":
        wait = 19 * DAY + 14_000 - (moment - 7_800) % 1_000
    elif mode == "carte credit":
        wait = rng.randrange(1, 19) * DAY + rng.randrange(20_000)
    else:
        shortest, longest = _DELAYS[customer.habit]
        wait = rng.randrange(shortest, longest) * DAY + rng.randrange(25_000, 60_000)
    customer.paying = True
    books.plan(moment + wait, "pay", customer)


def pay(books: Books, customer: Customer, moment: int, forced: str | None = None) -> None:
    """Take a payment on everything that is open, oldest first."""
    customer.paying = False
    month = month_of(day_of(moment))
    if month >= customer.stops and not forced:
        return
    if customer.credits or customer.credit_notes:
        use_credits(books, customer)
    owed = sum(item[1] for item in customer.open)
    if owed <= 0:
        return
    rng, mode = books.rng, forced or customer.pays_by(month)
    amount = owed
    if mode not in AUTOMATIC and not forced:
        if customer.habit == "hard" and rng.random() < 0.5:
            amount = min(owed, max(2_000, round(owed * rng.uniform(0.3, 0.8) / 500) * 500))
        elif customer.habit == "rounds":
            amount = -(-owed // 1_000) * 1_000
        elif rng.random() < (0.02 if books.shape.demo else 0.15):
            amount = max(100, owed - rng.choice((1, 10, 100, 500, 500, 1_000, 1_500)))
    spoiled = books.spoiled_payment(customer, moment, amount, mode)
    paid = spoiled or take(books, customer, moment, amount, mode)
    if mode in AUTOMATIC and not (spoiled or customer.story) and rng.random() < (0.011 if mode == "ppa" else 0.004):
        books.plan(moment + rng.randrange(2, 5) * DAY, "bounce", customer, paid)
    elif amount < owed and (owed - amount > _SMALL_CHANGE or customer.left is not None):
        books.troubles.append((moment, customer, owed - amount))
        customer.paying = True
        books.plan(moment + rng.randrange(9, 30) * DAY, "pay", customer)


def take(
    books: Books, customer: Customer, moment: int, amount: int, mode: str, *, typed: int | None = None,
    wrongly: Item | None = None, extra: int = 0, onto: int = 0,
) -> Paid:  # fmt: skip
    """Write a payment and allocate it; what is too much stays as the customer's credit.

    Clerks err: `typed` cents are allocated whatever the amount, `wrongly` is another customer's invoice that is paid
    first, `extra` cents go to an invoice that does not exist, or `onto` a draft.
    """
    memo = "Paiement reçu par téléphone" if mode == "carte credit" and books.rng.random() < 0.05 else None
    place = books.receive(customer, moment, amount + extra, mode, _reference(books, customer, mode, moment), memo)
    number, left = books.payment_id, amount if typed is None else typed
    parts: list[tuple[Item, int]] = []
    for item in customer.open if wrongly is None else [wrongly, *customer.open]:
        cents = min(left, item[1])
        if cents > 0:
            books.allocate(number, place, item, cents)
            parts.append((item, cents))
            left -= cents
    if left > 0:
        customer.credits.append([number, left, place])
    if extra:
        books.invoice_id += 0 if onto else 1  # a number that was taken and never written
        books.loose_allocation(number, onto or books.invoice_id, extra)
        books.misstate(None, extra)
    customer.open = [item for item in customer.open if item[1]]
    return number, amount, parts


def give(books: Books, customer: Customer, moment: int, cents: int) -> None:
    """A gesture: a payment of type `credit`, without any cash."""
    take(books, customer, moment, cents, "credit")


def write_off(books: Books, customer: Customer, moment: int) -> None:
    """Give up what a former customer owes: a positive `reversement`."""
    owed = sum(item[1] for item in customer.open)
    if owed > 0:
        take(books, customer, moment, owed, "reversement")


def bounce(books: Books, customer: Customer, moment: int, paid: Paid) -> None:
    """A returned debit: a negative `reversement` takes back each allocation, and the invoices are open again."""
    payment, amount, parts = paid
    reference = f"Retour du paiement {payment}"
    place = books.receive(customer, moment, -amount, "reversement", reference, "Code 901, provision insuffisante")
    for item, cents in parts:
        books.allocate(books.payment_id, place, item, -cents)
        if item not in customer.open:
            customer.open.append(item)
    customer.open.sort()
    books.troubles.append((moment, customer, amount))
    if month_of(day_of(moment)) < customer.stops:
        customer.paying = True
        books.plan(moment + books.rng.randrange(5, 24) * DAY, "catch_up", customer)


def day_of(moment: int) -> date:
    """Montréal's day of a moment."""
    return datetime.fromtimestamp(moment, MONTREAL).date()


def _reference(books: Books, customer: Customer, mode: str, moment: int) -> str:
    rng = books.rng
    match mode:
        case "chèque":
            return f"Chèque #{rng.randrange(1, 900)}"
        case "ppa":
            return f"Lot {moment // (30 * DAY) - 400:04d}"
        case "carte credit":
            return f"ch_{rng.getrandbits(80):020x}"
        case "paiement direct":
            # Mostly from where he banks; now and then from another account of his.
            bank = customer.id if rng.randrange(len(_BANKS)) else customer.id + 3
            return f"{_BANKS[bank % len(_BANKS)]} {rng.randrange(10**8):08d}"
        case "credit":
            return rng.choice(("Crédit panne", "Geste commercial", "Parrainage", "Retard d'installation"))
        case "reversement":
            return "Radiation du solde"
    return ""
