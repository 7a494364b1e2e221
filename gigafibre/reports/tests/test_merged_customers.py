"""Two customers who are one: everything follows to the one who is kept, to the cent, and the other is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from gigafibre.billing import run as billing_run
from gigafibre.billing.actions import add_charge, confirm_run, credit_invoice, grant_exemption
from gigafibre.billing.actions.corrections import CreditedLine
from gigafibre.billing.tests.factories import a_draft
from gigafibre.catalog.tests.factories import an_item
from gigafibre.collections.tests.factories import a_suspension, an_arrangement
from gigafibre.crm.merging import treated
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch.tests.factories import a_job
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.ledger.checks import _customers_agree, _open_is_left, _receivable_agrees
from gigafibre.ledger.queries import balance
from gigafibre.reports.customer_360 import customer_360
from gigafibre.sales.tests.factories import a_quotation
from gigafibre.subscriptions.tests.factories import a_subscription
from gigafibre.support.tests.factories import an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T09:00:00")
    with acting_as(SYSTEM):
        yield


def of(table: str) -> Any:
    return apps.get_model(table)._default_manager


def merge(kept: Any, gone: Any, **more: Any) -> Any:
    given = {"survivor": kept.number, "duplicate": gone.number, "reason": "Inscrite deux fois"}
    return perform("crm.merge_customers", given | more, actor=SYSTEM)


def pay(customer: Any, amount: str) -> None:
    given = {"customer": customer.number, "amount": amount, "mode": "cheque", "on": "2026-11-20"}
    perform("payments.record_payment", given, actor=SYSTEM)


def billed(customer: Any, monthly: str) -> Any:
    """A service charged to 1 December by the run of 1 November."""
    return a_subscription(monthly, customer=customer, charged_until=date(2026, 11, 1))


def run_of(day: date) -> None:
    confirm_run(date=day)
    billing_run.issue(of("billing.BillingRun").get(date=day).pk)
    deliver_all()


def a_pair(clock: Any) -> tuple[Any, Any]:
    """Two customers, both billed in one run; the duplicate also has what every app hangs on a customer."""
    kept, gone = (
        a_customer("Sylvie Tremblay"),
        a_customer("S. Tremblay", email="sylvie@exemple.ca", phone="+14505550142"),
    )
    billed(kept, "60.00")
    service = billed(gone, "40.00")
    clock.freeze("2026-11-01T09:00:00")
    run_of(date(2026, 11, 1))
    clock.freeze("2026-11-21T09:00:00")
    pay(gone, "10.00")
    an_arrangement(gone, date(2026, 12, 1), "Appelée")
    a_job(owner=gone)
    an_issue(owner=gone)
    a_quotation(customer=gone)
    a_draft(gone, date(2026, 11, 21))
    add_charge(gone.number, item=an_item("25.00", kind="labour").sku, subscription=service.number, reason="Visite")
    perform("crm.give_consent", {"customer": gone.number, "channel": "sms", "source": "Appel"}, actor=SYSTEM)
    note = {"subject": f"customer:{gone.number}", "text": "Rappeler lundi."}
    of("kernel.Note").create(author="Maude", **note)
    deliver_all()
    return kept, gone


def rows_of(customer: Any) -> dict[tuple[str, str], int]:
    """Rows by table and column that name a customer."""
    found = {}
    with connection.cursor() as cursor:
        for table, column in treated():
            cursor.execute(f"SELECT count(*) FROM {table} WHERE {column} = %s", [customer.pk])
            found[table, column] = cursor.fetchone()[0]
    return found


def test_everything_follows_and_the_account_is_the_same_to_the_cent(clock: Any) -> None:
    kept, gone = a_pair(clock)
    before = balance(kept.pk), balance(gone.pk)
    # 60.00 and 40.00 with 5 % and 9.975 %: 68.99 and 45.99; 10.00 paid.
    assert before == (Decimal("68.99"), Decimal("35.99"))
    theirs, ours = rows_of(gone), rows_of(kept)
    assert {table for (table, _), count in theirs.items() if count} >= {
        *("crm_contact", "crm_contactpoint", "crm_consent", "crm_location", "subscriptions_subscription"),
        *("billing_invoice", "billing_pendingcharge", "payments_payment", "ledger_openitem", "ledger_journalline"),
        *("collections_paymentarrangement", "dispatch_job", "support_issue", "sales_quotation"),
    }
    merge(kept, gone)
    assert (balance(kept.pk), balance(gone.pk)) == (Decimal("104.98"), Decimal("0.00"))
    after, left = rows_of(kept), rows_of(gone)
    for key, why in treated().items():
        if why or key == ("crm_customer", "merged_into_id"):
            continue
        assert (key, left[key]) == (key, 0)
        assert (key, after[key]) == (key, ours[key] + theirs[key])
    gone.refresh_from_db()
    assert (gone.status, gone.merged_into_id, gone.ended_on) == ("terminated", kept.pk, date(2026, 11, 21))
    assert of("kernel.Note").get().subject == f"customer:{kept.number}"
    issued = of("billing.Invoice").get(issued_to_id=gone.pk, state="issued")
    assert (issued.customer_id, issued.bill_name) == (kept.pk, "S. Tremblay")
    checks = [_customers_agree(), _receivable_agrees(), _open_is_left()]
    assert checks == [[], [], []]
    page = customer_360(gone.number, SYSTEM)
    assert page["header"]["number"] == kept.number
    assert page["header"]["balance"] == "104.98"
    assert page["invoices"]["count"] == 3


def test_the_next_run_bills_both_services_once_on_one_invoice(clock: Any) -> None:
    kept, gone = a_pair(clock)
    of("billing.Invoice").filter(state="draft").delete()
    merge(kept, gone)
    clock.freeze("2026-12-01T09:00:00")
    run_of(date(2026, 12, 1))
    (invoice,) = of("billing.Invoice").filter(run__date=date(2026, 12, 1))
    assert invoice.customer_id == kept.pk
    # December of both, and the visit that waited.
    assert sorted(line.amount for line in invoice.lines.all()) == [Decimal("25.00"), Decimal("40.00"), Decimal("60.00")]
    assert of("billing.RunItem").filter(run__date=date(2026, 12, 1)).count() == 1


def test_a_service_of_another_billing_day_is_charged_from_where_it_stood_and_then_on_the_one_day(clock: Any) -> None:
    kept, gone = a_customer("Sylvie Tremblay", billing_day=1), a_customer("S. Tremblay", billing_day=15)
    service = a_subscription("60.00", customer=gone, anchor=date(2026, 1, 15), charged_until=date(2026, 12, 15))
    merge(kept, gone)
    service.refresh_from_db()
    assert (service.anchor, service.charged_until) == (date(2026, 12, 1), date(2026, 12, 15))
    clock.freeze("2026-12-01T09:00:00")
    run_of(date(2026, 12, 1))
    assert not of("billing.Invoice").exists(), "charged to the 15th already"
    clock.freeze("2027-01-01T09:00:00")
    run_of(date(2027, 1, 1))
    periods = of("billing.InvoiceLine").order_by("period_start").values_list("period_start", "period_end", "amount")
    assert list(periods) == [
        # 17 of 31 days of December
        (date(2026, 12, 15), date(2027, 1, 1), Decimal("32.90")),
        (date(2027, 1, 1), date(2027, 2, 1), Decimal("60.00")),
    ]


def test_a_document_of_the_duplicate_is_credited_and_paid_as_the_survivors(clock: Any) -> None:
    kept, gone = a_pair(clock)
    merge(kept, gone)
    issued = of("billing.Invoice").get(issued_to_id=gone.pk, state="issued")
    line = issued.lines.get()
    credit_invoice(issued.number, lines=[CreditedLine(position=line.position)], reason="Jamais servi")
    assert balance(kept.pk) == Decimal("58.99")
    pay(kept, "58.99")
    assert balance(kept.pk) == Decimal("0.00")


def test_nobody_acts_on_the_duplicate_any_more_and_is_told_of_the_survivor(clock: Any) -> None:
    kept, gone = a_customer("Sylvie Tremblay"), a_customer("S. Tremblay")
    merge(kept, gone)
    deeds: dict[str, dict[str, Any]] = {
        "crm.update_customer": {"vip": True},
        "crm.add_location": {"line1": "12, rang Double", "city": "Howick", "postal_code": "J0S 1G0"},
        "payments.record_payment": {"amount": "10.00", "mode": "cheque", "on": "2026-11-20"},
        "billing.add_charge": {"item": an_item("25.00", kind="labour").sku, "reason": "Visite"},
    }
    for name, more in deeds.items():
        for do in (perform, preview):
            with pytest.raises(Refusal) as refused:
                do(name, {"customer": gone.number} | more, actor=SYSTEM)
            assert (name, refused.value.code) == (name, "record_succeeded")
            said = refused.value.as_dict("en")["message"]
            assert said == f"{gone.number} was merged into {kept.number}: act on {kept.number}."
    gone.refresh_from_db()
    assert not gone.vip
    assert not of("ledger.OpenItem").exists()


def test_the_database_gives_a_merged_customer_nothing_new_and_lets_rows_follow_nobody_else(clock: Any) -> None:
    kept, gone, third = a_customer("Sylvie Tremblay"), a_customer("S. Tremblay"), a_customer("Luc Bergeron")
    place = a_location(kept)
    merge(kept, gone)
    with pytest.raises(DatabaseError, match=f"{gone.number} {kept.number}"), transaction.atomic():
        a_location(gone)
    for column, value in (("customer_id", third.pk), ("label", "'Chalet'")):
        with pytest.raises(IntegrityError, match="from a record to its successor"):
            _under("on", f"UPDATE crm_location SET {column} = {value} WHERE id = {place.pk}")
    with pytest.raises(IntegrityError, match="merged_customer_is_over"), transaction.atomic():
        of("crm.Customer").filter(pk=gone.pk).update(status="active")


def test_a_posted_line_changes_its_customer_only_to_a_successor(clock: Any) -> None:
    kept, gone = a_pair(clock)
    for table in ("ledger_journalline", "ledger_openitem", "payments_payment", "billing_invoice"):
        for setting in ("", "on"):
            with pytest.raises(IntegrityError):
                _under(setting, f"UPDATE {table} SET customer_id = {kept.pk} WHERE customer_id = {gone.pk}")
    merge(kept, gone)
    with pytest.raises(IntegrityError, match="from a record to its successor"):
        _under("on", "UPDATE ledger_journalline SET debit = debit + 1 WHERE debit > 0")


def _under(following: str, statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('gigafibre.following', %s, true)", [following])
        cursor.execute(statement)


def a_run_under_way(kept: Any, gone: Any) -> None:
    billed(gone, "40.00")
    confirm_run(date=date(2026, 11, 21))
    deliver_all()


def an_exemption(kept: Any, gone: Any) -> None:
    given: dict[str, Any] = {"kind": "band", "certificate": "0710012345", "band": "Kahnawà:ke", "taxes": ["GST"]}
    grant_exemption(gone.number, since=date(2026, 11, 1), **given)
    deliver_all()


def two_promises(kept: Any, gone: Any) -> None:
    for one in (kept, gone):
        an_arrangement(one, date(2026, 12, 1), "Appelée")


def another_parent(kept: Any, gone: Any) -> None:
    of("crm.Customer").filter(pk=gone.pk).update(parent=a_customer("Ferme Caron"))


def one_pays_the_other(kept: Any, gone: Any) -> None:
    of("crm.Customer").filter(pk=kept.pk).update(parent=gone)


def work_not_done(kept: Any, gone: Any) -> None:
    event = of("kernel.Event").create(
        type="crm.CustomerCreated", subject=f"customer:{gone.number}", payload={}, actor="x"
    )
    of("kernel.Delivery").create(event=event, handler="x", subject=event.subject)


#: What keeps two customers apart, by the words that say it.
APART: dict[str, Callable[[Any, Any], Any]] = {
    "billing run under way": a_run_under_way,
    "suspension running since 2026-11-03": lambda kept, gone: a_suspension(gone, date(2026, 11, 3), "Impayé"),
    "two open arrangements": two_promises,
    "tax exemption without a place": an_exemption,
    "other parent account": another_parent,
    "other parent account ": one_pays_the_other,
    "work not done yet": work_not_done,
}


@pytest.mark.parametrize("words", APART)
def test_two_customers_stay_apart_while_something_would_be_torn(words: str, clock: Any) -> None:
    kept, gone = a_customer("Sylvie Tremblay"), a_customer("S. Tremblay")
    APART[words](kept, gone)
    before = rows_of(kept), rows_of(gone)
    with pytest.raises(Refusal) as refused:
        merge(kept, gone)
    assert refused.value.code == "kept_apart"
    assert words.strip() in refused.value.as_dict("en")["message"]
    assert (rows_of(kept), rows_of(gone)) == before
    gone.refresh_from_db()
    assert gone.merged_into_id is None


def test_a_customer_is_not_merged_with_himself_twice_or_across_taxes(clock: Any) -> None:
    kept, gone, abroad = a_customer("Sylvie"), a_customer("S. Tremblay"), a_customer("Sylvie", tax_category="ON")
    for pair, code in (((kept, kept), "merged_with_himself"), ((kept, abroad), "taxed_elsewhere")):
        with pytest.raises(Refusal) as refused:
            merge(*pair)
        assert refused.value.code == code
    merge(kept, gone)
    for pair in ((kept, gone), (gone, kept)):
        with pytest.raises(Refusal) as refused:
            merge(*pair)
        assert refused.value.code == "record_succeeded"
    assert of("kernel.Succession").count() == 1


def test_one_merged_twice_over_leads_to_the_last(clock: Any) -> None:
    first, second, third = a_customer("Sylvie"), a_customer("S. Tremblay"), a_customer("Sylvie T.")
    merge(second, first)
    merge(third, second)
    first.refresh_from_db()
    assert first.merged_into_id == third.pk
    assert customer_360(first.number, SYSTEM)["header"]["number"] == third.number


def test_what_is_kept_of_the_duplicate_is_what_was_chosen(clock: Any) -> None:
    kept = a_customer("Sylvie", language="fr", line1="1, rue A", city="Howick")
    gone = a_customer("Sylvie Tremblay", language="en", line1="2, rue B", city="Huntingdon", vip=True)
    merge(kept, gone, take=["name", "address"])
    kept.refresh_from_db()
    assert (kept.display_name, kept.line1, kept.city, kept.language) == (
        "Sylvie Tremblay",
        "2, rue B",
        "Huntingdon",
        "fr",
    )
    assert kept.vip


def test_the_last_word_on_a_channel_counts(clock: Any) -> None:
    kept, gone = a_customer("Sylvie Tremblay"), a_customer("S. Tremblay")
    consent = {"channel": "sms", "purpose": "promotion"}
    perform("crm.give_consent", {"customer": kept.number, "source": "Appel"} | consent, actor=SYSTEM)
    perform("crm.give_consent", {"customer": gone.number, "source": "Appel"} | consent, actor=SYSTEM)
    clock.freeze("2026-11-22T09:00:00")
    perform("crm.withdraw_consent", {"customer": gone.number} | consent, actor=SYSTEM)
    deliver_all()
    merge(kept, gone)
    assert not of("crm.Consent").filter(customer=kept, withdrawn_at=None).exists()
    assert of("crm.Consent").filter(customer=kept).count() == 2


def test_a_preview_says_what_follows_and_changes_nothing(clock: Any) -> None:
    kept, gone = a_pair(clock)
    before = rows_of(kept), rows_of(gone)
    given = {"survivor": kept.number, "duplicate": gone.number, "reason": "Inscrite deux fois"}
    seen = preview("crm.merge_customers", given, actor=SYSTEM)
    (said,) = [rule.fact.in_("en") for rule in seen.rules if rule.code == "crm.all_follows"]
    assert "1 subscriptions" in said
    assert "2 invoices and credit notes" in said
    assert (rows_of(kept), rows_of(gone)) == before
