"""How fast the search box answers at full volume: `python -m bench.search --json`.

15,300 customers, 17,000 locations, 600,000 invoices; typed as people type, letter by letter, wrong and right. Each time
is that of the whole request in the server (session, permissions, search, JSON), through Django's handler, warm.
"""

from __future__ import annotations

import random
import time

from bench import harness

harness.start()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from bench import looking, volume  # noqa: E402

#: What people type, `{n}` being a random customer's number.
TYPED = [
    "tr",
    "tre",
    "tremblay",
    "tremblay ste-clotilde",
    "sylvie tremblay",
    "TREMBLAY SYLVIE",
    "C-{n}",
    "{n}",
    "{civic} rang st-joseph",
    "450 2{seven}",
    "4502{seven}",
    "client{n}@exemple.ca",
    "client{n}",
    "10{n}",
    "SUB-{n}",
    "PAY-L{n}",
    "LOC-{n}",
    "trembley howick",
    "gaetan pelletie",
    "bouchrad napierville",
    "ch de la riviere",
    "j0l1a",
    "ferme gagnon",
    "zzzz inconnu",
    "rue notre dame saint remi",
]


def words(chance: random.Random) -> str:
    """Return something that somebody might type."""
    n = chance.randint(1, 15_000)
    return chance.choice(TYPED).format(n=n, civic=chance.randint(1, 2900), seven=f"{n * 37 % 7999999:07d}"[1:])


def measure(client: Client, questions: list[str]) -> tuple[list[float], int]:
    """Ask each question; returns milliseconds and the most statements that one took."""
    taken, most = [], 0
    for typed in questions:
        with looking.Statements() as statements:
            began = time.perf_counter()
            answer = client.get("/api/v1/search", {"q": typed})
            taken.append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{typed!r}: {answer.status_code}")
        most = max(most, statements.count)
    return taken, most


def main() -> None:
    """Ask as many questions as said, and say how long they took."""
    given = harness.arguments(__doc__ or "", questions=400, seed=11, volume="history")
    chance = random.Random(given.seed)
    with volume.database(given.volume):
        client = looking.logged_in()
        measure(client, [words(chance) for _ in range(60)])
        taken, most = measure(client, [words(chance) for _ in range(given.questions)])
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT (SELECT count(*) FROM crm_customer), (SELECT count(*) FROM crm_location), "
                "(SELECT count(*) FROM billing_invoice)"
            )
            customers, locations, invoices = cursor.fetchone()
    metrics = {
        "p95_ms": harness.percentile(taken, 95),
        "p50_ms": harness.percentile(taken, 50),
        "max_ms": max(taken),
        "queries": most,
    }
    size = {"customers": customers, "locations": locations, "invoices": invoices, "questions": given.questions}
    harness.report("search", size, metrics, as_json=given.json)


if __name__ == "__main__":
    main()
