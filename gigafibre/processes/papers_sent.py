"""What goes out is told to whom it is for: a quotation, a contract to sign, an invoice; once each, by message."""

from __future__ import annotations

from gigafibre.billing.document import stored
from gigafibre.billing.events import InvoiceIssued
from gigafibre.billing.queries.customers import delivery_of
from gigafibre.kernel import settings
from gigafibre.kernel.events import on
from gigafibre.messaging import actions as messaging
from gigafibre.messaging.carriers import leaves_this_machine
from gigafibre.sales.errors import NoPublicAddress
from gigafibre.sales.events import ContractSent, QuotationSent
from gigafibre.sales.queries.sent import awaited_contract, awaited_quotation


@on(QuotationSent)
def send_the_quotation(event: QuotationSent) -> None:
    """The customer, or who is none yet at his own address, gets the link to answer; sent again, the new one."""
    found = awaited_quotation(event.quotation)
    if found is None:
        return
    _link_works()
    key, related = f"quotation:{event.quotation}:sent:{found.link}", f"quotation:{event.quotation}"
    if found.customer:
        messaging.send_message(
            found.customer, template="quotation.sent", related=related, dedupe_key=key, channel="email_or_sms"
        )
    elif found.email or found.phone:
        messaging.send_to_address(
            found.email or found.phone.partition(";")[0],
            channel="email" if found.email else "sms",
            name=found.name,
            language="en" if found.language == "en" else "fr",
            template="quotation.sent",
            related=related,
            dedupe_key=key,
        )


@on(ContractSent)
def send_the_contract(event: ContractSent) -> None:
    """The customer gets the link to sign; sent again, the new one. A provider of signatures writes by itself."""
    found = awaited_contract(event.contract)
    if found is None:
        return
    _link_works()
    messaging.send_message(
        found.customer,
        template="contract.sent",
        related=f"contract:{event.contract}",
        dedupe_key=f"contract:{event.contract}:sent:{found.link}",
    )


@on(InvoiceIssued)
def send_the_invoice(event: InvoiceIssued) -> None:
    """A document outside a run goes by email with its PDF; who wants paper finds it in the next print file."""
    if delivery_of(event.customer) == "paper":
        return
    messaging.send_message(
        event.customer,
        template="invoice.sent",
        related=f"invoice:{event.invoice}",
        dedupe_key=f"invoice:{event.invoice}:sent",
        channel="email",
        files=[stored(event.invoice).file_id],
    )


def _link_works() -> None:
    """Refuse to write a link that leads nowhere: outside this machine it needs the public address of our pages."""
    if leaves_this_machine() and not settings.get("sales.public_url"):
        raise NoPublicAddress
