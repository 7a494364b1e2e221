"""How fast a customer's page answers at full volume: `python -m bench.customer_360 --json`.

15,300 customers and 600,000 invoices; random customers, half of them live, among them those who have most. Each time is
that of the whole request in the server (session, permissions, queries, JSON), through Django's handler, warm. The list
of customers and the dashboard are measured beside it.
"""

from __future__ import annotations

import random
import time

from bench import harness

harness.start()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from bench import looking, volume  # noqa: E402

#: Addresses beside the page: views and orders of the list, from cheap to dear.
BESIDE = {
    "list_p95_ms": [
        "/customers?view=active",
        "/customers?view=overdue",
        "/customers?view=suspended&sort=-monthly",
        "/customers?sort=-balance&limit=200",
        "/customers?q=tremblay+ste-clotilde",
        "/customers?sort=-last_payment",
        "/customers?overdue_min=50&arrangement=false",
    ],
    "timeline_p95_ms": ["/customers/C-{n}/timeline", "/customers/C-{n}/timeline?kind=money"],
    "dashboard_p95_ms": ["/dashboard"],
}


def measure(client: Client, addresses: list[str]) -> tuple[list[float], set[int]]:
    """Ask each address; returns milliseconds and the numbers of statements that were seen."""
    taken, counts = [], set()
    for address in addresses:
        with looking.Statements() as statements:
            began = time.perf_counter()
            answer = client.get(f"/api/v1{address}")
            taken.append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code} {answer.content[:200]!r}")
        counts.add(statements.count)
    return taken, counts


def most_laden(count: int) -> list[int]:
    """Return the customers with most invoices and subscriptions."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.number FROM crm_customer c JOIN subscriptions_subscription s ON s.customer_id = c.id "
            "GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT %s",
            [count],
        )
        return [int(number.removeprefix("C-")) for (number,) in cursor.fetchall()]


def numbers(*, live: bool) -> list[int]:
    """Return the customers with a live subscription, or those without any."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number FROM crm_customer c WHERE number ~ '^C-[0-9]+$' AND %s = EXISTS (SELECT FROM "
            "subscriptions_subscription s WHERE s.customer_id = c.id AND s.state <> 'cancelled') ORDER BY id",
            [live],
        )
        return [int(number.removeprefix("C-")) for (number,) in cursor.fetchall()]


def main() -> None:
    """Open as many pages as said, and say how long they took."""
    given = harness.arguments(__doc__ or "", pages=300, seed=7, volume="history")
    chance = random.Random(given.seed)
    with volume.database(given.volume):
        client = looking.logged_in()
        laden = most_laden(30)
        live, gone = numbers(live=True), numbers(live=False)
        picked = [*laden, *chance.choices(live, k=given.pages // 2)]
        picked += chance.choices(gone, k=given.pages - len(picked))
        measure(client, [f"/customers/C-{number}" for number in chance.sample(picked, min(40, len(picked)))])
        taken, counts = measure(client, [f"/customers/C-{number}" for number in picked])
        if len(counts) != 1:
            raise SystemExit(f"the number of queries depends on the customer: {sorted(counts)}")
        metrics: dict[str, float | int] = {
            "p95_ms": harness.percentile(taken, 95),
            "p50_ms": harness.percentile(taken, 50),
            "max_ms": max(taken),
            "queries": counts.pop(),
        }
        for name, addresses in BESIDE.items():
            wanted = [address.format(n=chance.choice(picked)) for address in addresses * (70 // len(addresses))]
            measure(client, wanted[: len(addresses)])
            metrics[name] = harness.percentile(measure(client, wanted)[0], 95)
        with connection.cursor() as cursor:
            cursor.execute("SELECT (SELECT count(*) FROM crm_customer), (SELECT count(*) FROM billing_invoice)")
            customers, invoices = cursor.fetchone()
    volume_seen = {"customers": customers, "invoices": invoices, "pages": given.pages}
    harness.report("customer_360", volume_seen, metrics, as_json=given.json)


if __name__ == "__main__":
    main()
