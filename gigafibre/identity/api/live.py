"""The stream of live changes: one per open page, without a database connection of its own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

from asgiref.sync import SyncToAsync, sync_to_async
from django.db import DatabaseError, connection
from django.http import HttpRequest, StreamingHttpResponse
from ninja import Router

from gigafibre.identity import queries
from gigafibre.identity.sessions import is_alive
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.http import ANYBODY, actor_of
from gigafibre.kernel.live import Hub, Told, hub, may_hear

router = Router(tags=["live"])

HEARTBEAT_S = 20.0
#: How often it is asked whether the reader may still look on.
RECHECK_S = 45.0


@router.get(
    "/live",
    auth=ANYBODY,
    operation_id="live",
    openapi_extra={
        "responses": {
            200: {
                "description": 'Server-sent events, data `{"topic": …, "id": …}`; topic `*`: read everything anew.',
                "content": {"text/event-stream": {"schema": {"type": "string"}}},
            }
        }
    },
)
async def live(request: HttpRequest) -> StreamingHttpResponse:
    """Tell what changes, by topic and id, as far as the reader may know; goes on after `Last-Event-ID`."""
    actor = actor_of(request)
    # The middleware's connection goes back to the pool now, not when the page is closed.
    await sync_to_async(_give_back)()
    answer = StreamingHttpResponse(
        _stream(request, actor, hub(), request.META.get("HTTP_LAST_EVENT_ID", "")),
        content_type="text/event-stream; charset=utf-8",
    )
    answer["Cache-Control"] = "no-store"
    answer["X-Accel-Buffering"] = "no"
    return answer


async def _stream(request: HttpRequest, actor: Actor, ear: Hub, last_event: str) -> AsyncIterator[str]:
    _let_the_thread_go()
    begin = ear.place_of(last_event) if last_event else ear.place
    place = ear.place if begin is None else begin
    yield f"retry: 2000\nid: {ear.name_of(place)}\n\n"
    if begin is None:
        yield f'id: {ear.name_of(place)}\ndata: {{"topic": "*", "id": null}}\n\n'
    checked = time.monotonic()
    while not ear.over:
        told = await ear.after(place, HEARTBEAT_S)
        if time.monotonic() - checked > RECHECK_S or any(_about(actor, one) for one in told):
            current = await asyncio.to_thread(_still_there, request, actor)
            if current is None:
                return
            actor, checked = current, time.monotonic()
        for one in told:
            if may_hear(actor, one):
                yield f"id: {ear.name_of(one.place)}\ndata: {one.as_data()}\n\n"
        if told:
            place = told[-1].place
        elif not ear.over:
            yield ": still here\n\n"


def _about(actor: Actor, told: Told) -> bool:
    """Say whether the reader himself was changed: disabled, perhaps."""
    return actor.kind == "staff" and told.topic == "identity_user" and told.id in {None, str(actor.id)}


def _give_back() -> None:
    connection.close()


def _let_the_thread_go() -> None:
    """End the thread that Django keeps for a request as long as it is answered, which for a stream is for hours."""
    request_context = SyncToAsync.thread_sensitive_context.get(None)
    if request_context is not None:
        executor = SyncToAsync.context_to_thread_executor.pop(request_context, None)
        if executor is not None:
            executor.shutdown(wait=False)


def _still_there(request: HttpRequest, actor: Actor) -> Actor | None:
    """Return the reader as he is now, None when he is out; while the database is away he stays."""
    try:
        if actor.kind == "token":
            secret = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")[2].strip()
            return queries.token_actor(secret)
        found = queries.person(actor.id) if actor.id is not None and is_alive(request) else None
        return found.actor if found else None
    except DatabaseError:
        return actor
    finally:
        connection.close()
