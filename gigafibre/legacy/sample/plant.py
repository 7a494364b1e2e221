"""Fibre in the ground and devices at home: a drop per fibre service and for the neighbours, a device per need."""

from __future__ import annotations

import re
from random import Random

from gigafibre.legacy.sample.days import at, later
from gigafibre.legacy.sample.files import Value
from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Shape

#: Product categories that come over fibre.
FIBRE = {32, 33}
OLTS = (("OLT-EST", "10.10.0.1"), ("OLT-OUEST", "10.10.0.2"), ("OLT-NORD", "10.10.0.3"))
NEIGHBOURS = 3
_OFTEN = 0.33  # how much rarer than in the demo devices beside the ONT are on record
_MODELS = {
    "onu": (("XX230v", "TP-Link", "TPLG"), ("HG8245H", "Huawei", "HWTC")),
    "routeur": (("Deco X20", "TP-Link", ""), ("Archer AX55", "TP-Link", "")),
    "tv": (("VIP5662", "Arris", ""),),
    "ata": (("HT802", "Grandstream", ""),),
}
_MAKERS = {"TP-Link": "a42bb0", "Huawei": "48575a", "Arris": "001dd0", "Grandstream": "000b82"}


class Plant:
    """The rows of `fibre` and `device`, made from the addresses and services that stand."""

    def __init__(self, shape: Shape, planted: Planted, rows: dict[str, list[Record]]) -> None:
        self._shape, self._planted, self._rows = shape, planted, rows
        self._rng = Random(f"{shape.seed}:plant")
        self._categories = {row["id"]: int(row["category"] or 0) for row in rows["product"]}
        self.fibre: list[Record] = []
        self.device: list[Record] = []
        self._onts: dict[tuple[str, int, int], int] = {}
        self._taken: set[tuple[str, object]] = set()

    def make(self) -> dict[str, list[Record]]:
        """Return the rows of both tables; services are told the device that carries them."""
        for name, address in OLTS:
            self._device(
                0,
                "olt",
                name=name,
                model="MA5800-X7",
                manufacturier="Huawei",
                manage=address,
                sn=f"2102{address.replace('.', '')}",
            )
        homes = {int(row["id"] or 0): row for row in self._rows["delivery"]}
        self._taken = {(str(home["address1"]), home["city"]) for home in homes.values()}
        served = self._served(homes)
        passed = len(served) * NEIGHBOURS if self._shape.demo else max(self._shape.of("fibre") - len(served), 0)
        often = 1 if self._shape.demo else _OFTEN
        for n, (service, home) in enumerate(served, 1):
            drop = self._drop(home, int(service["id"] or 0), passed * n // len(served) - len(self.fibre) + n - 1)
            if drop is None:
                continue
            ont = self._at_home(home, "onu")
            drop["sn"] = ont["sn"]
            service["device_id"] = ont["id"]
            for kind, share in (("routeur", 0.8), ("tv", 0.3), ("ata", 0.25)):
                if self._rng.random() < share * often:
                    self._at_home(home, kind, parent=int(ont["id"] or 0))
        for _ in range(max(6, self._shape.share(900))):
            kind = self._rng.choice(("onu", "onu", "routeur", "tv", "ata"))
            self._device(0, kind)
        self._spoil()
        return {"fibre": self.fibre, "device": self.device}

    def _served(self, homes: dict[int, Record]) -> list[tuple[Record, Record]]:
        """Homes with a live fibre service, each with its first."""
        found: dict[int, tuple[Record, Record]] = {}
        for service in self._rows["service"]:
            home = homes.get(int(service["delivery_id"] or 0))
            if home and service["status"] and self._categories.get(service["product_id"]) in FIBRE:
                found.setdefault(int(home["id"] or 0), (service, home))
        return list(found.values())

    def _drop(self, home: Record, service: int, passed: int) -> Record | None:
        place = re.fullmatch(r"(\d+),? (.+)", str(home["address1"]))
        if place is None:
            return None
        rng, civic, road = self._rng, int(place[1]), place[2]
        olt = OLTS[int(home["id"] or 0) % len(OLTS)][1]
        slot, port = int(home["id"] or 0) // 32 % 8, int(home["id"] or 0) % 16
        made: Record | None = None
        for step in range(min(NEIGHBOURS, passed) + 1):
            ours = step == 0
            if not ours and (f"{civic + 2 * step}, {road}", home["city"]) in self._taken:
                continue
            self._taken.add((f"{civic + 2 * step}, {road}", home["city"]))
            ont = self._onts.get((olt, slot, port), 0)
            if ours:
                self._onts[olt, slot, port] = ont + 1
            row = simple_record(
                "fibre",
                id=len(self.fibre) + 1,
                service_id=service if ours else 0,
                terrain=str(civic + 2 * step),
                rue=road,
                ville=home["city"],
                frame=0,
                slot=slot if ours else 0,
                port=port if ours else 0,
                ontid=ont % 128 if ours else 0,
                vlan_manage=10 if ours else 0,
                vlan_internet=40 if ours else 0,
                vlan_tel=50 if ours and rng.random() < 0.4 else 0,
                vlan_tele=60 if ours and rng.random() < 0.3 else 0,
                info_connect=olt if ours else "",
                latitude=round(float(home["latitude"] or 0) + step * 0.0004, 6),
                longitude=home["longitude"],
                placemarks_id=f"pm-{len(self.fibre) + 1}",
            )
            self.fibre.append(row)
            made = made or row
        return made

    def _at_home(self, home: Record, kind: str, parent: int = 0) -> Record:
        return self._device(int(home["id"] or 0), kind, parent=parent)

    def _device(self, delivery: int, kind: str, **more: Value) -> Record:
        rng, number = self._rng, len(self.device) + 1
        facts: dict[str, Value] = {}
        if kind in _MODELS:
            model, maker, letters = rng.choice(_MODELS[kind])
            bare = f"{_MAKERS[maker]}{number:06x}"
            spread = ":".join(bare[place : place + 2] for place in range(0, 12, 2)).upper()
            dotted = ".".join(bare[place : place + 4] for place in range(0, 12, 4)).upper()
            serial = f"{letters}{rng.getrandbits(32):08X}" if letters else f"2{number:04d}M{rng.randrange(10**6):06d}"
            if letters == "HWTC" and rng.random() < 0.5:
                serial = f"48575443{serial[4:]}"
            facts = {
                "mac": rng.choice((bare, spread, dotted)),
                "sn": serial,
                "model": model,
                "manufacturier": maker,
                "manage": f"10.20.{number // 250 % 250}.{number % 250 + 1}" if delivery and kind == "onu" else "",
                "user": "admin" if delivery and kind in {"onu", "routeur"} else "",
                "pass": f"fibre{rng.randrange(10**5):05d}" if delivery and kind in {"onu", "routeur"} else "",
            }
        since = at(later(self._shape.until, -rng.randrange(30, 1500)), 10)
        row = simple_record(
            "device", id=number, delivery_id=delivery, category=kind, date_orig=since, **{**facts, **more}
        )
        self.device.append(row)
        return row

    def _spoil(self) -> None:
        """Plant what is wrong in the real tables: MACs twice or nobody's, addresses gone, circles, ports twice."""
        rng = self._rng
        homely = [row for row in self.device if row["delivery_id"] and row["category"] != "onu"]
        stock = [row for row in self.device if not row["delivery_id"] and row["category"] not in {"olt", "onu"}]
        onts = [row for row in self.device if row["category"] == "onu" and row["delivery_id"]]
        rng.shuffle(homely)
        rng.shuffle(onts)

        def some(kind: str, rows: list[Record]) -> list[Record]:
            return [rows.pop() for _ in range(min(self._planted.wanted(kind), len(rows)))]

        for row in some("device_mac_twice", stock):
            row["mac"], row["name"] = rng.choice(onts)["mac"], "ancienne fiche"
            self._planted.note("device_mac_twice", "device", int(row["id"] or 0))
        for row in some("device_mac_invalid", homely):
            row["mac"] = rng.choice(("FF:FF:FF:FF:FF:FF", "00:00:00:00:00:00", "A4:2B:B0:12", "a renseigner"))
            self._planted.note("device_mac_invalid", "device", int(row["id"] or 0))
        for row in some("device_delivery_gone", homely):
            row["delivery_id"] = 4_000_000 + int(row["id"] or 0)
            self._planted.note("device_delivery_gone", "device", int(row["id"] or 0))
        for row in some("device_circle", homely):
            other = self.device[int(row["parent"] or 0) - 1]
            other["parent"] = row["id"]
            self._planted.note("device_circle", "device", min(int(row["id"] or 0), int(other["id"] or 0)))
        plugged = [row for row in self.fibre if row["service_id"] and row["info_connect"]]
        rng.shuffle(plugged)
        for _ in range(min(self._planted.wanted("fibre_port_twice"), len(plugged) // 2)):
            kept, row = plugged.pop(), plugged.pop()
            for column in ("info_connect", "slot", "port", "ontid"):
                row[column] = kept[column]
            self._planted.note("fibre_port_twice", "fibre", min(int(row["id"] or 0), int(kept["id"] or 0)))
