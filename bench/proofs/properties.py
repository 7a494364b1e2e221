"""What holds for any customer, whatever he has: random ones by the thousand, and the property tests at full size.

`make proof properties`, or `python -m bench.proofs.properties --seed 20261121`; rounds that held are not run again.

*Random customers* have random subscriptions with random pasts. For each: the preview's numbers are those computed by
hand (`by_hand.py`) and those of the document that is issued, line by line and cent by cent, whatever the chunk.
*Split*: a period cut anywhere, at the same price, costs what it costs whole, with its taxes.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from bench import harness
from bench.proofs.harness import ROOT, prove

harness.start()

from django.db import connection, transaction  # noqa: E402

from bench.proofs import by_hand, by_hand_books  # noqa: E402
from bench.proofs.month import check  # noqa: E402
from gigafibre.billing import computation, run  # noqa: E402
from gigafibre.billing.models import BillingRun  # noqa: E402
from gigafibre.kernel import clock, settings  # noqa: E402
from gigafibre.kernel.actor import SYSTEM, acting_as  # noqa: E402
from gigafibre.kernel.perform import perform  # noqa: E402

CUSTOMERS = (Path(__file__).parent / "random_customers.sql").read_text()
TWINS = (Path(__file__).parent / "random_twins.sql").read_text()
FIRST_DAY = date(2026, 12, 1)
TESTS = [
    "gigafibre/billing/tests/test_every_period.py",
    "gigafibre/billing/tests/test_proration.py",
    "gigafibre/billing/tests/test_taxes.py",
    "gigafibre/billing/tests/test_taxes_and_periods_in_sql.py",
    "gigafibre/ledger/tests/test_properties.py",
    "tests/properties/test_books.py",
    "tests/properties/test_services.py",
]
Facts = dict[int, list[str]]

# Every line, tax and total of a customer as a text: as previewed, and as issued, signed as charges are.
_PREVIEWED = """
SELECT customer_id, concat_ws(' ', 'line', kind, subscription_id, location_id, item_id, sku, description,
       quantity::real, round(unit_price, 4), amount, taxable, account, period_start, period_end) FROM bill_line
UNION ALL SELECT customer_id, concat_ws(' ', 'tax', tax_id, rate, base, amount) FROM bill_tax
UNION ALL SELECT customer_id, concat_ws(' ', 'document', kind, subtotal, tax_total, total) FROM bill_document
"""
_ISSUED = """
WITH documents AS (SELECT *, CASE kind WHEN 'credit_note' THEN -1 ELSE 1 END AS sign FROM billing_invoice {which})
SELECT d.customer_id, concat_ws(' ', 'line', l.kind, subscription_id, location_id, item_id, sku, description,
       quantity::real, sign * unit_price, sign * amount, taxable, revenue_account, period_start, period_end)
FROM documents d JOIN billing_invoiceline l ON l.invoice_id = d.id
UNION ALL
SELECT d.customer_id, concat_ws(' ', 'tax', tax_id, rate, sign * base, sign * amount)
FROM documents d JOIN billing_invoicetax x ON x.invoice_id = d.id
UNION ALL
SELECT customer_id, concat_ws(' ', 'document', kind, sign * subtotal, sign * tax_total, sign * total) FROM documents
"""
_BY_HAND = """
SELECT customer_id, kind, member_id, location_id, subscription_id, item_id, promotion_id, amount, taxable, account,
       period_start, period_end FROM bill_line
"""
_TAXES = "SELECT customer_id, t.code, amount FROM bill_tax x JOIN billing_tax t ON t.id = x.tax_id"


def customers(seed: int, *, count: int) -> dict[str, Any]:
    """Make random customers; for each, by hand = previewed = issued; alone or among others, in chunks of any size."""
    chance = random.Random(seed)
    day = FIRST_DAY + timedelta(days=chance.randrange(28))
    with harness.database("empty", durable=False):
        clock.freeze(f"{day}T09:00:00")
        try:
            harness.forgive_new_columns()
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(CUSTOMERS, {"count": count, "day": day, "seed": chance.random()})
            settings.put("billing.municipal_tax_911", _tariff(chance))
            wanted, before = by_hand.everybody(day), by_hand_books.Before(day)
            previewed = _preview(day, wanted)
            alone = _alone(chance, previewed, sample=min(30, count // 10))
            perform("billing.confirm_run", {"date": day.isoformat()}, actor=SYSTEM)
            run.issue(BillingRun.objects.get().pk, size=chance.randint(1, 200))
            _same(previewed, _facts(_ISSUED.format(which="WHERE run_id IS NOT NULL")), "previewed", "issued")
            _booked(before, wanted)
            assert not by_hand.everybody(day), "something is still due"
            figures = check(day)
        finally:
            clock.release()
    return {"day": day.isoformat(), "customers": count, "billed_alone": alone, **figures}


def _tariff(chance: random.Random) -> dict[str, Decimal]:
    """Draw the yearly 9-1-1 amounts: two years at one amount, or not; that to come is not always known."""
    amounts = [Decimal("0.52"), chance.choice([Decimal("0.52"), Decimal("0.56")]), Decimal("0.58"), Decimal("0.58")]
    return {str(2025 + n): amount for n, amount in enumerate(amounts[: chance.randint(1, 4)])}


def _preview(day: date, wanted: dict[int, by_hand.Document]) -> Facts:
    """Compute everybody once, compare with what was computed by hand; returns the facts of each."""
    lines: dict[int, list[by_hand.Line]] = defaultdict(list)
    taxes: dict[int, dict[str, Decimal]] = defaultdict(dict)
    with transaction.atomic(), connection.cursor() as cursor:
        computation.compute(cursor, day)
        previewed = _facts(_PREVIEWED)
        cursor.execute(_BY_HAND)
        for customer, *line in cursor.fetchall():
            lines[customer].append(by_hand.Line(*line))
        cursor.execute(_TAXES)
        for customer, code, amount in cursor.fetchall():
            taxes[customer][code] = amount
        transaction.set_rollback(True)
    assert wanted.keys() == lines.keys(), f"other customers: {sorted(wanted.keys() ^ lines.keys())[:5]}"
    for customer, document in wanted.items():
        found, expected = Counter(lines[customer]), Counter(document.lines)
        more, less = list(found - expected), list(expected - found)
        assert found == expected, f"customer {customer}: computed {more}, by hand {less}"
        assert taxes[customer] == document.taxes, f"customer {customer}: {taxes[customer]}, by hand {document.taxes}"
    return previewed


def _booked(before: by_hand_books.Before, wanted: dict[int, by_hand.Document]) -> None:
    """Compare the books with those by hand: postings, revenue that waits, what credit paid; nobody else's moved."""
    done = by_hand_books.found(before)
    for customer in sorted(done.keys() | wanted.keys()):
        document, now = wanted.get(customer), done.get(customer)
        by_hand_now = by_hand_books.books(before, customer, document) if document else None
        expected = by_hand_now or by_hand_books.untouched(before, customer)
        assert now == expected, f"customer {customer}: booked {now}, by hand {expected}"


