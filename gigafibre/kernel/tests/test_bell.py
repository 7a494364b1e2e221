"""One ring wakes one loop, and no ring is lost."""

from __future__ import annotations

import threading
import time

from gigafibre.kernel.work import Bell


def waiting(bell: Bell, loops: int, woken: list[float]) -> list[threading.Thread]:
    def wait() -> None:
        began = time.monotonic()
        bell.wait(1.0)
        woken.append(time.monotonic() - began)

    threads = [threading.Thread(target=wait) for _ in range(loops)]
    for thread in threads:
        thread.start()
    time.sleep(0.1)
    return threads


def test_a_ring_wakes_one_of_those_that_wait() -> None:
    bell, woken = Bell(3), list[float]()
    threads = waiting(bell, 3, woken)
    bell.ring()
    time.sleep(0.2)
    assert len(woken) == 1
    bell.ring(2)
    for thread in threads:
        thread.join()
    assert max(woken) < 0.9


def test_a_ring_that_nobody_waited_for_is_heard_by_the_next() -> None:
    bell, woken = Bell(2), list[float]()
    for _ in range(5):
        bell.ring()  # two loops cannot answer more than two
    for thread in waiting(bell, 2, woken):
        thread.join()
    assert max(woken) < 0.09
    for thread in waiting(bell, 1, woken):
        thread.join()
    assert woken[-1] > 0.9


def test_what_a_busy_loop_found_by_itself_is_answered() -> None:
    bell, woken = Bell(1), list[float]()
    bell.ring()
    bell.heard()
    for thread in waiting(bell, 1, woken):
        thread.join()
    assert woken[0] > 0.9
