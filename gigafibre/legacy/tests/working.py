"""Long work done as the worker does it, in this process, until none waits."""

import asyncio
from typing import Any

from asgiref.sync import sync_to_async
from django.db import connections
from procrastinate.contrib.django import app


def do_long_work() -> None:
    """Run the jobs of the queue `long` that wait."""
    asyncio.run(_work())


async def _work() -> None:
    connector: Any = app.connector
    ready: Any = app.with_connector(connector.get_worker_connector())
    async with ready.open_async():
        await ready.run_worker_async(queues=["long"], wait=False, install_signal_handlers=False, listen_notify=False)
    # The thread that works for the loop outlives it: the next test's database is another.
    await sync_to_async(connections.close_all)()
