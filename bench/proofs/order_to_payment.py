"""An order comes to one of each, whatever is killed, told twice, told late or done by two people at once.

`make proof order_to_payment`, or `python -m bench.proofs.order_to_payment --seed 20261121`; rounds that held are not
run again. Each round walks contracts of a clone from their signature to their first invoice and compares what stands,
to the cent, with an undisturbed walk. Workers are processes that run the kernel's own loops and end themselves
by kill −9 inside a delivery or an intent: before its handler, after it and before the commit, or just after.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import cache, partial
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Barrier
from typing import Any

from bench import harness
from bench.proofs.harness import prove

harness.start()

from django.db import connection, transaction  # noqa: E402

from bench import roads  # noqa: E402
from gigafibre.dispatch import actions as dispatch  # noqa: E402
from gigafibre.dispatch.models import Technician  # noqa: E402
from gigafibre.dispatch.tests.factories import fulfil  # noqa: E402
from gigafibre.kernel import clock, deliver, intents  # noqa: E402
from gigafibre.kernel.actor import SYSTEM, acting_as  # noqa: E402
from gigafibre.kernel.events import publish, read_event  # noqa: E402
from gigafibre.kernel.models import Event  # noqa: E402

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["bench.proofs.order_to_payment"])
#: Where a worker ends itself: what it had in hand is not begun, not committed, or committed and not followed up.
PLACES = ("before", "inside", "after")
#: The company's clock goes on by so much whenever workers start again: waits end, what a dead one sent is looked up.
STEP = timedelta(minutes=2)
MOST_ROUNDS = 300
TOLD_AGAIN = (
    "sales.ContractSigned", "processes.OrderBegun", "dispatch.ChainMade", "dispatch.JobCompleted",
    "dispatch.ChainCompleted", "dispatch.EquipmentMoved", "subscriptions.SubscriptionActivated",
    "billing.InvoiceIssued",
)  # fmt: skip

# What one customer got, without the numbers that series give: those follow from who came first.
FINGERPRINT = """
SELECT c.number, fact.said FROM sales_contract c CROSS JOIN LATERAL (
  SELECT concat_ws(' ', 'signature', s.name, s.language, s.how) FROM sales_contractsignature s
  WHERE s.contract_id = c.id
  UNION ALL SELECT concat_ws(' ', 'issue', kind, status) FROM support_issue WHERE contract = c.number
  UNION ALL SELECT concat_ws(' ', 'chain', kind, completed_on) FROM dispatch_jobchain WHERE contract = c.number
  UNION ALL SELECT concat_ws(' ', 'job', step, date, status, completed_on) FROM dispatch_job WHERE contract = c.number
  UNION ALL SELECT concat_ws(' ', 'service', i.sku, s.state, s.started_on, s.charged_until)
    FROM subscriptions_subscription s JOIN catalog_item i ON i.id = s.item_id WHERE s.customer_id = c.customer_id
  UNION ALL SELECT concat_ws(' ', 'committed', t.starts_on, t.term_months) FROM subscriptions_commitment t
    JOIN subscriptions_subscription s ON s.id = t.subscription_id WHERE s.customer_id = c.customer_id
  UNION ALL SELECT concat_ws(' ', 'invoice', kind, state, date, due_date, subtotal, tax_total, total)
    FROM billing_invoice WHERE customer_id = c.customer_id
  UNION ALL SELECT concat_ws(' ', 'line', l.sku, l.period_start, l.period_end, l.quantity, l.unit_price, l.amount)
    FROM billing_invoiceline l JOIN billing_invoice i ON i.id = l.invoice_id WHERE i.customer_id = c.customer_id
  UNION ALL SELECT concat_ws(' ', 'owes', side, amount, open) FROM ledger_openitem WHERE customer_id = c.customer_id
  UNION ALL SELECT concat_ws(' ', 'message', template, channel, state, m."to", reason,
      (SELECT count(*) FROM messaging_messagestep p WHERE p.message_id = m.id AND p.state = 'sent'))
    FROM messaging_message m WHERE m.customer_id = c.customer_id
  UNION ALL SELECT concat_ws(' ', 'drop', state, subscription_id IS NOT NULL) FROM network_drop
    WHERE location_id = c.location_id
  UNION ALL SELECT concat_ws(' ', 'device', serial, state) FROM network_equipment WHERE location_id = c.location_id
) fact (said) WHERE c.plan_id = (SELECT id FROM catalog_plan WHERE code = 'ROAD-DUO') ORDER BY 1, 2
"""


def fingerprint() -> list[tuple[str, str]]:
    """Return every fact that stands of each contract."""
    with connection.cursor() as cursor:
        cursor.execute(FINGERPRINT)
        return list(cursor.fetchall())


def facts() -> list[tuple[str, int]]:
    """Return how many facts of each kind were told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT type, count(*) FROM kernel_event GROUP BY type ORDER BY type")
        return list(cursor.fetchall())


