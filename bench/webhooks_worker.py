"""A work process that only sends webhooks, and takes a lost delivery up after two seconds (the proof's)."""

from __future__ import annotations

import signal
import threading
from datetime import timedelta

from bench import harness

if __name__ == "__main__":
    harness.start()
    from gigafibre.webhooks import delivering

    delivering.LOST_AFTER = timedelta(seconds=2)
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    while not stop.is_set():
        if not delivering.step():
            stop.wait(0.05)
