"""The process's ear: one LISTEN connection serves all streams.

What was told is kept for a while, so that a stream that broke off catches up from its last event; where that can't be
proved (another process, a restarted database, too long ago) the page is told `{"topic": "*"}`: read everything anew.
A change is written once for all readers of the same rights, and handed to each: with a thousand pages open it is the
handing that costs, so changes that come close together are told together.
"""

from __future__ import annotations

import asyncio
import secrets
import signal
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

import psycopg
import structlog
from django.db import DatabaseError, connection

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.describe import described
from gigafibre.kernel.direct import direct_parameters
from gigafibre.kernel.live import naming, presence
from gigafibre.kernel.live.told import EVERYTHING, Told, is_personal, may_hear, written

log = structlog.get_logger(__name__)

CHANNEL = "gigafibre_live"
#: Events kept for streams that come back.
KEPT = 5_000
#: Changes within this time of each other are told together, each once; longer by the time it takes to tell all.
GATHERED_S = 0.04
GATHERED_PER_READER_S = 0.00004
HEARTBEAT_S = 20.0
STILL_HERE = b": still here\n\n"
#: Chunks a slow page may be behind; then it reads everything anew.
BEHIND = 200
RECONNECT_S = (0.2, 0.5, 1.0, 2.0, 5.0)


@dataclass(eq=False)
class Reader:
    """One open page: who looks on, how it is known that he still may, and what he has not been handed yet.

    `proof` is identity's: the session's or token's secret, by which it asks again.
    """

    actor: Actor
    proof: str
    waiting: deque[bytes] = field(default_factory=deque)
    more: asyncio.Event = field(default_factory=asyncio.Event)
    gone: bool = False

    def hand(self, chunk: bytes) -> None:
        """Give a chunk to be sent."""
        self.waiting.append(chunk)
        self.more.set()

    def leave(self) -> None:
        """End the stream: who looks on no longer may, or the process stops."""
        self.gone = True
        self.more.set()

    async def next(self) -> bytes | None:
        """Return what is to be sent next, None at the end."""
        while not self.waiting and not self.gone:
            self.more.clear()
            await self.more.wait()
        if self.gone:
            return None
        chunk = b"".join(self.waiting)
        self.waiting.clear()
        return chunk


