"""What the demo provider's people did to its fibre and devices: streets to come, a port, devices in each state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from gigafibre.kernel import clock
from gigafibre.network.models import Drop, Equipment

#: A street the fibre reaches next summer, and who already asked for it.
NEXT_STREET = ("rue des Moissons", "Saint-Rémi", "J0L 2L0")
WAITING = (
    ("12, rue des Moissons, Saint-Rémi", "j.pomerleau@exemple.ca", 1),
    ("16, rue des Moissons, Saint-Rémi", "famille.roy@exemple.ca", 3),
    ("408, rang Saint-Louis, Franklin", "n.whitfield@exemple.ca", None),
    ("2210, chemin Covey Hill, Havelock", "ferme.delorme@exemple.ca", None),
)


def deeds() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give each deed as who, verb and input."""
    street, city, postal = NEXT_STREET
    summer = (clock.today() + timedelta(days=210)).isoformat()
    for civic in range(10, 34, 2):
        place = {"civic": str(civic), "street": street, "city": city, "postal_code": postal, "zone": city}
        yield "etienne", "network.add_drop", {**place, "state": "planned", "planned_for": summer}
    planned = list(Drop.objects.filter(street=street).order_by("id").values_list("number", flat=True))
    for address, email, nth in WAITING:
        drop = {"drop": planned[nth]} if nth is not None and nth < len(planned) else {}
        yield "emilie", "network.register_interest", {"address": address, "email": email, "consent": True, **drop}
    for passed in Drop.objects.filter(state="serviceable", olt=None, legacy_id__isnull=False).order_by("id")[5:9]:
        plugged: dict[str, Any] = {"drop": passed.number, "olt": "OLT-EST", "slot": 7, "port": 15, "vlan_internet": 40}
        yield "etienne", "network.assign_port", plugged
    yield from _devices()


def _devices() -> Iterator[tuple[str, str, dict[str, Any]]]:
    homes = list(
        Equipment.objects.filter(state="active", kind="router").order_by("id").values_list("number", flat=True)
    )
    stock = list(
        Equipment.objects.filter(state="in_stock", kind="router").order_by("id").values_list("number", flat=True)
    )
    news = {"manufacturer": "TP-Link", "model": "XX530v", "reason": "Livraison"}
    for unit in range(1, 5):
        given = {"kind": "ont", "serial": f"54504C475A00000{unit}", "mac": f"A4:2B:B0:5A:00:0{unit}", **news}
        yield "etienne", "network.receive_equipment", given
    for number, verb, given in zip(
        homes[3:8],
        ("mark_defective", "return_equipment", "mark_lost", "return_equipment", "mark_defective"),
        (
            {"reason": "S’éteint quand il fait chaud"},
            {"reason": "Le client a acheté le sien", "stock_place": "Comptoir"},
            {"reason": "Client parti sans le rendre"},
            {"reason": "Remplacé par un maillage"},
            {"reason": "Port WAN brûlé par la foudre"},
        ),
        strict=False,
    ):
        yield "yannick", f"network.{verb}", {"equipment": number, **given}
    for old, new in zip(homes[9:10], stock[:1], strict=False):
        swap: dict[str, Any] = {"equipment": old, "by": new, "defective": True, "reason": "Wi-Fi 2,4 GHz mort"}
        yield "yannick", "network.replace_equipment", swap
    for number in stock[1:4]:
        given = {"equipment": number, "stock_place": "Camion DT-1", "reason": "Pour les poses de la semaine"}
        yield "yannick", "network.move_equipment", given
