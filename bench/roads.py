"""Roads of orders for the bench and the proof: contracts prepared, then signed and installed by real processes.

`python -m bench.roads --part 0 --parts 2` is one of the people on these roads: it signs its share of the contracts as
the page does, then does their jobs by the verbs a technician's phone calls; it prints what took how long.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from datetime import time as hour
from pathlib import Path
from typing import Any

from bench import harness

harness.start()

from django.db import connection, transaction  # noqa: E402

from bench import volume  # noqa: E402
from gigafibre.catalog.tests.factories import a_group, a_plan, an_item  # noqa: E402
from gigafibre.crm.tests.factories import a_customer, a_location  # noqa: E402
from gigafibre.dispatch import actions as dispatch  # noqa: E402
from gigafibre.dispatch.models import Job, Technician  # noqa: E402
from gigafibre.dispatch.tests.factories import a_technician, fulfil  # noqa: E402
from gigafibre.kernel import clock  # noqa: E402
from gigafibre.kernel.actor import SYSTEM, acting_as  # noqa: E402
from gigafibre.kernel.perform import perform  # noqa: E402
from gigafibre.network.tests.factories import a_device, a_plugged_drop, an_olt  # noqa: E402
from gigafibre.sales import actions as sales  # noqa: E402
from gigafibre.sales import contract_paper, sealing  # noqa: E402
from gigafibre.sales.models import Contract  # noqa: E402
from gigafibre.sales.offers import LineGiven  # noqa: E402
from gigafibre.sales.pages.frame import visitor  # noqa: E402
from gigafibre.sales.tests.factories import a_provider, legal_texts  # noqa: E402

PREPARED = "2026-11-21T10:00:00-05:00"
VISIT = date(2026, 11, 27)
#: The morning on which all of it is signed and installed; processes run on from there.
MORNING = "2026-11-27T09:00:00-05:00"
TECHNICIANS = 60
PATIENCE_S = 900
SIGNER, AGENT, ADDRESS = "Sylvie Tremblay", "Firefox", "203.0.113.7"


@contextmanager
def database(contracts: int, base: str = "", *, durable: bool = True) -> Iterator[str]:
    """Give a fresh clone of contracts sent and not signed, on top of a volume or of nothing; yields its URL."""

    def build() -> None:
        if base:
            volume.build(base)
        prepare(contracts)

    written = b"".join(path.read_bytes() for path in [*sorted(volume.SQL.glob("volume_*.sql")), Path(__file__)])
    key = hashlib.sha256(written).hexdigest()[:8]
    with harness.database(f"roads{contracts}{base}", build, key=key, durable=durable) as url:
        yield url


def prepare(contracts: int) -> None:
    """Prepare and send contracts of two services and an installation, each customer at a drop with a port.

    Half of the customers have a mobile number, half an email; one in five reads English.
    """
    clock.freeze(PREPARED)
    try:
        with acting_as(SYSTEM):
            with transaction.atomic():
                plan = _what_is_sold()
            for n in range(contracts):
                _contract(n, plan)
    finally:
        clock.release()


def _what_is_sold() -> str:
    a_provider()
    legal_texts()
    internet = an_item("60.00", sku="ROAD-NET", name_fr="Internet Fibre 500", name_en="Fibre Internet 500")
    tv = an_item("15.00", sku="ROAD-TV", service_kind="tv", name_fr="Télé de base", name_en="Basic TV")
    names = {"name_fr": "Installation", "name_en": "Installation"}
    an_item(
        "95.00", sku="ROAD-POSE", kind="labour", service_kind="other", group=a_group("fees", account="4020"), **names
    )
    for n in range(TECHNICIANS):
        a_technician(f"Technicien {n + 1}")
    return str(a_plan(internet, tv, code="ROAD-DUO", name_fr="Duo 500", name_en="Duo 500").code)


def _contract(n: int, plan: str) -> None:
    with transaction.atomic():
        civic, street = str(n + 1), f"rang {n // 100 + 1}"
        reached = {"phone": f"+1450600{n:04d}"} if n % 2 else {"email": f"client{n}@exemple.ca"}
        who = a_customer(
            f"Client {n + 1}", language="en" if n % 5 == 4 else "fr", line1=f"{civic}, {street}", **reached
        )
        place = a_location(who)
        olt = an_olt(f"OLT-ROAD-{n // 2048}")
        a_plugged_drop(civic, street, olt=olt, slot=n // 128 % 16, port=n // 128 % 16, ont_id=n % 128)
        a_device("ont", serial=f"ROAD{n:08X}")
    made = sales.create_contract(
        who.number,
        location=place.number,
        plan=plan,
        lines=[LineGiven(cycle="once", item="ROAD-POSE")],
        commitment_months=24,
        appointment_on=VISIT,
        appointment_slot="morning",
    )
    sales.send_contract(made.number)


def now(since: float) -> str:
    """Return the clock of a process that starts this many seconds (monotonic) after the morning began."""
    began = datetime.fromisoformat(MORNING)
    return (began + timedelta(seconds=time.monotonic() - since)).isoformat() + "+"


def process(module: str, *words: str, since: float, **more: Any) -> subprocess.Popen[bytes]:
    """Start a process whose clock is that of the others."""
    given = {**os.environ, "GIGAFIBRE_CLOCK": now(since), **more.pop("environment", {})}
    return subprocess.Popen([sys.executable, "-m", module, *words], env=given, **more)


def contracts() -> list[str]:
    """Return the numbers of the contracts that were sent, in order."""
    return list(Contract.objects.filter(plan__code="ROAD-DUO").order_by("pk").values_list("number", flat=True))


class Took(dict[str, float]):
    """Seconds spent, by what for."""

    def __missing__(self, what: str) -> float:
        """Return what was never spent."""
        return 0.0

    def add(self, other: Mapping[str, float]) -> None:
        """Count what somebody else spent."""
        for what, seconds in other.items():
            self[what] += seconds

    @contextmanager
    def over(self, what: str) -> Iterator[None]:
        """Count a block."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self[what] += time.perf_counter() - began