def _alone(chance: random.Random, previewed: Facts, *, sample: int) -> int:
    """Bill some customers one by one and take it back: each gets what he gets among all others."""
    numbers = dict(by_hand.rows("SELECT id, number FROM crm_customer"))
    chosen = chance.sample(sorted(previewed), min(sample, len(previewed)))
    for customer in chosen:
        with transaction.atomic(), acting_as(SYSTEM):
            perform("billing.bill_customer", {"customer": numbers[customer]}, actor=SYSTEM)
            found = _facts(_ISSUED.format(which=f"WHERE customer_id = {customer}"))
            transaction.set_rollback(True)
        _same({customer: previewed[customer]}, found, "previewed", "billed alone")
    return len(chosen)


def _facts(query: str) -> Facts:
    found: Facts = defaultdict(list)
    for customer, fact in by_hand.rows(query):
        found[customer].append(fact)
    return {customer: sorted(facts) for customer, facts in found.items()}


def _same(wanted: Facts, found: Facts, before: str, after: str) -> None:
    for customer in sorted(wanted.keys() | found.keys()):
        a, b = wanted.get(customer, []), found.get(customer, [])
        only_a, only_b = sorted(set(a) - set(b)), sorted(set(b) - set(a))
        assert a == b, f"customer {customer}: {before} {only_a or a}, {after} {only_b or b}"


def split(seed: int, *, count: int) -> dict[str, Any]:
    """Bill pairs that differ by changes to the very same price: cut or not, it costs the same, with taxes."""
    chance = random.Random(seed)
    day = FIRST_DAY + timedelta(days=chance.randrange(28))
    with harness.database("empty", durable=False):
        clock.freeze(f"{day}T09:00:00")
        try:
            harness.forgive_new_columns()
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(CUSTOMERS, {"count": 2 * count, "day": day, "seed": chance.random()})
                cursor.execute(TWINS, {"day": day})
            perform("billing.confirm_run", {"date": day.isoformat()}, actor=SYSTEM)
            run.issue(BillingRun.objects.get().pk)
            figures = check(day)
        finally:
            clock.release()
        pairs = by_hand.rows(_PAIRS)
    different = [pair for pair in pairs if pair[1:4] != pair[4:7]]
    assert not different, f"{len(different)} pairs cost something else when split, such as {different[0]}"
    assert len(pairs) == count, f"{len(pairs)} of {count} pairs were billed"
    return {"day": day.isoformat(), "pairs": len(pairs), "lines": figures["lines"], "total": figures["total"]}


_PAIRS = """
SELECT o.customer_id, o.subtotal, o.tax_total, o.total, t.subtotal, t.tax_total, t.total
FROM billing_invoice o LEFT JOIN billing_invoice t ON t.customer_id = o.customer_id + 1 WHERE o.customer_id % 2 = 1
"""


def tested(path: str, *, seed: int, examples: int) -> dict[str, Any]:
    """Run a file of property tests with many more examples than `make test` does."""
    command = [sys.executable, "-m", "pytest", "-n0", "-q", path]
    environment = {**os.environ, "GIGAFIBRE_EXAMPLES": str(examples), "GIGAFIBRE_SEED": str(seed)}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-1800:]
    return {"examples": examples, "said": done.stdout.strip().splitlines()[-1]}


def main() -> int:
    """Prove it at the size asked for."""
    given = harness.arguments(__doc__ or "", batches=10, customers=1000, pairs=10_000, examples=2000, seed=20261121)
    print(f"seed {given.seed}")
    rounds: dict[str, Any] = {
        f"random customers, batch {n + 1} of {given.batches}": partial(customers, given.seed + n, count=given.customers)
        for n in range(given.batches)
    }
    rounds["split periods cost what they cost whole"] = partial(split, given.seed, count=given.pairs)
    for path in TESTS:
        rounds[path] = partial(tested, path, seed=given.seed, examples=given.examples)
    return prove("properties", rounds, seed=given.seed)


if __name__ == "__main__":
    sys.exit(main())
