"""An example of each verb: it builds the state and returns valid input."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from gigafibre.billing import run
from gigafibre.billing.actions import (
    add_charge,
    add_tax_rate,
    confirm_price_change,
    confirm_run,
    create_draft,
    grant_exemption,
    issue_invoice,
    pause_late_interest,
    record_notices_sent,
    set_late_interest_rate,
    withdraw_charge,
    write_off_invoice,
)
from gigafibre.billing.actions.documents import DraftLine
from gigafibre.billing.models import BillingRun, Invoice, PriceNotice
from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.examples import example
from gigafibre.subscriptions.tests.factories import (
    a_commitment,
    a_customer,
    a_location,
    a_planned_change,
    a_subscription,
)


def _due(**more: Any) -> Any:
    today = clock.today()
    return a_subscription("60.00", anchor=today, started_on=today - timedelta(days=90), charged_until=today, **more)


@example("billing.confirm_run")
def _confirm() -> dict[str, Any]:
    _due()
    return {"date": clock.today().isoformat()}


@example("billing.resume_run")
def _resume() -> dict[str, Any]:
    _due()
    a_subscription(item=an_item(None), charged_until=clock.today())
    _issued()
    return {"date": clock.today().isoformat()}


@example("billing.sign_run")
def _sign() -> dict[str, Any]:
    _due()
    _issued()
    return {"date": clock.today().isoformat()}


def _issued() -> None:
    with acting_as(SYSTEM):
        confirm_run(date=clock.today())
    run.issue(BillingRun.objects.get(date=clock.today()).pk)


@example("billing.make_print_file")
def _print() -> dict[str, Any]:
    _due(customer=a_customer(invoice_delivery="paper"))
    _issued()
    return {"date": clock.today().isoformat()}


@example("billing.bill_first_period")
def _first_period() -> dict[str, Any]:
    today = clock.today()
    return {"subscription": a_subscription("60.00", started_on=today, charged_until=today).number}


@example("billing.bill_customer")
def _bill_customer() -> dict[str, Any]:
    return {"customer": _due().customer.number}


@example("billing.settle_service")
def _settle() -> dict[str, Any]:
    subscription = _due()
    _issued()
    return {"subscription": subscription.number, "since": clock.today().isoformat(), "reason": "Suspension"}


@example("billing.charge_again")
def _charge_again() -> dict[str, Any]:
    today = clock.today()
    subscription = a_subscription("60.00", anchor=today, charged_until=today + timedelta(days=20))
    return {"subscription": subscription.number, "since": today.isoformat(), "reason": "Reprise"}


@example("billing.charge_served")
def _charge_served() -> dict[str, Any]:
    today = clock.today()
    subscription = a_subscription("60.00", anchor=today, charged_until=today)
    before = (today - timedelta(days=3)).isoformat()
    return {
        "subscription": subscription.number,
        "since": before,
        "until": today.isoformat(),
        "item": subscription.item.sku,
        "reason": "Jours servis",
    }


@example("billing.add_charge")
def _add_charge() -> dict[str, Any]:
    return {"customer": a_customer().number, "item": an_item("85.00", kind="labour").sku, "reason": "Visite"}


def _waiting() -> int:
    item = an_item("85.00", kind="labour")
    with acting_as(SYSTEM):
        return add_charge(a_customer().number, item=item.sku, reason="Visite")


@example("billing.withdraw_charge")
def _withdraw_charge() -> dict[str, Any]:
    return {"charge": _waiting(), "reason": "Par erreur"}


@example("billing.withdraw_charges")
def _withdraw_charges() -> dict[str, Any]:
    return {"charges": [_waiting(), _waiting()], "reason": "Par erreur"}


@example("billing.withdraw_order_charges")
def _withdraw_order_charges() -> dict[str, Any]:
    customer = a_customer().number
    with acting_as(SYSTEM):
        add_charge(customer, item=an_item("85.00", kind="labour").sku, reason="Commande", source="CTR-7:2")
    return {"customer": customer, "order": "CTR-7", "reason": "Annulée"}


@example("billing.restore_charge")
def _restore_charge() -> dict[str, Any]:
    charge = _waiting()
    with acting_as(SYSTEM):
        withdraw_charge(charge, reason="Par erreur")
    return {"charge": charge, "reason": "Non, elle est due"}


@example("billing.replace_charge")
def _replace_charge() -> dict[str, Any]:
    return {"charge": _waiting(), "quantity": "2", "reason": "Deux heures"}


@example("billing.charge_now")
def _charge_now() -> dict[str, Any]:
    return {"customer": a_customer().number, "item": an_item("85.00", kind="labour").sku, "reason": "Visite"}


@example("billing.bill_charges")
def _bill_charges() -> dict[str, Any]:
    return {"charges": [_waiting()]}


def _drafted() -> str:
    item = an_item("85.00", kind="labour")
    with acting_as(SYSTEM):
        key = create_draft(a_customer().number, lines=[DraftLine(item=item.sku)]).draft_id
    return f"DRAFT-{key}"


@example("billing.create_draft")
def _create_draft() -> dict[str, Any]:
    item = an_item("85.00", kind="labour")
    return {"customer": a_customer().number, "lines": [{"item": item.sku, "quantity": "2"}]}


@example("billing.edit_draft")
def _edit_draft() -> dict[str, Any]:
    item = an_item("85.00", kind="labour")
    return {"invoice": _drafted(), "lines": [{"item": item.sku, "unit_price": "70.00"}], "po_number": "BC-88"}


@example("billing.issue_invoice")
def _issue_invoice() -> dict[str, Any]:
    return {"invoice": _drafted()}


@example("billing.discard_draft")
def _discard_draft() -> dict[str, Any]:
    return {"invoice": _drafted()}


@example("billing.credit_invoice")
def _credit_invoice() -> dict[str, Any]:
    with acting_as(SYSTEM):
        return {"invoice": issue_invoice(_drafted()), "reason": "Facturé par erreur"}


def _spared(**more: Any) -> dict[str, Any]:
    customer = a_customer()
    place = a_location(customer)
    given = {"kind": "status_indian", "certificate": "0710012345", "band": "Mohawks of Kahnawà:ke"}
    days = {"since": clock.today().isoformat()}
    return {"customer": customer.number, "location": place.number, "taxes": ["GST", "QST", "911"], **given, **days}


@example("billing.grant_exemption")
def _grant_exemption() -> dict[str, Any]:
    return _spared()


@example("billing.end_exemption")
def _end_exemption() -> dict[str, Any]:
    with acting_as(SYSTEM):
        made = grant_exemption(**_spared())
    return {"exemption": made, "reason": "Certificat retiré"}


@example("billing.charge_early_end")
def _leaving() -> dict[str, Any]:
    subscription = a_subscription("60.00")
    a_commitment(subscription, starts_on=clock.today() - timedelta(days=100))
    a_planned_change(subscription, "end", clock.today() + timedelta(days=10))
    return {"subscription": subscription.number}


@example("billing.bill_last")
def _last_invoice() -> dict[str, Any]:
    ended = a_subscription("60.00", state="cancelled", cancelled_on=clock.today())
    add_charge(ended.customer.number, item=an_item("25.00", kind="one_time").sku, reason="Boîtier non rendu")
    return {"customer": ended.customer.number}


def _planned_prices() -> str:
    item = an_item("54.95")
    a_subscription(item=item)
    with acting_as(SYSTEM):
        return confirm_price_change(
            items=[item.sku], new_price=Decimal("59.95"), effective_on=clock.today() + timedelta(days=60)
        )


@example("billing.confirm_price_change")
def _confirm_price_change() -> dict[str, Any]:
    item = an_item("54.95")
    a_subscription(item=item)
    a_subscription(item=item, committed_until=clock.today() + timedelta(days=400))
    day = clock.today() + timedelta(days=60)
    return {"items": [item.sku], "percent": "5", "effective_on": day.isoformat(), "expected": 1}


@example("billing.withdraw_price_change")
def _withdraw_price_change() -> dict[str, Any]:
    return {"price_change": _planned_prices(), "reason": "Reporté"}


@example("billing.record_notices_sent")
def _record_notices_sent() -> dict[str, Any]:
    return {"price_change": _planned_prices(), "how": "mail"}


@example("billing.record_notice_sent")
def _record_notice_sent() -> dict[str, Any]:
    return {"notice": PriceNotice.objects.get(price_change__number=_planned_prices()).pk, "how": "hand"}


@example("billing.settle_price_changes")
def _settle_price_changes() -> dict[str, Any]:
    number = _planned_prices()
    with acting_as(SYSTEM):
        record_notices_sent(number)
    clock.move(days=60)
    return {}


@example("billing.write_off_invoice")
def _write_off_invoice() -> dict[str, Any]:
    return {"invoice": _issued_late(), "reason": "Parti sans adresse"}


@example("billing.recover_debt")
def _recover_debt() -> dict[str, Any]:
    number = _issued_late()
    with acting_as(SYSTEM):
        write_off_invoice(number, reason="Parti sans adresse")
    return {"invoice": number, "amount": "40.00", "reason": "Chèque reçu"}


def _issued_late() -> str:
    """Return an invoice past due: issued today, due the day before."""
    draft = _drafted()
    Invoice.objects.filter(pk=int(draft.removeprefix("DRAFT-"))).update(due_date=clock.today() - timedelta(days=1))
    with acting_as(SYSTEM):
        return issue_invoice(draft)


@example("billing.set_late_interest_rate")
def _set_late_interest_rate() -> dict[str, Any]:
    return {"percent": "18", "since": clock.today().isoformat(), "reason": "Contrat de 2026"}


@example("billing.charge_late_interest")
def _charge_late_interest() -> dict[str, Any]:
    _issued_late()
    with acting_as(SYSTEM):
        set_late_interest_rate(Decimal("18"), since=clock.today(), reason="Contrat de 2026")
    clock.move(days=60)
    return {}


@example("billing.pause_late_interest")
def _pause_late_interest() -> dict[str, Any]:
    return {"customer": a_customer().number, "since": clock.today().isoformat(), "reason": "Facture contestée"}


@example("billing.end_interest_pause")
def _end_interest_pause() -> dict[str, Any]:
    with acting_as(SYSTEM):
        made = pause_late_interest(a_customer().number, since=clock.today(), reason="Facture contestée")
    return {"pause": made, "reason": "Réglée"}


@example("billing.set_late_interest_terms")
def _set_late_interest_terms() -> dict[str, Any]:
    return {"grace_days": 10, "minimum": "2.00", "day": 1}


def _next_year() -> str:
    return f"{clock.today().year + 1}-07-01"


@example("billing.add_tax_rate")
def _add_tax_rate() -> dict[str, Any]:
    return {"tax": "QST", "percent": "9.5", "since": _next_year(), "reason": "Budget du Québec"}


@example("billing.withdraw_tax_rate")
def _withdraw_tax_rate() -> dict[str, Any]:
    with acting_as(SYSTEM):
        add_tax_rate("GST", percent=Decimal("6"), since=clock.today() + timedelta(days=400), reason="Budget")
    since = clock.today() + timedelta(days=400)
    return {"tax": "GST", "since": since.isoformat(), "reason": "Annoncé puis retiré"}


@example("billing.set_tax_registration")
def _set_tax_registration() -> dict[str, Any]:
    return {"tax": "GST", "number": "814732019rt0001"}


@example("billing.set_group_account")
def _set_group_account() -> dict[str, Any]:
    return {"group": a_group("radio", account="4020").code, "account": "4010"}