def sign(contract: str, took: Took) -> None:
    """Sign a contract as its page does: handed over, signed, sealed after the commit."""
    with took.over("read"):
        read(contract)
    agree(contract, took)


def read(contract: str) -> None:
    """Note that the customer has his contract before him."""
    given = {"contract": contract, "language": "fr", "address": ADDRESS, "agent": AGENT}
    perform("sales.note_reading", given, actor=visitor(contract))


def agree(contract: str, took: Took) -> None:
    """Sign a contract that was read, and seal it."""
    given = {"contract": contract, "language": "fr", "address": ADDRESS, "agent": AGENT}
    with took.over("sign"):
        perform("sales.sign_contract", {**given, "name": SIGNER, "agreed": True}, actor=visitor(contract))
    with took.over("seal"):
        sealing.sealed_paper(contract)


def jobs_of(contract: str) -> list[str]:
    """Return a contract's jobs in their order, none before its chain stands."""
    return list(Job.objects.filter(contract=contract).order_by("position").values_list("number", flat=True))


def plan(jobs: list[str], technician: str, took: Took) -> None:
    """Put a chain's jobs at their hours of a technician's day, and publish them together."""
    with took.over("plan"):
        for place, job in enumerate(jobs):
            dispatch.schedule_job(job, date=clock.today(), starts=hour(8 + 2 * place), technician=technician)
        dispatch.publish_jobs(tuple(jobs))


def work(job: str, took: Took, *, serial: str = "") -> None:
    """Do a job as a phone tells it that had no network meanwhile: begun, answers in one piece, signature, completed."""
    with took.over("start"):
        dispatch.start_job(job)
    with took.over("write"):
        if serial:
            dispatch.add_equipment(job, act="installed", serial=serial)
        fulfil(job)
    with took.over("complete"):
        dispatch.complete_job(job)


def install(contract: str, place: int, took: Took) -> None:
    """Plan and do every job of a contract; its chain stands."""
    jobs = jobs_of(contract)
    technician = Technician.objects.order_by("pk").values_list("number", flat=True)[place % TECHNICIANS]
    plan(jobs, technician, took)
    for at, job in enumerate(jobs):
        work(job, took, serial=f"ROAD{place:08X}" if at == 2 else "")


def walk(mine: list[tuple[int, str]]) -> Took:
    """Sign a share of the contracts, then install each as soon as its chain stands."""
    took = Took()
    printed = contract_paper.contract_pdf

    def timed(*given: Any, **more: Any) -> bytes:
        with took.over("paper"):
            return printed(*given, **more)

    contract_paper.contract_pdf = timed
    with acting_as(SYSTEM):
        for _, contract in mine:
            sign(contract, took)
        until = time.monotonic() + PATIENCE_S
        for place, contract in mine:
            with took.over("waited"):
                while len(jobs_of(contract)) < 4:
                    if time.monotonic() > until:
                        raise SystemExit(f"{contract} never had its jobs")
                    time.sleep(0.05)
            install(contract, place, took)
    return took


