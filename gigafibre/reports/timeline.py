"""A record's timeline (a customer's, a subscription's): what happened, newest first, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.describe import described
from gigafibre.kernel.errors import Forbidden
from gigafibre.kernel.money import format_money
from gigafibre.kernel.preview_words import plain
from gigafibre.kernel.text import Text, current_language
from gigafibre.network.states import EQUIPMENT_KINDS
from gigafibre.reports.reading import rows


@dataclass(frozen=True)
class Source:
    """What is told from one app's rows: the kind it is shown under, and the right that shows it."""

    kind: str
    takes: str


#: What each record's timeline is told from; a script asks for its sources by these names.
SOURCES: dict[str, dict[str, Source]] = {
    "customer": {
        "invoices": Source("money", "billing.read"),
        "payments": Source("money", "payments.read"),
        "arrangements": Source("money", "collections.read"),
        "sales": Source("sales", "sales.read"),
        "issues": Source("field", "support.read"),
        "jobs": Source("field", "dispatch.read"),
        "suspensions": Source("network", "collections.read"),
        "devices": Source("network", "network.read"),
        "messages": Source("messages", "messaging.read"),
        "notes": Source("notes", "crm.read"),
        "changes": Source("changes", "crm.read"),
        "service_changes": Source("changes", "subscriptions.read"),
        "method_changes": Source("changes", "payments.read"),
    },
    "subscription": {
        "invoices": Source("money", "billing.read"),
        "sales": Source("sales", "sales.read"),
        "jobs": Source("field", "dispatch.read"),
        "devices": Source("network", "network.read"),
        "notes": Source("notes", "subscriptions.read"),
        "service_changes": Source("changes", "subscriptions.read"),
    },
}
KINDS = list(dict.fromkeys(source.kind for source in SOURCES["customer"].values()))
PAGE = 30
END = datetime(9999, 1, 1, tzinfo=UTC)
_MODES = {
    "card": Text("carte", "card"),
    "pad": Text("PPA", "PAD"),
    "cheque": Text("chèque", "cheque"),
    "cash": Text("comptant", "cash"),
    "transfer": Text("paiement direct", "bank transfer"),
    "credit": Text("crédit", "credit"),
    "adjustment": Text("ajustement", "adjustment"),
    "reversal": Text("renversement", "reversal"),
}
#: What each happening is called, and its icon.
_SAYS: dict[str, tuple[str, Text]] = {
    "invoice_issued": ("file-text", Text("Facture {number} émise : {amount}", "Invoice {number} issued: {amount}")),
    "credit_note_issued": (
        "file-minus",
        Text("Note de crédit {number} émise : {amount}", "Credit note {number} issued: {amount}"),
    ),
    "payment_received": ("banknote", Text("Paiement reçu : {amount}, {mode}", "Payment received: {amount}, {mode}")),
    "payment_returned": ("undo-2", Text("Paiement retourné : {amount}", "Payment returned: {amount}")),
    "credit_given": ("badge-percent", Text("Crédit accordé : {amount}", "Credit granted: {amount}")),
    "price_notice": (
        "mail",
        Text(
            "Avis de changement de prix {number}, dès le {day} : préparé",
            "Notice of price change {number}, from {day}: prepared",
        ),
    ),
    "price_notice_sent": (
        "mail",
        Text(
            "Avis de changement de prix {number}, dès le {day} : envoyé",
            "Notice of price change {number}, from {day}: sent",
        ),
    ),
    "written_off": (
        "circle-slash",
        Text("Facture {number} radiée : {amount}", "Invoice {number} written off: {amount}"),
    ),
    "recovered": (
        "hand-coins",
        Text(
            "Créance radiée de la facture {number} recouvrée : {amount}",
            "Written-off debt of invoice {number} recovered: {amount}",
        ),
    ),
    "note": ("sticky-note", Text("Note", "Note")),
    "arrangement_made": (
        "handshake",
        Text("Accord de paiement : {amount} d’ici le {day}", "Payment arrangement: {amount} by {day}"),
    ),
    "suspended": ("circle-pause", Text("Services suspendus", "Services suspended")),
    "paused": ("snowflake", Text("Pause demandée", "Pause asked for")),
    "made": ("plus", Text("{what} : ajout", "{what}: added")),
    "changed": ("pencil", Text("{what} : {fields}", "{what}: {fields}")),
    "removed": ("minus", Text("{what} : retrait", "{what}: removed")),
    "contract_signed": (
        "handshake",
        Text("Contrat {number} signé : {amount} par mois", "Contract {number} signed: {amount} a month"),
    ),
    "contract_cancelled": ("circle-slash", Text("Contrat {number} annulé", "Contract {number} cancelled")),
    "quotation_sent": (
        "send",
        Text("Soumission {number} envoyée : {amount} par mois", "Quotation {number} sent: {amount} a month"),
    ),
    "job_completed": ("wrench", Text("{number} terminée : {title}", "{number} completed: {title}")),
    "issue_opened": ("life-buoy", Text("Billet {number} ouvert : {title}", "Issue {number} opened: {title}")),
    "issue_resolved": ("check", Text("Billet {number} réglé : {title}", "Issue {number} settled: {title}")),
    "message_sent": ("mail", Text("{channel} envoyé", "{channel} sent")),
    "message_failed": ("octagon-alert", Text("{channel} non livré", "{channel} not delivered")),
    "message_received": ("message-square", Text("Texto reçu", "Text message received")),
    "device_installed": ("network", Text("{device} en place ({number})", "{device} installed ({number})")),
    "device_removed": ("undo-2", Text("{device} : retrait ({number})", "{device} removed ({number})")),
}
_CHANNELS = {"sms": Text("Texto", "Text message"), "email": Text("Courriel", "Email")}
#: What of money says why in a person's words.
_WITH_A_REASON = {"arrangement_made", "written_off", "recovered", "contract_cancelled"}
#: Kinds whose own text is quoted.
_QUOTED = {"notes", "network", "messages", "field"}


