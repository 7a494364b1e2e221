"""Looking on: what the audit trigger NOTIFYs reaches every open page as `{topic, id}`, never with data.

One LISTEN connection per process serves all streams. What was told is kept for a while, so that a stream that broke
off catches up from its last event; where that can't be proved (another process, a restarted database, too long ago)
the page is told `{"topic": "*"}`: read everything anew.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import signal
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import FrameType
from typing import Any

import psycopg
import structlog
from django.apps import apps

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.describe import all_described, described
from gigafibre.kernel.direct import direct_parameters

log = structlog.get_logger(__name__)

CHANNEL = "gigafibre_live"
EVERYTHING = "*"
#: Events kept for streams that come back.
KEPT = 5_000
#: Changes within this time of each other are told together, each once.
GATHERED_S = 0.05
RECONNECT_S = (0.2, 0.5, 1.0, 2.0, 5.0)

Rule = Callable[[Actor, str | None], bool]
_rules: dict[str, Rule] = {}


@dataclass(frozen=True)
class Told:
    """One change: its place in the order, what kind of thing, which one (None: any)."""

    place: int
    topic: str
    id: str | None

    def as_data(self) -> str:
        """Return what the browser is sent."""
        return json.dumps({"topic": self.topic, "id": self.id})


def topic(name: str, allowed: Rule | str) -> None:
    """Say who may hear of a topic: a permission, or a function of the actor and the id.

    A topic nobody spoke of takes the reading permission of the app whose table it is (`crm_customer`: `crm.read`).
    """
    if isinstance(allowed, str):
        permission = allowed
        _rules[name] = lambda actor, _: actor.may(permission)
    else:
        _rules[name] = allowed


def may_hear(actor: Actor, told: Told) -> bool:
    """Say whether an actor may be told that something changed."""
    if told.topic == EVERYTHING:
        return True
    rule = _rules.get(told.topic)
    if rule is not None:
        return rule(actor, told.id)
    return actor.may(f"{_table_of(told.topic).split('_')[0]}.read")


@cache
def _table_of(name: str) -> str:
    """Return the table a topic speaks of: some are named after the record, `customer` for `crm_customer`."""
    told = next((table.name for table in all_described().values() if table.topic == name), None)
    tables = [model._meta.db_table for model in apps.get_models()]
    return told or next((table for table in tables if table.partition("_")[2] == name), name)


def anybody(actor: Actor, id_: str | None) -> bool:
    """Let everybody who is logged in hear of a topic."""
    return True


class Hub:
    """The process's ear: hears the database once, lets every stream read on from its own place."""

    def __init__(self) -> None:
        self.epoch = secrets.token_hex(4)
        self.place = 0
        self._kept: deque[Told] = deque(maxlen=KEPT)
        self._gathered: dict[tuple[str, str | None], None] = {}
        self._more = asyncio.Event()
        self.listening = asyncio.Event()
        self.over = False

    def name_of(self, place: int) -> str:
        """Return an event's id as browsers keep it: `epoch-place`."""
        return f"{self.epoch}-{place}"

    def place_of(self, last_event: str) -> int | None:
        """Return where a stream with this last event goes on, None when what it missed is no longer known."""
        epoch, _, place = last_event.partition("-")
        if epoch != self.epoch or not place.isdigit() or int(place) > self.place:
            return None
        oldest = self._kept[0].place if self._kept else self.place + 1
        return int(place) if int(place) >= oldest - 1 else None

    async def after(self, place: int, timeout_s: float) -> list[Told]:
        """Return what was told after a place, waiting for it at most so long; empty if there was nothing."""
        if self.place <= place:
            waiting = self._more
            try:
                await asyncio.wait_for(waiting.wait(), timeout_s)
            except TimeoutError:
                return []
        oldest = self._kept[0].place if self._kept else self.place + 1
        if place < oldest - 1:
            return [Told(self.place, EVERYTHING, None)]
        return [told for told in self._kept if told.place > place]

    def tell(self, topic_: str, id_: str | None) -> None:
        """Gather a change, and tell all streams in a moment."""
        if not self._gathered:
            asyncio.get_running_loop().call_later(GATHERED_S, self._pour)
        self._gathered[(topic_, id_)] = None

    def _pour(self) -> None:
        gathered, self._gathered = self._gathered, {}
        for topic_, id_ in gathered:
            self.place += 1
            self._kept.append(Told(self.place, topic_, id_))
        self._wake()

    def end(self) -> None:
        """Let every stream end, for the process stops; browsers come back by themselves."""
        self.over = True
        self._wake()

    def _wake(self) -> None:
        woken, self._more = self._more, asyncio.Event()
        woken.set()

    async def listen(self) -> None:
        """Hear the database for ever; after a loss come back, and tell everybody to read anew."""
        lost, tries = False, 0
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(**direct_parameters(), autocommit=True) as hearing:
                    await hearing.execute(f"LISTEN {CHANNEL}")
                    self.listening.set()
                    if lost:
                        self.tell(EVERYTHING, None)
                    lost, tries = True, 0
                    async for notice in hearing.notifies():
                        self._heard(notice.payload)
            except (psycopg.Error, OSError) as error:
                log.warning("live.listen", error=str(error))
            self.listening.clear()
            await asyncio.sleep(RECONNECT_S[min(tries, len(RECONNECT_S) - 1)])
            tries += 1

    def _heard(self, payload: str) -> None:
        table, _, row = payload.partition(":")
        self.tell(described(table).topic or table, None if row in {"", EVERYTHING} else row)


@dataclass
class _Process:
    hub: Hub
    loop: asyncio.AbstractEventLoop
    task: asyncio.Task[None]


_process: _Process | None = None
_hears_signals = False


def hub() -> Hub:
    """Return the hub of this process, listening from the first call on (inside its event loop)."""
    global _process
    loop = asyncio.get_running_loop()
    if _process is None or _process.loop is not loop or _process.task.done():
        made = Hub()
        _process = _Process(made, loop, loop.create_task(made.listen(), name="live"))
        _end_when_told_to_stop()
    return _process.hub


def _end_when_told_to_stop() -> None:
    """End all streams at SIGTERM and SIGINT: a server that stops waits for its connections, and ours never end.

    Whoever handled the signal before still does; an event loop hears it by its own file descriptor anyway.
    """
    global _hears_signals
    if _hears_signals or threading.current_thread() is not threading.main_thread():
        return
    _hears_signals = True
    for number in (signal.SIGTERM, signal.SIGINT):
        before = signal.getsignal(number)

        def stop(signum: int, frame: FrameType | None, before: Any = before) -> None:
            if _process is not None and not _process.loop.is_closed():
                _process.loop.call_soon_threadsafe(_process.hub.end)
            if callable(before):
                before(signum, frame)
            elif before is signal.SIG_DFL:
                signal.signal(signum, signal.SIG_DFL)
                signal.raise_signal(signum)

        signal.signal(number, stop)


for _name in ("kernel_note", "kernel_attachment", "kernel_setting", "kernel_series"):
    topic(_name, anybody)
topic("parked", "kernel.parked")
