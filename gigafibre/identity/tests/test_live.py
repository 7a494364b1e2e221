"""The live stream: what is told, to whom, and what survives."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import psycopg
import pytest
from asgiref.sync import sync_to_async
from django.db import connection
from django.test import AsyncClient

from gigafibre.identity.models import User
from gigafibre.identity.notices import notify
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import live
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.live import ear as ears
from gigafibre.kernel.text import Text

LIVE = "/api/v1/live"


class Page:
    """One open page: reads events with a deadline."""

    def __init__(self, cookies: Any, **headers: str) -> None:
        self.client = AsyncClient()
        self.headers = headers
        self.client.cookies = cookies
        self.id = ""
        self.ready: list[dict[str, Any]] = []

    async def open(self) -> Page:
        response: Any = await self.client.get(LIVE, headers=self.headers)
        assert response.status_code == 200, response.content
        assert response["Content-Type"].startswith("text/event-stream")
        self.chunks: AsyncIterator[bytes] = aiter(response.streaming_content)
        await self.next_chunk()
        return self

    async def next_chunk(self) -> str:
        chunk = (await asyncio.wait_for(anext(self.chunks), 5)).decode()
        for line in chunk.splitlines():
            if line.startswith("id: "):
                self.id = line[4:]
            elif line.startswith("data: "):
                self.ready.append(json.loads(line[6:]))
        return chunk

    async def told(self) -> dict[str, Any]:
        while not self.ready:
            await self.next_chunk()
        return self.ready.pop(0)


def run(scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    async def whole() -> None:
        try:
            await scenario()
        finally:
            await sync_to_async(lambda: connection.close())()
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()

    asyncio.run(whole())


def shout(*payloads: str) -> None:
    with connection.cursor() as cursor:
        for payload in payloads:
            cursor.execute("SELECT pg_notify('gigafibre_live', %s)", [payload])


async def hearing() -> None:
    await asyncio.wait_for(live.hub().listening.wait(), 5)


def test_a_page_hears_what_its_reader_may_and_nothing_else(committed_db: Any) -> None:
    support, manager = browser(a_user("support")).cookies, browser(a_user("manager")).cookies

    async def scenario() -> None:
        one, two = await Page(support).open(), await Page(manager).open()
        await hearing()
        await sync_to_async(shout)("ledger_entry:5", "crm_customer:12", "crm_customer:12", "identity_user:*")
        assert await one.told() == {"topic": "customer", "id": "12"}
        assert [await two.told() for _ in range(3)] == [
            {"topic": "ledger_entry", "id": "5"},
            {"topic": "customer", "id": "12"},
            {"topic": "identity_user", "id": None},
        ]

    run(scenario)


def test_a_notice_is_told_to_its_reader_only(committed_db: Any) -> None:
    bob, eve = a_user("support"), a_user("support")
    bobs, eves = browser(bob).cookies, browser(eve).cookies

    async def scenario() -> None:
        one, two = await Page(bobs).open(), await Page(eves).open()
        await hearing()
        await sync_to_async(notify)([bob.pk], Text("Fini.", "Done."), kind="run")
        await sync_to_async(shout)("crm_customer:1")
        assert await one.told() == {"topic": "notices", "id": str(bob.pk)}
        assert await two.told() == {"topic": "customer", "id": "1"}

    run(scenario)


def test_a_page_that_comes_back_is_told_what_it_missed(committed_db: Any) -> None:
    cookies = browser(a_user("support")).cookies

    async def scenario() -> None:
        page = await Page(cookies).open()
        await hearing()
        await sync_to_async(shout)("crm_customer:1")
        await page.told()
        await page.chunks.aclose()  # type: ignore[attr-defined]
        other = await Page(cookies).open()
        await sync_to_async(shout)("crm_customer:2")
        await other.told()
        back = await Page(cookies, **{"Last-Event-ID": page.id}).open()
        assert await back.told() == {"topic": "customer", "id": "2"}
        stranger = await Page(cookies, **{"Last-Event-ID": "0000-7"}).open()
        assert await stranger.told() == {"topic": "*", "id": None}

    run(scenario)


def test_a_disabled_person_hears_no_more(committed_db: Any) -> None:
    bob = a_user("support")
    cookies = browser(bob).cookies

    def disable() -> None:
        User.objects.filter(pk=bob.pk).update(is_active=False)

    async def scenario() -> None:
        page = await Page(cookies).open()
        await hearing()
        await sync_to_async(disable)()
        with pytest.raises(StopAsyncIteration):
            await page.next_chunk()

    run(scenario)


def test_a_stream_holds_no_connection_and_all_share_one_ear(committed_db: Any) -> None:
    cookies = browser(a_user("support")).cookies
    connection.close()

    async def scenario() -> None:
        pages = [await Page(cookies).open() for _ in range(5)]
        await hearing()
        async with await psycopg.AsyncConnection.connect(committed_db.url, autocommit=True) as other:
            for _ in range(60):  # a connection that was closed may take a moment to leave
                found = await other.execute(
                    "SELECT query FROM pg_stat_activity WHERE datname = current_database() "
                    "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
                )
                queries = [row[0] for row in await found.fetchall()]
                if len(queries) == 1:
                    break
                await asyncio.sleep(0.05)
            assert queries == ["LISTEN gigafibre_live; LISTEN gigafibre_presence"]
        assert len(pages) == 5

    run(scenario)


def test_after_the_database_was_away_pages_are_told_to_read_anew(committed_db: Any) -> None:
    cookies = browser(a_user("support")).cookies

    def cut() -> None:
        with psycopg.connect(committed_db.url, autocommit=True) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN gigafibre_live%%' "
                "AND datname = current_database()"
            )

    async def scenario() -> None:
        page = await Page(cookies).open()
        await hearing()
        await asyncio.to_thread(cut)
        assert await page.told() == {"topic": "*", "id": None}
        await sync_to_async(shout)("crm_customer:3")
        assert await page.told() == {"topic": "customer", "id": "3"}

    run(scenario)


def test_a_page_far_behind_reads_everything_anew() -> None:
    async def scenario() -> None:
        ear = live.Hub()
        slow = live.Reader(Actor("staff", 7, "x", frozenset({"crm.read"})), "")
        ear.open(slow, "")
        for number in range(ears.BEHIND + 2):
            ear._hand([live.Told(number, "customer", str(number))])
        chunk = await slow.next()
        assert chunk is not None
        assert chunk.count(b"data: ") == 2
        assert b'{"topic": "*", "id": null}' in chunk

    asyncio.run(scenario())


def test_streams_end_when_the_process_is_told_to_stop(committed_db: Any) -> None:
    cookies = browser(a_user("support")).cookies

    async def scenario() -> None:
        page = await Page(cookies).open()
        waiting = asyncio.create_task(page.next_chunk())
        await asyncio.sleep(0.05)
        live.hub().end()
        with pytest.raises(StopAsyncIteration):
            await waiting

    run(scenario)


def test_who_may_hear_of_what() -> None:
    def may(topic: str, *permissions: str, kind: str = "staff") -> bool:
        return live.may_hear(Actor(kind, 7, "x", frozenset(permissions)), live.Told(1, topic, "7"))

    assert may("customer", "crm.read")
    assert not may("customer", "billing.read")
    assert may("billing_run", "billing.read")
    assert not may("billing_run", "crm.read")
    assert may("kernel_note")
    assert may("views")
    assert may("notices")
    assert not may("notices", "*", kind="token")
    assert may("parked", "kernel.parked")
    assert not may("parked", "crm.read")
    assert may("*")
    assert not may("what_nobody_named", "crm.read")


@pytest.mark.django_db
def test_nobody_hears_nothing() -> None:
    answer = browser().get(LIVE)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_logged_in")


def test_what_was_missed_too_long_ago_is_read_anew() -> None:
    async def scenario() -> None:
        ear = live.Hub()
        for number in range(ears.KEPT + 10):
            ear.tell("kernel_note", str(number))
        while ear.place < ears.KEPT + 10:
            await asyncio.sleep(ears.GATHERED_S)
        assert ear.place_of(ear.name_of(9)) is None
        assert ear.place_of(ear.name_of(10)) == 10
        assert ear.place_of(ear.name_of(ears.KEPT + 11)) is None
        late, soon = (live.Reader(Actor("staff", 7, "x", frozenset()), "") for _ in range(2))
        ear.open(late, ear.name_of(9))
        ear.open(soon, ear.name_of(10))
        assert b'{"topic": "*", "id": null}' in (await late.next() or b"")
        assert (await soon.next() or b"").count(b"data: ") == ears.KEPT

    run(scenario)
