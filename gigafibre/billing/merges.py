"""What a customer was and will be billed follows him when he turns out to be another one; so does his account."""

from __future__ import annotations

from django.db import connection
from django.db.models import Q

from gigafibre.billing.models import BillingRun, RunItem, TaxExemption
from gigafibre.crm.merging import goes_along, merge_waits_for, stays
from gigafibre.kernel import clock
from gigafibre.kernel.text import Text

# What is printed stays his to whom it was issued; whose account it stands in changes.
goes_along(
    "billing_invoice",
    what=Text("factures et notes de crédit", "invoices and credit notes"),
    also="issued_to_id = coalesce(t.issued_to_id, t.customer_id)",
)
goes_along("billing_pendingcharge", what=Text("frais en attente ou facturés", "charges waiting or billed"))
goes_along("billing_taxexemption", what=Text("exemptions de taxes", "tax exemptions"))
goes_along("billing_interestpause", what=Text("pauses d’intérêt", "pauses of interest"))
goes_along("billing_pricechangeline", what=Text("changements de prix", "price changes"))
# A letter that both were sent stays with each.
goes_along(
    "billing_pricenotice",
    unless="EXISTS (SELECT FROM billing_pricenotice k "
    "WHERE k.price_change_id = t.price_change_id AND k.customer_id = %(survivor)s)",
)
# A neighbour below names customers by key and has nobody to say it for him.
goes_along("ledger_openitem", what=Text("documents au compte", "documents in the account"))
goes_along("ledger_journalline")
goes_along("ledger_deferredpart")
stays("billing_invoice", "issued_to_id", because="it tells whom the document was issued to")
stays("billing_invoiceline", "child_id", because="it tells for whom a parent's document charged, as printed")
stays("billing_runitem", because="it is what a run of then did with the customer of then")


@merge_waits_for(Text("facturation en cours du", "billing run under way, of"))
def billed_now(former: int, survivor: int) -> list[str]:
    """Days of the runs that are not over and have one of them in; a run that begins waits until we are done."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE billing_billingrun IN SHARE MODE")
    open_ = [BillingRun.State.CONFIRMED, BillingRun.State.ISSUING]
    items = RunItem.objects.filter(customer_id__in=[former, survivor], run__state__in=open_)
    return [f"{day:%Y-%m-%d}" for day in items.order_by("run__date").values_list("run__date", flat=True).distinct()]


@merge_waits_for(Text("exemption de taxes sans lieu", "tax exemption without a place"))
def exempted(former: int, survivor: int) -> list[str]:
    """Certificates in force that would spare the other's services too."""
    in_force = Q(days__upper_inf=True) | Q(days__endswith__gt=clock.today())
    found = TaxExemption.objects.filter(in_force, customer_id__in=[former, survivor], location__isnull=True)
    return list(found.order_by("pk").values_list("certificate", flat=True))
