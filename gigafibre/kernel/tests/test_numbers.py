"""Number series: no gap and no duplicate whoever asks, and the year of the document."""

from __future__ import annotations

import random
import threading
from datetime import date
from typing import Any

import pytest
from django.db import connections, transaction

from gigafibre.kernel import numbers
from gigafibre.kernel.models import Series

WORKERS, EACH = 16, 5000


class Undecided(Exception):
    """A transaction that changes its mind after taking numbers."""


def test_sixteen_workers_leave_no_gap_and_take_no_number_twice(committed_db: object) -> None:
    numbers.define("proof", prefix="N-", digits=6, gapless=True)
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    barrier, broken = threading.Barrier(WORKERS), []
    kept: list[list[int]] = [[] for _ in range(WORKERS)]

    def work(n: int) -> None:
        chance = random.Random(seed + n)
        try:
            barrier.wait()
            while (left := EACH - len(kept[n])) > 0:
                try:
                    with transaction.atomic():
                        taken = numbers.take("proof", min(chance.randint(1, 60), left))
                        if chance.random() < 0.1:
                            raise Undecided
                    kept[n].extend(range(taken.first, taken.first + taken.count))
                except Undecided:
                    continue
        except Exception as error:
            broken.append(error)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert broken == []
    assert sorted(number for worker in kept for number in worker) == list(range(1, WORKERS * EACH + 1))
    assert Series.objects.get(code="proof").next == WORKERS * EACH + 1


@pytest.mark.django_db
def test_the_year_is_that_of_the_document_whenever_it_is_written(clock: Any) -> None:
    numbers.define("proof", prefix="N-{year}-", digits=3, gapless=True)
    clock.freeze("2026-12-31T23:59:59-05:00")
    assert numbers.take_one("proof") == "N-2026-001"
    assert numbers.take_one("proof", on=date(2027, 1, 1)) == "N-2027-002"
    clock.freeze("2027-01-01T00:00:00-05:00")
    assert numbers.take("proof", 2, on=date(2026, 12, 31))[1] == "N-2026-004"
