"""Whether those who look on still may: all open pages of a process are asked about together, not each by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from django.db import DatabaseError, connection
from django.http import HttpRequest

from gigafibre.identity import queries
from gigafibre.identity.permissions import ONESELF
from gigafibre.identity.sessions import alive_among, digest_of
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.http import actor_of
from gigafibre.kernel.live import Hub, Reader, Told

#: How often it is asked whether readers may still look on; at once for a person who was changed himself.
RECHECK_S = 45.0


def proof_of(request: HttpRequest) -> str:
    """Return by what it is asked later whether who asked still may: a token's secret or the digest of a session."""
    if actor_of(request).kind == "token":
        return str(request.META.get("HTTP_AUTHORIZATION", "")).partition(" ")[2].strip()
    return digest_of(request)


def check_readers(ear: Hub) -> None:
    """Begin to ask about a hub's readers, once for each hub."""
    if ear.on_told is None:
        ear.on_told = Checking(ear).told


class Checking:
    """Asks about all readers every RECHECK_S, and at once about a person who was changed."""

    def __init__(self, ear: Hub) -> None:
        self.ear = ear
        loop = asyncio.get_running_loop()
        self.loop, self.task = loop, loop.create_task(self._always(), name="live.check")
        self.asked: set[asyncio.Task[None]] = set()

    def told(self, told: Sequence[Told]) -> None:
        """Ask at once about the people whom a change is about."""
        changed = {one.id for one in told if one.topic == "identity_user"}
        if not changed:
            return
        about = [
            reader
            for reader in self.ear.readers
            if reader.actor.kind == "staff" and (None in changed or str(reader.actor.id) in changed)
        ]
        if about:
            task = self.loop.create_task(self._ask(about))
            self.asked.add(task)
            task.add_done_callback(self.asked.discard)

    async def _always(self) -> None:
        while True:
            await asyncio.sleep(RECHECK_S)
            await self._ask(list(self.ear.readers))

    async def _ask(self, readers: list[Reader]) -> None:
        now = await asyncio.to_thread(_actors, [(reader.actor, reader.proof) for reader in readers])
        for reader in readers:
            actor = now.get((reader.actor.kind, reader.actor.id, reader.proof)) if now is not None else reader.actor
            if actor is None:
                reader.leave()
            else:
                reader.actor = actor


def _actors(asked: list[tuple[Actor, str]]) -> dict[tuple[str, int | None, str], Actor] | None:
    """Return those who are still in, as they are now; None while the database is away: they stay as they are."""
    try:
        alive = alive_among([proof for actor, proof in asked if actor.kind != "token"])
        people: dict[int, queries.Person | None] = {}
        found: dict[tuple[str, int | None, str], Actor] = {}
        for actor, proof in asked:
            if actor.kind == "token":
                current = queries.token_actor(proof)
            elif actor.id is None or proof not in alive:
                continue
            else:
                if actor.id not in people:
                    people[actor.id] = queries.person(actor.id)
                current = _as_he_was(actor, people[actor.id])
            if current is not None:
                found[(actor.kind, actor.id, proof)] = current
        return found
    except DatabaseError:
        return None
    finally:
        connection.close()


def _as_he_was(actor: Actor, person: queries.Person | None) -> Actor | None:
    """Return a person as he is now; who was held back by a duty hears no more until it is done."""
    if person is None:
        return None
    return person.held_back("password").actor if actor.permissions == {ONESELF} else person.actor
