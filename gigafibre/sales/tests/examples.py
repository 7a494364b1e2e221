"""Examples of the actions of sales: each builds its state and returns valid input."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gigafibre.catalog.tests.factories import a_group, a_plan, an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel import clock, files, settings
from gigafibre.kernel.tests.examples import example
from gigafibre.sales.actions import accept_quotation, give_referral_code, keep_template, note_reading, record_referral
from gigafibre.sales.models import Contract
from gigafibre.sales.tests.factories import (
    a_contract,
    a_provider,
    a_quotation,
    an_installation,
    legal_texts,
    read_and_sign,
)


def _lines() -> list[dict[str, Any]]:
    return [
        {"cycle": "monthly", "item": an_item("74.95").sku, "off_amount": "15.00", "off_cycles": 12},
        {"cycle": "once", "item": an_installation().sku, "unit_price": "95.00"},
    ]


@example("sales.create_quotation")
def _create() -> dict[str, Any]:
    customer = a_customer()
    return {"customer": customer.number, "location": a_location(customer).number, "lines": _lines(), "title": "Chalet"}


@example("sales.edit_quotation")
def _edit() -> dict[str, Any]:
    return {"quotation": a_quotation(prospect="Marguerite Boyer").number, "lines": _lines(), "po_number": "BC-77"}


@example("sales.copy_quotation")
def _copy() -> dict[str, Any]:
    return {"quotation": a_quotation(sent=True).number}


@example("sales.discard_quotation")
def _discard() -> dict[str, Any]:
    return {"quotation": a_quotation().number}


@example("sales.accept_quotation")
def _accept() -> dict[str, Any]:
    return {"quotation": a_quotation(sent=True).number, "name": "Sylvie Tremblay"}


@example("sales.answer_quotation")
def _answer() -> dict[str, Any]:
    return {
        "quotation": a_quotation(sent=True).number,
        "accepted": True,
        "agreed": True,
        "name": "Sylvie Tremblay",
        "address": "203.0.113.7",
    }


@example("sales.decline_quotation")
def _decline() -> dict[str, Any]:
    return {"quotation": a_quotation(sent=True).number, "reason": "Trop cher"}


@example("sales.attach_quotation")
def _attach() -> dict[str, Any]:
    customer = a_customer()
    quotation = a_quotation(prospect="Marguerite Boyer", sent=True)
    return {"quotation": quotation.number, "customer": customer.number, "location": a_location(customer).number}


@example("sales.expire_quotations")
def _expire() -> dict[str, Any]:
    a_quotation(sent=True, valid_until=clock.today())
    clock.move(days=1)
    return {}


@example("sales.create_contract")
def _contract() -> dict[str, Any]:
    customer = a_customer()
    plan = a_plan(an_item("74.95"), commitment_months=24)
    return {
        "customer": customer.number,
        "location": a_location(customer).number,
        "plan": plan.code,
        "inducement": "240.00",
        "appointment_on": (clock.today() + timedelta(days=7)).isoformat(),
    }


@example("sales.contract_quotation")
def _contracted() -> dict[str, Any]:
    return {"quotation": a_quotation(sent=True).number, "commitment_months": 12}


@example("sales.edit_contract")
def _terms() -> dict[str, Any]:
    return {"contract": a_contract().number, "commitment_months": 12, "inducement": "120.00"}


@example("sales.discard_contract")
def _thrown() -> dict[str, Any]:
    return {"contract": a_contract().number}


@example("sales.cancel_contract")
def _cancel() -> dict[str, Any]:
    return {"contract": a_contract(sent=True).number, "reason": "Le client a changé d’idée"}


@example("sales.expire_contracts")
def _run_out() -> dict[str, Any]:
    a_contract(sent=True)
    clock.move(days=31)
    return {}


@example("sales.note_reading")
def _read() -> dict[str, Any]:
    return {"contract": a_contract(sent=True).number, "language": "fr", "address": "203.0.113.7"}


@example("sales.sign_contract")
def _sign() -> dict[str, Any]:
    contract = a_contract(sent=True)
    note_reading(contract.number)
    return {
        "contract": contract.number,
        "name": "Sylvie Tremblay",
        "agreed": True,
        "strokes": [[[10, 10], [200, 200]]],
        "address": "203.0.113.7",
    }


@example("sales.record_signature")
def _record() -> dict[str, Any]:
    a_provider()
    settings.put("sales.signing_provider", "simulator")
    contract = a_contract(sent=True, customer=a_customer("Serres du Nord", kind="company", email="a@example.org"))
    paper = Contract.objects.select_related("paper_fr").get(pk=contract.pk).paper_fr
    assert paper
    return {"contract": contract.number, "name": "Jean Roy", "document": files.read(paper).sha256}


@example("sales.subscribe_contract")
def _subscribe() -> dict[str, Any]:
    contract = a_contract(sent=True)
    read_and_sign(contract)
    return {"contract": contract.number}


@example("sales.subscribe_quotation")
def _subscribed() -> dict[str, Any]:
    quotation = a_quotation(sent=True)
    accept_quotation(quotation.number, name="Sylvie Tremblay")
    return {"quotation": quotation.number}


@example("sales.give_referral_code")
def _code() -> dict[str, Any]:
    return {"customer": a_customer().number}


@example("sales.record_referral")
def _refer() -> dict[str, Any]:
    return {"customer": a_customer().number, "code": give_referral_code(a_customer().number)}


@example("sales.credit_referral")
def _credit() -> dict[str, Any]:
    item = an_item("50.00", kind="discount", service_kind="other", group=a_group("fees"))
    settings.put("sales.referral_item", item.sku)
    new = a_customer()
    record_referral(new.number, code=give_referral_code(a_customer().number))
    return {"customer": new.number}


@example("sales.credit_whoever_referred")
def _credit_whoever() -> dict[str, Any]:
    item = an_item("50.00", kind="discount", service_kind="other", group=a_group("fees"))
    settings.put("sales.referral_item", item.sku)
    new = a_customer()
    record_referral(new.number, code=give_referral_code(a_customer().number))
    return {"customer": new.number}


@example("sales.keep_template")
def _keep() -> dict[str, Any]:
    return {"quotation": a_quotation().number, "name": "Chalet"}


@example("sales.retire_template")
def _retire() -> dict[str, Any]:
    return {"name": keep_template(a_quotation().number, name="Chalet")}


@example("sales.adopt_legal_texts")
def _adopt_texts() -> dict[str, Any]:
    return {}


@example("sales.write_legal_text")
def _text() -> dict[str, Any]:
    return {
        "code": "privacy",
        "title_fr": "Vie privée",
        "title_en": "Privacy",
        "body_fr": "Vos renseignements servent à vous servir.",
        "body_en": "Your information serves to serve you.",
    }


@example("sales.withdraw_legal_text")
def _withdraw() -> dict[str, Any]:
    legal_texts()
    return {"code": "service"}


@example("sales.send_quotation")
def _send() -> dict[str, Any]:
    return {"quotation": a_quotation().number}


@example("sales.send_contract")
def _send_contract() -> dict[str, Any]:
    return {"contract": a_contract().number}


@example("kernel.check_service")
def _check_service() -> dict[str, Any]:
    settings.put("sales.signing_provider", "simulator")
    return {"service": "signing"}