class Hub:
    """Hears the database once, and hands every reader what he may know."""

    def __init__(self) -> None:
        self.epoch = secrets.token_hex(4)
        self.place = 0
        self.readers: set[Reader] = set()
        #: Asked after each telling and before it reaches anybody: identity ends or renews readers by it.
        self.on_told: Callable[[Sequence[Told]], None] | None = None
        self.listening = asyncio.Event()
        self.over = False
        self._kept: deque[Told] = deque(maxlen=KEPT)
        self._gathered: dict[tuple[str, str | None], None] = {}
        self._pouring: asyncio.Task[None] | None = None

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

    def open(self, reader: Reader, last_event: str) -> None:
        """Let a reader look on, from his last event if he had one."""
        begin = self.place_of(last_event) if last_event else self.place
        place = self.place if begin is None else begin
        reader.hand(f"retry: 2000\nid: {self.name_of(place)}\n\n".encode())
        if begin is None:
            reader.hand(self._everything())
        missed = [told for told in self._kept if told.place > place and may_hear(reader.actor, told)]
        if missed:
            reader.hand(written(missed, self.name_of))
        self.readers.add(reader)
        if self.over:
            reader.leave()

    def _everything(self) -> bytes:
        return written([Told(self.place, EVERYTHING, None)], self.name_of)

    def tell(self, table: str, row: str | None) -> None:
        """Gather a change (a table's or a topic's name), and tell all readers in a moment."""
        self._gathered[(table, row)] = None
        if self._pouring is None or self._pouring.done():
            self._pouring = asyncio.get_running_loop().create_task(self._pour(), name="live.pour")

    async def _pour(self) -> None:
        while self._gathered:
            await asyncio.sleep(GATHERED_S + GATHERED_PER_READER_S * len(self.readers))
            gathered, self._gathered = self._gathered, {}
            await self._name(gathered)
            told: dict[tuple[str, str | None], Told] = {}
            for table, row in gathered:
                topic = described(table).topic or table
                if (topic, row) not in told:
                    self.place += 1
                    told[(topic, row)] = self._told(table, topic, row)
            self._kept.extend(told.values())
            self._hand(list(told.values()))

    async def _name(self, gathered: dict[tuple[str, str | None], None]) -> None:
        unknown = [
            (table, row)
            for table, row in map(_record, gathered)
            if row is not None and naming.known(table, row) is None and naming.has_names(table)
        ]
        if unknown:
            try:
                await asyncio.to_thread(_look_up, unknown)
            except DatabaseError as error:  # told without a name: pages read more than they had to
                log.warning("live.names", error=str(error))

    def _told(self, table: str, topic: str, row: str | None) -> Told:
        named, key = _record((table, row))
        number, customer = (key is not None and naming.known(named, key)) or ("", "")
        return Told(self.place, topic, row, number, customer)

    def _hand(self, told: list[Told]) -> None:
        """Write what was told once for each set of rights, and hand it to all who have it."""
        if self.on_told is not None:
            self.on_told(told)
        common = [one for one in told if not is_personal(one)]
        personal = [one for one in told if is_personal(one)]
        for_all: dict[frozenset[str], bytes] = {}
        for reader in self.readers:
            rights = reader.actor.permissions
            if len(reader.waiting) > BEHIND:
                reader.waiting.clear()
                reader.hand(self._everything())
                continue
            mine = [one for one in personal if may_hear(reader.actor, one)]
            if mine:
                heard = [one for one in told if one in mine or may_hear(reader.actor, one)]
                reader.hand(written(heard, self.name_of))
                continue
            chunk = for_all.get(rights)
            if chunk is None:
                chunk = written([one for one in common if may_hear(reader.actor, one)], self.name_of)
                for_all[rights] = chunk
            if chunk:
                reader.hand(chunk)

    async def beat(self) -> None:
        """Let every page know now and then that the stream still stands, and forget who left without a word."""
        while True:
            await asyncio.sleep(HEARTBEAT_S)
            for reader in self.readers:
                reader.hand(STILL_HERE)
            for subject in presence.expire():
                self.tell(presence.TOPIC, subject)

    def end(self) -> None:
        """Let every stream end, for the process stops; browsers come back by themselves."""
        self.over = True
        for reader in self.readers:
            reader.leave()

    async def listen(self) -> None:
        """Hear the database for ever; after a loss come back, and tell everybody to read anew."""
        lost, tries = False, 0
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(**direct_parameters(), autocommit=True) as hearing:
                    await hearing.execute(f"LISTEN {CHANNEL}; LISTEN {presence.CHANNEL}")
                    self.listening.set()
                    if lost:
                        self.tell(EVERYTHING, None)
                    lost, tries = True, 0
                    async for notice in hearing.notifies():
                        self._heard(notice.channel, notice.payload)
            except (psycopg.Error, OSError) as error:
                log.warning("live.listen", error=str(error))
            self.listening.clear()
            await asyncio.sleep(RECONNECT_S[min(tries, len(RECONNECT_S) - 1)])
            tries += 1

    def _heard(self, channel: str, payload: str) -> None:
        if channel == presence.CHANNEL:
            subject = presence.heard(payload)
            if subject:
                self.tell(presence.TOPIC, subject)
            return
        table, _, row = payload.partition(":")
        self.tell(table, None if row in {"", EVERYTHING} else row)


def _record(change: tuple[str, str | None]) -> tuple[str, str | None]:
    """Return the table and key a change is of: the trigger's `customer` line speaks of the customer's own row."""
    table, row = change
    return (naming.CUSTOMERS, row) if table == "customer" else (table, row)


def _look_up(changed: list[tuple[str, str]]) -> None:
    try:
        naming.look_up(changed)
    finally:
        connection.close()


@dataclass
class _Process:
    hub: Hub
    loop: asyncio.AbstractEventLoop
    task: asyncio.Task[None]
    beating: asyncio.Task[None]


_process: _Process | None = None
_hears_signals = False


def hub() -> Hub:
    """Return the hub of this process, listening from the first call on (inside its event loop)."""
    global _process
    loop = asyncio.get_running_loop()
    if _process is None or _process.loop is not loop or _process.task.done():
        made = Hub()
        _process = _Process(made, loop, loop.create_task(made.listen(), name="live"), loop.create_task(made.beat()))
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
