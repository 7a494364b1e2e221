"""How fast the address box answers, letter by letter: `python -m bench.eligibility --json`.

20,000 drops on the roads of southern Montérégie, a few plans; addresses that are there, typed as people type them: with
and without accents, abbreviated, misspelt, in full, every beginning of them. Each time is that of the whole public
request in the server (the brake's count, the search, plans and prices, JSON), through Django's handler, warm.
"""

from __future__ import annotations

import random
import sys
import time

from bench import harness

harness.start()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from bench import looking, volume  # noqa: E402
from gigafibre.catalog.tests.factories import a_plan, an_item  # noqa: E402
from gigafibre.kernel import settings  # noqa: E402
from gigafibre.kernel.folding import fold  # noqa: E402
from gigafibre.legacy.sample.places import TOWNS  # noqa: E402
from gigafibre.network.models import Drop, Olt  # noqa: E402
from gigafibre.network.settings import ASKED_A_MINUTE  # noqa: E402

DROPS = 20_000
SHORT = (("chemin", "ch."), ("boulevard", "boul."), ("Sainte-", "Ste-"), ("Saint-", "St-"), ("avenue", "av."))


def build() -> None:
    """Fill 20,000 drops, a third of them connected by port only (state serviceable), and four plans."""
    chance = random.Random(26)
    olts = [Olt.objects.create(name=f"OLT-{n}") for n in range(8)]
    made: list[Drop] = []
    for n in range(1, DROPS + 1):
        town = chance.choices(TOWNS, [town.weight for town in TOWNS])[0]
        plugged = n % 3 == 0
        made.append(
            Drop(
                number=f"DROP-{n:05d}",
                civic=f"{chance.randrange(2, 2400)}{chance.choice(['', '', '', '', 'A'])}",
                street=chance.choice(town.roads),
                city=town.name,
                postal_code=town.postal if len(town.postal) > 3 else "",
                state="planned" if n % 20 == 7 else "serviceable",
                zone=town.name,
                olt=olts[n % 8] if plugged and n % 20 != 7 else None,
                frame=0 if plugged and n % 20 != 7 else None,
                slot=n // 2048 if plugged and n % 20 != 7 else None,
                port=n // 128 % 16 if plugged and n % 20 != 7 else None,
            )
        )
    Drop.objects.bulk_create(made, batch_size=2000)
    for price in ("54.95", "64.95", "79.95", "109.95"):
        a_plan(an_item(price, download_kbps=500_000), code=f"FIBRE-{price}")


def typed(chance: random.Random, addresses: list[tuple[str, str, str]]) -> str:
    """Return an address as somebody types it, or a beginning of it."""
    civic, street, city = chance.choice(addresses)
    text = f"{civic} {street}" + (f" {city}" if chance.random() < 0.4 else "")
    way = chance.random()
    if way < 0.35:
        for long, short in SHORT:
            text = text.replace(long, short)
    if way < 0.6:
        text = fold(text)
    if chance.random() < 0.2:  # a letter too few
        at = chance.randrange(len(civic) + 2, len(text))
        text = text[:at] + text[at + 1 :]
    if chance.random() < 0.1:
        text = text.partition(" ")[2]
    return text if chance.random() < 0.3 else text[: chance.randrange(2, len(text) + 1)]


def measure(client: Client, questions: list[str]) -> tuple[list[float], int, int]:
    """Ask each question; returns milliseconds, the most statements one took, and how many found something."""
    taken, most, found = [], 0, 0
    for text in questions:
        with looking.Statements() as statements:
            began = time.perf_counter()
            answer = client.get("/api/public/eligibility", {"q": text})
            taken.append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{text!r}: {answer.status_code}")
        most, found = max(most, statements.count), found + bool(answer.json()["items"])
    return taken, most, found


def main() -> None:
    """Ask as many questions as said, and say how long they took."""
    given = harness.arguments(__doc__ or "", questions=1500, seed=4, worst=12, volume="drops")
    chance = random.Random(given.seed)
    drops = harness.database("drops", build, key="2") if given.volume == "drops" else volume.database(given.volume)
    with drops:
        settings.put(ASKED_A_MINUTE, 10_000)
        addresses = list(Drop.objects.values_list("civic", "street", "city"))
        client = Client(SERVER_NAME="localhost")
        measure(client, [typed(chance, addresses) for _ in range(100)])
        questions = [typed(chance, addresses) for _ in range(given.questions)]
        taken, most, found = measure(client, questions)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM network_drop")
            size = {"drops": cursor.fetchone()[0], "questions": given.questions, "found": found}
    for ms, text in sorted(zip(taken, questions, strict=True), reverse=True)[: given.worst]:
        print(f"{ms:8.1f} ms  {text}", file=sys.stderr)
    metrics = {
        "p95_ms": harness.percentile(taken, 95),
        "p50_ms": harness.percentile(taken, 50),
        "max_ms": max(taken),
        "queries": most,
    }
    harness.report("eligibility", size, metrics, as_json=given.json)


if __name__ == "__main__":
    main()
