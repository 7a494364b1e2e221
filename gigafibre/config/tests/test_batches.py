"""One verb for many rows: chosen as its list shows, each done once whatever is killed, refusals told one by one."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity import batching
from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.kernel import batch_preview, batches
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.listing import all_listings, chosen
from gigafibre.kernel.perform import perform
from gigafibre.kernel.registry import get_action

ActionRun, Batch, BatchRow, Note = (
    apps.get_model("kernel", name)._default_manager for name in ("ActionRun", "Batch", "BatchRow", "Note")
)
Notice = apps.get_model("identity", "Notice")._default_manager
SUSPEND = "collections.record_suspension"


def ask(client: Client, path: str, **given: Any) -> Any:
    return send(client, "post", f"/api/v1{path}", given)


@pytest.fixture(autouse=True)
def _time_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy this machine is, each record is looked at."""
    monkeypatch.setattr(batch_preview, "SECONDS", 60.0)


def three() -> list[Any]:
    return [a_customer(name, city="Howick") for name in ("Anne", "Bob", "Carl")]


def begin(client: Client, expected: int = 3, **more: Any) -> Any:
    given = {"listing": "customers", "verb": SUSPEND, "query": {"city": "howick"}, "given": {"reason": "Travaux"}}
    return ask(client, "/actions/identity.perform_many", **{**given, **more, "expected": expected})


@pytest.mark.django_db
def test_every_verb_of_every_list_has_its_action_its_input_and_its_column() -> None:
    speaking = [(listing, verb) for listing in all_listings().values() for verb in listing.verbs]
    assert len(speaking) > 30
    for listing, verb in speaking:
        action = get_action(verb.action)
        assert verb.field in action.input.model_fields, f"{listing.name}: {verb}"
        with acting_as(SYSTEM):
            # The chart of accounts alone is there from the first day.
            first = ["1000", "1050", "1055", "1056", "1057"] if listing.name == "accounts" else []
            assert chosen(listing, {}, verb.column, 5) == first, f"{listing.name}: {verb}"


@pytest.mark.django_db
def test_rows_are_looked_at_done_and_told_one_by_one() -> None:
    anne, bob, carl = three()
    a_customer("Dan", city="Ormstown")
    with acting_as(SYSTEM):
        perform(SUSPEND, {"customer": bob.number, "reason": "Déjà"}, actor=SYSTEM)
    user = a_user("support")
    agent = browser(user)
    given = {"listing": "customers", "verb": SUSPEND, "query": {"city": "howick"}, "given": {"reason": "Travaux"}}
    seen = ask(agent, "/batches/preview", **given).json()
    assert (seen["total"], seen["looked"], seen["changing"], seen["refused"]) == (3, 3, 2, 1)
    assert [(one["key"], one["code"]) for one in seen["refusals"]] == [(bob.number, "already_suspended")]
    assert [one["key"] for one in seen["in_full"]] == [anne.number, carl.number]
    assert {"label": "Suspension", "done": "créé", "op": "I", "count": 2} in seen["changes"]
    assert ActionRun.filter(name=SUSPEND).count() == 1  # nothing was done by looking

    answer = begin(agent)
    assert answer.status_code == 200, answer.content
    batch = answer.json()["result"]
    waiting = agent.get(f"/api/v1/batches/{batch}").json()
    assert (waiting["state"], waiting["waiting"], waiting["done"]) == ("running", 3, 0)
    batching.work(batch)
    batching.work(batch)  # again: nothing more
    told = agent.get(f"/api/v1/batches/{batch}").json()
    assert (told["state"], told["waiting"], told["done"], told["refused"], told["failed"]) == ("done", 0, 2, 1, 0)
    assert [(row["key"], row["code"]) for row in told["rows"]] == [(bob.number, "already_suspended")]
    runs = ActionRun.filter(name=SUSPEND).exclude(actor_kind="system").order_by("at")
    assert [run.input["customer"] for run in runs] == [anne.number, carl.number]
    assert {run.actor_id for run in runs} == {user.pk}
    (notice,) = Notice.filter(user=user, kind="batch")
    assert (notice.url, notice.text_fr) == (f"/batches/{batch}", "Noter une suspension : 2 sur 3, 1 refusé")
    assert agent.get("/api/v1/batches").json()["items"][0]["batch"] == batch


