"""What sales does outside: asks a provider for a commercial signature, and fetches what was signed."""

from __future__ import annotations

import uuid
from io import BytesIO
from typing import Any

import pikepdf
from django.db import connection

from gigafibre.kernel import files
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.intents import TransportError, performs
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import Text
from gigafibre.sales.adapters import Request, signer
from gigafibre.sales.models import Contract

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
    state = signer().state(payload["outside_id"])
    if state.status == "declined" and contract.status == "sent":
        perform("sales.cancel_contract", {"contract": contract.number, "reason": "Refusé · Declined"}, actor=SYSTEM)
    if state.status != "signed" or contract.status != "sent":
        return {"status": state.status}
    stored = files.store(state.paper, f"{contract.number}.pdf")
    given = {
        "contract": contract.number,
        "name": state.name,
        "document": stored.sha256,
        "language": contract.customer.language,
    }
    perform("sales.record_signature", given, actor=SYSTEM)
    return {"status": "signed"}


def _requested(contract: str, outside_id: str) -> dict[str, Any]:
    Contract.objects.filter(number=contract).update(outside_id=outside_id)
    return {"outside_id": outside_id}
