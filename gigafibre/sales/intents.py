"""What sales does outside: asks a provider for a commercial signature, and fetches what was signed."""

from __future__ import annotations

import uuid
from io import BytesIO
from typing import Any

import pikepdf
import structlog
from django.db import connection, transaction

from gigafibre.kernel import files
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.context import doing
from gigafibre.kernel.intents import TransportError, intend, performs
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import Text
from gigafibre.sales.adapters import Request, signer
from gigafibre.sales.errors import WrongStatus
from gigafibre.sales.models import Contract, ProviderAudit

log = structlog.get_logger()

_EMAIL = """
SELECT p.value FROM crm_contactpoint p JOIN crm_contact c ON c.id = p.contact_id
WHERE p.customer_id = %s AND p.kind = 'email' AND p.valid ORDER BY c.position, p.position, p.id LIMIT 1
"""


def _find(key: uuid.UUID, payload: dict[str, Any]) -> dict[str, Any] | None:
    found = signer().find(str(key))
    return None if found is None else _requested(payload["contract"], found)


@performs(
    "sales.request_signature",
    group="messages",
    says=lambda p: Text("Demande de signature du contrat {c}", "Signature request of contract {c}").with_(
        c=p["contract"]
    ),
    lookup=_find,
)
def request_signature(key: uuid.UUID, payload: dict[str, Any]) -> dict[str, Any]:
    """Send a commercial contract to the provider that collects its signature."""
    contract = Contract.objects.select_related("customer", "paper_fr", "paper_en").get(number=payload["contract"])
    if contract.status != "sent":
        return {"skipped": contract.status}
    if contract.outside_id:
        # Sent again: the same request is told again, so that there are never two to sign.
        signer().remind(contract.outside_id)
        return {"outside_id": contract.outside_id, "reminded": True}
    language = contract.customer.language
    paper = contract.paper_en if language == "en" else contract.paper_fr
    with connection.cursor() as cursor:
        cursor.execute(_EMAIL, [contract.customer_id])
        row = cursor.fetchone()
    if row is None or paper is None:
        raise TransportError(f"{contract.customer.number} has no email", permanent=True)
    content = files.read(paper).content
    with pikepdf.open(BytesIO(content)) as pdf:
        page = len(pdf.pages)
    asked = Request(
        key=str(key),
        title=contract.number,
        paper=content,
        page=page,
        name=contract.customer.display_name,
        email=row[0],
        language=language,
    )
    return _requested(contract.number, signer().request(asked))


@performs(
    "sales.fetch_signature",
    group="messages",
    says=lambda p: Text("Lecture d’une signature du fournisseur", "Reading a provider’s signature"),
    lookup=lambda key, payload: None,
)
def fetch_signature(key: uuid.UUID, payload: dict[str, Any]) -> dict[str, Any]:
    """Ask the provider how far a request is; a signed one is recorded with its paper. Asking twice changes nothing."""
    contract = Contract.objects.select_related("customer").filter(outside_id=payload["outside_id"]).first()
    if contract is None:
        return {"skipped": "unknown"}
    if contract.status not in {"sent", "signed"} or ProviderAudit.objects.filter(contract=contract).exists():
        return {"skipped": contract.status}
    state = signer().state(payload["outside_id"])
    if state.status == "declined" and contract.status == "sent":
        _declined(contract.number)
    if state.status == "signed":
        if contract.status == "sent":
            stored = files.store(state.paper, f"{contract.number}.pdf")
            given = {"contract": contract.number, "name": state.name, "document": stored.sha256}
            perform("sales.record_signature", given | {"language": contract.customer.language}, actor=SYSTEM)
        if state.audit:
            _keep_audit(contract, state.audit)
    return {"status": state.status, "audit": bool(state.audit)}


@performs(
    "sales.withdraw_request",
    group="messages",
    says=lambda p: Text("Retrait d’une demande de signature", "Withdrawal of a signature request"),
    lookup=lambda key, payload: None,
)
def withdraw_request(key: uuid.UUID, payload: dict[str, Any]) -> dict[str, Any]:
    """Let a contract that was cancelled or ran out be signed at the provider no longer."""
    signer().withdraw(payload["outside_id"])
    return {"outside_id": payload["outside_id"]}


def _declined(contract: str) -> None:
    try:
        perform("sales.cancel_contract", {"contract": contract, "reason": "Refusé · Declined"}, actor=SYSTEM)
    except WrongStatus:
        log.info("sales.declined_twice", contract=contract)


def _keep_audit(contract: Contract, content: bytes) -> None:
    with doing("sales.keep_audit"):
        Contract.objects.select_for_update(of=("self",)).get(pk=contract.pk)
        if not ProviderAudit.objects.filter(contract=contract).exists():
            stored = files.store(content, f"{contract.number}-audit.pdf")
            ProviderAudit.objects.create(contract=contract, file=stored, sha256=stored.sha256)


def _requested(contract: str, outside_id: str) -> dict[str, Any]:
    with transaction.atomic():
        Contract.objects.filter(number=contract, status="sent").update(outside_id=outside_id)
        # Who signed before we knew the id: his webhook told us nothing.
        intend("sales.fetch_signature", f"submission:{outside_id}", {"outside_id": outside_id})
    return {"outside_id": outside_id}
