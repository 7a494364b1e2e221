"""How fast every list answers at full volume, any filter, order and page: `python -m bench.lists --json`.

Over 630,000 invoices, as many payments, 15,300 customers, 66,000 subscriptions. Every list that is declared: its views,
each order both ways, each filter with values that are there (and pairs of them, drawn by the seed), words typed into
its search, pages deep inside, its largest page; the first page with its count and totals. Each time is that of the
whole request in the server (session, permissions, queries, JSON), through Django's handler, asked once before.
Reports over the books (`/reports/…`) add up what lies between two days whenever they are asked: they are measured
alike, and told apart.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from bench import harness

harness.start()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from bench import looking, volume  # noqa: E402
from gigafibre.config.api import ops  # noqa: E402
from gigafibre.kernel.actor import SYSTEM, acting_as  # noqa: E402
from gigafibre.kernel.listing import Filter, Listing, all_listings, query  # noqa: E402

WORDS = ["tremblay", "gag", "sylvie tremblay", "bouchard 3", "1234", "ferme roy", "zzzz"]
#: Parts of the whole at which deep pages begin.
DEPTHS = (0.5, 0.99)
MOST_QUERIES = 12
#: A day long before those of the first rows, which every filter by days is also asked with.
LONG_AGO = "2024-06-15"
#: Values of a filter for which no row shows any.
_ANY = {"day": ["2026-11-01", "2025-06-15"], "number": ["2026"]}


@dataclass
class Asked:
    """One address of a list, and what came of asking it."""

    listing: str
    address: str
    ms: float = 0.0
    queries: int = 0


def paths() -> dict[str, str]:
    """Return the address of every list by name, from the routes themselves."""
    found = {}
    for router in ops._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                name = re.fullmatch(r"list_(\w+)", operation.operation_id or "")
                if name and name.group(1) in all_listings() and "{" not in path:
                    found[name.group(1)] = path
    return found


def samples(listing: Listing, one: Filter, chance: random.Random) -> list[str]:
    """Return values of a filter: its choices, or some that rows have."""
    if one.options:
        several = ",".join(chance.sample(list(one.options), min(2, len(one.options))))
        return [*one.options, several]
    if one.kind == "flag":
        return ["true", "false"]
    known = [c.name for c in listing.columns]
    base = re.sub(r"_(from|to|min|max)$", "", one.name)
    column = base if base in known else one.column if one.column in known else ""
    values = shown(listing, column, chance) if column else []
    if one.kind == "day" and not one.gives:
        values = [*(value[:10] for value in values), LONG_AGO]  # a moment's day
    return [value[:4] if one.kind == "text" and not one.where else value for value in values] or _ANY.get(
        one.kind, ["100"]
    )


def shown(listing: Listing, column: str, chance: random.Random) -> list[str]:
    """Return values that some rows have in a column."""
    found = query.run(listing, query.understand(listing, {"limit": "200"}, {}), counting=False).items
    values = sorted({str(row[column]) for row in found if row[column] not in {None, ""}})
    return chance.sample(values, min(2, len(values)))


def length(listing: Listing) -> int:
    """Return how many rows a list has."""
    source, values = query._source(listing, query.understand(listing, {}, {}))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({source}) r", values)
        return int(cursor.fetchone()[0])


def deep(listing: Listing, raw: dict[str, str], after: int) -> str:
    """Return the cursor of the page that begins after so many rows."""
    asked = query.understand(listing, raw, {})
    source, values = query._source(listing, asked)
    column, way = f'r."{asked.column.sorted_by}"', "DESC" if asked.down else "ASC"
    order = f"{column} {way} NULLS LAST, r.id {way}"
    sql = f"SELECT {column} AS _at, r.id AS _id FROM ({source}) r ORDER BY {order} OFFSET %(at)s LIMIT 1"
    return query._write_cursor(asked, query.fetch(sql, {**values, "at": after})[0])


def addresses(listing: Listing, path: str, chance: random.Random, pairs: int) -> Iterator[Asked]:
    """Yield every address that is asked of a list."""

    def asked(**words: str) -> Asked:
        return Asked(listing.name, f"{path}?{urlencode(words)}" if words else path)

    sorts = [name for c in listing.columns if c.sort for name in (c.name, f"-{c.name}")]
    yield asked()
    yield asked(limit="200")
    for view in listing.views:
        yield asked(view=view.name)
        yield asked(view=view.name, sort=chance.choice(sorts))
    count = length(listing)
    for sort in sorts:
        yield asked(sort=sort)
        for part in DEPTHS if count >= 400 else ():
            yield asked(sort=sort, cursor=deep(listing, {"sort": sort}, int(count * part)))
    values = {one.name: samples(listing, one, chance) for one in listing.filters}
    for name, given in values.items():
        for value in given:
            yield asked(**{name: value})
            yield asked(**{name: value, "sort": chance.choice(sorts)})
    for _ in range(pairs if len(values) > 1 else 0):
        two = chance.sample(sorted(values), 2)
        yield asked(**{name: chance.choice(values[name]) for name in two}, sort=chance.choice(sorts))
    for word in WORDS if listing.search else []:
        yield asked(q=word)
        yield asked(q=word, sort=chance.choice(sorts))


def ask(client: Client, one: Asked) -> None:
    """Ask an address once to warm it and once for its time, and how many statements it took."""
    for _ in range(2):
        with looking.Statements() as statements:
            began = time.perf_counter()
            answer = client.get(f"/api/v1{one.address}")
            one.ms = (time.perf_counter() - began) * 1000
        if answer.status_code != 200:
            raise SystemExit(f"{one.address}: {answer.status_code} {answer.content[:300]!r}")
        one.queries = max(one.queries, statements.count)


def counted(table: str) -> int:
    """Return how many rows a table has."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def measure(pairs: int, seed: int, only: str) -> tuple[list[Asked], dict[str, Any]]:
    """Ask every list everything; returns what was asked and the volume."""
    chance = random.Random(seed)
    client = looking.logged_in()
    everything: list[Asked] = []
    with acting_as(SYSTEM):
        for name, path in sorted(paths().items()):
            if only in {"", name}:
                everything += addresses(all_listings()[name], path, chance, pairs)
    for one in everything:
        ask(client, one)
    size = {"invoices": counted("billing_invoice"), "payments": counted("payments_payment")}
    return everything, size | {"lists": len({one.listing for one in everything}), "asked": len(everything)}


