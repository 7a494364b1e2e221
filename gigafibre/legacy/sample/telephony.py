"""Telephone lines of the past: SIP lines, where 9-1-1 sends help, and the adapters at home."""

from __future__ import annotations

import re
from random import Random

from gigafibre.legacy.sample import names
from gigafibre.legacy.sample.days import at, later
from gigafibre.legacy.sample.people import FOREVER, Customer
from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.sample.spoiling import Spoiler
from gigafibre.legacy.sample.subscribing import Service

#: Geographic codes of municipalities, as the emergency call centres use them.
MUNICIPALITIES = {
    "Sainte-Clotilde": "68020", "Saint-Rémi": "68055", "Saint-Chrysostome": "69017", "Hemmingford": "68010",
    "Napierville": "68030", "Saint-Michel": "68050", "Sherrington": "68025", "Saint-Édouard": "68045",
    "Saint-Isidore": "67040", "Mercier": "67045", "Châteauguay": "67050", "Sainte-Martine": "70012",
    "Howick": "69025", "Ormstown": "69037", "Huntingdon": "69055", "Franklin": "69010", "Havelock": "69005",
    "Saint-Constant": "67035", "La Prairie": "67015", "Saint-Urbain-Premier": "70005",
    "Saint-Jacques-le-Mineur": "68040", "Lacolle": "56023", "Saint-Mathieu": "67005",
    "Saint-Bernard-de-Lacolle": "68005",
}  # fmt: skip
_ADAPTERS = (("ht502", 2009, 2018, "000b82"), ("spa112", 2012, 2020, "c4143c"), ("ht802", 2017, 2099, "000b82"))
_WITH_ADAPTER = 779
_NO_MAC = ("00:00:00:00:00:00", "FFFFFFFFFFFF", "000b82", "000B8Z123456", "a venir", "")
_INFO = ("", "", "", "", "Porte arrière", "Deuxième bâtiment", "Logement au sous-sol", "Entrée par la grange")


def lines(shape: Shape, planted: Planted, customers: list[Customer]) -> dict[str, list[Record]]:
    """Make the rows of `pbx`, `phone_addr` and `phone_provisioning`."""
    return _Exchange(shape, planted, customers).make()


