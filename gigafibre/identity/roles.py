"""The roles that come with the platform, and what each may do until an administrator edits it."""

from __future__ import annotations

from dataclasses import dataclass

from gigafibre.kernel.text import Text

_SEES_CUSTOMERS = frozenset(
    {
        "crm.read",
        "catalog.read",
        "subscriptions.read",
        "billing.read",
        "payments.read",
        "collections.read",
        "network.read",
        "messaging.read",
        "dispatch.read",
        "sales.read",
        "support.read",
        "kernel.read_files",
    }
)
_SERVES = (
    _SEES_CUSTOMERS
    | {"crm.edit", "kernel.note", "kernel.attach", "support.edit"}
    | {"network.interest", "messaging.send", "messaging.suppress"}
)
_BILLS = _SERVES | {
    "subscriptions.edit",
    "billing.edit",
    "billing.issue",
    "billing.prices",
    "billing.run",
    "billing.write_off",
    "billing.interest",
    "payments.record",
    "payments.reveal",
    "ledger.read",
    "ledger.post",
    "ledger.close",
    "ledger.chart",
    "collections.edit",
    "catalog.edit",
    "reports.read",
    "kernel.parked",
    "legacy.read",
    "legacy.shadow",
    "identity.share_views",
}


@dataclass(frozen=True)
class ShippedRole:
    """One role as it comes: its name and permissions."""

    label: Text
    permissions: frozenset[str]


SHIPPED: dict[str, ShippedRole] = {
    "administrator": ShippedRole(Text("Administrateur", "Administrator"), frozenset({"*"})),
    "manager": ShippedRole(
        Text("Gestionnaire", "Manager"),
        _BILLS
        | {"identity.read", "kernel.audit", "kernel.settings", "kernel.series", "billing.rules"}
        | {"legacy.read", "legacy.import"}
        | {"network.edit", "network.equip", "network.reveal", "network.trace", "messaging.templates"}
        | {"dispatch.edit", "dispatch.work", "dispatch.templates"}
        | {"sales.edit", "sales.sign", "sales.subscribe", "sales.texts", "sales.credit", "crm.merge"},
    ),
    "support": ShippedRole(
        Text("Soutien", "Support"),
        _SERVES
        | {"subscriptions.edit", "payments.record", "collections.edit"}
        | {"network.equip", "dispatch.edit", "sales.edit"},
    ),
    "sales": ShippedRole(
        Text("Ventes", "Sales"), _SERVES | {"subscriptions.edit", "sales.edit", "sales.sign", "sales.subscribe"}
    ),
    "dispatcher": ShippedRole(
        Text("Répartiteur", "Dispatcher"),
        frozenset({"crm.read", "crm.edit", "subscriptions.read", "catalog.read", "kernel.note", "kernel.attach"})
        | {"network.read", "network.equip", "messaging.read", "messaging.send"}
        | {"kernel.read_files", "dispatch.read", "dispatch.edit", "dispatch.work", "dispatch.templates"}
        | {"support.read", "support.edit"},
    ),
    "technician": ShippedRole(
        Text("Technicien", "Technician"),
        frozenset({"crm.read", "catalog.read", "subscriptions.read", "kernel.note", "kernel.attach"})
        | {"network.read", "network.equip", "dispatch.read", "dispatch.work", "support.read"},
    ),
    "billing": ShippedRole(Text("Facturation", "Billing"), _BILLS),
    "network": ShippedRole(
        Text("Réseau", "Network"),
        frozenset({"crm.read", "subscriptions.read", "catalog.read", "kernel.note", "kernel.attach", "kernel.parked"})
        | {"network.read", "network.edit", "network.equip", "network.reveal", "network.trace"}
        | {"network.interest", "dispatch.read"}
        | {"support.read", "support.edit"},
    ),
    "read-only": ShippedRole(Text("Lecture seule", "Read-only"), _SEES_CUSTOMERS | {"ledger.read", "reports.read"}),
    "privacy-officer": ShippedRole(
        Text("Responsable de la vie privée", "Privacy officer"),
        _SEES_CUSTOMERS
        | {
            "privacy.read",
            "privacy.edit",
            "privacy.export",
            "privacy.anonymise",
            "kernel.note",
            "kernel.attach",
            "kernel.audit",
            "crm.edit",
        },
    ),
}