def timeline(
    number: str,
    key: int,
    actor: Actor,
    *,
    of: str = "customer",
    kind: str = "",
    before: datetime | None = None,
    limit: int = PAGE,
) -> dict[str, Any]:
    """Return a page of what happened to a record, of one kind or all, and the moment below which to go on.

    What the reader may not see where it stands is not told here either; a kind of which he may see nothing is refused
    (Forbidden), and `kinds` names the others.
    """
    sources = SOURCES[of]
    kinds = [name for name in KINDS if any(s.kind == name and actor.may(s.takes) for s in sources.values())]
    if kind and kind not in kinds:
        takes = next((source.takes for source in sources.values() if source.kind == kind), None)
        if takes is not None:
            raise Forbidden(permission=takes)
    asked = {name: kind in {"", source.kind} and actor.may(source.takes) for name, source in sources.items()}
    found = rows(
        f"{of}_timeline",
        {
            "id": key,
            "key": str(key),
            "subject": f"{of}:{number}",
            "today": clock.today(),
            "before": before or END,
            "limit": limit + 1,
        }
        | asked,
    )
    page = found[:limit]
    following = page[-1]["at"].isoformat() if len(found) > limit else None
    return {"items": [_said(row) for row in page], "next_cursor": following, "kinds": kinds}


def _said(row: dict[str, Any]) -> dict[str, Any]:
    language = current_language()
    icon, says = _SAYS[row["what"]]
    more = row["more"] or {}
    values = {
        "number": row["number"] or "",
        "amount": format_money(Decimal(row["amount"]), language) if row["amount"] else "",
        "day": plain(row["day"].isoformat(), language) if row["day"] else "—",
        "mode": _MODES.get(more.get("mode", ""), Text("", "")),
        "title": more.get(language, ""),
        "channel": _CHANNELS.get(more.get("channel", ""), Text("", "")),
        "device": more.get("model") or EQUIPMENT_KINDS.get(more.get("kind", ""), Text("", "")),
        **_changed(more, language),
    }
    quoted = row["text"] if row["kind"] in _QUOTED or row["what"] in _WITH_A_REASON else ""
    return {
        "at": row["at"].isoformat(),
        "kind": row["kind"],
        "what": row["what"],
        "icon": icon,
        "text": says.with_(**values).in_(language),
        "quote": quoted,
        "who": row["who"],
        "number": row["number"],
        "details": _details(more, language) if row["kind"] == "changes" else [],
    }


def _changed(more: dict[str, Any], language: str) -> dict[str, Any]:
    if "table" not in more:
        return {}
    table = described(more["table"])
    after = more.get("after") or {}
    labels = [table.columns[name].label.in_(language) for name in after if name in table.columns]
    return {"what": table.label, "fields": ", ".join(labels[:4]).lower() or "…"}


def _details(more: dict[str, Any], language: str) -> list[dict[str, str]]:
    """Return what changed, old and new, of columns that people may see."""
    table = described(more.get("table", ""))
    before, after = more.get("before") or {}, more.get("after") or {}
    if not before or not after:
        return []
    return [
        {
            "label": column.label.in_(language),
            "before": (column.write or plain)(before.get(name), language),
            "after": (column.write or plain)(after.get(name), language),
        }
        for name, column in table.columns.items()
        if name in after
    ]