class _Exchange:
    """Gives numbers to telephone services, and writes the three rows of each."""

    def __init__(self, shape: Shape, planted: Planted, customers: list[Customer]) -> None:
        self._shape, self._planted = shape, planted
        self._rng = Random(f"{shape.seed}:telephony")
        self._phones = [
            service
            for customer in customers
            if not customer.gone
            for service in customer.services
            if service.product.use == "phone"
        ]
        self._story = {customer.id for customer in customers if customer.story}
        self._nobody = max((customer.id for customer in customers), default=0)
        self._nothing = max((service.id for customer in customers for service in customer.services), default=0)
        self._taken: set[str] = set()
        self._macs = 0

    def make(self) -> dict[str, list[Record]]:
        """Lines of live services; their 9-1-1 addresses and those of lines long gone; adapters of nearly all."""
        shape, rng = self._shape, self._rng
        live = [service for service in self._phones if service.end == FOREVER]
        ended = [service for service in self._phones if service.end != FOREVER]
        count = len(live) if shape.demo else min(shape.of("pbx"), len(self._phones))
        held = rng.sample(live, min(count, len(live)))
        held += rng.sample(ended, count - len(held))  # of small samples
        held.sort(key=lambda service: service.id)
        numbers = {service.id: self._number() for service in held}
        lines = [self._line(n, service, numbers[service.id]) for n, service in enumerate(held, 1)]
        places = [(service, numbers[service.id]) for service in held]
        gone = self._planted.wanted("address_without_line") if self._phones else 0
        left = {number: rng.choice(ended or live) for number in [self._number() for _ in range(gone)]}
        places += [(service, number) for number, service in left.items()]
        places.sort(key=lambda place: (place[0].id, place[1]))
        addresses = [self._address(n, service, number) for n, (service, number) in enumerate(places, 1)]
        for row in addresses:
            if row["phone"] in left:
                self._planted.note("address_without_line", "phone_addr", int(row["id"] or 0))
        adapted = rng.sample(held, min(count, round(count * _WITH_ADAPTER / 790)))
        adapters = [self._adapter(service, numbers[service.id]) for service in adapted]
        rows = {"pbx": lines, "phone_addr": addresses, "phone_provisioning": self._spoilt(lines, adapters)}
        for n, row in enumerate(rows["phone_provisioning"], 1):
            row["id"] = n
        self._note_adapters(rows["phone_provisioning"])
        return rows

    def _number(self) -> str:
        number = names.a_phone(self._rng)
        while number in self._taken:
            number = names.a_phone(self._rng)
        self._taken.add(number)
        return number

    def _line(self, number: int, service: Service, phone: str) -> Record:
        rng, customer = self._rng, service.customer
        voicemail = rng.random() < 0.45
        changed = at(service.since, 11, number % 60)
        return simple_record(
            "pbx", id=number, account_id=customer.id, delivery_id=customer.places[service.place][3],
            service_id=service.id, phone=phone, name=names.plain(customer.name)[:15].upper() or "CLIENT",
            password=f"{rng.getrandbits(64):016x}", has_vm=int(voicemail),
            vm_password=f"{rng.randrange(10_000):04d}" if voicemail else "",
            vm_email=customer.emails[0] if voicemail and customer.emails and rng.random() < 0.6 else "",
            int_code=str(100 + number % 20) if customer.business else "",
            language="en" if customer.language == "anglais" else "fr",
            max_calls=rng.choice((2, 4, 8)) if customer.business else 2, call_timeout=rng.choice((25, 30, 30, 30, 45)),
            user_context="sip.gigafibre.example", country_whitelist=rng.choice((None, None, "CA,US", "CA,US,FR,MX")),
            date_origin=changed,
            date_update=max(changed, at(later(self._shape.until, -rng.randrange(1, 900)), 15)),
        )  # fmt: skip

    def _address(self, number: int, service: Service, phone: str) -> Record:
        customer, place = service.customer, service.customer.places[service.place][1]
        civic = re.fullmatch(r"(\d+),? (.+)", place.line1)
        apartment = re.fullmatch(r"(?:app\.|bureau) (\w+)", place.line2)
        return simple_record(
            "phone_addr", id=number, account_id=customer.id, phone=phone,
            street_number=civic[1] if civic else "", street_name=civic[2] if civic else place.line1,
            apt=apartment[1] if apartment else "", city=place.city, zip=place.postal,
            first_name="" if customer.company else customer.person.first,
            last_name=(customer.company or customer.person.last)[:64], info=self._rng.choice(_INFO),
            enhanced_capable="N" if self._rng.random() < 0.02 else "Y",
            code_cauca=MUNICIPALITIES[place.city], class_service="BUS" if customer.business else "RES",
        )  # fmt: skip

    def _adapter(self, service: Service, phone: str) -> Record:
        rng = self._rng
        year = service.since.year
        app, _, _, maker = rng.choice([one for one in _ADAPTERS if one[1] <= year <= one[2]] or _ADAPTERS[-1:])
        self._macs += 1
        bare = f"{maker}{0xA00000 + self._macs * 37:06x}"
        spread = ":".join(bare[n : n + 2] for n in range(0, 12, 2)).upper()
        return simple_record(
            "phone_provisioning", id=0, account_id=service.customer.id,
            delivery_id=service.customer.places[service.place][3], service_id=service.id, phone=phone, app=app,
            mac=rng.choice((bare, bare.upper(), spread)), password=f"{rng.getrandbits(48):012x}",
            internationnal=int(rng.random() < 0.08),
        )  # fmt: skip

    def _spoilt(self, lines: list[Record], adapters: list[Record]) -> list[Record]:
        """Spoil lines and adapters; returns the adapters with those that were put in beside a former one."""
        rng = self._rng
        spoiler = Spoiler(rng, self._planted, "pbx", (row for row in lines if row["account_id"] not in self._story))
        for row in spoiler.some("phone_line_of_missing_account"):
            row["account_id"] = self._nobody + rng.randrange(50, 900)
        for row in spoiler.some("phone_line_of_missing_service"):
            row["service_id"] = self._nothing + rng.randrange(40, 900)
        adapters.sort(key=lambda row: int(row["service_id"] or 0))
        plain = [row for row in adapters if row["account_id"] not in self._story]
        again = rng.sample(plain, min(self._planted.wanted("adapter_twice"), len(plain)))
        for row in again:
            mac = f"000b82{0xF00000 + int(row['service_id'] or 0) % 0xFFFFF:06x}"
            adapters.append(row | {"app": "ht802", "mac": mac})
        return adapters

    def _note_adapters(self, rows: list[Record]) -> None:
        """Write down the newer of two adapters of one number, and break the addresses of others."""
        seen: dict[object, Record] = {}
        two: set[object] = set()
        for row in rows:
            if row["phone"] in seen:
                self._planted.note("adapter_twice", "phone_provisioning", int(row["id"] or 0))
                two.add(row["phone"])
            seen[row["phone"]] = row
        alone = (row for row in rows if row["phone"] not in two and row["account_id"] not in self._story)
        for row in Spoiler(self._rng, self._planted, "phone_provisioning", alone).some("adapter_mac_invalid"):
            row["mac"] = self._rng.choice(_NO_MAC)