@pytest.mark.django_db
def test_ticked_rows_are_named_by_their_keys_and_any_record_takes_a_note() -> None:
    anne, bob, _ = three()
    agent = browser(a_user("support"))
    more = {"verb": "kernel.add_note", "query": {"only": f"{anne.pk},{bob.pk}"}, "given": {"text": "Rappeler"}}
    batch = begin(agent, 2, **more).json()["result"]
    batching.work(batch)
    assert set(Note.values_list("subject", flat=True)) == {
        f"customer:{anne.number}",
        f"customer:{bob.number}",
    }


@pytest.mark.django_db
def test_what_cannot_be_is_refused_before_anything_is_begun() -> None:
    three()
    agent, reader = browser(a_user("support")), browser(a_user("read-only"))

    def refused(client: Client, expected: int = 3, **more: Any) -> tuple[int, str]:
        answer = begin(client, expected, **more)
        assert Batch.count() == 0
        return answer.status_code, answer.json()["code"]

    assert refused(agent, 4) == (409, "not_so_many_rows")
    assert refused(agent, given={"reason": ""}) == (422, "invalid_input")
    assert refused(agent, verb="ledger.reverse_entry") == (422, "verb_not_for_many")
    assert refused(agent, listing="nothing") == (404, "not_found")
    assert refused(agent, query={"colour": "red"}) == (422, "invalid_input")
    assert refused(reader) == (403, "forbidden")


@pytest.mark.django_db
def test_nobody_sees_or_stops_the_batch_of_another_and_a_stopped_one_leaves_the_rest() -> None:
    three()
    agent, eve = browser(a_user("support")), browser(a_user("administrator"))
    batch = begin(agent).json()["result"]
    assert eve.get(f"/api/v1/batches/{batch}").json()["code"] == "no_such_batch"
    assert ask(eve, "/actions/identity.stop_batch", batch=batch).json()["code"] == "no_such_batch"
    assert ask(agent, "/actions/identity.stop_batch", batch=batch).status_code == 200
    batching.work(batch)
    told = agent.get(f"/api/v1/batches/{batch}").json()
    assert (told["state"], told["left"], told["done"]) == ("stopped", 3, 0)
    assert not ActionRun.filter(name=SUSPEND).exists()


@pytest.mark.django_db
def test_somebody_let_go_of_stops_acting() -> None:
    three()
    user = a_user("support")
    batch = begin(browser(user)).json()["result"]
    user.is_active = False
    user.save()
    batching.work(batch)
    assert (Batch.get(pk=batch).state, batches.came_of(batch).left) == ("stopped", 3)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("UPDATE kernel_batch SET state = 'done'", "batch_ended_when_not_running"),
        ("UPDATE kernel_batchrow SET state = 'done'", "batch_row_says_what_came_of_it"),
        ("UPDATE kernel_batchrow SET state = 'refused'", "batch_row_says_what_came_of_it"),
        ("UPDATE kernel_batchrow SET key = 'C-1'", "batch_row_once"),
        ("UPDATE kernel_batchrow SET place = 1", "batch_place_once"),
    ],
)
def test_a_row_is_once_in_a_batch_and_says_what_came_of_it(change: str, rule: str) -> None:
    three()
    begin(browser(a_user("support")))
    with pytest.raises(IntegrityError, match=rule), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_four_workers_that_die_in_between_do_each_row_once(committed_db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    customers = [a_customer(f"Personne {n}", city="Howick") for n in range(40)]
    query = {"city": "howick"}
    with acting_as(SYSTEM):
        found = batching.chosen("customers", "kernel.add_note", query, {"text": "Rappeler"}, SYSTEM)
        batch = batches.begin(found.verb, "customers", found.keys, {"text": "Rappeler"}, SYSTEM)
    deaths = iter(range(12))
    plain = batches._done

    class Killed(BaseException):
        pass

    def dying(*args: Any) -> Any:
        came = plain(*args)
        if next(deaths, None) is not None:
            raise Killed  # after the deed, before its commit
        return came

    monkeypatch.setattr(batches, "_done", dying)

    def worker() -> None:
        while True:
            try:
                batching.work(batch.pk)
                break
            except Killed:
                connection.close()
        connection.close()

    threads = [threading.Thread(target=worker) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    batching.work(batch.pk)
    assert sorted(Note.values_list("subject", flat=True)) == sorted(f"customer:{c.number}" for c in customers)
    assert (Batch.get(pk=batch.pk).state, BatchRow.filter(state="done").count()) == ("done", 40)