def undone() -> int:
    """Count deliveries still to come; those that are parked count."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kernel_delivery WHERE state <> 'done'")
        return int(cursor.fetchone()[0])


WRONG = """
SELECT c.number, what.name, what.count FROM sales_contract c CROSS JOIN LATERAL (VALUES
  ('signatures', 1, (SELECT count(*) FROM sales_contractsignature s WHERE s.contract_id = c.id)),
  ('seals', 1, (SELECT count(*) FROM sales_sealedcontract s WHERE s.contract_id = c.id)),
  ('issues', 1, (SELECT count(*) FROM support_issue i WHERE i.contract = c.number)),
  ('issues resolved', 1, (SELECT count(*) FROM support_issue i WHERE i.contract = c.number AND status = 'resolved')),
  ('chains', 1, (SELECT count(*) FROM dispatch_jobchain h WHERE h.contract = c.number)),
  ('chains done', 1, (SELECT count(*) FROM dispatch_jobchain h WHERE h.contract = c.number
     AND completed_on IS NOT NULL)),
  ('jobs', 4, (SELECT count(*) FROM dispatch_job j WHERE j.contract = c.number)),
  ('jobs completed', 4, (SELECT count(*) FROM dispatch_job j WHERE j.contract = c.number AND status = 'completed')),
  ('services', 2, (SELECT count(*) FROM subscriptions_subscription s WHERE s.customer_id = c.customer_id)),
  ('services active', 2, (SELECT count(*) FROM subscriptions_subscription s WHERE s.contract = c.number
     AND state = 'active')),
  -- By the trail: a proof tells the facts themselves again.
  ('activations', 2, (SELECT count(*) FROM kernel_audit a JOIN subscriptions_subscription s ON a.row = s.id::text
     WHERE a."table" = 'subscriptions_subscription' AND a.op = 'U' AND a.after ->> 'state' = 'active'
     AND s.contract = c.number)),
  ('commitments', 2, (SELECT count(*) FROM subscriptions_commitment t JOIN subscriptions_subscription s
     ON s.id = t.subscription_id WHERE s.contract = c.number)),
  ('drops connected', 1, (SELECT count(*) FROM network_drop d WHERE d.location_id = c.location_id
     AND state = 'connected')),
  ('devices there', 1, (SELECT count(*) FROM network_equipment e WHERE e.location_id = c.location_id
     AND state = 'active')),
  ('invoices', 1, (SELECT count(*) FROM billing_invoice i WHERE i.customer_id = c.customer_id AND state = 'issued')),
  ('charges waiting', 0, (SELECT count(*) FROM billing_pendingcharge p WHERE p.customer_id = c.customer_id
     AND line_id IS NULL)),
  ('acknowledgements', 1, (SELECT count(*) FROM messaging_message m WHERE m.customer_id = c.customer_id
     AND m.template = 'order.received')),
  ('invoices told', 1, (SELECT count(*) FROM messaging_message m WHERE m.customer_id = c.customer_id
     AND m.template = 'invoice.sent'))
) what (name, wanted, count)
WHERE c.plan_id = (SELECT id FROM catalog_plan WHERE code = 'ROAD-DUO') AND what.count <> what.wanted
ORDER BY c.number, what.name
"""


def what_is_wrong() -> list[str]:
    """Say what of any contract isn't there exactly once (or as often as it must be), and what is parked."""
    with connection.cursor() as cursor:
        cursor.execute(WRONG)
        wrong = [f"{contract}: {count} {what}" for contract, what, count in cursor.fetchall()]
        cursor.execute(
            "SELECT handler, state, error FROM kernel_delivery WHERE state <> 'done' UNION ALL "
            "SELECT kind, state, error FROM kernel_intent WHERE state IN ('parked', 'unknown') LIMIT 20"
        )
        return wrong + [f"{what} {state}: {error}" for what, state, error in cursor.fetchall()]


def main() -> None:
    """Walk one share of the roads."""
    given = harness.arguments(__doc__ or "", part=0, parts=1)
    began = time.process_time()
    took = walk(list(enumerate(contracts()))[given.part :: given.parts])
    took["cpu"], took["whole_cpu"] = time.process_time() - began, time.process_time()
    print(json.dumps(took))


if __name__ == "__main__":
    main()
