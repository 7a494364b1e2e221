"""The stream of live changes: one per open page, without a database connection of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator

from asgiref.sync import SyncToAsync, sync_to_async
from django.db import connection
from django.http import HttpRequest, StreamingHttpResponse
from ninja import Router

from gigafibre.identity.looking_on import check_readers, proof_of
from gigafibre.kernel.http import ANYBODY, actor_of
from gigafibre.kernel.live import Hub, Reader, hub

router = Router(tags=["live"])


@router.get(
    "/live",
    auth=ANYBODY,
    operation_id="live",
    openapi_extra={
        "responses": {
            200: {
                "description": (
                    'Server-sent events, data `{"topic": …, "id": …}`, with `number` (the record\'s own) and '
                    "`customer` (the number of the customer it belongs to) where known; topic `*`: read all anew."
                ),
                "content": {"text/event-stream": {"schema": {"type": "string"}}},
            }
        }
    },
)
async def live(request: HttpRequest) -> StreamingHttpResponse:
    """Tell what changes, by topic and id, as far as the reader may know; goes on after `Last-Event-ID`."""
    reader = Reader(actor_of(request), proof_of(request))
    ear = hub()
    check_readers(ear)
    # The middleware's connection goes back to the pool now, not when the page is closed.
    await sync_to_async(_give_back)()
    answer = StreamingHttpResponse(
        _stream(reader, ear, request.META.get("HTTP_LAST_EVENT_ID", "")),
        content_type="text/event-stream; charset=utf-8",
    )
    answer["Cache-Control"] = "no-store"
    answer["X-Accel-Buffering"] = "no"
    return answer


async def _stream(reader: Reader, ear: Hub, last_event: str) -> AsyncIterator[bytes]:
    _let_the_thread_go()
    ear.open(reader, last_event)
    try:
        while (chunk := await reader.next()) is not None:
            yield chunk
    finally:
        ear.readers.discard(reader)


def _give_back() -> None:
    connection.close()


def _let_the_thread_go() -> None:
    """End the thread that Django keeps for a request as long as it is answered, which for a stream is for hours."""
    request_context = SyncToAsync.thread_sensitive_context.get(None)
    if request_context is not None:
        executor = SyncToAsync.context_to_thread_executor.pop(request_context, None)
        if executor is not None:
            executor.shutdown(wait=False)
