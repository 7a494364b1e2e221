"""Tickets and what was written in them, from the first years on, streamed as they are made."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from random import Random

from gigafibre.legacy.sample import names
from gigafibre.legacy.sample.days import MONTHS, at, later, midnight
from gigafibre.legacy.sample.files import DumpFolder, Value
from gigafibre.legacy.sample.messages import SPOILT, Writer
from gigafibre.legacy.sample.paying import day_of
from gigafibre.legacy.sample.people import Customer
from gigafibre.legacy.sample.plant import OLTS
from gigafibre.legacy.sample.planted import Planted, mojibake
from gigafibre.legacy.sample.records import Record
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.sample.threads import ADMIN, DEPARTMENTS, INSTALLATION, REPAIR, THREADS, Thread

OLD = at(date(2014, 1, 1), 0)
_DAY = 86_400
_PER_DEMO_CUSTOMER = 4
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
TO_COME = "ticket_to_come"
KINDS = (
    "ticket_of_missing_account", "ticket_of_missing_delivery", "ticket_of_missing_parent",
    "ticket_of_unknown_department", "ticket_of_missing_staff", "ticket_closed_without_date", "due_time_unreadable",
    "wizard_unreadable", "ticket_mojibake", TO_COME,
)  # fmt: skip
_OF_INSTALLATIONS = {"wizard_unreadable", "due_time_unreadable", TO_COME}
_UNREADABLE_TIMES = ("25:99", "matin", "9h", "AM?", "13-14")


class Tickets:
    """Writes `ticket_dept`, `ticket` and `ticket_msg`."""

    def __init__(
        self, shape: Shape, planted: Planted, dump: DumpFolder, customers: list[Customer], staff: list[Record]
    ) -> None:
        self._shape, self._planted, self._dump = shape, planted, dump
        self._rng = Random(f"{shape.seed}:tickets")
        self._people = [
            customer for customer in customers if customer.services and not (customer.gone or customer.story)
        ]
        self._nobody = max((customer.id for customer in customers), default=0)
        self._nowhere = max((place[3] for customer in customers for place in customer.places), default=0)
        everybody = [int(row["id"] or 0) for row in staff]
        self._staff = {
            n: [int(row["id"] or 0) for row in staff if f";{n};" in str(row["dept_list"])] or everybody
            for n in range(1, len(DEPARTMENTS) + 1)
        }
        self._technicians = [str(row["first_name"]) for row in staff if ";3;" in str(row["dept_list"])] or ["Yannick"]
        self._threads = {english: [each for each in THREADS if each.english is english] for english in (False, True)}
        count = shape.accounts * _PER_DEMO_CUSTOMER if shape.demo else shape.of("ticket")
        self._opened = self._moments(count)
        self._end = at(shape.until, 20)
        self._old = bisect_right(self._opened, OLD, key=lambda entry: entry[0])
        self._circles: set[int] = set()
        self._parents = self._families()
        self._turns = self._chosen("ticket", KINDS)
        self._writer = Writer(shape, planted, dump["ticket_msg"], self._chosen("ticket_msg", SPOILT), self._staff)

    def write(self) -> None:
        """Write every table."""
        for n, name in enumerate(DEPARTMENTS, 1):
            self._dump["ticket_dept"].row(n, name)
        file = self._dump["ticket"]
        for number, (moment, customer) in enumerate(self._opened, 1):
            file.row(number, *self._ticket(number, moment, customer))
        self._writer.close(len(self._opened))

    def _moments(self, count: int) -> list[tuple[int, Customer]]:
        """When each ticket was opened and for whom: the longer one stays the more, and more in the first weeks."""
        rng, until = self._rng, self._shape.until
        spans = [((customer.left or until) - customer.joined).days + 90 for customer in self._people]
        ends = list(accumulate(spans))
        found = []
        for _ in range(count if spans else 0):
            customer = self._people[bisect_right(ends, rng.randrange(ends[-1]))]
            stay = max(((customer.left or until) - customer.joined).days, 1)
            day = later(customer.joined, rng.randrange(min(stay, 40) if rng.random() < 0.15 else stay))
            found.append((at(day, rng.randrange(8, 20), rng.randrange(60), rng.randrange(60)), customer))
        return sorted(found, key=lambda entry: (entry[0], entry[1].id))

    def _families(self) -> list[int]:
        """The parent of each ticket: now and then the customer's one before, so that trees grow."""
        rng = self._rng
        last: dict[int, int] = {}
        parents = [0]
        for number, (moment, customer) in enumerate(self._opened, 1):
            before = last.get(customer.id, 0)
            close = before and moment - self._opened[before - 1][0] < 120 * _DAY
            parents.append(before if close and rng.random() < 0.45 else 0)
            last[customer.id] = number
        children = [number for number, parent in enumerate(parents) if parent and not parents[parent]]
        for number in rng.sample(children, min(self._planted.wanted("ticket_circle"), len(children))):
            parent = parents[number]
            if not parents[parent]:
                parents[parent] = number
                self._circles |= {number, parent}
                self._planted.note("ticket_circle", "ticket", parent)
        return parents

    def _chosen(self, table: str, kinds: tuple[str, ...]) -> dict[int, str]:
        """Which tickets, or messages of which tickets, are spoilt and how; none twice."""
        count = len(self._opened)
        young = bisect_right(self._opened, self._end - 15 * _DAY, key=lambda entry: entry[0])
        taken: dict[int, str] = {}
        for kind in kinds:
            first, last = (1, self._old) if "mojibake" in kind else (young, count) if kind == TO_COME else (1, count)
            free = [n for n in range(max(first, 1), last + 1) if n not in taken and n not in self._circles]
            for number in self._rng.sample(free, min(self._planted.wanted(kind), len(free))):
                taken[number] = kind
                if table == "ticket" and kind != TO_COME:
                    self._planted.note(kind, table, number)
        return taken

    def _ticket(self, number: int, moment: int, customer: Customer) -> Iterator[Value]:
        rng, kind = self._rng, self._turns.get(number, "")
        english = customer.language == "anglais"
        year = 1970 + moment // 31_556_952
        thread = self._thread(english, year, installation=kind in _OF_INSTALLATIONS)
        words = self._words(customer, moment)
        open_by, assigned = rng.choice(self._staff[1]), rng.choice(self._staff[thread.department])
        status = "open" if kind == TO_COME else self._status(self._end - moment)
        planned = thread.department in {INSTALLATION, REPAIR}
        due, due_time = self._due(moment) if planned or rng.random() < 0.1 else (0, "")
        if kind == TO_COME:
            due = midnight(later(self._shape.until, rng.randrange(1, 20)))
        closed = 0
        said = self._writer.thread(number, moment, thread, words, customer, (open_by, assigned), status)
        if status == "closed":
            closed = min(max(said, due) + rng.randrange(60, 2 * _DAY), self._end)
        wizard = wizard_fibre = None
        if thread.department == INSTALLATION:
            wizard, wizard_fibre = self._wizard(customer, due, due_time, year)
        ours = thread.department == ADMIN  # about our own machines, nobody's ticket
        place = 0 if ours or rng.random() < 0.3 else customer.places[0][3]
        row: dict[str, Value] = {
            "parent": self._parents[number], "account_id": 0 if ours else customer.id, "delivery_id": place,
            "subject": rng.choice(thread.subjects).format(**words)[:255], "dept_id": thread.department,
            "open_by": open_by, "assign_to": assigned, "participant": self._participants(open_by, assigned),
            "status": status, "priority": rng.choices((0, 1, 2, 3), (2, 8, 78, 12))[0],
            "important": int(rng.random() < 0.03), "due_date": due, "due_time": due_time, "date_create": moment,
            "date_closed": closed, "wizard": wizard, "wizard_fibre": wizard_fibre,
        }  # fmt: skip
        if kind:
            self._spoil(kind, row)
        if thread.department in {INSTALLATION, REPAIR} and row["status"] == "open" and due > self._end:
            self._planted.note(TO_COME, "ticket", number)
        return iter(row.values())

    def _thread(self, english: bool, year: int, *, installation: bool) -> Thread:
        fitting = [each for each in self._threads[english] if each.since <= year <= each.until]
        if installation:
            fitting = [each for each in fitting if each.department == INSTALLATION]
        return self._rng.choices(fitting, [each.weight for each in fitting])[0]

    def _words(self, customer: Customer, moment: int) -> dict[str, str]:
        rng = self._rng
        return {
            "prenom": customer.person.first or "Client", "nom": customer.name, "ville": customer.places[0][1].city,
            "jour": rng.choice(_WEEKDAYS), "heure": str(rng.randrange(9, 20)), "mois": MONTHS[rng.randrange(12)],
            "montant": f"{rng.randrange(30, 240)},{rng.choice(('00', '45', '95'))}",
            "chiffre": str(rng.randrange(3, 28)), "tech": rng.choice(self._technicians),
            "tel": names.printed(customer.phones[0]) if customer.phones else "numéro au dossier",
        }  # fmt: skip

    def _status(self, age: int) -> str:
        """Nearly all are closed; what is open is young, but for some that nobody ever closed."""
        draw = self._rng.random()
        if age < 20 * _DAY:
            return "open" if draw < 0.35 else "pending" if draw < 0.5 else "closed"
        return "open" if draw < 0.006 else "pending" if draw < 0.008 else "closed"

    def _due(self, moment: int) -> tuple[int, str]:
        rng = self._rng
        day = later(day_of(moment), rng.randrange(1, 25))
        time = rng.choice(("am", "pm", "day", "", f"{rng.randrange(8, 17):02d}:{rng.choice((0, 15, 30, 45)):02d}"))
        return midnight(day), time

    def _participants(self, *known: int) -> str:
        rng = self._rng
        people = dict.fromkeys(known) if rng.random() < 0.7 else {}
        if rng.random() < 0.2:
            people[rng.choice(self._staff[1 + rng.randrange(7)])] = None
        return ";" + ";".join(map(str, people)) + ";" if people else ""

    def _wizard(self, customer: Customer, due: int, due_time: str, year: int) -> tuple[str, str | None]:
        """What the installation form held: address, plan, equipment, appointment; and the fibre part of it."""
        rng, (_, place, _, _) = self._rng, customer.places[0]
        sold = next((each.product for each in customer.services), None)
        mac = f"a42bb0{rng.getrandbits(24):06x}"
        form = {
            "nom": customer.name, "adresse": place.line1, "ville": place.city, "code_postal": place.postal,
            "forfait": sold.sku if sold else "", "equipement": [{"type": "routeur", "mac": mac}],
            "rendezvous": {"date": due, "periode": due_time}, "notes": rng.choice(("", "Appeler avant", "Chien")),
        }  # fmt: skip
        if year < 2014 or sold is None or sold.category not in {32, 33}:
            return json.dumps(form, ensure_ascii=False), None
        fibre = {
            "olt": rng.choice(OLTS)[1], "slot": rng.randrange(8), "port": rng.randrange(16),
            "ontid": rng.randrange(128), "sn": f"TPLG{rng.getrandbits(32):08X}",
            "puissance": -rng.randrange(150, 260) / 10,
            "vlan": {"gestion": 10, "internet": 40, "telephonie": 50, "television": 60},
        }  # fmt: skip
        return json.dumps(form, ensure_ascii=False), json.dumps(fibre)

    def _spoil(self, kind: str, row: dict[str, Value]) -> None:
        rng = self._rng
        match kind:
            case "ticket_of_missing_account":
                row["account_id"], row["delivery_id"] = self._nobody + rng.randrange(50, 900), 0
            case "ticket_of_missing_delivery":
                row["delivery_id"] = self._nowhere + rng.randrange(30, 500)
            case "ticket_of_missing_parent":
                row["parent"] = len(self._opened) + rng.randrange(50, 9_000)
            case "ticket_of_unknown_department":
                row["dept_id"] = len(DEPARTMENTS) + rng.randrange(3, 20)
            case "ticket_of_missing_staff":
                row["assign_to"] = self._shape.staff + rng.randrange(20, 200)
            case "ticket_closed_without_date":
                row["status"], row["date_closed"] = "closed", 0
            case "due_time_unreadable":
                row["due_time"] = rng.choice(_UNREADABLE_TIMES)
            case "wizard_unreadable":
                text = str(row["wizard"])
                cut = text[: len(text) * 2 // 3]
                row["wizard"] = rng.choice((cut, text.replace('"', "'"), f"a:1:{{{text}", "[object Object]"))
            case "ticket_mojibake":
                row["subject"] = mojibake(f"{row['subject']} - réglé")[:255]