def figures(times: list[float], prefix: str = "") -> dict[str, float | int]:
    """Return the percentiles of some requests (ms)."""
    return {
        f"{prefix}p95_ms": harness.percentile(times, 95),
        f"{prefix}p50_ms": harness.percentile(times, 50),
        f"{prefix}max_ms": max(times),
    }


def main() -> None:
    """Ask, say how long it took, and which address of each list took longest."""
    given = harness.arguments(__doc__ or "", pairs=12, seed=5, only="", worst=15, volume="history")
    with volume.database(given.volume):
        everything, size = measure(given.pairs, given.seed, given.only)
    by_list: dict[str, list[Asked]] = {}
    for one in everything:
        by_list.setdefault(one.listing, []).append(one)
    slowest = sorted(everything, key=lambda asked: -asked.ms)[: given.worst]
    worst_of_each = [max(asked, key=lambda one: one.ms) for asked in by_list.values()]
    for one in [*slowest, *sorted(worst_of_each, key=lambda asked: -asked.ms)]:
        print(f"{one.ms:8.1f} ms  {one.queries} queries  {one.listing}  {one.address}", file=sys.stderr)
    if (most := max(one.queries for one in everything)) > MOST_QUERIES:
        raise SystemExit(f"{most} queries for one page")
    metrics = figures([one.ms for one in everything]) | {"queries": most}
    for prefix, reports in (("lists_", False), ("reports_", True)):
        if times := [one.ms for one in everything if one.address.startswith("/reports/") is reports]:
            metrics |= figures(times, prefix)
    for name, asked in sorted(by_list.items()):
        times = [one.ms for one in asked]
        metrics |= {f"{name}_p95_ms": harness.percentile(times, 95), f"{name}_max_ms": max(times)}
    harness.report("lists", size, metrics, as_json=given.json)


if __name__ == "__main__":
    main()