@cache
def reference(contracts: int) -> tuple[list[tuple[str, str]], list[tuple[str, int]]]:
    """Walk all of it once, undisturbed, in this process."""
    with roads.database(contracts, durable=False):
        walk(contracts, _drained)
        _whole()
        return fingerprint(), facts()


def walk(contracts: int, drain: Callable[[], None]) -> None:
    """Sign every contract and install it, with `drain` after the signatures and after each job of all."""
    clock.freeze(roads.MORNING)
    took = roads.Took()
    try:
        with acting_as(SYSTEM):
            mine = list(enumerate(roads.contracts()))
            for _, contract in mine:
                roads.sign(contract, took)
            drain()
            jobs = {contract: roads.jobs_of(contract) for _, contract in mine}
            for place, contract in mine:
                roads.plan(jobs[contract], _technician(place), took)
            for at in range(4):
                for place, contract in mine:
                    roads.work(jobs[contract][at], took, serial=f"ROAD{place:08X}" if at == 2 else "")
                if at >= 2:
                    drain()
    finally:
        clock.release()


def killed(seed: int, *, contracts: int, kills: int, workers: int = 3) -> dict[str, Any]:
    """Let workers deliver of which each dies within its second step, again and again; then let three finish."""
    wanted, told = reference(contracts)
    chance, done = random.Random(seed), {"kills": 0}

    def drain() -> None:
        for _ in range(MOST_ROUNDS):
            if not _left():
                return
            clock.move(minutes=STEP.seconds // 60)
            dying = [
                (chance.choice(PLACES), chance.randint(1, 2)) if done["kills"] + n < kills else None
                for n in range(workers)
            ]
            ended = _started([partial(_work, where) for where in dying])
            assert set(ended) <= {0, -signal.SIGKILL}, f"a worker died of an error: {ended}"
            done["kills"] += ended.count(-signal.SIGKILL)
        raise AssertionError(f"never done: {roads.what_is_wrong()[:10]}")

    with roads.database(contracts, durable=False):
        walk(contracts, drain)
        _whole()
        _same(wanted, fingerprint())
        _same(told, facts())
        return {"contracts": contracts, "kills": done["kills"], "facts": sum(count for _, count in told)}


def told_again(seed: int, *, contracts: int, times: int) -> dict[str, Any]:
    """Tell facts of signature and completion again at random moments, and let deliveries overtake each other."""
    wanted, _ = reference(contracts)
    chance, again = random.Random(seed), {"told": 0}

    def drain() -> None:
        for _ in range(MOST_ROUNDS):
            if again["told"] < times and chance.random() < 0.7:
                again["told"] += _tell_again(chance)
            _shuffle(chance)
            for _ in range(chance.randint(1, 4)):
                deliver.deliver_next()
            clock.move(minutes=1)
            if not roads.undone() and again["told"] >= times // 2:
                break
        _drained()

    with roads.database(contracts, durable=False):
        walk(contracts, drain)
        clock.freeze(roads.MORNING)
        while again["told"] < times:
            again["told"] += _tell_again(chance)
        clock.move(hours=9)
        _drained()
        clock.release()
        _whole()
        _same(wanted, fingerprint())
        return {"contracts": contracts, "told_again": again["told"]}


def at_once(seed: int, *, contracts: int, people: int = 2) -> dict[str, Any]:
    """Let people sign the same contract at once, and two technicians close jobs of one chain at once."""
    wanted, _ = reference(contracts)
    chance = random.Random(seed)
    with roads.database(contracts, durable=False):
        clock.freeze(roads.MORNING)
        mine = list(enumerate(roads.contracts()))
        for _, contract in mine:
            roads.read(contract)
            ended = _started([partial(roads.agree, contract, roads.Took())] * people, together=True)
            assert ended == [0] * people, f"{contract}: a signer was refused: {ended}"
        _drained()
        with acting_as(SYSTEM):
            for place, contract in mine:
                _close_together(contract, place, chance)
        _drained()
        clock.release()
        _whole()
        _same(wanted, fingerprint())
        return {"contracts": contracts, "people": people}


def _close_together(contract: str, place: int, chance: random.Random) -> None:
    """Prepare every job up to its last tap, then let two processes close two each, in any order."""
    took, jobs = roads.Took(), roads.jobs_of(contract)
    for at, job in enumerate(jobs):
        roads.plan([job], _technician(place * 4 + at), took)
        dispatch.allow_early_start(job)
        dispatch.start_job(job)
        if at == 2:
            dispatch.add_equipment(job, act="installed", serial=f"ROAD{place:08X}")
        fulfil(job)
    chance.shuffle(jobs)

    ended = _started([partial(_close, jobs[:2]), partial(_close, jobs[2:])], together=True)
    assert ended == [0, 0], f"{contract}: {ended}"


def _close(jobs: list[str]) -> None:
    for job in jobs:
        dispatch.complete_job(job)


def _started(works: list[Callable[[], Any]], *, together: bool = False) -> list[int]:
    """Do each in a process of its own, begun at one moment if asked; returns how each ended."""
    gate = PROCESSES.Barrier(len(works)) if together else None
    given = (os.environ["DATABASE_URL"], clock.now().isoformat(), gate)
    processes: list[BaseProcess] = [PROCESSES.Process(target=_child, args=(work, *given)) for work in works]
    for process in processes:
        process.start()
    for process in processes:
        process.join(300)
        if process.exitcode is None:
            process.kill()
    return [process.exitcode if process.exitcode is not None else 1 for process in processes]


def _child(work: Callable[[], Any], url: str, instant: str, gate: Barrier | None) -> None:
    """Work in a database at an instant; begun by a server that never printed: Typst's threads outlive no fork."""
    clock.freeze(instant)
    with harness.using(url), acting_as(SYSTEM):
        connection.ensure_connection()
        if gate is not None:
            gate.wait(60)
        work()


def _work(dies: tuple[str, int] | None) -> None:
    """Deliver and perform until nothing is due; end by kill −9 at a place of the n-th thing in hand."""
    if dies is not None:
        _doom(*dies)
    idle = 0
    while idle < 10:
        busy = deliver.deliver_next() or intents.perform_next()
        idle = 0 if busy else idle + 1
        if idle:
            time.sleep(0.01)


def _doom(where: str, nth: int) -> None:
    hand_over, settle = deliver.hand_over, intents._settle
    counted = {"n": 0}

    def die(place: str) -> None:
        if place == where and counted["n"] >= nth:
            os.kill(os.getpid(), signal.SIGKILL)

    def handed_over(claimed: deliver.Claimed, **given: Any) -> None:
        counted["n"] += 1
        die("before")
        hand_over(claimed, **given)
        die("inside")
        if where == "after" and counted["n"] >= nth:
            transaction.on_commit(lambda: die("after"))

    def settled(*given: Any, **more: Any) -> None:
        counted["n"] += 1
        die("inside")  # it was sent, and nobody noted it
        settle(*given, **more)
        die("after")

    deliver.hand_over, intents._settle = handed_over, settled


def _drained() -> None:
    """Do whatever is due in this process, the clock going on while something waits."""
    for _ in range(MOST_ROUNDS):
        while deliver.deliver_next() or intents.perform_next():
            pass
        if not _left():
            return
        clock.move(minutes=STEP.seconds // 60)
    raise AssertionError(f"never done: {roads.what_is_wrong()[:10]}")


def _left() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kernel_intent WHERE state NOT IN ('done', 'held', 'parked', 'skipped')")
        return int(cursor.fetchone()[0]) + _undone()


def _undone() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kernel_delivery WHERE state = 'pending'")
        return int(cursor.fetchone()[0])


def _tell_again(chance: random.Random) -> int:
    """Tell one fact of the road once more; returns how many were told (none happened yet: none)."""
    rows = list(Event.objects.filter(type__in=TOLD_AGAIN).order_by("pk"))
    if not rows:
        return 0
    row = chance.choice(rows)
    with transaction.atomic(), acting_as(SYSTEM):
        publish(read_event(row.type, row.version, row.payload))
    return 1


def _shuffle(chance: random.Random) -> None:
    """Let a random half of what waits come a little later."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM kernel_delivery WHERE state = 'pending' ORDER BY id")
        later = [key for (key,) in cursor.fetchall() if chance.random() < 0.5]
        moment = clock.now() + timedelta(minutes=1)
        cursor.execute("UPDATE kernel_delivery SET due = %s WHERE id = ANY (%s)", [moment, later])


def _technician(place: int) -> str:
    numbers = Technician.objects.order_by("pk").values_list("number", flat=True)
    return str(numbers[place % roads.TECHNICIANS])


def _whole() -> None:
    wrong = roads.what_is_wrong()
    assert not wrong, "; ".join(wrong[:20])


def _same(wanted: list[Any], found: list[Any]) -> None:
    missing = [fact for fact in wanted if fact not in found]
    more = [fact for fact in found if fact not in wanted]
    assert wanted == found, f"missing {missing[:10]}, instead {more[:10]}"


def main() -> int:
    """Prove it at the size asked for."""
    given = harness.arguments(__doc__ or "", rounds=10, kills=200, contracts=5, times=60, seed=20261121)
    print(f"seed {given.seed}")
    rounds: dict[str, Any] = {}
    for n in range(given.rounds):
        seed, size = given.seed + n, given.contracts
        rounds[f"killed at every step, round {n + 1}"] = partial(killed, seed, contracts=size, kills=given.kills)
        rounds[f"told again, round {n + 1}"] = partial(told_again, seed, contracts=size, times=given.times)
        rounds[f"two at once, round {n + 1}"] = partial(at_once, seed, contracts=size)
    return prove("order_to_payment", rounds, seed=given.seed)


if __name__ == "__main__":
    sys.exit(main())
