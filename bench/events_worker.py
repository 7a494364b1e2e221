"""A work process that also knows the bench's handlers (started by the events' bench and proof)."""

from __future__ import annotations

import signal

from bench import harness

if __name__ == "__main__":
    harness.start()
    from bench import delivering  # noqa: F401  subscribes its handlers
    from gigafibre.kernel.work import Work

    work = Work(drains=1, performers=0)
    signal.signal(signal.SIGTERM, lambda *_: work.stop())
    work.run()
