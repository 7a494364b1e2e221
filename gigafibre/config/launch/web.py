"""How one web process is started, by the supervisor or by `gigafibre web`."""

import sys

# Idle connections (browsers with live pages) cost little; the default would stop at 1,024 of them.
BACKLOG = "4096"
BACKPRESSURE = "4096"
# Static files are read synchronously, on purpose: they are small and stay in the system's cache.
QUIET = {"PYTHONWARNINGS": "ignore:StreamingHttpResponse must consume synchronous iterators"}


def web_command(address: str, port: int) -> list[str]:
    """Return the command of one web process that listens on an address of this machine."""
    where = ["--interface", "asginl", "--host", address, "--port", str(port), "--log-level", "warning"]
    limits = ["--workers", "1", "--backlog", BACKLOG, "--backpressure", BACKPRESSURE, "--workers-kill-timeout", "10"]
    # A dead web process takes its leader down too: whoever started them starts both again, at once and cleanly.
    return [sys.executable, "-m", "granian", "gigafibre.config.asgi:application", *where, *limits]
