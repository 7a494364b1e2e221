"""How fast invoices become PDF, one at a time and in bulk on two cores: `python -m bench.pdf --json`.

Every invoice differs (customer, number, places, lines, language, signed code); signing, the code's drawing and the
layout are part of the measure. `warm_ms` is the median of one-page invoices; `bulk_per_s` the median of three rounds of
two processes. `bulk_cpu_ms` is the processor time of one invoice in bulk, which says more than the clock on a machine
that others use.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from typing import Any

from bench import harness

harness.start()

from gigafibre.billing.documents.invoice_document import ChargeLine, InvoiceDocument, LocationCharges  # noqa: E402
from gigafibre.billing.documents.pay_link import pay_link  # noqa: E402
from gigafibre.billing.documents.render import render, render_many  # noqa: E402
from gigafibre.billing.tests.paper import NOVEMBER, a_long_invoice, an_invoice, taxes_on  # noqa: E402

ROUNDS = 3


def invoices(seed: int, count: int) -> Iterator[InvoiceDocument]:
    """Make one-page invoices that differ as a month's do: one to three places, one to five lines each."""
    draw = random.Random(seed)
    for index in range(count):
        number = f"SINV-2026-{seed * 100_000 + index}"
        groups = tuple(
            LocationCharges(
                location=f"{draw.randint(1, 9999)}, rang Saint-{draw.choice(('Joseph', 'Régis', 'Paul'))}, Saint-Rémi",
                lines=tuple(
                    ChargeLine(
                        description=f"Internet Fibre {draw.choice((50, 100, 500, 1000))}",
                        amount=Decimal(draw.randint(999, 12999)) / 100,
                        period=NOVEMBER,
                    )
                    for _ in range(draw.randint(1, 5))
                ),
            )
            for _ in range(draw.choice((1, 1, 1, 2, 3)))
        )
        subtotal = sum((line.amount for group in groups for line in group.lines), Decimal("0.00"))
        invoice = an_invoice(draw.choice(("fr", "fr", "fr", "en")))
        taxes = taxes_on(subtotal, invoice.language)
        total = subtotal + sum((tax.amount for tax in taxes), Decimal("0.00"))
        yield replace(
            invoice,
            customer=(
                f"Client {draw.random():.9f}",
                f"{draw.randint(1, 9999)} rue Principale",
                "Saint-Rémi QC  J0L 2L0",
            ),
            account_number=f"C-{draw.randint(1, 15303)}",
            number=number,
            groups=groups,
            subtotal=subtotal,
            taxes=taxes,
            total=total,
            amount_due=total,
            pay_link=pay_link("https://facture.gigafibre.exemple", invoice=number, issued_on=date(2026, 11, 1)),
        )


def _worker(seed: int, count: int, ready: Barrier, spent: Queue[float]) -> None:
    """Render `count` invoices per round and say the processor seconds; all processes start each round together."""
    for invoice in invoices(seed + 50, 3):
        render(invoice)
    for turn in range(ROUNDS):
        month = list(invoices(seed + 2 * turn, count))
        ready.wait()
        began = time.process_time()
        for pdf in render_many(month):
            if isinstance(pdf, Exception):
                raise pdf
        spent.put(time.process_time() - began)
        ready.wait()


def bulk(count: int, processes: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each round of all processes, and the processor seconds of each process and round."""
    context = multiprocessing.get_context("spawn")
    ready, spent = context.Barrier(processes + 1), context.Queue()
    workers = [context.Process(target=_worker, args=(1 + number, count, ready, spent)) for number in range(processes)]
    for worker in workers:
        worker.start()
    rounds = []
    for _ in range(ROUNDS):
        ready.wait(timeout=60)
        began = time.perf_counter()
        ready.wait(timeout=600)
        rounds.append(time.perf_counter() - began)
    processor = [spent.get(timeout=60) for _ in range(ROUNDS * processes)]
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise SystemExit("a worker failed")
    return rounds, processor


def main() -> None:
    """Time the first, the warm, the long and the bulk."""
    given = harness.arguments(__doc__ or "", warm=100, bulk=300, processes=2)
    volume: dict[str, Any] = {
        "warm": given.warm,
        "bulk": given.bulk * given.processes,
        "processes": given.processes,
        "load_before": round(os.getloadavg()[0], 2),
    }
    first = _milliseconds(next(invoices(90, 1)))
    sizes: list[int] = []
    times = [_milliseconds(invoice, sizes) for invoice in invoices(91, given.warm)]
    long = [_milliseconds(a_long_invoice(locations=9, number=f"SINV-2026-{number}")) for number in range(10)]
    rounds, processor = bulk(given.bulk, given.processes)
    taken = statistics.median(rounds)
    metrics = {
        "warm_ms": statistics.median(times),
        "warm_p95_ms": harness.percentile(times, 95),
        "first_ms": first,
        "three_pages_ms": statistics.median(long),
        "bulk_per_s": given.bulk * given.processes / taken,
        "bulk_100_ms": taken * 1000 / given.bulk / given.processes * 100,
        "bulk_cpu_ms": statistics.median(processor) * 1000 / given.bulk,
        "size_kib": statistics.median(sizes) / 1024,
    }
    harness.report("pdf", volume, metrics, as_json=given.json)


def _milliseconds(invoice: InvoiceDocument, sizes: list[int] | None = None) -> float:
    began = time.perf_counter()
    pdf = render(invoice)
    taken = (time.perf_counter() - began) * 1000
    if sizes is not None:
        sizes.append(len(pdf))
    return taken


if __name__ == "__main__":
    main()
