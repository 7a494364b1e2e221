"""Examples of the import's verbs."""

from datetime import date
from typing import Any

from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel import clock
from gigafibre.kernel.tests.examples import example
from gigafibre.legacy import shadow
from gigafibre.legacy.models import ShadowDifference
from gigafibre.legacy.tests.factories import an_imported_invoice
from gigafibre.subscriptions.tests.factories import a_subscription

FIRST = date(2026, 12, 1)


@example("legacy.start_import")
def _start() -> dict[str, Any]:
    return {"source": "mysql://reader:secret@127.0.0.1:3306/gestionclient", "dry_run": True}


@example("legacy.recompute")
def _recompute() -> dict[str, Any]:
    return {"since": "2024-01-01"}


@example("legacy.shadow_cycle")
def _shadow() -> dict[str, Any]:
    a_subscription("60.00")
    return {"day": FIRST.isoformat()}


@example("legacy.compare_cycle")
def _compare() -> dict[str, Any]:
    subscription = a_subscription("60.00")
    shadow.compute(FIRST)
    line = (subscription, "Internet", "65.00")
    an_imported_invoice(subscription.customer, FIRST, line, gst="3.25", qst="6.48")
    return {"day": FIRST.isoformat()}


def _differences() -> list[int]:
    _compare()
    shadow.compare(FIRST)
    return list(ShadowDifference.objects.values_list("pk", flat=True))


@example("legacy.assign_differences")
def _assign() -> dict[str, Any]:
    return {"differences": _differences(), "owner": a_user("billing").username}


@example("legacy.settle_differences")
def _settle() -> dict[str, Any]:
    return {"differences": _differences(), "state": "explained", "reason": "Rabais oublié dans l’ancien système."}


@example("legacy.reopen_differences")
def _reopen() -> dict[str, Any]:
    differences = _differences()
    later = {"state": "mended", "reason": "Prix corrigé ici.", "settled_at": clock.now()}
    ShadowDifference.objects.filter(pk__in=differences).update(**later)
    return {"differences": differences}
