"""What the source does not say is supposed once; of two automatic ways to pay one is automatic, the other listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gigafibre.kernel import clock
from gigafibre.legacy.models import ImportFinding
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, scaled
from gigafibre.legacy.tests.test_nightly import Dump, figures_of, imported, rows
from gigafibre.payments.models import PaymentMethod
from gigafibre.subscriptions.models import Subscription

FAR = 1_900_000_000  # March 2030
OCTOBER = 1_791_000_000  # 2026
STOOD = (
    "SELECT legacy_id, state, anchor, started_on, charged_until, cancelled_on, comment, "
    "(SELECT count(*) FROM billing_chargedperiod p WHERE p.subscription_id = s.id) FROM subscriptions_subscription s "
    "WHERE legacy_id IS NOT NULL ORDER BY 1"
)


def test_what_was_supposed_stands_and_of_two_automatic_ways_one_is_listed(committed_db: Any, tmp_path: Path) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")
    make(scaled(0.002, 5, Defects.NONE, clock.today()), tmp_path)
    dump = Dump(tmp_path)
    place = (tmp_path / "delivery.txt").read_text().split("\t")[0]
    account = int((tmp_path / "account.txt").read_text().split("\t")[0])
    given = {"delivery_id": place, "product_id": 1, "payment_recurrence": 1}
    live, mine, moved = (dump.add("service", **given, status=1, date_orig=OCTOBER) for _ in range(3))
    undated = dump.add("service", **given, status=1)
    over = [dump.add("service", **given, status=0, date_orig=OCTOBER, actif_until=FAR) for _ in range(2)]
    dump.change(
        "account", account, stripe_id=lambda _: "cus_9a0z", stripe_ppa=lambda _: 1, ppa=lambda _: 1,
        ppa_code=lambda _: "815", ppa_branch=lambda _: "30152", ppa_account=lambda _: "1234567",
    )  # fmt: skip

    first = imported(tmp_path)

    ways = PaymentMethod.objects.filter(customer__legacy_id=account).order_by("kind")
    assert [(way.kind, way.autopay, way.last4) for way in ways] == [("bank", True, "4567"), ("stripe", False, "")]
    twice = ImportFinding.objects.filter(run=first, code="autopay_twice")
    assert [(row.table, row.legacy_id, row.detail) for row in twice] == [("account", account, "")]
    ends = Subscription.objects.filter(legacy_id__in=[live, undated, over[0]]).order_by("legacy_id")
    assert [(str(one.started_on), str(one.charged_until), str(one.cancelled_on)) for one in ends] == [
        ("2026-10-03", "2026-12-01", "None"),
        ("2026-11-21", "2026-12-01", "None"),
        ("2026-10-03", "None", "2026-11-21"),
    ]
    Subscription.objects.filter(legacy_id__in=[mine, over[1]]).update(comment="Écrit ici")
    Subscription.objects.filter(legacy_id=moved).update(charged_until="2026-11-15")
    stood = rows(STOOD)

    clock.move(days=45)
    later = imported(tmp_path)

    figures = figures_of(later, "subscriptions")
    assert (figures["new"], figures["changed"], figures.get("kept", 0)) == (0, 0, 0)
    assert rows(STOOD) == stood
    assert not ImportFinding.objects.filter(run=later, table="service", code="conflict").exists()

    dump.change("service", moved, date_next_invoice=lambda _: OCTOBER + 100 * 86_400)
    dump.change("service", live, date_next_invoice=lambda _: OCTOBER + 100 * 86_400)
    told = imported(tmp_path)

    listed = ImportFinding.objects.filter(run=told, table="service", code="conflict", legacy_id=moved)
    assert ("subscriptions_subscription.charged_until", "2026-11-15", "2027-01-10") in listed.values_list(
        "field", "ours", "theirs"
    )
    assert str(Subscription.objects.get(legacy_id=moved).charged_until) == "2026-11-15"
    assert str(Subscription.objects.get(legacy_id=live).charged_until) == "2027-01-10"
