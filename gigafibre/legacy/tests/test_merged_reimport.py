"""Two accounts of the old system that are one customer here: what comes under the former goes to the one he is."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.legacy.importing.run import opened
from gigafibre.legacy.models import ImportFinding
from gigafibre.legacy.sample.days import at
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, scaled
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.legacy.verify import verify

#: Customers with documents, places and services, taxed alike, with no exemption and no rest that runs.
FIT = """
SELECT c.number, c.id, c.legacy_id FROM crm_customer c
WHERE c.tax_category = 'QC' AND c.status = 'active' AND NOT c.placeholder
  AND EXISTS (SELECT FROM billing_invoice v WHERE v.customer_id = c.id AND v.state = 'issued')
  AND EXISTS (SELECT FROM payments_payment p WHERE p.customer_id = c.id)
  AND NOT EXISTS (SELECT FROM collections_suspension s WHERE s.customer_id = c.id AND s.ends_on IS NULL)
  AND NOT EXISTS (SELECT FROM collections_paymentarrangement a
                  WHERE a.customer_id = c.id AND a.status IN ('open', 'pending'))
ORDER BY c.id LIMIT 2
"""


def test_what_comes_under_a_merged_customer_goes_to_the_one_he_is(committed_db: Any, tmp_path: Path) -> None:
    make(scaled(0.004, 5, Defects.NONE, datetime.date(2026, 11, 20)), tmp_path)
    imported(tmp_path)
    (kept, kept_id, _), (gone, gone_id, account) = rows(FIT)
    given = {"survivor": kept, "duplicate": gone, "reason": "Inscrite deux fois"}
    perform("crm.merge_customers", given, actor=SYSTEM)
    [(before,)] = rows(f"SELECT count(*) FROM billing_invoice WHERE customer_id = {kept_id}")
    dump = Dump(tmp_path)
    [(place,)] = rows(f"SELECT min(legacy_id) FROM crm_location WHERE customer_id = {kept_id}")
    day = at(datetime.date(2026, 11, 20), 9)
    invoice = dump.add("invoice", account_id=account, date_orig=day, due_date=day, total_amt="25.00", billing_status=1)
    dump.add("invoice_item", invoice_id=invoice, quantity="1", unitary_price="25.00")
    paid = dump.add("payment", account_id=account, date_orig=day, amount="10.00", type="cheque")
    dump.add("payment_item", payment_id=paid, invoice_id=invoice, amount="10.00")
    new = dump.add("delivery", account_id=account, address1="12, rang Double", city="Howick", zip="J0S 1G0")
    dump.change("delivery", place, note=lambda _: "Sonner deux fois")

    for again in (imported(tmp_path), imported(tmp_path)):
        assert rows(f"SELECT customer_id, issued_to_id FROM billing_invoice WHERE legacy_id = {invoice}") == [
            (kept_id, gone_id)
        ]
        assert rows(f"SELECT count(*) FROM billing_invoice WHERE customer_id = {kept_id}") == [(before + 1,)]
        assert rows(f"SELECT customer_id FROM payments_payment WHERE legacy_id = {paid}") == [(kept_id,)]
        assert rows(f"SELECT customer_id FROM crm_location WHERE legacy_id = {new}") == [(kept_id,)]
        assert rows(f"SELECT customer_id, open FROM ledger_openitem WHERE number = '{invoice}'") == [(kept_id, 15)]
        assert rows(f"SELECT status, merged_into_id FROM crm_customer WHERE id = {gone_id}") == [
            ("terminated", kept_id)
        ]
        for table in ("crm_contact", "crm_location", "subscriptions_subscription", "ledger_journalline"):
            assert rows(f"SELECT count(*) FROM {table} WHERE customer_id = {gone_id}") == [(0,)], table
        listed = ImportFinding.objects.filter(run=again, code__in=["conflict", "document_changed"])
        assert list(listed.values_list("table", "legacy_id", "field", "ours", "theirs")) == []
        assert [row for row in again.report["reconciliation"] if float(row["rest"]) != 0] == []
        assert again.report["customers"] == []
        with opened(str(tmp_path)) as source:
            assert [check for check in verify(source) if not check.holds] == []
